package org.banggiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Tcvn3Test {
    @ParameterizedTest
    @CsvSource({
        "®¹i sø qu¸n, đại sứ quán",
        "n­íc b¹n, nước bạn",
        "níc b¹n, nước bạn",
        "Ch¬ng mét, Chương một",
        "®êng s¾t, đường sắt",
        "§µm ph¸n, Đàm phán"
    })
    void decodesAndRestoresTheLostLetter(String shown, String meant) {
        NormalText.Builder out = new NormalText.Builder();
        new Repair(shown, CodePoints.of(shown)).append(out, 0, shown.length());
        assertThat(out.build().value()).isEqualTo(meant);
        assertThat(out.build().range()).isEqualTo(new Range(0, shown.length()));
    }

    @ParameterizedTest
    @CsvSource({"Đàm phán «mở» ở 30°", "© 1990 by X", "5 m² và 3 m³", "Việt Nam ®", "Françoise Corrèze"})
    void leavesOtherTextAlone(String text) {
        NormalText.Builder out = new NormalText.Builder();
        new Repair(text, CodePoints.of(text)).append(out, 0, text.length());
        assertThat(out.build().value()).isEqualTo(text);
    }

    @Test
    void aLetterThatCouldStandInTwoPlacesIsNotRestored() {
        assertThat(Tcvn3.lostLetter("Chơng")).isEqualTo(2);
        assertThat(Tcvn3.lostLetter("hiệp")).isEqualTo(-1);
        assertThat(Tcvn3.lostLetter("xyzxyz")).isEqualTo(-1);
    }
}
