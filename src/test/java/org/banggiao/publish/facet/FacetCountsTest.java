package org.banggiao.publish.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.publish.PagesFixture;
import org.banggiao.store.MemoryStore;
import org.banggiao.store.Passages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What lists and their facets count is what their queries count, on a small graph and on the released one. */
class FacetCountsTest {
    @Test
    void everyListOfTheSmallGraphIsWhatItsQueriesSay() {
        try (var store = PagesFixture.store()) {
            for (var shape : States.LISTS.shapes().lists()) {
                for (var order : shape.orders()) {
                    States.compare(ListState.of(shape).by(order), store, "vi");
                }
            }
            long seed = 20261126;
            var random = new Random(seed);
            for (int i = 0; i < 60; i++) {
                States.compare(States.random(store, random), store, i % 2 == 0 ? "vi" : "en");
            }
        }
    }

    @Test
    @Tag("heavy")
    void aHundredStatesOfTheReleasedGraphAreWhatTheirQueriesSay() {
        var quads = new ArrayList<Quad>();
        RDFDataMgr.loadDatasetGraph(Path.of("data/graph/dataset.nq").toString())
                .find()
                .forEachRemaining(quads::add);
        try (var store = MemoryStore.of(quads, Passages.NONE)) {
            long seed = 1954;
            var random = new Random(seed);
            int found = 0;
            for (int i = 0; i < 100; i++) {
                var state = States.random(store, random);
                States.compare(state, store, i % 2 == 0 ? "vi" : "en");
                found += States.LISTS.select(state, store, "vi").size() > 0 ? 1 : 0;
            }
            assertThat(found)
                    .as("states of seed " + seed + " that select anything")
                    .isGreaterThan(40);
        }
    }

    @Test
    void aChoiceOfSeveralValuesIsAnyOfThemAndOfSeveralFacetsOneOfEach() {
        try (var store = PagesFixture.store()) {
            var events = States.LISTS.shapes().list("event").orElseThrow();
            var type = events.facet("type").orElseThrow();
            var country = events.facet("country").orElseThrow();
            var all = ListState.of(events);
            assertThat(size(all, store)).isEqualTo(2);
            assertThat(size(all.with(type, "Visit"), store)).isEqualTo(1);
            assertThat(size(all.with(type, "Visit").with(type, "Statement"), store))
                    .isEqualTo(2);
            assertThat(size(all.with(type, "Visit").with(type, "Statement").with(country, "vietnam"), store))
                    .isEqualTo(1);
            assertThat(size(all.with(type, "Statement").with(country, "vietnam"), store))
                    .isZero();
            assertThat(all.with(type, "Visit").with(type, "Statement").query()).isEqualTo("type=Statement&type=Visit");
            assertThat(all.with(type, "Visit").without(type, "Visit")).isEqualTo(all);
            assertThat(List.of(States.LISTS
                            .select(all, store, "vi")
                            .things()
                            .getFirst()
                            .getURI()))
                    .containsExactly(States.BASE + "id/event/k7m2q");
        }
    }

    private static int size(ListState state, MemoryStore store) {
        return States.LISTS.select(state, store, "vi").size();
    }
}
