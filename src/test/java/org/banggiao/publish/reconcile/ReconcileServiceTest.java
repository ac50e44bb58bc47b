package org.banggiao.publish.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the service makes of good and bad requests for reconciliation, over a few things made up for this. */
class ReconcileServiceTest {
    private static final String DATA = """
            PREFIX bg: <https://w3id.org/banggiao/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
            BASE <https://w3id.org/banggiao/id/>
            GRAPH <https://w3id.org/banggiao/graph/top> {
              <country/a> a bg:Country ; rdfs:label "Nước A"@vi , "Aland"@en .
              <country/b> a bg:Country ; rdfs:label "Nước B"@vi , "Beland"@en .
              <person/m> a bg:Person ; bg:country <country/a> ;
                rdfs:label "<b>Minh</b><script>x</script>"@vi , "<b>Minh</b>"@en .
              <instrument/i1> a bg:Instrument ; rdfs:label "Hiệp định giữa A và B, 1990"@vi ; bg:nameAsPrinted "Hiệp định cầu đường"@vi ;
                bg:dateOfSignature "1990-05-04"^^edtf:EDTF ; bg:contractingParty <country/a> , <country/b> .
              <instrument/i2> a bg:Instrument ; rdfs:label "Hiệp định giữa A và B, 1991"@vi ; bg:nameAsPrinted "Hiệp định nghề cá"@vi ;
                bg:dateOfSignature "1991-06-07"^^edtf:EDTF ; bg:contractingParty <country/a> , <country/b> .
            }
            """;

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.of(
                TestService.store(DATA),
                Map.of(
                        "banggiao.reconcile.batch-size", "3",
                        "banggiao.reconcile.text-length", "100",
                        "banggiao.reconcile.entities", "2",
                        "banggiao.reconcile.values", "2",
                        "banggiao.limits.body-size", "5000"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> ask(String batch) {
        return service.get("/reconcile/0.2/vi?queries=" + TestService.encode(batch), "Accept", "application/json");
    }

    private static HttpResponse<String> post(String path, String type, String body) {
        return service.send(service.request(path, "Content-Type", type, "Accept", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static List<String> ids(HttpResponse<String> answer) {
        return Json.read(answer.body(), "answer").at("/q/result").values().stream()
                .map(c -> c.path("id").stringValue().replace("https://w3id.org/banggiao/id/", ""))
                .toList();
    }

    @Test
    void conditionsChooseAmongNamesakes() {
        assertThat(
                        ids(
                                ask(
                                        "{\"q\":{\"query\":\"hiep dinh\",\"type\":\"instrument\",\"properties\":[{\"pid\":\"date\",\"v\":\"4/5/1990\"}]}}")))
                .startsWith("instrument/i1");
        assertThat(ids(ask("{\"q\":{\"query\":\"hiệp định Nước A và Nước B, tháng 6 năm 1991\"}}")))
                .startsWith("instrument/i2");
        var none = post(
                "/reconcile/1.0/match",
                "application/json",
                "{\"queries\":[{\"type\":\"instrument\",\"conditions\":[{\"matchType\":\"property\",\"propertyId\":\"date\","
                        + "\"propertyValue\":\"1990-05-01\",\"matchQualifier\":\"within-2-days\",\"required\":true}]}]}");
        assertThat(Json.read(none.body(), "answer").at("/results/0/candidates").size())
                .isZero();
        var near = post(
                "/reconcile/1.0/match",
                "application/json",
                "{\"queries\":[{\"type\":\"instrument\",\"conditions\":[{\"matchType\":\"property\",\"propertyId\":\"date\","
                        + "\"propertyValue\":\"1990-05-01\",\"matchQualifier\":\"within-3-days\",\"required\":true}]}]}");
        assertThat(Json.read(near.body(), "answer")
                        .at("/results/0/candidates/0/id")
                        .stringValue())
                .endsWith("instrument/i1");
    }

    @Test
    void anIdentifierIsTheEntity() {
        for (var id : List.of("https://w3id.org/banggiao/id/country/a", "country/a", "/id/country/a")) {
            var answer = ask("{\"q\":{\"query\":\"" + id + "\"}}");
            assertThat(ids(answer)).startsWith("country/a");
            assertThat(Json.read(answer.body(), "answer")
                            .at("/q/result/0/match")
                            .booleanValue())
                    .isTrue();
        }
        var view = service.get("/reconcile/view?id=" + TestService.encode("https://w3id.org/banggiao/id/country/a"));
        assertThat(view.statusCode()).isEqualTo(303);
        assertThat(TestService.header(view, "Location")).containsExactly("../id/country/a");
    }

    @Test
    void aTypeThatHasNothingGivesWayUnlessItIsStrict() {
        assertThat(ids(ask("{\"q\":{\"query\":\"Aland\",\"type\":\"person\"}}")))
                .contains("country/a");
        assertThat(ids(ask("{\"q\":{\"query\":\"Aland\",\"type\":\"place\",\"type_strict\":\"all\"}}")))
                .isEmpty();
    }

    @Test
    void aBatchHasBounds() {
        assertThat(
                        ask("{\"a\":{\"query\":\"x\"},\"b\":{\"query\":\"x\"},\"c\":{\"query\":\"x\"},\"d\":{\"query\":\"x\"}}")
                                .statusCode())
                .isEqualTo(413);
        assertThat(ask("{\"q\":{\"query\":\"" + "x".repeat(101) + "\"}}").statusCode())
                .isEqualTo(413);
        assertThat(ask("{\"q\":{\"properties\":[{\"pid\":\"party\",\"v\":[\"a\",\"b\",\"c\"]}]}}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(service.get("/reconcile/0.2?extend="
                                + TestService.encode("{\"ids\":[\"a\",\"b\",\"c\"],\"properties\":[]}"))
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("/reconcile/1.0/match", "application/json", " ".repeat(5001))
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("/reconcile/1.0/match", "application/json", "[".repeat(4000))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/reconcile/1.0/match", "text/plain", "{}").statusCode())
                .isEqualTo(415);
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertThat(ask("{\"q3\":{\"query\":\"x\",\"properties\":[{\"v\":\"1\"}]}}")
                        .body())
                .contains("queries.q3.properties[0] has no pid", "bad-request");
        assertThat(ask("{\"q\":{\"query\":7}}").body()).contains("queries.q.query is a string, not the number 7");
        assertThat(ask("{\"q\":{\"query\":\"x\",\"props\":[]}}").body()).contains("has a member", "type_strict");
        assertThat(ask("{\"q\":{\"query\":\"x\"").body()).contains("The parameter queries is no JSON");
        assertThat(ask("{\"q\":{\"query\":\"x\",\"limit\":0}}").statusCode()).isEqualTo(400);
        assertThat(post(
                                "/reconcile/1.0/match",
                                "application/json",
                                "{\"queries\":[{\"conditions\":[{\"matchType\":\"property\",\"propertyId\":\"date\",\"propertyValue\":\"1990\",\"matchQualifier\":\"near\"}]}]}")
                        .body())
                .contains("queries[0].conditions[0].matchQualifier", "within-N-days");
    }

    @Test
    void previewsAreForFramesAndOnlyThey() {
        var preview = service.get("/reconcile/0.2/vi/preview?id=country/a");
        assertThat(TestService.header(preview, "Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors *", "default-src 'none'", "form-action 'none'")
                .doesNotContain("script-src", "unsafe");
        for (var path : List.of("/reconcile", "/reconcile/0.2/vi", "/reconcile/0.2/vi/preview?id=x")) {
            assertThat(TestService.header(service.get(path), "Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("frame-ancestors 'none'");
        }
    }

    @Test
    void markupInNamesIsText() {
        for (var path : List.of(
                "/reconcile/0.2/vi/preview?id=person/m",
                "/reconcile?lang=vi&name=Minh&date=" + TestService.encode("\"><script>1</script>"))) {
            var body = service.get(path, "Accept", "text/html").body();
            assertThat(body).contains("&lt;b&gt;Minh").doesNotContain("<b>Minh", "<script>x", "<script>1");
        }
        assertThat(service.get("/reconcile/0.2/vi/flyout/entity?id=person/m").body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void anySiteMayAsk() {
        var answer = ask("{\"q\":{\"query\":\"Aland\"}}");
        assertThat(TestService.header(answer, "Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(TestService.header(answer, "Content-Type")).containsExactly("application/json");
    }
}
