package org.banggiao.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.banggiao.text.NormalText.Edit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every char of a repaired text knows its place in the source. */
class NormalTextTest {
    /** The same as a list of chars, each with its own range: slow, and plainly right. */
    private record Slow(StringBuilder value, List<Range> places) {
        static Slow of(NormalText text) {
            List<Range> places = new ArrayList<>();
            for (int i = 0; i < text.length(); i++) {
                places.add(new Range(text.sourceStart(i), text.sourceEnd(i + 1)));
            }
            return new Slow(new StringBuilder(text.value()), places);
        }
    }

    @Test
    void aLetterOfSeveralCodePointsAndASpaceOfSeveralLineEnds() {
        //                0   1  2    3  4   5  6  7  8
        // source         L   a  ◌̀    o  CR  LF CR LF ơ
        // value          L  [à   ]   o [SP          ] ơ
        NormalText text = new NormalText.Builder()
                .append('L', 0, 1)
                .append('à', 1, 3)
                .append('o', 3, 4)
                .append(' ', 4, 8)
                .append('ơ', 8, 9)
                .build();
        assertThat(text.value()).isEqualTo("Lào ơ");
        assertThat(text.source(0, 1)).isEqualTo(new Range(0, 1));
        assertThat(text.source(1, 2)).isEqualTo(new Range(1, 3));
        assertThat(text.source(0, 3)).isEqualTo(new Range(0, 4));
        assertThat(text.source(3, 4)).isEqualTo(new Range(4, 8));
        assertThat(text.range()).isEqualTo(new Range(0, 9));
        assertThat(text.sourceStart(5)).isEqualTo(9);
        assertThat(text.slice(3, 5).source(1, 2)).isEqualTo(new Range(8, 9));
    }

    @Test
    void theTwoCharsOfACodePointOutsideTheBmpShareItsPlace() {
        //         0 1  2
        // source  a 𠀀 b
        NormalText text = new NormalText.Builder()
                .append("a", 0, 1)
                .append("𠀀", 1, 2)
                .append("b", 2, 3)
                .build();
        assertThat(text.value()).isEqualTo("a𠀀b");
        assertThat(text.source(1, 3)).isEqualTo(new Range(1, 2));
        assertThat(text.source(2, 3)).isEqualTo(new Range(1, 2));
        assertThat(text.source(3, 4)).isEqualTo(new Range(2, 3));
    }

    @Test
    void whatWasLeftOutPartsPiecesIfItIsLongerThanAMark() {
        //                    0         1         2         3
        //                    0123456789012345678901234567890123456
        // source             hai nước12 ký. [a note of a page] Rồi
        NormalText text = NormalText.of("hai nước12 ký. [a note of a page] Rồi", 100)
                .edited(List.of(new Edit(8, 10, ""), new Edit(15, 34, "")));
        assertThat(text.value()).isEqualTo("hai nước ký. Rồi");
        assertThat(text.pieces(0, text.length())).containsExactly(new Range(100, 115), new Range(134, 137));
        assertThat(text.pieces(4, 8)).containsExactly(new Range(104, 108));
        assertThat(text.source(0, text.length())).isEqualTo(new Range(100, 137));
        assertThat(text.pieces(3, 3)).isEmpty();
    }

    @Test
    void whatWasPutInComesFromNoCodePoint() {
        NormalText text = NormalText.of("nướcLào", 5).edited(List.of(new Edit(4, 4, " ")));
        assertThat(text.value()).isEqualTo("nước Lào");
        assertThat(text.source(4, 5)).isEqualTo(new Range(9, 9));
        assertThat(text.source(0, 8)).isEqualTo(new Range(5, 12));
    }

    @Test
    void findsTheCharOfACodePoint() {
        //                    0         1
        //                    012345678901234
        // source             hai nước12 ký
        NormalText text = NormalText.of("hai nước12 ký", 50).edited(List.of(new Edit(8, 10, "")));
        assertThat(text.indexAt(50)).isZero();
        assertThat(text.indexAt(54)).isEqualTo(4);
        assertThat(text.indexAt(58)).isEqualTo(8);
        assertThat(text.indexAt(60)).isEqualTo(8);
        assertThat(text.indexAt(61)).isEqualTo(9);
        assertThat(text.indexAt(63)).isEqualTo(text.length());
        assertThat(text.indexAt(0)).isZero();
    }

    @Test
    void refusesToGoBackwards() {
        assertThatThrownBy(() -> new NormalText.Builder().append('a', 3, 4).append('b', 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("goes backwards: 2 to 3 after 4");
        assertThatThrownBy(() -> NormalText.of("ab", 0).sourceStart(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> NormalText.of("ab", 0).source(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void equalityLooksAtPlacesToo() {
        assertThat(NormalText.of("xab", 0).slice(1, 3))
                .isEqualTo(NormalText.of("ab", 1))
                .hasToString("ab");
        assertThat(NormalText.of("ab", 0)).isNotEqualTo(NormalText.of("ab", 1)).isNotEqualTo("ab");
        assertThat(NormalText.of("ab", 0)).hasSameHashCodeAs(NormalText.of("ab", 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithTheSlowReference(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            NormalText.Builder builder = new NormalText.Builder();
            Slow slow = new Slow(new StringBuilder(), new ArrayList<>());
            int source = random.nextInt(5);
            for (int k = random.nextInt(40); k >= 0; k--) {
                int gap = random.nextInt(4) == 0 ? random.nextInt(20) : 0;
                int length = random.nextInt(3) == 0 ? random.nextInt(4) : 1;
                String chars = "abcdefgh".substring(0, random.nextInt(5) == 0 ? 1 + random.nextInt(3) : 1);
                builder.append(chars, source + gap, source + gap + length);
                for (int c = 0; c < chars.length(); c++) {
                    slow.value().append(chars.charAt(c));
                    slow.places().add(new Range(source + gap, source + gap + length));
                }
                source += gap + length;
            }
            NormalText text = builder.build();
            assertSame(text, slow, seed);
            int from = random.nextInt(text.length());
            int to = from + random.nextInt(text.length() - from + 1);
            assertSame(
                    text.slice(from, to),
                    new Slow(
                            new StringBuilder(slow.value().substring(from, to)),
                            slow.places().subList(from, to)),
                    seed);
            assertEditsAgree(text, slow, random, seed);
        }
    }

    private static void assertEditsAgree(NormalText text, Slow slow, Random random, long seed) {
        List<Edit> edits = new ArrayList<>();
        Slow expected = new Slow(new StringBuilder(), new ArrayList<>());
        int i = 0;
        while (i < text.length()) {
            if (random.nextInt(6) == 0) {
                int end = Math.min(text.length(), i + 1 + random.nextInt(3));
                String replacement = random.nextBoolean() ? "" : "#";
                edits.add(new Edit(i, end, replacement));
                if (!replacement.isEmpty()) {
                    expected.value().append(replacement);
                    expected.places()
                            .add(new Range(
                                    slow.places().get(i).startInclusive(),
                                    slow.places().get(end - 1).endExclusive()));
                }
                i = end;
            } else {
                expected.value().append(slow.value().charAt(i));
                expected.places().add(slow.places().get(i));
                i++;
            }
        }
        assertSame(text.edited(edits), expected, seed);
    }

    private static void assertSame(NormalText text, Slow slow, long seed) {
        assertThat(text.value()).as("seed %d", seed).isEqualTo(slow.value().toString());
        assertThat(Slow.of(text).places()).as("seed %d, %s", seed, text).isEqualTo(slow.places());
        for (int from = 0; from < text.length(); from += 3) {
            for (int to = from + 1; to <= text.length(); to += 4) {
                assertThat(text.source(from, to))
                        .as("seed %d, %s from %d to %d", seed, text, from, to)
                        .isEqualTo(new Range(
                                slow.places().get(from).startInclusive(),
                                slow.places().get(to - 1).endExclusive()));
            }
        }
    }
}
