package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BanggiaoTest {
    @Test
    void helpExplainsAndExitsWithZero() {
        Cli run = Cli.run("--help");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("Usage: banggiao")
                .contains("--version")
                .contains("Exit codes:");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void versionIsTheOneOfTheBuild() {
        Cli run = Cli.run("--version");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsPattern("^banggiao \\d+\\.\\d+\\.\\d+");
    }

    @Test
    void missingCommandIsAUsageError() {
        Cli run = Cli.run();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("Missing command").contains("Usage: banggiao");
    }

    @Test
    void unknownCommandIsAUsageError() {
        Cli run = Cli.run("exrtact");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("Unmatched argument at index 0: 'exrtact'")
                .contains("Did you mean: banggiao extract");
    }

    @Test
    void theReadmeListsTheCommandsThatThereAre() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(Pattern.compile("(?m)^\\| `([a-z]+)[` ]")
                        .matcher(readme)
                        .results()
                        .map((MatchResult row) -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        new TreeSet<>(Banggiao.commandLine().getSubcommands().keySet()));
    }

    @Test
    void everyCommandExplainsItselfWithAnExample() {
        assertThat(Banggiao.commandLine().getSubcommands().keySet()).allSatisfy(name -> {
            Cli run = Cli.run(name, "--help");
            assertThat(run.exit()).isZero();
            assertThat(run.out())
                    .startsWith("Usage: banggiao " + name)
                    .contains("Example")
                    .contains("./banggiao " + name);
        });
    }
}
