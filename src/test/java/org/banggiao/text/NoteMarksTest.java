package org.banggiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which digits are marks of notes. */
class NoteMarksTest {
    @Test
    void theRisingNumbersDecide() {
        Document document = Texts.read(
                "Quan hệ bắt đầu từ lâu1. Từ năm 19962 việc nhanh hơn, và giai đoạn 1976 - 19773 là đỉnh cao."
                        + " Tỉnh Xaynhabuli4 nhận 1.6505 tấn, trung đoàn 9776 nhận 12.5006 khẩu. Năm 1978 hết7.");
        assertThat(Texts.marks(document))
                .containsExactly("1@lâu", "2@1996", "3@1977", "4@Xaynhabuli", "5@1.650", "6@12.500", "7@hết");
        assertThat(document.sentences().get(1).text().value())
                .isEqualTo("Từ năm 1996 việc nhanh hơn, và giai đoạn 1976 - 1977 là đỉnh cao.");
        assertThat(document.sentences().get(2).text().value()).contains("trung đoàn 9776 nhận 12.500 khẩu");
    }

    @Test
    void twoPlacesThatFitEquallyAreLeftAlone() {
        Document document = Texts.read("Một1, hai2. Từ năm 19963 đến năm 19973 có bốn4, năm5, sáu6.");
        assertThat(Texts.marks(document)).containsExactly("1@Một", "2@hai", "4@bốn", "5@năm", "6@sáu");
        assertThat(document.sentences().get(1).text().value()).startsWith("Từ năm 19963 đến năm 19973 có");
        assertThat(document.findings())
                .extracting(f -> f.issue().code())
                .containsExactly("text-mark-without-note", "text-mark-ambiguous", "text-mark-ambiguous");
    }

    @Test
    void namesUnitsAndNumbersAreNoMarks() {
        String text =
                "Đội E83 có MIG21, xe T54 và 5 km2, 750 m3. Ngày 11/1986 tại JIM-1, G7 họp; trang tr.24, Nxb.3 và năm 1976.";
        assertThat(Texts.marks(Texts.read(text))).isEmpty();
        assertThat(Texts.words(Texts.read(text), Kind.BODY))
                .anySatisfy(s -> assertThat(s).contains("750 m3"));
    }

    @Test
    void aNameWithANumberAmongMarksStays() {
        Document document = Texts.read("Một1, hai2, khối ASEAN3 họp ba3, bốn4. Khối G7 gặp ở đồi A1.");
        assertThat(Texts.marks(document)).containsExactly("1@Một", "2@hai", "3@ba", "4@bốn");
        assertThat(document.sentences().get(1).text().value()).isEqualTo("Khối G7 gặp ở đồi A1.");
    }

    @Test
    void bracketsAndSuperscriptsAreAlwaysMarks() {
        Document document =
                Texts.read("Hai bên ký[1], rồi về [2]. Họ báo cáo[3, 4] “xong”[5]. Diện tích 3 km² và vốn¹².");
        assertThat(Texts.marks(document)).containsExactly("1@ký", "2@về", "3@cáo", "4@cáo", "5@“xong”", "12@vốn");
        assertThat(document.sentences())
                .extracting(s -> s.text().value())
                .containsExactly("Hai bên ký, rồi về.", "Họ báo cáo “xong”.", "Diện tích 3 km² và vốn.");
        assertThat(document.sentences().get(0).marks().get(1).source()).isEqualTo(new Range(22, 25));
    }

    @Test
    void otherBracketsStay() {
        assertThat(Texts.words(Texts.read("Họ [sic] ký [1976] và [tr. 5] rồi [12."), Kind.BODY))
                .containsExactly("Họ [sic] ký [1976] và [tr. 5] rồi [12.");
    }

    @Test
    void aMarkAfterTheFullStopBelongsToTheSentenceBefore() {
        Document document = Texts.read("Hai bên ký.[1] Sau đó họ về.[2]");
        assertThat(document.sentences())
                .extracting(s -> s.text().value())
                .containsExactly("Hai bên ký.", "Sau đó họ về.");
        assertThat(document.sentences()).extracting(s -> s.marks().size()).containsExactly(1, 1);
    }

    @Test
    void anAmountIsPartedOnlyWhereANoteLacksItsMark() {
        String body = "Một văn bản ký ở thủ đô nước bạn trong chuyến thăm đầu năm ấy1 rồi\n\n"
                + "đoàn thăm trung đoàn 32422 ở miền Nam và gửi lời chào tới các bạn\n\n"
                + "trong tỉnh ấy, rồi lên đường về thủ đô ngay hôm sau như đã hẹn với\n\nphía bạn từ trước.\n";
        String notes = " ".repeat(54) + "\n1\n\n. Ký ngày 5.\n";
        String lost = " . Đoàn gồm năm người.\n Trang sau nói về việc khác của hai nước trong năm ấy và\n\n"
                + "những năm sau nữa, khi hai bên trao đổi nhiều đoàn hơn trước rất\n\nnhiều và ký nhiều văn bản với\n\nnhau.\n";
        assertThat(Texts.marks(Texts.read(body + notes + lost))).containsExactly("1@ấy", "2@3242");
        assertThat(Texts.marks(Texts.read(body + notes))).containsExactly("1@ấy");
    }
}
