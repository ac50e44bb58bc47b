package org.banggiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to take long: a million chars of each take well under the bound, which a quadratic step would miss by far. */
class HostileTextTest {
    private static final int LENGTH = 1_000_000;
    private static final Duration BOUND = Duration.ofSeconds(8);

    static Stream<Arguments> texts() {
        return Stream.of(
                repeated("one line of words", "Ngày 5 tháng 7 năm 1976 hai nước ký hiệp định "),
                repeated("one word", "a"),
                repeated("marks", "hợp tác12 "),
                repeated("marks in brackets", "tác[12] "),
                repeated("open brackets", "["),
                repeated("open round brackets", "("),
                repeated("open quotes", "“"),
                repeated("full stops", "."),
                repeated("full stops apart", ". "),
                repeated("digits", "1"),
                repeated("long numbers", "19961 12345 "),
                repeated("line ends", "\n"),
                repeated("lines of a letter", "a\n"),
                repeated("lines of spaces", " ".repeat(40) + "\n"),
                repeated("pages of a line", " Trang a\n"),
                repeated("form feeds and numbers", "\f1\n"),
                repeated("notes", "12\n. Xem a\n"),
                repeated("headings", "1. Một việc\n"),
                repeated("deep headings", "1.1.1.1.1.1. Một việc\n"),
                repeated("items", "a) b\n"),
                repeated("hyphens", "a-\n"),
                repeated("lines that end in brackets", "a]\n"),
                repeated("combining marks", "\u0301\u0323"),
                repeated("outside the BMP", "𠀀"),
                repeated("lone surrogates", "\uD800a\uDC00"),
                Arguments.of("rising marks", (IntFunction<String>) n -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; text.length() < n; i++) {
                        text.append("hợp tác").append(i % 1000).append(' ');
                    }
                    return text.toString();
                }),
                Arguments.of("random", (IntFunction<String>) n -> {
                    Random random = new Random(7);
                    StringBuilder text = new StringBuilder();
                    while (text.length() < n) {
                        text.append((char) random.nextInt(0x10000));
                    }
                    return text.toString();
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void isReadInLinearTime(String name, IntFunction<String> text) {
        String hostile = text.apply(LENGTH);
        Document document = Assertions.assertTimeoutPreemptively(BOUND, () -> Texts.read(hostile), name);
        int length = document.source().lengthInCodePoints();
        assertThat(document.sentences()).allMatch(s -> s.range().endExclusive() <= length);
        OffsetsTest.assertOffsets(Texts.read(text.apply(2000)), name);
    }

    private static Arguments repeated(String name, String piece) {
        return Arguments.of(name, (IntFunction<String>) n -> piece.repeat(n / piece.length() + 1));
    }
}
