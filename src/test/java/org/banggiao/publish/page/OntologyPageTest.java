package org.banggiao.publish.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banggiao.publish.TestService.header;

import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ontology as pages says what the ontology says. */
class OntologyPageTest {
    private static final String BG = "https://w3id.org/banggiao/ontology#";

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.of(PagesFixture.store(), Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String page(String path) {
        var response = service.get(path, "Accept", "text/html");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    @Test
    void theOverviewDrawsEveryClassAndListsEveryTerm() {
        var ontology = RDFDataMgr.loadGraph("ontology/banggiao.ttl");
        var page = page("/ontology?lang=en");
        var classes = ontology.find(Node.ANY, RDF.type.asNode(), OWL2.Class.asNode())
                .mapWith(t -> t.getSubject().getURI())
                .filterKeep(iri -> iri.startsWith(BG))
                .toList();
        assertThat(classes).hasSizeGreaterThan(40);
        for (var iri : classes) {
            var name = iri.substring(BG.length());
            assertThat(page).contains("id=\"" + name + "\"", "href=\"./ontology/" + name + "?lang=en\"");
        }
        var svg = page.substring(page.indexOf("<svg"), page.indexOf("</svg>"));
        assertThat(Pattern.compile("<text x=").matcher(svg).results().count()).isEqualTo(classes.size());
        assertThat(svg)
                .contains("role=\"img\"", "aria-label=\"Tree of " + classes.size() + " classes")
                .doesNotContain("style=", "fill=");
        assertThat(page)
                .contains("0.1.0", "Lists of codes", "code/flowstage", "rel=\"alternate\" type=\"text/turtle\"");
    }

    @Test
    void aClassHasBothLanguagesItsPlaceItsUseAndThings() {
        var page = page("/ontology/Visit?lang=en").replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
        assertThat(page)
                .contains("Visit bg:Visit", "chuyến thăm", "A delegation or leader travels to another country.")
                .contains("Đoàn đại biểu hoặc lãnh đạo sang nước khác.")
                .contains("A kind of event")
                .contains("In this release 1 thing")
                .contains("Visit: Vietnam, Finland, 1983")
                .contains("introduced in 0.1.0");
        assertThat(page("/ontology/Event?lang=vi").replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
                .contains("Hẹp hơn")
                .contains("chuyến thăm");
    }

    @Test
    void whatTheShapesAskIsSaidInWords() {
        var event = text(page("/ontology/Event?lang=en"));
        assertThat(event)
                .contains("What its things must and may have")
                .contains("Event type Entry of a list of codes (exactly 1)")
                .contains("Place Place", "Contracting party Never");
        assertThat(text(page("/ontology/ClaimedThing?lang=en")))
                .contains("One in English; one in Vietnamese; at most one in each language")
                .contains("Date, as precise as is known (at most 1)");
        assertThat(text(page("/ontology/AidFlow?lang=vi"))).contains("đúng 1", "ít nhất 1");
        assertThat(text(page("/ontology/participant?lang=en"))).contains("What is asked of it", "Event Actor");
        assertThat(text(page("/ontology/Visit?lang=en"))).doesNotContain("must and may");
    }

    private static String text(String page) {
        return page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").replace("( ", "(");
    }

    @Test
    void aPropertyHasItsStatements() {
        var page =
                page("/ontology/participant?lang=en").replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
        assertThat(page).contains("With values from actor", "→ Finland", "triples");
    }

    @Test
    void aTermComesInEveryFormat() {
        var wanted = GraphFactory.createDefaultGraph();
        var visit = NodeFactory.createURI(BG + "Visit");
        RDFDataMgr.loadGraph("ontology/banggiao.ttl")
                .find(visit, Node.ANY, Node.ANY)
                .forEachRemaining(wanted::add);
        for (var entry : Map.of("ttl", Lang.TURTLE, "nt", Lang.NTRIPLES, "rdf", Lang.RDFXML, "jsonld", Lang.JSONLD)
                .entrySet()) {
            var response = service.get("/ontology/Visit." + entry.getKey());
            assertThat(response.statusCode()).isEqualTo(200);
            var graph = GraphFactory.createDefaultGraph();
            RDFParser.fromString(response.body(), entry.getValue()).parse(graph);
            assertThat(graph.isIsomorphicWith(wanted)).as(entry.getKey()).isTrue();
        }
        assertThat(header(service.get("/ontology/Visit", "Accept", "application/ld+json"), "Content-Type"))
                .containsExactly("application/ld+json");
    }

    @Test
    void aVersionLeadsToTheOntologyAndWhatIsNoTermSaysSo() {
        var version = service.get("/ontology/0.1.0");
        assertThat(version.statusCode()).isEqualTo(303);
        assertThat(header(version, "Location")).containsExactly("../ontology");
        var none = service.get("/ontology/Nonsense", "Accept", "application/json");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("no-such-term", "The vocabulary /ontology has no term Nonsense");
    }
}
