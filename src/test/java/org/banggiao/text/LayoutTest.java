package org.banggiao.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layouts of prints, in texts of our own. */
class LayoutTest {
    /** Hard-wrapped lines with a blank line after each, a space at each line's end, and pages that a single space opens. */
    private static final String BOOK = """
             Chương III\s

            I. QUAN HỆ VỚI MÔNG CỔ TRONG NHỮNG NĂM ĐẦU\s

            XÂY DỰNG ĐẤT NƯỚC (1961-1965)\s

            1. Bối cảnh và những yêu cầu mới đặt ra cho quan\s

            hệ của hai nước\s

            Từ năm 1961, quan hệ giữa hai nước bước sang một thời\s

            kỳ mới1, và hai bên trao đổi nhiều đoàn hơn trước đó.\s

            ở Ulan Bato, hai bên ký một hiệp định viện trợ 1961 - 19652\s

            với nhiều điều khoản. Việc thực hiện kéo dài từ mùa\s
                                                                  \s
            1

            . Xem báo Nhân dân, số 100, ngày 5 tháng 1 năm 1961,\s

            tr. 2.\s
            2

            . Hiệp định gồm 12 điều.\s
             xuân đến mùa thu năm ấy, và mỗi bên đều giữ lời như\s

            đã hứa.\s

            Năm 1962, đoàn đại biểu sang thăm lần thứ hai3.\s
             . Đoàn gồm 5 người.\s
             Hai nước trao đổi nhiều đoàn khác trong những năm sau\s

            nữa.\s
            """;

    @Test
    void aBookWithNotesAtTheFootOfThePage() {
        Document document = Texts.read(BOOK);
        assertThat(Texts.words(document, Kind.HEADING))
                .containsExactly(
                        "Chương III",
                        "I. QUAN HỆ VỚI MÔNG CỔ TRONG NHỮNG NĂM ĐẦU XÂY DỰNG ĐẤT NƯỚC (1961-1965)",
                        "1. Bối cảnh và những yêu cầu mới đặt ra cho quan hệ của hai nước");
        assertThat(Texts.words(document, Kind.BODY))
                .containsExactly(
                        "Từ năm 1961, quan hệ giữa hai nước bước sang một thời kỳ mới, và hai bên trao đổi nhiều đoàn hơn trước đó.",
                        "ở Ulan Bato, hai bên ký một hiệp định viện trợ 1961 - 1965 với nhiều điều khoản.",
                        "Việc thực hiện kéo dài từ mùa xuân đến mùa thu năm ấy, và mỗi bên đều giữ lời như đã hứa.",
                        "Năm 1962, đoàn đại biểu sang thăm lần thứ hai.",
                        "Hai nước trao đổi nhiều đoàn khác trong những năm sau nữa.");
        assertThat(Texts.marks(document)).containsExactly("1@mới", "2@1965", "3@hai");
        assertThat(document.notes())
                .extracting(
                        Note::number,
                        Note::numberInferred,
                        n -> n.anchor() == null
                                ? ""
                                : document.sentence(n.anchor()).text().value().substring(0, 7))
                .containsExactly(tuple(1, false, "Từ năm "), tuple(2, false, "ở Ulan "), tuple(3, true, "Năm 196"));
        assertThat(Texts.words(document, Kind.NOTE))
                .containsExactly(
                        "Xem báo Nhân dân, số 100, ngày 5 tháng 1 năm 1961, tr. 2.",
                        "Hiệp định gồm 12 điều.",
                        "Đoàn gồm 5 người.");
        assertThat(document.pages()).hasSize(3);
        assertThat(document.sections())
                .extracting(Section::level, Section::number, Section::years, Section::parent)
                .containsExactly(
                        tuple(1, "Chương III", null, null),
                        tuple(2, "I", new YearRange(1961, 1965), 1),
                        tuple(3, "1", null, 2));
        assertThat(document.yearsOf(3)).hasToString("1961-1965");
        assertThat(document.findings()).isEmpty();
    }

    @Test
    void theSentenceAcrossThePageIsTwoPieces() {
        Document document = Texts.read(BOOK);
        Sentence across = document.sentences().stream()
                .filter(s -> s.text().value().startsWith("Việc thực hiện"))
                .findFirst()
                .orElseThrow();
        assertThat(across.text().pieces(0, across.text().length()))
                .extracting(r -> Texts.at(document, r).replaceAll("\\s+", " "))
                .containsExactly(
                        "Việc thực hiện kéo dài từ mùa ",
                        "xuân đến mùa thu năm ấy, và mỗi bên đều giữ lời như đã hứa.");
        assertThat(Texts.at(document, across.range())).contains("Hiệp định gồm 12 điều.");
    }

    @Test
    void lineEndsMakeNoDifferenceToTheWords() {
        Document lf = Texts.read(BOOK);
        for (String text : List.of(BOOK.replace("\n", "\r\n"), BOOK.replace("\n", "\r"))) {
            Document other = Texts.read(text);
            assertThat(other.sentences())
                    .extracting(s -> s.text().value())
                    .isEqualTo(
                            lf.sentences().stream().map(s -> s.text().value()).toList());
            assertThat(other.notes()).extracting(Note::number).containsExactly(1, 2, 3);
        }
    }

    @Test
    void twoColumnsWithNotesAndBlankLinesBetweenParagraphs() {
        Document document = Texts.read("""
                Năm 1971, hai bên mở lại đàm phán ở Viên về việc\s
                trao trả tài sản, và ký hai văn bản đầu tiên1. Sau\s
                đó một năm, đoàn thứ hai sang bàn về tàu biển và\s

                                                  \s
                1 Hai văn bản ấy ký ngày 5/3/1971.\s
                Bản thứ ba ký ngày 8/4/1971.\s
                2 Xem tr. 12.\s

                cảng biển của hai nước ở miền Nam, theo đề nghị\s
                của phía chủ nhà2.\s

                Kết quả là hai nước lập một uỷ ban chung vào cuối\s
                năm ấy.\s
                """);
        assertThat(Texts.words(document, Kind.BODY))
                .containsExactly(
                        "Năm 1971, hai bên mở lại đàm phán ở Viên về việc trao trả tài sản, và ký hai văn bản đầu tiên.",
                        "Sau đó một năm, đoàn thứ hai sang bàn về tàu biển và cảng biển của hai nước ở miền Nam, theo đề nghị của phía"
                                + " chủ nhà.",
                        "Kết quả là hai nước lập một uỷ ban chung vào cuối năm ấy.");
        assertThat(document.sentences())
                .filteredOn(s -> s.kind() == Kind.BODY)
                .extracting(Sentence::paragraph)
                .containsExactly(1, 1, 2);
        assertThat(Texts.words(document, Kind.NOTE))
                .containsExactly("Hai văn bản ấy ký ngày 5/3/1971.", "Bản thứ ba ký ngày 8/4/1971.", "Xem tr. 12.");
        assertThat(document.notes()).extracting(Note::anchor).containsExactly(1, 2);
    }

    @Test
    void runningHeadersInAnotherEncodingArePagesNotWords() {
        String paragraph = "Hai bên trao đổi nhiều đoàn hơn trước đó rất nhiều, và\n\n".repeat(20);
        String text = paragraph + "\n\n\n   Ch¬ng III: quan hÖ víi c¸c níc 201\n\n" + paragraph
                + "\n\n\n   Ch¬ng III: quan hÖ víi c¸c níc 202\n\n" + paragraph
                + "\n\n\n   Ch¬ng III: quan hÖ víi c¸c níc 203\n\n" + paragraph + "hết chuyện.\n";
        Document document = Texts.read(text);
        assertThat(document.pages()).extracting(Page::number).containsExactly(null, 201, 202, 203);
        assertThat(document.pages().get(1).header()).isEqualTo("Chương III: quan hệ với các nước");
        assertThat(document.sentences()).hasSize(1);
        assertThat(document.sentences().get(0).text().value()).doesNotContain("quan h");
        Page second = document.pages().get(2);
        assertThat(document.pageAt(second.range().startInclusive())).isEqualTo(second);
        assertThat(document.pageAt(second.range().startInclusive() - 1))
                .isEqualTo(document.pages().get(1));
    }

    @Test
    void articlesThatCountUpAreNoHeaders() {
        String text =
                "Điều khoản chung số 1\nHai bên tôn trọng nhau.\n\nĐiều khoản chung số 2\nHai bên không can thiệp vào\n"
                        + "việc của nhau.\n\nĐiều khoản chung số 3\nHết.\n";
        assertThat(Texts.read(text).pages()).isEmpty();
    }

    @Test
    void formFeedsAndPageNumbers() {
        Document document =
                Texts.read("Trang đầu nói về việc\nthứ nhất và việc\n11\n\fthứ hai.\n12\n\fTrang ba.\n13\n");
        assertThat(document.pages()).extracting(Page::number).containsExactly(11, 12, 13);
        assertThat(Texts.words(document, Kind.BODY))
                .containsExactly("Trang đầu nói về việc thứ nhất và việc thứ hai.", "Trang ba.");
        assertThat(document.sentences()).extracting(Sentence::page).containsExactly(11, 13);
    }

    @Test
    void aFormFeedOnALineOfItsOwn() {
        Document document =
                Texts.read("Trang đầu nói về việc\nthứ nhất và việc\n\f\n\nthứ hai.\n\n\f\n12\n\nTrang ba.\n");
        assertThat(document.pages()).extracting(Page::number).containsExactly(null, null, 12);
        assertThat(Texts.words(document, Kind.BODY))
                .containsExactly("Trang đầu nói về việc thứ nhất và việc thứ hai.", "Trang ba.");
    }

    @Test
    void anEmptyPageBeforeAChapterExplainsOneNumberTooMany() {
        String page = "Hai bên trao đổi nhiều đoàn hơn trước đó rất nhiều và nhiều lần nữa.\n".repeat(18);
        String header = "Quan hệ với các nước ";
        Document document = Texts.read(header + "20\n" + page + "\f" + page + "\fChương II\n" + page + "\f" + header
                + "24\n" + page + "\f" + header + "25\n" + page);
        assertThat(document.pages()).extracting(Page::number).containsExactly(20, 21, 23, 24, 25);
    }

    @Test
    void headersAtTheTwoSidesAndNotesBelowADrawnRule() {
        String filler = "Hai bên trao đổi nhiều đoàn hơn trước đó rất nhiều, và\n".repeat(16);
        Document document = Texts.read("II. Việc chung của hai nước trong mười năm ấy (1960 - 1970)\n" + filler
                + "năm ấy ký ba văn bản[1] ở thủ\n\n_______________\n[1] Văn bản ký ngày 5.\n\n18   BANG GIAO HAI NƯỚC\n\nđô nước bạn.\n"
                + filler + "hết việc.\n\nBANG GIAO HAI NƯỚC   19\n\nViệc sau thì khác.\n");
        assertThat(document.pages()).extracting(Page::number).containsExactly(null, 18, 19);
        assertThat(Texts.words(document, Kind.NOTE)).containsExactly("Văn bản ký ngày 5.");
        assertThat(Texts.words(document, Kind.HEADING))
                .containsExactly("II. Việc chung của hai nước trong mười năm ấy (1960 - 1970)");
        assertThat(Texts.words(document, Kind.BODY).get(0)).endsWith("ký ba văn bản ở thủ đô nước bạn.");
    }

    @Test
    void aNumberAtTheTopOfThePageAndAHeaderBelowIt() {
        String filler = "Hai bên trao đổi nhiều đoàn hơn trước đó rất nhiều, và\n".repeat(12);
        Document document = Texts.read(
                filler + "năm ấy ký ba văn bản ở thủ\n 42 \nTạp chí, số 2\nđô nước bạn.\n" + filler + "hết.\n");
        assertThat(document.pages())
                .extracting(Page::number, Page::header)
                .containsExactly(tuple(null, null), tuple(42, "Tạp chí, số 2"));
        assertThat(Texts.words(document, Kind.BODY).get(0)).endsWith("ký ba văn bản ở thủ đô nước bạn.");
    }

    @Test
    void notesThatBeginAnewOnEachPage() {
        String text = """
                Ngày 3 tháng 2, đoàn đến thủ đô và gặp bộ trưởng hai1 lần trong\s
                tuần ấy, rồi sang thăm cảng2 và nhà máy mới của nước bạn ở đây.\s
                                                        \s
                1. Lần đầu ngày 4.\s
                2. Cảng ở miền Nam.\s
                \fNgày 9 tháng 2, đoàn về nước1 sau khi ký hai văn bản với phía bạn\s
                ở thủ đô, và báo cáo kết quả2 với chính phủ ngay trong tháng ấy.\s
                                                        \s
                1. Đoàn về bằng tàu.\s
                2. Báo cáo dài 20 trang.\s
                """;
        Document document = Texts.read(text);
        assertThat(Texts.marks(document)).containsExactly("1@hai", "2@cảng", "1@nước", "2@quả");
        assertThat(document.notes())
                .extracting(Note::number, Note::anchor)
                .containsExactly(tuple(1, 1), tuple(2, 1), tuple(1, 2), tuple(2, 2));
    }

    @Test
    void notesInSquareBracketsAtTheEnd() {
        Document document = Texts.read("""
                Hai nước lập quan hệ năm 1954[1]. Năm sau họ trao đổi đại sứ[2].

                Chú thích
                [1] Ngày 18 tháng 11.
                [2] Đại sứ đầu tiên đến tháng 8.
                """);
        assertThat(Texts.marks(document)).containsExactly("1@1954", "2@sứ");
        assertThat(Texts.words(document, Kind.NOTE))
                .containsExactly("Ngày 18 tháng 11.", "Đại sứ đầu tiên đến tháng 8.");
        assertThat(document.notes()).extracting(Note::anchor).containsExactly(1, 2);
    }

    @Test
    void aNoteOfTwoNumbers() {
        Document document = Texts.read("""
                Hai bên ký văn bản thứ nhất ngày 5 tháng 2 ở thủ đô nước bạn1 rồi\s

                ký văn bản thứ hai vào ngày hôm sau, như đã hứa với nhau từ trước2.\s

                Đoàn về nước cuối tháng ấy và báo cáo với chính phủ ngay hôm sau3.\s

                                                        \s
                1

                . Văn bản gồm 3 điều.\s
                2

                , 1. Văn bản gồm 4 điều.\s
                3

                . Báo cáo ngắn.\s
                """);
        assertThat(document.notes()).extracting(Note::number).containsExactly(1, 2, 3);
        assertThat(Texts.words(document, Kind.NOTE))
                .containsExactly("Văn bản gồm 3 điều.", "Văn bản gồm 4 điều.", "Báo cáo ngắn.");
    }

    @Test
    void anAbstractInAnotherLanguageIsMarked() {
        Document document = Texts.read("Hai nước lập quan hệ năm 1954.\n\nABSTRACT\n\n"
                + "The two countries established relations in 1954 and exchanged ambassadors in the following year.\n");
        assertThat(Texts.words(document, Kind.OTHER_LANGUAGE)).hasSize(1);
        assertThat(document.findings())
                .extracting(f -> f.issue().code(), f -> f.location().startInclusive())
                .containsExactly(tuple("text-other-language", 42));
    }

    @Test
    void oneParagraphALine() {
        Document document = Texts.read("Mở đầu bằng câu ngắn. Và câu hai.\nĐoạn hai có một câu.\nĐoạn ba cũng vậy.\n");
        assertThat(document.sentences()).extracting(Sentence::paragraph).containsExactly(1, 1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hai bên lập uỷ ban ở Cam-\npuchia|Hai bên lập uỷ ban ở Campuchia",
                "Quan hệ Việt-\nLào|Quan hệ Việt-Lào",
                "Chỉ thị số 02-\nCT/TW|Chỉ thị số 02-CT/TW",
                "Ở Mát-xcơ-\nva|Ở Mát-xcơ-va",
                "Ở Inđô\u00AD\nnêxia|Ở Inđônêxia",
                "Quan hệ Việt -\nLào|Quan hệ Việt - Lào",
                "Quan\u00A0hệ\t Việt\u200B \u3000Lào|Quan hệ Việt Lào",
                "Ðảng và Nhà nước|Đảng và Nhà nước"
            })
    void joins(String example) {
        String[] parts = example.split("\\|");
        String filler = "hai bên trao đổi nhiều đoàn hơn trước đó nữa\n".repeat(3);
        Document document = Texts.read(filler + parts[0] + "\n" + filler);
        assertThat(document.sentences().get(0).text().value()).contains(parts[1]);
    }

    @Test
    void lostSpaces() {
        Document document = Texts.read("Hai bên chủ trươngnhượng bộ ở nướcLào.Sau đó ô tô, kilômét và Cayxỏn vẫn vậy.");
        assertThat(document.sentences())
                .extracting(s -> s.text().value())
                .containsExactly("Hai bên chủ trương nhượng bộ ở nước Lào.", "Sau đó ô tô, kilômét và Cayxỏn vẫn vậy.");
        assertThat(document.findings())
                .extracting(f -> f.location().toString())
                .containsExactly("test:17-19", "test:33-35", "test:37-39");
    }

    @Test
    void signsOfAnUnknownEncoding() {
        assertThat(Texts.read("Hai n\uFFFD\uFFFDc ký.").findings())
                .extracting(Object::toString)
                .containsExactly(
                        "WARNING text-encoding-unknown test:5-6: 2 signs from here on stand for letters of an encoding that"
                                + " is not known: give the text in UTF-8.");
    }
}
