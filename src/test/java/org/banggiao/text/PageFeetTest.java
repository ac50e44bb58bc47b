package org.banggiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages that only their numbers part, in texts of our own. */
class PageFeetTest {
    private static final String FIRST = """
            Từ năm 1961, quan hệ giữa Ôxlô và Xômali bước sang một
            thời kỳ mới, khi hai bên trao đổi đại sứ và mở những
            tuyến tàu đầu tiên qua kênh Xuyê, tuy lượng hàng chở đi
            còn ít. Hãng tàu nhà nước nhận phần lớn số khách, còn
            hàng thì do các hãng tư chở; giá cước hai năm liền không
            đổi%s. Mùa xuân năm sau, một phái đoàn mười hai người sang
            thăm cảng, ở lại một tuần và ra về với bản dự thảo đầu
            tiên. Đến mùa thu, bản dự thảo ấy vẫn nằm trên bàn. Các
            nhà buôn sốt ruột hơn các nhà ngoại giao, và gửi thư cho
            bộ hai lần. Cuối năm thì mọi việc ngã ngũ, vì giá dầu lên
            cao và đội tàu cũ không còn đủ sức đi xa như trước. Ngày
            """;
    private static final String SECOND = """
            3 tháng 5 năm 1963, hai bên ký hiệp định hàng hải. Theo
            đó, mỗi bên mở một tuyến, và cước do hai bên định chung.
            Trong ba năm đầu số chuyến tăng gấp đôi, rồi dừng lại vì
            cảng Kismayo không đủ cầu tàu. Người ta bàn việc xây thêm
            cầu tàu, nhưng chưa ai chịu bỏ vốn. Các kỹ sư đi đo mất
            hai mùa khô, vẽ xong bản đồ thì tiền cũng hết. Bộ trưởng
            mới lên muốn làm lại từ đầu, nên mọi thứ chậm thêm hai
            năm nữa. Rốt cuộc, phần lớn số tiền đến từ các ngân hàng,
            chỉ một phần nhỏ là của ngân sách, và nợ thì trả trong
            mười lăm năm%s. Công trường mở đầu năm 1967 và đóng cửa
            """;
    private static final String THIRD = """
            cuối năm 1969, khi chính quyền ở Xômali đổi chủ.
            """;

    @Test
    void notesAboveNumbersWithAHeaderBelow() {
        var text = FIRST.formatted("1")
                + "\n\n1 Xem thêm bản cước năm 1960. Cước ấy do Ôxlô định.\n57\nLỊCH SỬ NGÀNH HÀNG HẢI\n"
                + SECOND.formatted("2") + "\n\n2 Lãi suất là 2 phần trăm.\n58\nLỊCH SỬ NGÀNH HÀNG HẢI\n" + THIRD;
        read(text, List.of("Xem thêm bản cước năm 1960.", "Cước ấy do Ôxlô định.", "Lãi suất là 2 phần trăm."));
    }

    @Test
    void notesInBracketsAboveALineWithNumberAndHeader() {
        var text = FIRST.formatted("") + "56 Tạp chí Hàng hải, số 3\n" + FIRST.formatted("(1)")
                + "\n(1) Xem thêm bản cước năm 1960.\n57 Tạp chí Hàng hải, số 3\n"
                + SECOND.formatted("(2)") + "\n(2) Lãi suất là 2 phần trăm.\n58 Tạp chí Hàng hải, số 3\n" + THIRD;
        read(text, List.of("Xem thêm bản cước năm 1960.", "Lãi suất là 2 phần trăm."));
    }

    @Test
    void notesBelowATitleAtTheEnd() {
        var text = FIRST.formatted("(1)") + SECOND.formatted("(2)") + THIRD
                + "\nCHÚ THÍCH\n(1) Xem thêm bản cước năm 1960.\n(2) Lãi suất là 2 phần trăm.\n";
        read(text, List.of("Xem thêm bản cước năm 1960.", "Lãi suất là 2 phần trăm."));
    }

    @Test
    void aListOnAPageIsNoNote() {
        var text = FIRST.formatted("") + "57\nLỊCH SỬ NGÀNH HÀNG HẢI\n" + SECOND.formatted("")
                + "\n1. Cầu tàu thứ nhất\n58\nLỊCH SỬ NGÀNH HÀNG HẢI\n" + THIRD;
        assertThat(Texts.read(text).notes()).isEmpty();
    }

    private static void read(String text, List<String> notes) {
        var document = Texts.read(text);
        assertThat(Texts.words(document, Kind.NOTE)).containsExactlyElementsOf(notes);
        assertThat(document.notes()).allSatisfy(n -> assertThat(n.anchor()).isNotNull());
        assertThat(Texts.words(document, Kind.BODY))
                .contains("Ngày 3 tháng 5 năm 1963, hai bên ký hiệp định hàng hải.")
                .endsWith("Công trường mở đầu năm 1967 và đóng cửa cuối năm 1969, khi chính quyền ở Xômali đổi chủ.")
                .noneMatch(s -> s.contains("HÀNG HẢI") || s.contains("Tạp chí"));
    }
}
