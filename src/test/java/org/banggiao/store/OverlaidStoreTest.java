package org.banggiao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A release with a graph laid over it answers as one store of all these graphs does. */
class OverlaidStoreTest {
    /** Of the overlay's triples, the release has some already. */
    @Nested
    class Shared extends Overlaid {
        Shared() {
            super("http://example.org/g2");
        }
    }

    /** The release is a database on disk. */
    @Nested
    class OverDatabase extends Overlaid {
        @TempDir
        private Path folder;

        OverDatabase() {
            super("http://example.org/g3");
        }

        @Override
        Store base(List<Quad> quads) {
            var releases = Releases.in(folder);
            releases.make(scratch -> {
                var sorted = new SortedQuads(scratch);
                for (var quad : quads) {
                    sorted.add(quad);
                }
                return new ReleaseContent(sorted, new TreeMap<>(), new TreeMap<>());
            });
            return releases.open();
        }
    }

    abstract static class Overlaid extends StoreContract {
        private final String laid;

        Overlaid(String laid) {
            this.laid = laid;
        }

        Store base(List<Quad> quads) {
            return MemoryStore.of(quads);
        }

        @Override
        Store open(DatasetGraph dataset) {
            var below = new ArrayList<Quad>();
            var above = new ArrayList<Triple>();
            dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(q -> {
                if (q.getGraph().getURI().equals(laid)) {
                    above.add(q.asTriple());
                } else {
                    below.add(q);
                }
            });
            return new OverlaidStore(base(below), Overlay.of(laid, above));
        }
    }

    private static Node node(String name) {
        return NodeFactory.createURI("http://example.org/" + name);
    }

    private static final Overlay RECORDS = Overlay.of(
            "http://example.org/records",
            List.of(
                    Triple.create(node("record"), node("type"), node("Record")),
                    Triple.create(node("record"), node("about"), node("visit")),
                    Triple.create(node("record"), node("label"), NodeFactory.createLiteralString("A file"))));

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            SELECT * { ?s :label ?l }                                       § true
            SELECT * { ?s :type :Visit ; :label ?l }                        § false
            SELECT * { ?s :type :Visit . ?r :about ?s ; :label ?l }         § true
            SELECT * { :visit ?p ?o }                                       § false
            SELECT * { ?s ?p :visit }                                       § true
            SELECT * { ?s :label "A visit" }                                § false
            SELECT * { ?s :type :Visit OPTIONAL { ?s :label ?l } }          § true
            SELECT * { ?s :type :Visit FILTER EXISTS { ?r :about ?s } }     § true
            SELECT * { ?s :type :Visit FILTER EXISTS { ?s :date ?d } }      § false
            SELECT * { ?s :date/:label ?l }                                 § true
            SELECT * { ?s :date+ ?l }                                       § false
            SELECT * { ?s :date* ?l }                                       § true
            SELECT * { :visit :date* ?l }                                   § false
            SELECT * { ?s (:date|^:about) ?l }                              § true
            SELECT * { ?s !:date ?l }                                       § true
            SELECT * { GRAPH ?g { } }                                       § true
            SELECT * { GRAPH ?g { ?s :date ?o } }                           § false
            SELECT * { GRAPH :records { ?s :date ?o } }                     § true
            SELECT * FROM :others { ?s ?p ?o }                              § false
            SELECT * FROM :records { ?s ?p ?o }                             § true
            DESCRIBE :visit                                                 § true
            CONSTRUCT { ?s :date ?o } { ?s :date ?o }                       § false
            ASK { { SELECT ?s { ?s :label ?l } LIMIT 1 } }                  § true
            ASK { ?s :date ?d MINUS { ?s :label ?l } }                      § true
            """)
    void onlyWhatCanFindSomethingOfTheOverlayIsAskedOfBoth(String query, boolean reaches) {
        var parsed = QueryFactory.create("PREFIX : <http://example.org/> " + query);
        assertThat(new OverlayReach(RECORDS, true).reaches(parsed)).as(query).isEqualTo(reaches);
    }

    @Test
    void whatIsLaidOverTheReleaseChangesWhatIsFoundAndWhatTheStateIsCalled() {
        var quads = List.of(
                new Quad(node("top"), node("visit"), node("type"), node("Visit")),
                new Quad(node("top"), node("visit"), node("label"), NodeFactory.createLiteralString("A visit")));
        try (var source = new OverlaidSource(StoreSource.of(MemoryStore.of(quads)))) {
            String before;
            try (var lease = source.lease()) {
                before = lease.store().state();
                assertThat(lease.store().overlay().isEmpty()).isTrue();
                source.lay(RECORDS);
                assertThat(count(lease.store()))
                        .as("who holds a store keeps it")
                        .isEqualTo(1);
            }
            try (var lease = source.lease()) {
                var store = lease.store();
                assertThat(count(store)).isEqualTo(2);
                assertThat(store.state()).isNotEqualTo(before).startsWith(before);
                assertThat(store.release().id()).isEqualTo(before);
                assertThat(store.graphs()).contains("http://example.org/records");
                assertThat(store.find(
                                List.of(new Quad(Node.ANY, Node.ANY, node("about"), node("visit"))),
                                10,
                                QueryLimits.DEFAULT))
                        .hasSize(1);
                try (var again = source.lease()) {
                    assertThat(again.store()).isSameAs(store);
                }
            }
            try (var pinned = source.lease(before, 3).orElseThrow()) {
                assertThat(count(pinned.store()))
                        .as("a release by its id is as it was made")
                        .isEqualTo(1);
            }
            source.lay(Overlay.NONE);
            try (var lease = source.lease()) {
                assertThat(lease.store().state()).isEqualTo(before);
            }
        }
    }

    private static int count(Store store) {
        try (var exec = store.query(
                QueryFactory.create("SELECT ?l { ?s <http://example.org/label> ?l }"),
                new QueryLimits(Duration.ofSeconds(20)))) {
            int rows = 0;
            var all = exec.select();
            while (all.hasNext()) {
                all.next();
                rows++;
            }
            return rows;
        }
    }
}
