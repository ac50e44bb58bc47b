package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.banggiao.graph.Ontology;
import org.junit.jupiter.api.Test;

class CountCommandTest {
    @Test
    void everythingIsCountedOneLineEach() {
        Cli run = Cli.run("count", Path.of("data", "sample"));
        assertThat(run.exit()).as(run.err()).isZero();
        Map<String, String> counts = run.out()
                .lines()
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        Ontology ontology = Ontology.load(Path.of("ontology"));
        assertThat(counts)
                .containsEntry("checks", String.valueOf(ontology.checks().size()))
                .containsEntry("documents", "1")
                .containsEntry("findings of the checks", "0")
                .containsKey("quads in https://w3id.org/banggiao/graph/top")
                .containsKey("seconds to check everything");
        assertThat(Integer.parseInt(counts.get("claims"))).isPositive();
        assertThat(Integer.parseInt(counts.get("things"))).isLessThanOrEqualTo(Integer.parseInt(counts.get("claims")));
        assertThat(Integer.parseInt(counts.get("node shapes"))).isGreaterThan(25);
    }
}
