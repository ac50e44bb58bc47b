package org.banggiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences are written one after the other, parted by a bar. */
class SentenceSplitterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hai bên ký hiệp định.|Đoàn về nước.",
                "Ai đi?|Họ đi!|Tốt.",
                "Ông V.I. Lênin viết.|Sau đó ông đi.",
                "Ông J. F. Nehru đến TP. Hồ Chí Minh.|Ông ở đó ba ngày.",
                "GS.TS. Trần Văn A và PGS. Lê B nói.|Họ đồng ý.",
                "Xem Nxb. Sự thật, Hà Nội, 1990, tr. 15.|Bản in lần hai.",
                "Viện trợ 1.650 tấn và 8,2% vốn.|Ngày 3.2.1950 có tin.",
                "Hội nghị họp từ 25 đến 27/7/1988.|Ngày 5/8 thì xong.",
                "Họ dự Đại hội V.|Sau đó ông đi.",
                "Thế kỷ XX.|Năm sau.",
                "Ông thăm Nam Á.|Sau đó ông sang Ý.|Hết.",
                "Gạo, muối, vải v.v..|Đoàn nhận đủ.",
                "Gạo, muối, v.v. và vải.|Đoàn nhận đủ.",
                "Gạo, muối... và vải.|Đoàn nhận...|Hết.",
                "Ông nói: “Tôi đi.|Anh ở lại.”|Rồi ông đi.",
                "Ông nói: “Tôi đi”.|Rồi ông đi.",
                "Ông hỏi: “Ai đi?” rồi im.|Không ai đáp.",
                "Họ ký (xem tr. 5. Bản phụ lục) và về.|Sau đó yên.",
                "Việc bắt đầu ngày 5.|ở Lào, việc chậm hơn.",
                "Bốn điểm: 1. Hoà bình.|2. Hợp tác.|3. Bình đẳng.",
                "1. Bối cảnh chung.|2. Kết quả.",
                "a. Việc đầu.|b. Việc sau.",
                "Ký hiệp định về gạo; hiệp định về muối; hiệp định về vải.|Hết.",
                "Họ viện trợ 5 vạn quân.|85% là bộ binh.",
                "Ông đến.|“Chúng tôi mừng”, ông nói.",
                "Không có dấu chấm cuối",
                "Quần đảo ấy (?).|Sau đó im."
            })
    void parts(String marked) {
        assertThat(split(marked.replace('|', ' '))).containsExactly(marked.split("\\|"));
    }

    @Test
    void saysWhatBeginsInsideAQuotation() {
        List<Boolean> inside = new ArrayList<>();
        SentenceSplitter.split("Ông nói: “Tôi đi. Anh ở. Họ về”. Rồi ông đi.", (from, to, quote) -> inside.add(quote));
        assertThat(inside).containsExactly(false, true, true, false);
    }

    @Test
    void aBracketThatIsNeverClosedDoesNotSwallowTheParagraph() {
        String text = "Mở ngoặc (và quên. " + "Câu này dài như thế. ".repeat(40).strip();
        assertThat(split(text)).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"việc này; việc kia; ", "việc này và việc kia và ", "mộttừkhôngdứt"})
    void whatNeverEndsIsCut(String piece) {
        String text = piece.repeat(20_000 / piece.length()).strip();
        List<String> cut = split(text);
        assertThat(cut).hasSizeBetween(3, 5).allMatch(s -> s.length() <= SentenceSplitter.LONGEST * 3 / 2);
        assertThat(String.join("", cut).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        if (piece.contains(";")) {
            assertThat(cut.subList(0, cut.size() - 1)).allMatch(s -> s.endsWith(";"));
        }
    }

    private static List<String> split(String text) {
        List<String> sentences = new ArrayList<>();
        SentenceSplitter.split(text, (from, to, quote) -> sentences.add(text.substring(from, to)));
        return sentences;
    }
}
