package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.banggiao.claim.Claim;
import org.banggiao.claim.Extractor;
import org.banggiao.claim.Merger;
import org.banggiao.corpus.CorpusReader;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Severity;
import org.banggiao.text.DocumentReader;
import org.junit.jupiter.api.Test;

/** The graph of the real texts holds to the shapes and checks. */
class CorpusGraphTest {
    private static final Path CORPUS = Path.of("..", "shared", "corpus");

    @Test
    void theGraphOfTheCorpusPassesItsChecks() {
        assumeTrue(Files.isDirectory(CORPUS), "skipped: the corpus is not at " + CORPUS);
        var extractor = new Extractor(Fixtures.AUTHORITY);
        List<Claim> claims = CorpusReader.read(List.of(CORPUS)).stream()
                .flatMap(s -> extractor.extract(new DocumentReader().read(s)).claims().stream())
                .toList();
        var things = Merger.merge(claims);
        var sources = Ontology.readTurtle(Path.of("data", "sources.ttl"));
        var built = GraphBuilder.build(new GraphBuilder.Inputs(
                things, Fixtures.AUTHORITY, sources, Identifiers.empty(), Fixtures.ONTOLOGY, List.of(), Iris.DEFAULT));
        var findings = Check.check(built.dataset(), Fixtures.ONTOLOGY);
        assertThat(findings)
                .filteredOn(f -> f.severity() == Severity.ERROR)
                .extracting(Finding::message)
                .isEmpty();
    }
}
