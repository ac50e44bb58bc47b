package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script and the packed jar, as a user has them; with another working folder than the project's. */
class ScriptIT {
    private static final Path SCRIPT = Path.of("banggiao").toAbsolutePath();
    private static final Path SAMPLE = Path.of("data", "sample").toAbsolutePath();
    private static final Path CORPUS = Path.of("..", "shared", "corpus").toAbsolutePath();

    @TempDir
    Path temp;

    @BeforeAll
    static void theJarIsThere() {
        assertThat(Path.of("target", "banggiao.jar")).isRegularFile();
    }

    @Test
    void findsItsJavaAndItsDataFromAnyFolder() throws Exception {
        Cli run = script("extract", SAMPLE, "--out", "out");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(temp.resolve("out/dataset.nq")).isNotEmptyFile();
        // Neither Spring nor a logger has a word in it: what is printed is the command's own.
        assertThat(run.out()).hasLineCount(1).startsWith("out: ");
        assertThat(run.err().lines()).allMatch(line -> line.contains(" ... "));
    }

    @Test
    void exitCodesReachTheShell() throws Exception {
        assertThat(script("--version").exit()).isZero();
        assertThat(script("extract").exit()).isEqualTo(2);
        Cli missing = script("extract", "none.txt", "--out", "out");
        assertThat(missing.exit()).isEqualTo(3);
        assertThat(missing.err())
                .endsWith("banggiao: none.txt does not exist: check the path. [corpus-file-missing]\n");
    }

    @Test
    void aBuildKilledHalfwayLeavesTheOldReleaseInService() throws Exception {
        Path turtle =
                Files.writeString(temp.resolve("data.nt"), "<http://example.org/a> <http://example.org/p> \"1\" .\n");
        assertThat(script("load", turtle, "--release", "release").exit()).isZero();
        String current = Files.readString(temp.resolve("release/current"));

        Process build = start(List.of("build", SAMPLE, "--release", "release"));
        waitForText(temp.resolve("err"), "making the release ... ");
        build.destroyForcibly().waitFor();

        assertThat(temp.resolve("release/current")).hasContent(current.strip());
        Cli again = script("build", SAMPLE, "--release", "release");
        assertThat(again.exit()).as(again.err()).isZero();
        try (Stream<Path> left = Files.list(temp.resolve("release"))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .as("what the killed build left has been removed")
                    .noneMatch(name -> name.startsWith(".making"));
        }
    }

    @Test
    void theCorpusGivesTheSameBytesEachTimeAndSoon() throws Exception {
        assumeThat(CORPUS).as("the source texts, in ../shared/corpus").isDirectory();
        List<Duration> times = new ArrayList<>();
        for (String out : List.of("one", "two")) {
            long start = System.nanoTime();
            assertThat(script("extract", CORPUS, "--out", out).exit()).isZero();
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        for (String name : List.of("claims.jsonl", "dataset.nq", "findings.txt", "mentions.jsonl", "records.jsonl")) {
            assertThat(temp.resolve("two").resolve(name))
                    .hasSameBinaryContentAs(temp.resolve("one").resolve(name));
        }
        // Five seconds on a machine that does nothing else; three times that where others share it.
        assertThat(times).anyMatch(time -> time.compareTo(Duration.ofSeconds(15)) < 0);
        System.out.println("extraction of the corpus, start included: " + times);
    }

    private Cli script(Object... arguments) throws IOException, InterruptedException {
        Process process = start(List.of(arguments));
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Cli(
                process.exitValue(), Files.readString(temp.resolve("out.txt")), Files.readString(temp.resolve("err")));
    }

    private Process start(List<Object> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        arguments.forEach(argument -> command.add(argument.toString()));
        return new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectOutput(temp.resolve("out.txt").toFile())
                .redirectError(temp.resolve("err").toFile())
                .start();
    }

    private static void waitForText(Path file, String text) throws IOException, InterruptedException {
        for (int i = 0; i < 1200; i++) {
            if (Files.exists(file)
                    && Files.readString(file, StandardCharsets.UTF_8).contains(text)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("'" + text + "' was never printed: " + Files.readString(file));
    }
}
