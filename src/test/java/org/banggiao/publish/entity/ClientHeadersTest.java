package org.banggiao.publish.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What clients get that send the headers of {@code clients.tsv}, and the table of them in src/docs/negotiation.md; with
 * {@code -Dbanggiao.update=true} the table is written anew.
 */
class ClientHeadersTest {
    private static final Path DOCUMENT = Path.of("src", "docs", "negotiation.md");
    private static final String START = "<!-- clients -->\n";
    private static final String END = "<!-- end of clients -->\n";
    private static final Map<String, Lang> DATA = Map.of(
            "text/turtle", Lang.TURTLE,
            "application/ld+json", Lang.JSONLD,
            "application/json", Lang.JSONLD,
            "application/rdf+xml", Lang.RDFXML,
            "text/plain", Lang.NTRIPLES,
            "application/trig", Lang.TRIG);
    private static TestService service;

    /** A line of the table; no header where Accept is {@code -}. */
    record Client(String name, String version, String accept, String gets) {}

    @BeforeAll
    static void start() {
        service = TestService.of(PagesFixture.store(), Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<Client> clients() throws IOException {
        try (var in = Objects.requireNonNull(ClientHeadersTest.class.getResourceAsStream("clients.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .skip(1)
                            .map(line -> line.split("\t", -1))
                            .map(cells -> new Client(cells[0], cells[1], cells[2], cells[3]))
                            .toList()
                            .stream();
        }
    }

    @Test
    void thirtyHeadersAtLeast() throws IOException {
        assertThat(clients().map(Client::accept).distinct()).hasSizeGreaterThan(20);
        assertThat(clients()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void eachClientGetsWhatItReads(Client client) {
        for (String path : List.of("/id/event/k7m2q", "/id/country/finland", "/code/flowstage/delivery")) {
            var response =
                    client.accept().equals("-") ? service.get(path) : service.get(path, "Accept", client.accept());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(mediaType(response)).as(path).isEqualTo(client.gets());
            assertThat(TestService.header(response, "Vary").toString()).containsIgnoringCase("accept");
            var lang = DATA.get(client.gets());
            if (lang != null) {
                var data = DatasetGraphFactory.create();
                RDFParser.fromString(response.body(), lang).parse(data);
                assertThat(data.isEmpty()).isFalse();
            }
        }
    }

    @Test
    void theDocumentHasTheTable() throws IOException {
        var table = new StringBuilder("| client | version | `Accept` | gets |\n| --- | --- | --- | --- |\n");
        clients()
                .forEach(c -> table.append("| ")
                        .append(c.name().replace(" *", "\\*"))
                        .append(" | ")
                        .append(c.version())
                        .append(" | ")
                        .append(c.accept().equals("-") ? "none" : "`" + c.accept() + "`")
                        .append(" | `")
                        .append(c.gets())
                        .append("` |\n"));
        var text = Files.readString(DOCUMENT);
        int from = text.indexOf(START) + START.length();
        int to = text.indexOf(END);
        if (Boolean.getBoolean("banggiao.update")) {
            Files.writeString(DOCUMENT, text.substring(0, from) + table + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to))
                .as("mvn -q -Pquick test -Dtest=ClientHeadersTest -Dbanggiao.update=true writes the table anew")
                .isEqualTo(table.toString());
    }

    private static String mediaType(HttpResponse<?> response) {
        return String.join("", TestService.header(response, "Content-Type")).split(";", 2)[0];
    }
}
