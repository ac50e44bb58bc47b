package org.banggiao.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Pictures as they are asked for over HTTP. */
class PictureServiceTest {
    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.of(PagesFixture.store(), Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/timeline",
                "/timeline/thing",
                "/timeline/instrument",
                "/timeline/event?year=1980-1989",
                "/map",
                "/map/instrument",
                "/aid",
                "/aid/streams?by=sector",
                "/network",
                "/network/persons",
                "/life/h4n"
            })
    void everyPictureIsAPageInBothLanguages(String path) {
        for (var language : new String[] {"vi", "en"}) {
            var page = service.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body().contains("class=\"lede\" id=\"seen\""))
                    .as(path)
                    .isTrue();
            assertThat(page.body().contains("<h2>SPARQL</h2>"))
                    .as(path + ": the small graph has no sums, and so no query for them")
                    .isEqualTo(!path.startsWith("/aid"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/timeline/event.svg",
                "/map/event.svg",
                "/aid/years.svg",
                "/network/countries.svg",
                "/life/h4n.svg"
            })
    void aFileStandsByItself(String path) throws Exception {
        var file = service.get(path + "?lang=vi");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
        var body = file.body();
        for (var word :
                new String[] {"<script", "href", "style", "class=\"i-", "url(", "var(", "<image", "<use", "@import"}) {
            assertThat(body.contains(word)).as(word + " in " + path).isFalse();
        }
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var root = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(body)))
                .getDocumentElement();
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
        assertThat(service.get(path + "?lang=vi").body()).isEqualTo(body);
    }

    @Test
    void nothingInTheDataBecomesMarkup() {
        for (var path : new String[] {
            "/timeline/event?lang=vi",
            "/timeline/event?lang=en",
            "/timeline/event.svg?lang=vi",
            "/timeline/event.svg?lang=en"
        }) {
            var body = service.get(path).body();
            assertThat(body.contains("alert(")).as(path).isTrue();
            assertThat(body.contains("<script>alert") || body.contains("<img src=x"))
                    .as(path)
                    .isFalse();
        }
    }

    @Test
    void imagesArePaintedWithTheLettersThatComeAlong() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(service.url() + "/timeline/event.png?lang=vi"))
                    .build();
            var first = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(first.headers().firstValue("Content-Type")).hasValue("image/png");
            var image = ImageIO.read(new ByteArrayInputStream(first.body()));
            assertThat(image.getWidth()).isEqualTo(2320);
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .body())
                    .isEqualTo(first.body());
            var known = service.get(
                    "/timeline/event.png?lang=vi",
                    "If-None-Match",
                    first.headers().firstValue("ETag").orElseThrow());
            assertThat(known.statusCode()).isEqualTo(304);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/timeline/event?year=spring|400|year",
                "/timeline/event?colour=red|400|no parameter",
                "/timeline/event?country=atlantis|400|atlantis",
                "/aid?by=colour|400|recipient, sector, aidtype, terms",
                "/aid?stage=delivery&stage=commitment|400|never added",
                "/timeline/country|404|/timeline/event",
                "/timeline/event.gif|404|/timeline/event",
                "/map/aidflow|404|/map/event",
                "/aid/pie|404|/aid/years",
                "/network/ships|404|/network/persons",
                "/life/nothing|404|/life/"
            })
    void whatIsWrongIsSaid(String path, int status, String word) {
        var answer = service.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.body()).contains(word);
        assertThat(service.get(path, "Accept", "text/html").statusCode()).isEqualTo(status);
    }

    @Test
    void theStartPageAndThePageOfAnAgreementLeadToThem() {
        assertThat(service.get("/?lang=en").body().contains("./timeline?lang=en"))
                .isTrue();
        assertThat(service.get("/id/instrument/h4n?lang=en").body().contains("/life/h4n?lang=en"))
                .isTrue();
        assertThat(service.get("/id/event/k7m2q?lang=en").body().contains("/life/"))
                .isFalse();
    }
}
