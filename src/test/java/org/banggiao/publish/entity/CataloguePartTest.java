package org.banggiao.publish.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.banggiao.publish.PagesFixture;
import org.banggiao.store.ReleaseContent;
import org.banggiao.store.ReleasePart;
import org.banggiao.store.Releases;
import org.banggiao.store.SortedQuads;
import org.banggiao.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue that a release keeps is the one that its quads give. */
class CataloguePartTest {
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

    @Test
    void whatIsKeptIsWhatTheQuadsGive() throws Exception {
        try (var with = release("with", new CataloguePart());
                var without = release("without")) {
            var read = Catalogue.read(without);
            var kept = CataloguePart.kept(with).orElseThrow();
            assertThat(kept).hasSameSizeAs(read.all()).isNotEmpty();
            CataloguePart.write(folder.resolve("read"), read.all());
            CataloguePart.write(folder.resolve("kept"), kept);
            assertThat(folder.resolve("kept")).hasSameBinaryContentAs(folder.resolve("read"));

            var opened = Catalogue.of(with);
            for (var kind : Kind.values()) {
                assertThat(opened.list(kind).stream().map(Listed::iri))
                        .as(kind.path())
                        .containsExactlyElementsOf(
                                read.list(kind).stream().map(Listed::iri).toList());
            }
            for (var listed : read.all()) {
                var same = opened.get(listed.iri()).orElseThrow();
                assertThat(same.label("vi")).isEqualTo(listed.label("vi"));
                assertThat(same.types()).isEqualTo(listed.types());
                assertThat(same.years()).isEqualTo(listed.years());
                assertThat(opened.things(listed.iri()).stream().map(Listed::iri))
                        .containsExactlyElementsOf(read.things(listed.iri()).stream()
                                .map(Listed::iri)
                                .toList());
            }
        }
    }

    @Test
    void aReleaseThatKeepsNoneIsReadFromItsQuads() {
        try (var without = release("without")) {
            assertThat(CataloguePart.kept(without)).isEmpty();
            assertThat(Catalogue.of(without).list(Kind.EVENT)).hasSize(2);
        }
    }
}
