package org.banggiao.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.banggiao.authority.Authority;
import org.banggiao.claim.Claim;
import org.banggiao.claim.Extractor;
import org.banggiao.claim.Labels;
import org.banggiao.claim.Merger;
import org.banggiao.claim.RecordWriter;
import org.banggiao.corpus.CorpusReader;
import org.banggiao.text.DocumentReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page on confidence and the table of priors say what is measured. With {@code -Dbanggiao.update=true} both are written anew.
 */
class ConfidenceDocumentTest {
    private static final Path CORPUS = Path.of("..", "shared", "corpus");
    private static final Path GOLD = Path.of("..", "shared", "eval", "gold");
    private static final Path OWN_TEXTS = Path.of("src/test/resources/org/banggiao/texts/open");
    private static final Path OWN_GOLD = Path.of("src/test/resources/org/banggiao/gold/open");
    private static final Path PAGE = Path.of("src", "docs", "confidence.md");
    private static final Path PRIORS = Path.of("src/main/resources/org/banggiao/claim/confidence.tsv");
    /** The ranges that were open while the rules were written. */
    private static final List<String> RANGES =
            List.of("000-a", "001-a", "002-01", "002-02", "002-06", "002-07", "002-10", "002-12");

    private static final String BEGIN = "<!-- measured: begin -->\n";
    private static final String END = "<!-- measured: end -->\n";
    private static final BigDecimal STEP = new BigDecimal("0.05");
    private static final BigDecimal HIGHEST = new BigDecimal("0.95");
    private static final String UPDATE =
            "; where that is right, run mvn -q -Pquick test -Dtest=ConfidenceDocumentTest -Dbanggiao.update=true";

    @TempDir
    Path temp;

    private Calibration calibration;

    @BeforeEach
    void measure() throws IOException {
        assumeTrue(Files.isDirectory(GOLD), () -> "skipped: there are no gold records in " + GOLD);
        var authority = Authority.load(Path.of("data", "authority"));
        var extractor = new Extractor(authority);
        List<Claim> claims = CorpusReader.read(List.of(CORPUS, OWN_TEXTS)).stream()
                .flatMap(text -> extractor.extract(new DocumentReader().read(text)).claims().stream())
                .toList();
        Path records = Files.writeString(
                temp.resolve("records.jsonl"), new RecordWriter(new Labels(authority)).write(Merger.merge(claims)));
        List<Path> gold = Stream.concat(
                        RANGES.stream().map(range -> GOLD.resolve(range + ".jsonl")), Stream.of(OWN_GOLD))
                .toList();
        calibration = Evaluation.of(records, gold).calibration();
    }

    @Test
    void thePageSaysWhatConfidenceIsWorth() throws IOException {
        String measured = block(calibration.table()) + "\n" + block(calibration.families());
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if (Boolean.getBoolean("banggiao.update")) {
            Files.writeString(PAGE, page.substring(0, begin) + measured + page.substring(end));
        } else {
            assertThat(page.substring(begin, end))
                    .as("the tables of " + PAGE + UPDATE)
                    .isEqualTo(measured);
        }
    }

    private static String block(List<String> lines) {
        return "```\n" + String.join("\n", lines) + "\n```\n";
    }

    @Test
    void thePriorsAreThoseThatWereMeasured() throws IOException {
        Map<String, BigDecimal> measured = new TreeMap<>();
        calibration.priors().forEach((family, prior) -> measured.put(family, rounded(prior)));
        measured.put("context.date", rounded(calibration.contextFactor()));
        List<String> lines = new ArrayList<>();
        List<String> off = new ArrayList<>();
        for (String line : Files.readAllLines(PRIORS)) {
            String[] cells = line.split("\t");
            BigDecimal now = line.startsWith("#") ? null : measured.remove(cells[0]);
            if (now != null && now.subtract(new BigDecimal(cells[1])).abs().compareTo(STEP) > 0) {
                off.add(line.replace("\t", " ") + ", measured " + now);
            }
            lines.add(now == null ? line : cells[0] + "\t" + now);
        }
        measured.forEach((family, prior) -> lines.add(family + "\t" + prior));
        if (Boolean.getBoolean("banggiao.update")) {
            Files.writeString(PRIORS, String.join("\n", lines) + "\n");
        } else {
            assertThat(off).as("priors of " + PRIORS + " that are off" + UPDATE).isEmpty();
            assertThat(measured)
                    .as("families without a prior in " + PRIORS + UPDATE)
                    .isEmpty();
        }
    }

    private static BigDecimal rounded(double prior) {
        return BigDecimal.valueOf(prior)
                .divide(STEP, 0, RoundingMode.HALF_UP)
                .multiply(STEP)
                .min(HIGHEST);
    }
}
