package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.RdfText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Turtle of one of each kind, as it is served, and the files of the ontology are read alike by tools of others: rapper (Debian's
 * raptor2-utils) and rdflib (Debian's python3-rdflib). Skipped where they are not installed.
 */
class RdfToolsTest {
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    Path folder;

    @Test
    void rapperReadsOneOfEachKind() throws IOException {
        assumeTrue(runs("rapper", "--version"), "skipped: rapper is not installed (apt-get install raptor2-utils)");
        for (var it : files().entrySet()) {
            var run = run("rapper", "-q", "-i", "turtle", "-o", "ntriples", it.getKey());
            assertThat(run.exit())
                    .as("rapper on " + it.getKey() + ": " + run.out())
                    .isZero();
            assertThat(run.out().lines().distinct().count())
                    .as(it.getKey())
                    .isEqualTo(it.getValue().longValue());
        }
    }

    @Test
    void rdflibReadsOneOfEachKind() throws IOException {
        assumeTrue(
                runs(PYTHON, "-c", "import rdflib"),
                "skipped: rdflib is not installed (apt-get install python3-rdflib)");
        var files = files();
        var command = new ArrayList<>(List.of(PYTHON, "-c", """
                import sys, rdflib
                for file in sys.argv[1:]:
                    print(len(rdflib.Graph().parse(file, format="turtle")))"""));
        command.addAll(files.keySet());
        var run = run(command.toArray(new String[0]));
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out().lines().map(Long::valueOf)).containsExactlyElementsOf(files.values());
    }

    /** Files in Turtle, with how many triples each has. */
    private SortedMap<String, Long> files() throws IOException {
        var files = new TreeMap<String, Long>();
        var text = new RdfText(Prefixes.of(Iris.DEFAULT.base()));
        var seen = new HashSet<Node>();
        var kinds = new TreeSet<String>();
        var quads = Fixtures.everything().quads();
        for (var quad : quads) {
            if (quad.getPredicate().equals(Vocabulary.TYPE)
                    && kinds.add(quad.getObject().getURI())
                    && seen.add(quad.getSubject())) {
                var triples = described(quads, quad.getSubject());
                var file = Files.writeString(folder.resolve(files.size() + ".ttl"), text.turtle(triples));
                files.put(file.toString(), (long) triples.size());
            }
        }
        assertThat(kinds).hasSizeGreaterThan(40);
        for (var part : List.of("ontology", "data")) {
            try (Stream<Path> found = Files.walk(Path.of(part))) {
                found.filter(f -> f.toString().endsWith(".ttl"))
                        .forEach(f -> files.put(
                                f.toString(), (long) Ontology.readTurtle(f).size()));
            }
        }
        return files;
    }

    /** What is said of a resource and its parts. */
    private static List<Triple> described(List<Quad> quads, Node resource) {
        return quads.stream()
                .filter(q -> q.getSubject().equals(resource)
                        || q.getSubject().getURI().startsWith(resource.getURI() + "/"))
                .map(Quad::asTriple)
                .distinct()
                .toList();
    }

    private record Run(int exit, String out) {}

    private static boolean runs(String... command) {
        try {
            return run(command).exit() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static Run run(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = process.inputReader()) {
            var text = String.join("\n", out.lines().toList());
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command[0] + " did not end");
            }
            return new Run(process.exitValue(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
