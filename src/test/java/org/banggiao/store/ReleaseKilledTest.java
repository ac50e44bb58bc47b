package org.banggiao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSetOps;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that makes a release, at any moment: what is current is a whole release, the old or the new one. */
class ReleaseKilledTest {
    private static final long SEED = 20_241_124;

    @TempDir
    private Path root;

    @Test
    void threeTimes() throws Exception {
        killed(3);
    }

    @Test
    @Tag("heavy")
    void thirtyTimes() throws Exception {
        killed(30);
    }

    private void killed(int times) throws Exception {
        Duration whole = makeInChild(1, null);
        var random = new Random(SEED);
        int size = 1;
        for (int i = 0; i < times; i++) {
            // A moment of each part of the work in turn, and somewhere inside it.
            double part = (i + random.nextDouble()) / times;
            int next = size + 1;
            makeInChild(next, Duration.ofNanos((long) (whole.toNanos() * part)));
            try (var store = Releases.in(root).open()) {
                int found = size(store);
                assertThat(found)
                        .as("size after kill %d at %.2f of the work, seed %d", i, part, SEED)
                        .isIn(size, next);
                size = found;
            }
        }
        makeInChild(100, null);
        try (var store = Releases.in(root).open()) {
            assertThat(size(store)).isEqualTo(100);
        }
        try (var paths = Files.list(root)) {
            assertThat(paths.map(p -> p.getFileName().toString())).noneMatch(name -> name.startsWith(".making"));
        }
    }

    private static int size(Store store) {
        try (var exec = store.query(QueryFactory.create("SELECT * { ?s ?p ?o }"), QueryLimits.DEFAULT)) {
            return (int) RowSetOps.count(exec.select());
        }
    }

    /** Lets a child make a release; kills it that long after it has begun, if a time is given. */
    private Duration makeInChild(int size, @Nullable Duration killAfter) throws Exception {
        var child = ChildJvm.start(Maker.class, root.toString(), String.valueOf(size));
        try (var out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("begun");
            long begun = System.nanoTime();
            if (killAfter == null) {
                assertThat(out.readLine()).isEqualTo("done");
                var took = Duration.ofNanos(System.nanoTime() - begun);
                assertThat(child.waitFor()).isZero();
                return took;
            }
            if (!child.waitFor(killAfter.toNanos(), TimeUnit.NANOSECONDS)) {
                child.destroyForcibly();
            }
            child.waitFor();
            return killAfter;
        }
    }

    /** Makes a release of so many triples. */
    static final class Maker {
        public static void main(String[] args) {
            // What needs to be loaded and set up once is so before the clock starts.
            MemoryStore.of(List.of(quad(0))).close();
            System.out.print("begun\n");
            System.out.flush();
            Releases.in(Path.of(args[0])).make(scratch -> content(scratch, Integer.parseInt(args[1])));
            System.out.print("done\n");
            System.out.flush();
        }

        private static ReleaseContent content(Path scratch, int size) throws IOException {
            var quads = new SortedQuads(scratch);
            for (int i = 0; i < size; i++) {
                quads.add(quad(i));
            }
            return new ReleaseContent(quads, new TreeMap<>(), new TreeMap<>());
        }

        private static Quad quad(int i) {
            var node = NodeFactory.createURI("http://example.org/n");
            return new Quad(node, node, node, NodeFactory.createURI("http://example.org/" + i));
        }
    }
}
