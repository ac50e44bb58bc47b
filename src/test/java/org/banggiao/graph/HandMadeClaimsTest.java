package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.claim.Claim;
import org.banggiao.claim.ClaimFile;
import org.banggiao.claim.Merger;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Severity;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.RdfText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Hand-made claims, from the frozen form to an answer: each folder of {@code cases/} holds {@code claims.jsonl}, what the top
 * layer makes of them as {@code graph.ttl}, a question as {@code query.rq} and its answer as {@code answer.tsv}. With the
 * system property {@code cases=write} the second and the last are written anew, to be reviewed as a diff.
 */
class HandMadeClaimsTest {
    private static final Path CASES = Path.of("src", "test", "resources", "org", "banggiao", "graph", "cases");
    private static final boolean WRITE = "write".equals(System.getProperty("cases"));

    @TestFactory
    Stream<DynamicTest> eachCase() throws IOException {
        try (var folders = Files.list(CASES)) {
            var sorted = folders.sorted().toList();
            assertThat(sorted).hasSizeGreaterThan(12);
            return sorted.stream()
                    .map(folder -> DynamicTest.dynamicTest(String.valueOf(folder.getFileName()), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws IOException {
        var claims = ClaimFile.read(folder.resolve("claims.jsonl"));
        var built = built(claims);
        assertThat(Check.check(built.dataset(), Fixtures.ONTOLOGY))
                .filteredOn(f -> f.severity() == Severity.ERROR)
                .extracting(Finding::message)
                .isEmpty();
        assertThat(built(claims.reversed()).quads())
                .as("the order of the claims is nothing to the graph")
                .isEqualTo(built.quads());
        hold(folder.resolve("graph.ttl"), turtle(built));
        hold(folder.resolve("answer.tsv"), answer(built, Files.readString(folder.resolve("query.rq"))));
    }

    /** The graph of claims whose things bear minted keys. */
    private static GraphBuilder.Built built(List<Claim> claims) {
        var things = Merger.merge(claims);
        var documents = claims.stream().map(c -> c.said().statedIn().document()).collect(Collectors.toSet());
        return Fixtures.build(
                Identifiers.empty().mint(things, documents).table(), things.toArray(new org.banggiao.claim.Thing[0]));
    }

    private static void hold(Path file, String text) throws IOException {
        if (WRITE) {
            Files.writeString(file, text);
        }
        assertThat(text).as(file + ", written anew with -Dcases=write").isEqualTo(Files.readString(file));
    }

    private static String turtle(GraphBuilder.Built built) {
        return new RdfText(Prefixes.of(Iris.DEFAULT.base()))
                .turtle(built.quads().stream()
                        .filter(q -> q.getGraph().equals(Iris.DEFAULT.topGraph()))
                        .map(Quad::asTriple)
                        .toList());
    }

    private static String answer(GraphBuilder.Built built, String query) {
        var union = GraphFactory.createGraphMem();
        built.quads().forEach(q -> union.add(q.asTriple()));
        var parsed = QueryFactory.create(query);
        var lines = new ArrayList<String>();
        lines.add(String.join("\t", parsed.getResultVars()));
        try (var execution = QueryExec.graph(union).query(parsed).build()) {
            execution
                    .select()
                    .forEachRemaining(row -> lines.add(parsed.getResultVars().stream()
                            .map(v -> text(row.get(v)))
                            .collect(Collectors.joining("\t"))));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String text(Node node) {
        return node == null
                ? ""
                : node.isLiteral()
                        ? node.getLiteralLexicalForm()
                        : node.getURI().replaceAll("^https://w3id.org/banggiao/(id/|code/|ontology#)?", "");
    }
}
