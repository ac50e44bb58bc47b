package org.banggiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "hoà, hòa",
        "Hoà Bình, HÒA BÌNH",
        "thuỷ, thủy",
        "khoẻ, khỏe",
        "Uỷ, Ủy",
        "lý, lí",
        "Mỹ, mĩ",
        "kỹ, kĩ",
        "tỷ, tỉ",
        "quý, quí",
        "thoát, thóat",
        "loà xoà, lòa xòa"
    })
    void oneWord(String a, String b) {
        assertThat(Folding.forMatching(a)).isEqualTo(Folding.forMatching(b)).hasSameSizeAs(a);
    }

    @ParameterizedTest
    @CsvSource({"ma, má", "tay, tai", "thuy, thui", "dan, đan", "an, ăn", "hoa, hoà", "đay, đai", "quay, quai", "y, i"})
    void twoWords(String a, String b) {
        assertThat(Folding.forMatching(a)).isNotEqualTo(Folding.forMatching(b));
    }

    @Test
    void aSyllableKeepsItsCaseAndMayBeInAnyNormalForm() {
        String nfd = Normalizer.normalize("Uỷ", Normalizer.Form.NFD);
        assertThat(Folding.syllable(nfd)).isEqualTo(Folding.syllable("Ủy")).isNotEqualTo(Folding.syllable("ủy"));
        assertThat(Folding.syllable("MỸ")).isEqualTo("MĨ");
        assertThat(Folding.syllable("USA")).isEqualTo("USA");
    }

    @Test
    void withoutAccentsKeepsTheLength() {
        String text = "Đường Trường Sơn, ấn Độ 𠀀";
        assertThat(Folding.withoutAccents(text))
                .isEqualTo("duong truong son, an do 𠀀")
                .hasSameSizeAs(text);
        assertThat(Folding.bare(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo("duong truong son, an do 𠀀");
    }
}
