package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String TEXT =
            "Chuyện mở đầu.\n\nNgày 20 tháng 8 năm 1974, tại Hà Nội, Chính phủ Việt Nam và Chính phủ Thụy Điển ký Hiệp định"
                    + " hợp tác kinh tế.\n";

    @TempDir
    Path temp;

    @Test
    void printsTheClaimsOfAPlaceWithTheirRulesAsATree() throws IOException {
        Path file = Files.writeString(temp.resolve("visit.txt"), TEXT);
        Cli run = Cli.run("explain", file + ":" + TEXT.indexOf("Hiệp định"));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("agreement ")
                .contains("Agreement between Sweden and Vietnam, 20 August 1974")
                .contains("text: Ngày 20 tháng 8 năm 1974, tại Hà Nội,")
                .contains("    name: Hiệp định hợp tác kinh tế\n")
                .containsPattern("\\n    \\S+ \\d+-\\d+: agreement, 1974-08-20\\n      \\S+")
                .doesNotContain("claim: {");
        assertThat(Cli.run("explain", "--json", file + ":" + TEXT.indexOf("Hiệp định"))
                        .out())
                .contains("\n  claim: {\"id\":\"");
    }

    @Test
    void aPlaceWithoutClaimsIsSaid() throws IOException {
        Path file = Files.writeString(temp.resolve("visit.txt"), TEXT);
        Cli run = Cli.run("explain", file + ":3");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .containsPattern("banggiao: No claim was read at position 3 of " + Pattern.quote(file.toString())
                        + "; to add one by hand, its passage is 'visit \\d+-\\d+ [0-9a-f]{16}'; claims.jsonl, as extract"
                        + " writes it, has the places of all. \\[app-position-unknown]\n$");
    }

    @Test
    void aPlaceBehindTheEndIsSaid() throws IOException {
        Path file = Files.writeString(temp.resolve("visit.txt"), TEXT);
        Cli run = Cli.run("explain", file + ":9000");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .endsWith("banggiao: " + file + " ends at position " + (TEXT.length() - 1)
                        + ", before 9000: give a position within it. [app-position-unknown]\n");
    }

    @Test
    void anUnknownDocumentIsSaid() {
        Cli run = Cli.run("explain", "no-such-document:7");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).startsWith("banggiao: no-such-document is neither a file nor a document with claims in ");
    }

    @Test
    void anArgumentWithoutPositionIsAUsageError() {
        Cli run = Cli.run("explain", "visit.txt");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("'visit.txt' is no DOCUMENT:OFFSET: give a file or an id, a colon and a number");
    }
}
