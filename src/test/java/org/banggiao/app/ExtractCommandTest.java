package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.banggiao.claim.Claim;
import org.banggiao.claim.ClaimFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractCommandTest {
    private static final Path SAMPLE = Path.of("data", "sample");

    @TempDir
    Path temp;

    @Test
    void writesAFileAStage() {
        Path out = temp.resolve("out");
        Cli run = Cli.run("extract", SAMPLE, "--out", out);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(out).isDirectoryContaining(file -> true);
        assertThat(names(out))
                .containsExactly("claims.jsonl", "dataset.nq", "findings.txt", "mentions.jsonl", "records.jsonl");
        List<Claim> claims = ClaimFile.read(out.resolve("claims.jsonl"));
        assertThat(claims).isNotEmpty().extracting(Claim::kind).contains("event", "agreement");
        assertThat(out.resolve("records.jsonl")).content().contains("\"doc\":\"sample-vietnam-sweden\"");
        assertThat(run.out()).startsWith(out + ": " + claims.size() + " claims on ");
    }

    @Test
    void saysWhichStepIsUnderWayAndHowLongItTook() {
        assertThat(Cli.run("extract", SAMPLE, "--out", temp).err())
                .containsPattern("reading .*sample \\.\\.\\. \\d+\\.\\d s")
                .containsPattern("extracting from sample-vietnam-sweden \\.\\.\\. \\d+\\.\\d s")
                .containsPattern("building the graph of \\d+ things \\.\\.\\. \\d+\\.\\d s");
    }

    @Test
    void theSameTextsGiveTheSameBytes() throws IOException {
        Path first = temp.resolve("first");
        Path second = temp.resolve("second");
        assertThat(Cli.run("extract", SAMPLE, "--out", first).exit()).isZero();
        assertThat(Cli.run("extract", SAMPLE, "--out", second).exit()).isZero();
        for (String name : names(first)) {
            assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
        }
    }

    @Test
    void theGraphOfTheSamplePassesTheCheck() {
        assertThat(Cli.run("extract", SAMPLE, "--out", temp).exit()).isZero();
        Cli check = Cli.run("check", temp.resolve("dataset.nq"));
        assertThat(check.out()).isEqualToIgnoringNewLines(temp.resolve("dataset.nq") + ": no fault.");
        assertThat(check.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none.txt    | 3 | none.txt does not exist: check the path. [corpus-file-missing]
            empty.txt   | 3 | empty.txt is empty: give a file with text. [corpus-file-empty]
            binary.txt  | 3 | binary.txt is not text (zero byte at byte 1): give UTF-8 text. [corpus-file-binary]
            tcvn.txt    | 3 | tcvn.txt is not UTF-8 (byte 1 is 0xB8): convert it to UTF-8, for example with iconv. [corpus-not-utf8]
            folder      | 3 | folder holds no texts: put .txt (UTF-8), .html, .pdf or .docx files there. [corpus-directory-without-texts]
            """)
    void whatCannotBeReadIsSaidInASentence(String input, int exit, String sentence) throws IOException {
        Files.createFile(temp.resolve("empty.txt"));
        Files.write(temp.resolve("binary.txt"), new byte[] {'a', 0, 'b'});
        Files.write(temp.resolve("tcvn.txt"), new byte[] {'H', (byte) 0xB8});
        Files.createDirectory(temp.resolve("folder"));
        Path out = temp.resolve("out");

        Cli run = Cli.run("extract", temp.resolve(input), "--out", out);
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.err().lines().toList().getLast()).isEqualTo("banggiao: " + temp.resolve("") + "/" + sentence);
        assertThat(run.out()).isEmpty();
        assertThat(out).doesNotExist();
    }

    @Test
    void anOutputThatIsAFileIsNotOverwritten() throws IOException {
        Path file = Files.writeString(temp.resolve("out"), "mine", StandardCharsets.UTF_8);
        Cli run = Cli.run("extract", SAMPLE, "--out", file);
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("banggiao: " + file + " is a file: name a folder for the results.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void withoutTextsItIsAUsageError() {
        Cli run = Cli.run("extract", "--out", temp);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("Missing required parameter: 'CORPUS'");
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
