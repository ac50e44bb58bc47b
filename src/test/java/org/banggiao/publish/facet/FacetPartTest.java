package org.banggiao.publish.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.ReleaseContent;
import org.banggiao.store.ReleasePart;
import org.banggiao.store.Releases;
import org.banggiao.store.SortedQuads;
import org.banggiao.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The indexes of lists that a release keeps are those that its quads give. */
class FacetPartTest {
    private static final Prefixes PREFIXES = Prefixes.of(States.BASE);
    private static final ListShapes OWN = ListShapes.own(States.BASE);

    @TempDir
    private Path folder;

    private Store release(String name, ReleasePart... parts) {
        var releases = Releases.in(folder.resolve(name));
        var unused = releases.make(scratch -> {
            var quads = new SortedQuads(scratch);
            for (var quad : PagesFixture.quads()) {
                quads.add(quad);
            }
            return new ReleaseContent(quads, new TreeMap<>(), new TreeMap<>(), List.of(parts));
        });
        return releases.open();
    }

    private static Optional<FacetIndex> kept(Store store, ListShape shape) {
        return store.part(FacetPart.FOLDER)
                .flatMap(part -> FacetFile.of(part, shape, PREFIXES).read());
    }

    @Test
    void whatIsKeptIsWhatTheQuadsGive() {
        try (var store = release("kept", new FacetPart(OWN, States.BASE))) {
            for (var shape : OWN.lists()) {
                var read = IndexReader.read(store, shape, PREFIXES, QueryLimits.DEFAULT);
                assertThat(said(kept(store, shape).orElseThrow()))
                        .as(shape.key())
                        .isEqualTo(said(read));
            }
            assertThat(kept(store, OWN.list("event").orElseThrow())
                            .orElseThrow()
                            .size())
                    .isEqualTo(2);
        }
    }

    @Test
    void theSameReleaseHasTheSameBytes() throws Exception {
        try (var one = release("one", new FacetPart(OWN, States.BASE));
                var other = release("other", new FacetPart(OWN, States.BASE))) {
            for (var shape : OWN.lists()) {
                assertThat(one.part(FacetPart.FOLDER).orElseThrow().resolve(shape.key()))
                        .hasSameBinaryContentAs(
                                other.part(FacetPart.FOLDER).orElseThrow().resolve(shape.key()));
            }
        }
    }

    @Test
    void aListOpensWithoutAskingTheQuads() {
        try (var store = release("opened", new FacetPart(OWN, States.BASE))) {
            var lists = new FacetLists(OWN, PREFIXES);
            var shape = OWN.list("event").orElseThrow();
            var part = store.part(FacetPart.FOLDER);
            store.close();
            // A closed store refuses every query, and still says where its files are.
            assertThat(part).isPresent();
            assertThat(lists.index(shape, store).size()).isEqualTo(2);
            assertThat(lists.bytes()).isPositive();
        }
    }

    @Test
    void whereAReleaseWasMadeWithoutOrWithOtherFacetsItsQuadsAreRead() {
        var other = ListShapes.read(
                new ByteArrayInputStream("""
                        PREFIX sh: <http://www.w3.org/ns/shacl#>
                        PREFIX facet: <https://w3id.org/banggiao/facet#>
                        PREFIX bg: <https://w3id.org/banggiao/ontology#>
                        <event> a sh:NodeShape ; facet:key "event" ; sh:targetClass bg:Visit ; sh:name "Visits"@en .
                        """.getBytes(StandardCharsets.UTF_8)), States.BASE, "other.ttl");
        var visits = other.list("event").orElseThrow();
        try (var without = release("without");
                var with = release("with", new FacetPart(OWN, States.BASE))) {
            assertThat(kept(without, OWN.list("event").orElseThrow())).isEmpty();
            assertThat(kept(with, visits)).isEmpty();
            assertThat(FacetFile.of(
                                    with.part(FacetPart.FOLDER).orElseThrow(),
                                    OWN.list("event").orElseThrow(),
                                    Prefixes.of("http://other.example/"))
                            .read())
                    .isEmpty();
            assertThat(new FacetLists(other, PREFIXES).index(visits, with).size())
                    .isEqualTo(1);
            assertThat(new FacetLists(OWN, PREFIXES)
                            .index(OWN.list("event").orElseThrow(), without)
                            .size())
                    .isEqualTo(2);
        }
    }

    @Test
    void aFileThatEndsTooEarlyIsSaidByName() throws Exception {
        try (var store = release("cut", new FacetPart(OWN, States.BASE))) {
            var shape = OWN.list("event").orElseThrow();
            var file = store.part(FacetPart.FOLDER).orElseThrow().resolve(shape.key());
            var bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 3));
            assertThatThrownBy(() -> kept(store, shape)).hasMessageContaining(file.toString());
        }
    }

    /** All that an index says. */
    private static List<String> said(FacetIndex index) {
        var lines = new ArrayList<String>();
        for (int m = 0; m < index.size(); m++) {
            int member = m;
            lines.add(index.member(m) + " " + index.labels(m) + " " + index.date(m) + " " + index.uses(m) + " "
                    + index.points(m));
            index.shape()
                    .facets()
                    .forEach(f -> lines.add(f.key() + " " + index.values(f, member)
                            + Arrays.toString(index.column(f).of(member))));
        }
        index.shape()
                .facets()
                .forEach(f -> index.values(f)
                        .forEach(v -> lines.add(f.key() + " " + v.text() + " " + v.nodes() + " "
                                + new TreeMap<>(v.labels()) + " " + v.broader())));
        return lines;
    }
}
