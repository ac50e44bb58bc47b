package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script and the packed jar, as a user has them; with another working folder than the project's. */
class ScriptIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path SCRIPT = PROJECT.resolve("banggiao");
    private static final Path SAMPLE = Path.of("data", "sample").toAbsolutePath();
    private static final Path CORPUS = Path.of("..", "shared", "corpus").toAbsolutePath();

    @TempDir
    Path temp;

    @BeforeAll
    static void theJarIsThereAndPrepared() throws Exception {
        assertThat(Path.of("target", "banggiao.jar")).isRegularFile();
        Process once = new ProcessBuilder("bash", SCRIPT.toString(), "--version")
                .inheritIO()
                .start();
        assertThat(once.waitFor()).isZero();
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

        Process build = start(List.of("bash", SCRIPT, "build", SAMPLE, "--release", "release"));
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
    void theJarAloneFindsItsDataToo() throws Exception {
        Cli byScript = script("extract", SAMPLE, "--out", "script");
        assertThat(byScript.exit()).as(byScript.err()).isZero();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Cli byJar = ended(start(
                List.of(java, "-jar", PROJECT.resolve("target/banggiao.jar"), "extract", SAMPLE, "--out", "jar")));
        assertThat(byJar.exit()).as(byJar.err()).isZero();
        assertSameFiles("script", "jar");
    }

    @Test
    void startsAtTheSameTimePrepareOneQuickStart() throws Exception {
        Path project = projectOfItsOwn();
        List<Process> starts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            starts.add(new ProcessBuilder("bash", project.resolve("banggiao").toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(temp.resolve("start" + i).toFile())
                    .start());
        }
        for (int i = 0; i < 3; i++) {
            assertThat(starts.get(i).waitFor()).isZero();
            assertThat(temp.resolve("start" + i)).content().contains("\nJava ");
        }
        try (Stream<Path> left = Files.list(project.resolve("target/start"))) {
            Path layout = assertThat(left).singleElement().actual();
            try (Stream<Path> files = Files.list(layout)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as("the program, its libraries, and the classes read before")
                        .hasSize(3)
                        .contains("banggiao.jar", "lib");
            }
        }
    }

    @Test
    void whatCannotBePreparedIsDoneWithoutInSilence() throws Exception {
        Path project = projectOfItsOwn();
        Path taken = Files.writeString(project.resolve("target/start"), "no folder");
        Cli run = ended(start(List.of("bash", project.resolve("banggiao"), "--version")));
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("banggiao ");
        assertThat(run.err()).isEmpty();
        assertThat(taken).hasContent("no folder");
    }

    @Test
    void damagedClassesReadBeforeArePassedOverInSilence() throws Exception {
        Path project = projectOfItsOwn();
        assertThat(ended(start(List.of("bash", project.resolve("banggiao"), "--version")))
                        .exit())
                .isZero();
        Path archive;
        try (Stream<Path> files = Files.walk(project.resolve("target/start"))) {
            archive = files.filter(file -> file.getFileName().toString().startsWith("classes-"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(archive);
        for (byte[] damaged : List.of(Arrays.copyOf(whole, whole.length / 2), new byte[100], new byte[0])) {
            Files.write(archive, damaged);
            Cli run = ended(start(List.of("bash", project.resolve("banggiao"), "--version")));
            assertThat(run.exit()).isZero();
            assertThat(run.out()).startsWith("banggiao ");
            assertThat(run.err()).isEmpty();
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
        assertSameFiles("one", "two");
        // Five seconds on a machine of two cores that does nothing else; three times that where others share it.
        assertThat(times).anyMatch(time -> time.compareTo(Duration.ofSeconds(15)) < 0);
        System.out.println("extraction of the corpus, start included: " + times);
    }

    private void assertSameFiles(String one, String two) {
        for (String name : List.of("claims.jsonl", "dataset.nq", "findings.txt", "mentions.jsonl", "records.jsonl")) {
            assertThat(temp.resolve(two).resolve(name))
                    .hasSameBinaryContentAs(temp.resolve(one).resolve(name));
        }
    }

    /** The script in another folder, with the jar and the data of this one, and nothing prepared. */
    private Path projectOfItsOwn() throws IOException {
        Path project = temp.resolve("project");
        Files.createDirectories(project.resolve("target"));
        Files.copy(SCRIPT, project.resolve("banggiao"));
        for (String name : List.of("target/banggiao.jar", "data", "ontology")) {
            Files.createSymbolicLink(project.resolve(name), PROJECT.resolve(name));
        }
        return project;
    }

    private Cli script(Object... arguments) throws IOException, InterruptedException {
        List<Object> command = new ArrayList<>(List.of("bash", SCRIPT));
        command.addAll(List.of(arguments));
        return ended(start(command));
    }

    private Cli ended(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Cli(
                process.exitValue(), Files.readString(temp.resolve("out.txt")), Files.readString(temp.resolve("err")));
    }

    private Process start(List<Object> command) throws IOException {
        return new ProcessBuilder(command.stream().map(Object::toString).toList())
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
