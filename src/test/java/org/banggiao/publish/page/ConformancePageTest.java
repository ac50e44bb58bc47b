package org.banggiao.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.banggiao.publish.catalog.ConformanceReports;
import org.banggiao.publish.catalog.ConformanceReports.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConformancePageTest {
    private static final Node OUTCOME = NodeFactory.createURI("http://www.w3.org/ns/earl#outcome");

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.of(PagesFixture.store(), Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyReportIsReadAndHasAReasonForWhatDoesNotPass() {
        var reports = ConformanceReports.read().reports();
        assertThat(reports).hasSize(5).allSatisfy(report -> {
            assertThat(report.sha256()).matches("[0-9a-f]{64}");
            assertThat(report.count(Outcome.PASSED)).isPositive();
            for (var outcome : List.of(Outcome.FAILED, Outcome.INAPPLICABLE)) {
                assertThat(report.cases(outcome))
                        .allSatisfy(c -> assertThat(c.note()).as(c.key()).endsWith("."));
            }
        });
    }

    @Test
    void thePageCountsWhatTheReportSays() {
        var turtle = service.get("/conformance", "Accept", "text/turtle");
        assertThat(turtle.statusCode()).isEqualTo(200);
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle.body(), Lang.TURTLE).parse(graph);
        long cases = ConformanceReports.read().reports().stream()
                .mapToLong(r -> r.cases().size())
                .sum();
        assertThat(graph.find(Node.ANY, OUTCOME, Node.ANY).toList()).hasSize((int) cases);
        var suffix = service.get("/conformance.ttl", "Accept", "text/html");
        assertThat(suffix.body()).isEqualTo(turtle.body());
        assertThat(service.get("/conformance", "Accept", "image/png").statusCode())
                .isEqualTo(406);

        assertThat(service.get("/conformance/none").statusCode()).isEqualTo(404);
        for (String language : List.of("en", "vi")) {
            var page = service.get("/conformance?lang=" + language, "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("<h1>" + (language.equals("en") ? "Conformance" : "Mức tuân thủ chuẩn") + "</h1>")
                    .contains("SPARQL 1.1 Graph Store HTTP Protocol", "./conformance/protocol?lang=" + language);
            for (var report : ConformanceReports.read().reports()) {
                var suite = service.get("/conformance/" + report.name() + "?lang=" + language, "Accept", "text/html");
                assertThat(suite.body()).contains("<h1 lang=\"en\">" + report.title() + "</h1>");
                assertThat(report.cases())
                        .allSatisfy(c -> assertThat(suite.body()).contains("<code>" + c.key() + "</code>"));
            }
        }
    }
}
