package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.banggiao.graph.Vocabulary;
import org.banggiao.store.ReleaseContent;
import org.banggiao.store.Releases;
import org.banggiao.store.SortedQuads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command links: a table is checked, taken as a whole, or refused as a whole. */
class LinksCommandTest {
    private static final String EVENT = "https://w3id.org/banggiao/id/event/e1";
    private static final String HEAD = "record,title,about,holder\n";

    @TempDir
    Path temp;

    @BeforeEach
    void aReleaseWithAnEvent() {
        var event = NodeFactory.createURI(EVENT);
        var graph = NodeFactory.createURI("https://w3id.org/banggiao/graph/top");
        var unused = Releases.in(temp.resolve("release")).make(scratch -> {
            var quads = new SortedQuads(scratch);
            quads.add(new Quad(graph, event, RDF.type.asNode(), Vocabulary.EVENT));
            quads.add(new Quad(graph, event, RDFS.label.asNode(), NodeFactory.createLiteralLang("A visit", "en")));
            return new ReleaseContent(quads, new TreeMap<>(), new TreeMap<>());
        });
    }

    private Cli links(String table, Object... more) throws IOException {
        return links(table.getBytes(StandardCharsets.UTF_8), more);
    }

    private Cli links(byte[] table, Object... more) throws IOException {
        Files.write(temp.resolve("links.csv"), table);
        var all = new Object[6 + more.length];
        System.arraycopy(
                new Object[] {
                    "links",
                    temp.resolve("links.csv"),
                    "--release",
                    temp.resolve("release"),
                    "--inbox",
                    temp.resolve("inbox")
                },
                0,
                all,
                0,
                6);
        System.arraycopy(more, 0, all, 6, more.length);
        return Cli.run(all);
    }

    private static String line(int number, String about) {
        return "https://archive.example/r/" + number + ",Letter " + number + "," + about + ",An archive\n";
    }

    @Test
    void aTableIsCheckedAndNothingIsKept() throws IOException {
        var run = links(HEAD + line(1, "event:e1") + line(2, EVENT));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("2 links, no fault; nothing was published (see --apply)\n");
        assertThat(temp.resolve("inbox")).doesNotExist();
    }

    @Test
    void itIsPublishedOnceHoweverOftenItIsSent() throws IOException {
        var table = HEAD + line(1, EVENT) + line(2, EVENT);
        var first = links(table, "--by", "Lan", "--apply");
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.out()).isEqualTo("2 links published, 0 were published already\n");
        var file = temp.resolve("inbox/inbox.jsonl");
        assertThat(Files.readString(file)).contains("Letter 1", "Letter 2", "Lan");
        var second = links(table + line(3, EVENT), "--apply");
        assertThat(second.out()).isEqualTo("1 links published, 2 were published already\n");
    }

    @Test
    void oneFaultRefusesAllAndEachIsNamedWithItsLine() throws IOException {
        var run = links(HEAD + line(1, EVENT) + line(2, "event:nothing") + line(1, EVENT), "--apply");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("line 3: this release describes nothing that a record can be about under \"event:nothing\"")
                .contains("line 4: it says the same as line 2");
        assertThat(temp.resolve("inbox/inbox.jsonl"))
                .satisfiesAnyOf(
                        file -> assertThat(file).doesNotExist(),
                        file -> assertThat(file).isEmptyFile());
    }

    @Test
    void whatIsNoTableInUtf8IsRefused() throws IOException {
        var latin = links(
                (HEAD + "https://archive.example/r/1,Très é," + EVENT + ",x\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(latin.exit()).isEqualTo(3);
        assertThat(latin.err()).contains("links.csv cannot be read").contains("UTF-8");
        var missing = Cli.run("links", temp.resolve("none.csv"), "--release", temp.resolve("release"));
        assertThat(missing.exit()).isEqualTo(3);
        assertThat(missing.err()).contains("none.csv");
        assertThat(links("record;about;holder\n").err()).contains("Columns are separated by commas");
    }
}
