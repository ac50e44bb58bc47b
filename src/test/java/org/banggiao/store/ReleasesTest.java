package org.banggiao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.RowSetOps;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.banggiao.issue.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    private static final SortedMap<String, String> MADE_FROM = new TreeMap<>(Map.of("rules", "v1"));

    @TempDir
    private Path root;

    private ReleaseInfo make(String trig) {
        return make(trig, new TreeMap<>());
    }

    private ReleaseInfo make(String trig, SortedMap<String, PassageWords> passages) {
        return Releases.in(root).make(scratch -> {
            var file = Files.writeString(scratch.resolve("data.trig"), "PREFIX : <http://example.org/> " + trig);
            var quads = new SortedQuads(scratch);
            RdfFile.of(file, "http://example.org/").readInto(quads);
            return new ReleaseContent(quads, passages, MADE_FROM);
        });
    }

    private static long size(Store store) {
        try (var exec = store.query(QueryFactory.create("SELECT * { ?s ?p ?o }"), QueryLimits.DEFAULT)) {
            return RowSetOps.count(exec.select());
        }
    }

    @Test
    void whatWasMadeIsCurrentAndSaysWhatIsInIt() throws IOException {
        var info = make("GRAPH :g { :b a :Visit . :a a :Visit ; :p \"ừ\", \"🤝\", \"x\" } GRAPH :h { :a a :Visit }");
        assertThat(info.quads()).isEqualTo(6);
        assertThat(info.classes()).containsExactly(Map.entry("http://example.org/Visit", 2L));
        assertThat(info.madeFrom()).isEqualTo(MADE_FROM);
        try (var store = Releases.in(root).open()) {
            assertThat(store.release()).isEqualTo(info);
            assertThat(size(store)).isEqualTo(5);
            assertThat(store.passages().text("http://example.org/passage")).isEmpty();
        }
        var folder = Releases.in(root).current();
        assertThat(folder).isEqualTo(root.resolve(info.id()));
        try (var lines = new GZIPInputStream(Files.newInputStream(folder.resolve("dataset.nq.gz")))) {
            assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("""
                            <http://example.org/a> <http://example.org/p> "x" <http://example.org/g> .
                            <http://example.org/a> <http://example.org/p> "ừ" <http://example.org/g> .
                            <http://example.org/a> <http://example.org/p> "🤝" <http://example.org/g> .
                            <http://example.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/Visit> <http://example.org/g> .
                            <http://example.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/Visit> <http://example.org/h> .
                            <http://example.org/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/Visit> <http://example.org/g> .
                            """);
        }
    }

    @Test
    void theSameContentIsTheSameRelease() throws IOException {
        var first = make("GRAPH :g { :a :p 1, 2 }");
        var manifest = Files.readString(Releases.in(root).current().resolve("manifest.json"));
        var again = make("GRAPH :g { :a :p 2, 1, 1 }");
        assertThat(again).isEqualTo(first);
        assertThat(Files.readString(Releases.in(root).current().resolve("manifest.json")))
                .isEqualTo(manifest);
        assertThat(make("GRAPH :g { :a :p 3 }").id()).isNotEqualTo(first.id());
        assertThat(make(
                                "GRAPH :g { :a :p 1, 2 }",
                                new TreeMap<>(Map.of("http://example.org/x", PassageWords.of("Câu."))))
                        .id())
                .isNotEqualTo(first.id());
        assertThat(make("GRAPH :g { :a :p 1, 2 }").id()).isEqualTo(first.id());
        assertThat(Releases.in(root).current()).isEqualTo(root.resolve(first.id()));
    }

    @Test
    void passagesStayBesideTheGraph() {
        make(
                "GRAPH :g { :a :p 1 }",
                new TreeMap<>(Map.of("http://example.org/x", PassageWords.of("Hai bên “ký”\n hiệp định."))));
        try (var store = Releases.in(root).open()) {
            assertThat(store.passages().text("http://example.org/x")).contains("Hai bên “ký”\n hiệp định.");
            assertThat(store.passages().text("http://example.org/y")).isEmpty();
            assertThat(size(store)).isEqualTo(1);
        }
    }

    @Test
    void passagesKeepTheirParagraph() {
        var words = new PassageWords("Hai bên ký.", "Đoàn đến¹.", "Hai bên ký².", "Đoàn về.");
        make("GRAPH :g { :a :p 1 }", new TreeMap<>(Map.of("http://example.org/x", words)));
        try (var store = Releases.in(root).open()) {
            assertThat(store.passages().words("http://example.org/x")).contains(words);
            assertThat(store.passages().text("http://example.org/x")).contains("Hai bên ký.");
        }
    }

    @Test
    void openingAndAskingLeavesEveryFileAsItWas() {
        make("GRAPH :g { :a :p 1 }");
        try (var store = Releases.in(root).open()) {
            assertThat(size(store)).isEqualTo(1);
        }
        Releases.in(root).open().close();
    }

    @Test
    void aReleaseFolderCanBeOpenedItself() {
        make("GRAPH :g { :a :p 1 }");
        try (var store = Releases.in(Releases.in(root).current()).open()) {
            assertThat(size(store)).isEqualTo(1);
        }
    }

    @Test
    void theSameReleaseCanBeOpenTwiceInOneProcess() {
        make("GRAPH :g { :a :p 1 }");
        try (var one = Releases.in(root).open();
                var two = Releases.in(root).open()) {
            assertThat(size(one)).isEqualTo(1);
            one.close();
            assertThat(size(two)).isEqualTo(1);
        }
    }

    @Test
    void severalProcessesReadOneReleaseAtOnce() throws Exception {
        make("GRAPH :g { :a :p 1, 2 }");
        try (var store = Releases.in(root).open()) {
            assertThat(size(store)).isEqualTo(2);
            var child = ChildJvm.start(Reader.class, root.toString());
            assertThat(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("2\n");
            assertThat(child.waitFor()).isZero();
            assertThat(size(store)).isEqualTo(2);
        }
    }

    /** Prints how many triples the current release has. */
    static final class Reader {
        public static void main(String[] args) {
            try (var store = Releases.in(Path.of(args[0])).open()) {
                System.out.print(size(store) + "\n");
            }
        }
    }

    @Test
    void nothingToPublishLeavesTheOldReleaseInPlace() {
        var old = make("GRAPH :g { :a :p 1 }");
        assertFault(StoreIssue.RDF_EMPTY, () -> make(""), "There is not one triple to publish.");
        assertThat(Releases.in(root).current()).isEqualTo(root.resolve(old.id()));
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void noReleaseIsSaid() {
        assertFault(
                StoreIssue.RELEASE_MISSING,
                () -> Releases.in(root).open(),
                "There is no release in " + root + ". Make one with the command build or load.");
    }

    @Test
    void damageIsSaidFileByFile() throws IOException {
        make("GRAPH :g { :a :p 1 }", new TreeMap<>(Map.of("http://example.org/x", PassageWords.of("Câu."))));
        var folder = Releases.in(root).current();
        Files.writeString(folder.resolve("passages.jsonl"), "more", StandardOpenOption.APPEND);
        Files.delete(folder.resolve("dataset.nq.gz"));
        try (var index =
                new RandomAccessFile(folder.resolve("tdb2/Data-0001/SPOG.dat").toFile(), "rw")) {
            index.seek(100);
            int was = index.read();
            index.seek(100);
            index.write(was + 1);
        }
        long passages = Files.size(folder.resolve("passages.jsonl"));
        assertFault(
                StoreIssue.RELEASE_DAMAGED,
                () -> Releases.in(root).open(),
                "The release " + folder
                        + " is damaged: SPOG.dat has changed (its SHA-256 differs); dataset.nq.gz is missing;"
                        + " passages.jsonl has " + passages + " bytes instead of " + (passages - 4)
                        + ". Make it again, or restore the folder from a copy.");
        var again =
                make("GRAPH :g { :a :p 1 }", new TreeMap<>(Map.of("http://example.org/x", PassageWords.of("Câu."))));
        assertThat(Releases.in(root).current()).isEqualTo(root.resolve(again.id() + "-2"));
        Releases.in(root).open().close();
    }

    @Test
    void anotherVersionIsSaid() throws IOException {
        make("GRAPH :g { :a :p 1 }");
        var manifest = Releases.in(root).current().resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"version\" *: *2", "\"version\": 1"));
        assertFault(
                StoreIssue.RELEASE_VERSION,
                () -> Releases.in(root).open(),
                "The release " + manifest.getParent()
                        + " is of version 1 of the format, where this program reads version 2. Make it again with this program.");
        Files.writeString(manifest, "{ \"version\": 1, ");
        assertFault(
                StoreIssue.RELEASE_DAMAGED,
                () -> Releases.in(root).open(),
                "The release " + manifest.getParent()
                        + " is damaged: manifest.json cannot be read. Make it again, or restore the folder from a copy.");
    }

    @Test
    void thePointerNamesReleasesInTheFolderOnly() throws IOException {
        make("GRAPH :g { :a :p 1 }");
        Files.writeString(root.resolve("current"), "../elsewhere\n");
        assertFault(
                StoreIssue.RELEASE_DAMAGED,
                () -> Releases.in(root).open(),
                root.resolve("current") + " does not name a release."
                        + " Make a release again, or write the name of one into it.");
    }

    @Test
    void twoDoNotMakeReleasesInOneFolder() throws IOException {
        make("GRAPH :g { :a :p 1 }");
        try (var channel = FileChannel.open(root.resolve(".lock"), StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertFault(
                    StoreIssue.RELEASE_BUSY,
                    () -> make("GRAPH :g { :a :p 2 }"),
                    "Another process is making a release in " + root + ". Wait until it has ended.");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        var file = Files.createFile(root.resolve("file"));
        assertThatThrownBy(() -> Releases.in(file.resolve("beneath")).make(scratch -> {
                    throw new AssertionError("not reached");
                }))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("could not be written");
    }

    @Test
    void requestsThatHaveBegunKeepTheirRelease() throws IOException {
        make("GRAPH :g { :a :p 1 }");
        try (var current = CurrentRelease.follow(root, Duration.ofHours(1))) {
            var before = current.lease();
            make("GRAPH :g { :a :p 1, 2 }");
            current.refresh();
            try (var after = current.lease()) {
                assertThat(size(after.store())).isEqualTo(2);
                assertThat(size(before.store())).isEqualTo(1);
            }
            before.close();
            before.close();
            assertThatThrownBy(() -> size(before.store())).isInstanceOf(IllegalStateException.class);
            Files.writeString(root.resolve("current"), "0123456789abcdef\n");
            current.refresh();
            try (var after = current.lease()) {
                assertThat(size(after.store())).isEqualTo(2);
            }
        }
    }

    @Test
    void theWatcherTurnsToANewRelease() throws Exception {
        make("GRAPH :g { :a :p 1 }");
        try (var current = CurrentRelease.follow(root, Duration.ofMillis(50))) {
            var info = make("GRAPH :g { :a :p 1, 2 }");
            for (int i = 0; i < 200; i++) {
                try (var lease = current.lease()) {
                    if (lease.store().release().equals(info)) {
                        return;
                    }
                }
                Thread.sleep(50);
            }
        }
        throw new AssertionError("the new release was not served within ten seconds");
    }

    private List<String> leftovers() {
        try (var paths = Files.list(root)) {
            return paths.map(p -> p.getFileName().toString())
                    .filter(name -> name.startsWith(".making"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertFault(StoreIssue issue, ThrowingCallable work, String message) {
        assertThatThrownBy(work).isInstanceOfSatisfying(FaultException.class, fault -> {
            assertThat(fault).hasMessage(message);
            assertThat(fault.findings().getFirst().issue()).isEqualTo(issue);
        });
    }
}
