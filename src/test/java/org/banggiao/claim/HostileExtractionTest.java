package org.banggiao.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.banggiao.authority.Authority;
import org.banggiao.corpus.SourceText;
import org.banggiao.text.DocumentReader;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to take long, through the whole of extraction: linear time, no crash, and every place inside the text. */
class HostileExtractionTest {
    private static final int LENGTH = 60_000;

    // A few seconds at most, where a quadratic step takes some minutes.
    private static final Duration BOUND = Duration.ofSeconds(40);

    private static final Extractor EXTRACTOR = new Extractor(Authority.load(Path.of("data/authority")));

    /** Words of every grammar, and what parts them. */
    private static final List<String> PIECES = List.of(
            "ngày 5 tháng 7 năm 1976",
            "cùng năm",
            "từ",
            "đến",
            "1976",
            "12/3/1980",
            "Việt Nam",
            "Lào",
            "Thụy Điển",
            "hai nước",
            "phía bạn",
            "Thủ tướng",
            "Đoàn",
            "sang thăm",
            "ký",
            "Hiệp định",
            "về thương mại",
            "Tuyên bố chung",
            "viện trợ",
            "cho",
            "5 triệu rúp",
            "không hoàn lại",
            "trong đó",
            "sẽ",
            "không",
            "đề nghị",
            "theo",
            "“",
            "”",
            "(",
            ")",
            "[12]",
            ",",
            ";",
            ":",
            ".",
            "\n",
            "\n\n",
            "\f",
            "12\n. Xem",
            "1. Bối cảnh\n",
            "-",
            "và",
            "tấn");

    static Stream<Arguments> texts() {
        return Stream.of(
                repeated("dated sentences", "Ngày 5 tháng 7 năm 1976, hai nước ký hiệp định. "),
                repeated("dates and agreements on one line", "Ngày 5 tháng 7 năm 1976 hai nước ký hiệp định "),
                repeated("visits behind commas", "ngày 5 tháng 7 năm 1976 Thủ tướng Lào sang thăm Việt Nam, "),
                repeated("aid behind semicolons", "năm 1976 Thụy Điển viện trợ cho Việt Nam 5 triệu rúp; "),
                repeated("agreements behind semicolons", "Hiệp định về thương mại; "),
                repeated("names", "Việt Nam Lào Trung Quốc "),
                repeated("dates", "5/7/1976 "),
                repeated("open ranges", "từ ngày 5 đến "),
                repeated("numbers in words", "hai mươi ba "),
                repeated("modal words", "sẽ không "),
                repeated("open quotes", "“ký "),
                repeated("open brackets", "(ngày 5 tháng 7 năm 1976 "),
                repeated("marks", "hợp tác12 năm 19761. "),
                repeated("notes", "12\n. Năm 1976, Lào thăm Việt Nam\n"),
                repeated("a deep list", "a) 1. a) Thụy Điển giúp Việt Nam 5 xe\n"),
                repeated("decomposed", Normalizer.normalize("Năm 1976, Thụy Điển ký hiệp định. ", Normalizer.Form.NFD)),
                repeated("read as another encoding", "NÄƒm 1976, Viá»‡t Nam kÃ½ hiÖp ®Þnh. "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void isReadInLinearTime(String name, IntFunction<String> text) {
        extract(name, text.apply(LENGTH), BOUND);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderOfWordsIsRead(int seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        while (text.length() < 20_000) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(8) == 0 ? "" : " ");
        }
        extract("seed " + seed, text.toString(), BOUND);
    }

    @Test
    void anyCharactersAreRead() {
        long seed = 20_27;
        var random = new Random(seed);
        var text = new StringBuilder();
        while (text.length() < LENGTH) {
            text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
        }
        extract("seed " + seed, text.toString(), BOUND);
    }

    @Test
    @Tag("heavy")
    void twentyMegabytesOnOneLineAreRead() {
        var piece = "Ngày 5 tháng 7 năm 1976 hai nước ký hiệp định về thương mại, ";
        // 61 characters, 79 bytes of UTF-8.
        extract("one line", piece.repeat(20_000_000 / 79), Duration.ofMinutes(10));
    }

    @Test
    @Tag("heavy")
    void aMillionMarksAreRead() {
        extract("marks", "hợp tác[12] ".repeat(1_000_000), Duration.ofMinutes(10));
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 12);
    }

    private static void extract(String name, String text, Duration bound) {
        var source = SourceText.of("hostile", text);
        int length = source.lengthInCodePoints();
        Extraction extraction = Assertions.assertTimeoutPreemptively(
                bound, () -> EXTRACTOR.extract(new DocumentReader().read(source)), name);
        assertThat(extraction.claims()).as(name).allSatisfy(claim -> {
            var passage = claim.said().statedIn();
            assertThat(passage.startInclusive()).isBetween(0, passage.endExclusive() - 1);
            assertThat(passage.endExclusive()).isLessThanOrEqualTo(length);
        });
        assertThat(extraction.mentions()).as(name).allMatch(m -> m.endExclusive() <= length);
    }

    private static Arguments repeated(String name, String piece) {
        return Arguments.of(name, (IntFunction<String>) n -> piece.repeat(n / piece.length() + 1));
    }
}
