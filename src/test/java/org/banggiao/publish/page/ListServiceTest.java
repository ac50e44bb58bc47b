package org.banggiao.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists over HTTP: formats, addresses, and what is refused. */
class ListServiceTest {
    private static final String EVENT = "https://w3id.org/banggiao/id/event/k7m2q";

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.of(PagesFixture.store(), Map.of("banggiao.limits.result-rows", "2"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv | text/csv;header=present;charset=utf-8",
                "application/json | application/json",
                "application/x-ndjson | application/x-ndjson",
                "application/geo+json | application/geo+json",
                "text/turtle | text/turtle;charset=utf-8",
                "application/sparql-query | application/sparql-query;charset=utf-8",
                "text/html;q=0.5, text/turtle;q=0.4 | text/html;charset=utf-8",
                "*/* | text/html;charset=utf-8"
            })
    void theFormatIsTheOneAccepted(String accept, String expected) {
        var answer = service.get("/browse/event", "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(TestService.header(answer, "Content-Type")).containsExactly(expected);
        assertThat(TestService.header(answer, "Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(String.join(",", TestService.header(answer, "Vary")).toLowerCase(Locale.ROOT))
                .contains("accept")
                .contains("accept-language");
        var tag = TestService.header(answer, "ETag").getFirst();
        assertThat(service.get("/browse/event", "Accept", accept, "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aTableHasTheDataToTheLetter() {
        var table = service.get("/browse/event?lang=en&format=csv");
        assertThat(table.body().lines().toList())
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith(EVENT + ",\"Visit: Vietnam, Finland, 1983\",\"Chuyến thăm: Việt Nam, Phần Lan, 1983\",")
                .contains(",\"[1983-02-09,1983-03-09]\",Visit,")
                .contains(",finland|vietnam,Finland|Vietnam,")
                .endsWith(",yes");
        assertThat(table.body()).contains("\"<script>alert(1)</script> \"\"x\"\" & y\"");
        assertThat(TestService.header(
                        service.get("/browse/event?type=Visit&year=1980-&format=csv"), "Content-Disposition"))
                .containsExactly("attachment; filename=\"event-Visit-1980.csv\"");
    }

    @Test
    void jsonSaysTheListItsCountsAndItsQuery() {
        var json =
                JSON.parse(service.get("/browse/event?type=Visit&format=json").body());
        assertThat(json.get("total").getAsNumber().value().intValue()).isEqualTo(1);
        assertThat(json.get("complete").getAsBoolean().value()).isTrue();
        assertThat(json.get("items").getAsArray().get(0).getAsObject().getString("id"))
                .isEqualTo(EVENT);
        var rows = service.query(json.getString("query"), "text/csv").body();
        assertThat(rows).contains(EVENT);
        var lines = service.get("/browse/event?format=jsonl").body().lines().toList();
        assertThat(lines)
                .hasSize(2)
                .allSatisfy(line -> assertThat(JSON.parse(line).hasKey("id")).isTrue());
    }

    @Test
    void aMapHasEveryMemberWithItsPlaceOrWithoutOne() {
        var json = JSON.parse(service.get("/browse/event?format=geojson").body());
        assertThat(json.get("type").getAsString().value()).isEqualTo("FeatureCollection");
        assertThat(json.get("features").getAsArray()).hasSize(2).allSatisfy(f -> {
            assertThat(f.getAsObject().getString("type")).isEqualTo("Feature");
            assertThat(f.getAsObject().hasKey("geometry")).isTrue();
        });
        var none = service.get("/browse/person?format=geojson", "Accept", "application/json");
        assertThat(none.statusCode()).isEqualTo(406);
        assertThat(none.body()).contains("text/csv (format=csv)").doesNotContain("geojson)");
    }

    @Test
    void turtleIsACollectionAndWhatIsSaidOfItsMembers() {
        var graph = RDFParser.fromString(
                        service.get("/browse/event?type=Visit&format=ttl").body(), Lang.TURTLE)
                .toGraph();
        assertThat(graph.stream().map(t -> t.getPredicate().getURI()).toList())
                .contains(
                        "http://www.w3.org/ns/hydra/core#member",
                        "http://www.w3.org/ns/hydra/core#totalItems",
                        "https://w3id.org/banggiao/ontology#conflict");
    }

    @Test
    void aListBeyondTheLimitComesInPartsAndNeverAsIfItWereWhole() {
        var all = service.get("/browse/thing?format=csv", "Accept", "application/json");
        assertThat(all.statusCode()).isEqualTo(422);
        assertThat(all.body())
                .contains("problem/result-size")
                .contains("The list has 5 entries")
                .contains("&part=1 to &part=3");
        var second = service.get("/browse/thing?format=csv&part=2");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body().lines()).hasSize(3);
        assertThat(TestService.header(second, "Link"))
                .contains("<thing?format=csv&part=3>; rel=\"next\"; type=\"text/csv\"");
        assertThat(JSON.parse(service.get("/browse/thing?format=json&part=3").body())
                        .get("complete")
                        .getAsBoolean()
                        .value())
                .isFalse();
        assertThat(service.get("/browse/thing?format=csv&part=4").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongInAnAddressIsSaidWithWhatIsAllowed() {
        assertThat(problem("/browse/event?colour=red", 400))
                .contains("problem/unknown-parameter")
                .contains("It has type, year, country");
        assertThat(problem("/browse/event?country=finnland", 400))
                .contains("problem/unknown-value")
                .contains("\"allowed\" : [ \"finland\" ]");
        assertThat(problem("/browse/event?year=1954-1950", 400)).contains("problem/bad-value");
        assertThat(problem("/browse/event?sort=colour", 400)).contains("one of date, -date, name");
        assertThat(problem("/browse/event?disputed=maybe", 400)).contains("yes or no");
        assertThat(problem("/browse/event?page=0", 400)).contains("from 1 on");
        assertThat(problem("/browse/nothing", 404)).contains("The lists are thing, event");
        assertThat(problem("/browse/event?sparql=colour", 400)).contains("list, count or the name of a facet");
        var page = service.get("/browse/event?country=%3Cscript%3E&lang=vi", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("Tham số “country” là “&lt;script&gt;”")
                .doesNotContain("“<script>");
        for (String passed : List.of("utm_source=x", "fbclid=x", "country=austria")) {
            int status = service.get("/browse/event?" + passed).statusCode();
            assertThat(status).as(passed).isEqualTo(passed.startsWith("country") ? 400 : 200);
        }
    }

    @Test
    void oneStateHasOneAddress() {
        var form = service.get("/browse/event?year.from=1980&year.to=1990&type=Visit&country=&lang=en");
        assertThat(form.statusCode()).isEqualTo(303);
        assertThat(TestService.header(form, "Location")).containsExactly("event?type=Visit&year=1980-1990&lang=en");
        var other = service.get("/browse/event?country=country:finland&type=Visit");
        assertThat(TestService.header(other, "Link")).contains("<event?type=Visit&country=finland>; rel=\"canonical\"");
        assertThat(TestService.header(service.get("/browse?year=1983"), "Location"))
                .containsExactly("browse/thing?year=1983");
    }

    @Test
    void eachNumberOpensItsQuery() {
        for (String of : List.of("list", "count", "type", "year", "year.5", "disputed")) {
            var people = service.get("/browse/event?country=finland&sparql=" + of, "Accept", "text/html");
            assertThat(people.statusCode()).as(of).isEqualTo(303);
            assertThat(TestService.header(people, "Location").getFirst()).startsWith("../query?query=");
            var text = service.get("/browse/event?country=finland&sparql=" + of, "Accept", "application/sparql-query");
            assertThat(service.query(text.body(), "text/csv").statusCode())
                    .as(text.body())
                    .isEqualTo(200);
        }
    }

    private static String problem(String path, int status) {
        HttpResponse<String> answer = service.get(path, "Accept", "application/json");
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(TestService.header(answer, "Content-Type")).containsExactly("application/problem+json");
        return answer.body();
    }
}
