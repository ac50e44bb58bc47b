package org.banggiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every char of every sentence comes from where it says, whatever the text was like. */
class OffsetsTest {
    private static final List<String> PIECES = List.of(
            "Hai nước",
            "ký hiệp định",
            "ngày 5 tháng 7 năm 1976",
            "1976 - 19771",
            "hợp tác12",
            ".",
            ". ",
            ", ",
            "; ",
            ": ",
            " “",
            "” ",
            "(",
            ")",
            "[3]",
            "...",
            "\n",
            "\n\n",
            "\r\n",
            "\r\n\r\n",
            "\n ",
            "\f",
            " \n",
            "\u00A0",
            "\u00AD",
            "\t",
            "\u200B",
            "-\n",
            "𠀀𠀁",
            "🙂",
            "La\u0300o",
            "Vie\u0323\u0302t",
            "\u0301",
            "o\u031B\u0309",
            "quan hÖ ®Æc biÖt Ch¬ng",
            "nướcLào",
            "\n12\n\n. Xem tr. 5.",
            "\n                                                   \n1 Xem.",
            "1. ",
            "a) ",
            "II. ",
            "CHƯƠNG II",
            "\uFEFF",
            "\u2028",
            "ở Lào",
            "한",
            "각");

    //           0         1         2         3
    //           0123456789012345678901234567890123456
    // source    Hai nướcCRLFCRLFký 𠀀 hợp tác12. Rồi về.     (ư ớ in NFC, hợp in NFD: o + ◌̛ + ◌̣)
    @Test
    void aDrawnExample() {
        Document document = Texts.read("Hai nước\r\n\r\nký 𠀀 ho\u031B\u0323p tác[1]. Rồi về.");
        Sentence first = document.sentences().get(0);
        assertThat(first.text().value()).isEqualTo("Hai nước ký 𠀀 hợp tác.");
        assertThat(first.text().source(4, 8)).isEqualTo(new Range(4, 8)); // nước
        assertThat(first.text().source(8, 9)).isEqualTo(new Range(8, 12)); // CR LF CR LF
        assertThat(first.text().source(12, 14)).isEqualTo(new Range(15, 16)); // 𠀀, two chars, one code point
        assertThat(first.text().source(15, 18)).isEqualTo(new Range(17, 22)); // hợp
        assertThat(first.text().source(16, 17)).isEqualTo(new Range(18, 21)); // ợ
        assertThat(first.text().source(19, 23)).isEqualTo(new Range(23, 30)); // tác[1].
        assertThat(first.marks().get(0).source()).isEqualTo(new Range(26, 29)); // [1]
        assertThat(first.marks().get(0).position()).isEqualTo(22);
        assertThat(document.sentences().get(1).range()).isEqualTo(new Range(31, 38));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void holdsForRandomTexts(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(80); k >= 0; k--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
                text.append(random.nextBoolean() ? " " : "");
            }
            Document document = Texts.read(text.toString());
            assertOffsets(document, "seed " + seed + ": " + text);
            assertThat(Texts.read(text.toString()).sentences())
                    .as("seed %d", seed)
                    .isEqualTo(document.sentences());
        }
    }

    /** Checks all that a document promises about its places. */
    static void assertOffsets(Document document, String description) {
        int[] source = document.source().text().codePoints().toArray();
        int number = 0;
        for (Sentence sentence : document.sentences()) {
            assertThat(sentence.number()).isEqualTo(++number);
            assertThat(sentence.text().value()).as(description).isNotEmpty().doesNotContain("  ", "\n", "\r", "\u00AD");
            int before = -1;
            for (int i = 0; i < sentence.text().length(); i++) {
                Range place = sentence.text().source(i, i + 1);
                if (place.startInclusive() < before || place.endExclusive() > source.length) {
                    throw new AssertionError(
                            description + ": char " + i + " of \"" + sentence.text() + "\" at " + place);
                }
                before = place.startInclusive();
                assertCameFrom(sentence, i, source, place, description);
            }
            for (NoteMark mark : sentence.marks()) {
                assertThat(mark.position())
                        .as(description)
                        .isBetween(0, sentence.text().length());
                assertThat(Texts.at(document, mark.source())).as(description).contains(String.valueOf(mark.number()));
            }
        }
        for (Note note : document.notes()) {
            assertThat(note.range().endExclusive()).isLessThanOrEqualTo(source.length);
            assertThat(document.sentencesOf(note))
                    .allSatisfy(s -> assertThat(s.note()).isEqualTo(note.ordinal()));
        }
        for (int p = 1; p < document.pages().size(); p++) {
            assertThat(document.pages().get(p).range().startInclusive())
                    .isEqualTo(document.pages().get(p - 1).range().endExclusive());
        }
        for (Section section : document.sections()) {
            assertThat(section.range().endExclusive())
                    .isBetween(section.heading().endExclusive(), source.length);
        }
    }

    /** A char is what its code points are in NFC, unless it is a space, was put in, or was in another encoding. */
    private static void assertCameFrom(Sentence sentence, int i, int[] source, Range place, String description) {
        char c = sentence.text().value().charAt(i);
        if (c == ' ' || place.length() == 0) {
            return;
        }
        String from = new String(source, place.startInclusive(), place.length());
        String expected = Normalizer.normalize(from, Normalizer.Form.NFC);
        boolean decoded = from.length() == 1 && Tcvn3.decode(from.charAt(0)) == c;
        boolean stroke = c == 'Đ' || c == 'đ';
        if (expected.indexOf(c) < 0 && !decoded && !stroke) {
            throw new AssertionError(
                    description + ": char " + i + " of \"" + sentence.text() + "\" is " + c + ", not " + from);
        }
    }
}
