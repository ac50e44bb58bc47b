package org.banggiao.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
    private static final Authority AUTHORITY = Authority.load(Path.of("data/authority"));

    private static List<String> keys(String text) {
        return AUTHORITY.lexicon().find(text).stream()
                .map(m -> m.entries().get(0).key())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "đoàn đại biểu Mông Cổ sang thăm Cuba | country:mongolia country:cuba",
                "thăm ấn Độ và Thuỵ Điển | country:india country:sweden",
                "MÔNG CỔ VÀ CUBA | country:mongolia country:cuba",
                "QUAN HỆ CUBA - MỸ | country:cuba country:united-states",
                "Lào Cai giáp Vân Nam | place:lao-cai-province place:yunnan",
                "Việt Nam Dân chủ Cộng hoà và In-đô-nê-xi-a | state:drv country:indonesia",
                "Thừa Thiên- Huế | place:thua-thien-hue",
                "Nông Đức Mạnh hội kiến | person:nong-duc-manh",
                "Thủ tướng Nhật Bản tiếp Đại sứ Na Uy | office:prime-minister country:japan office:ambassador country:norway",
                "ngoại trưởng Anh gặp tổng bí thư | office:foreign-minister country:united-kingdom office:party-leader",
                "Ông Grômưcô và ông Brê-giơ-nhép ở Ôđétxa | person:andrei-gromyko person:leonid-brezhnev place:odesa",
                "tỉnh Nghệ Tĩnh tách thành Nghệ An và Hà Tĩnh | place:nghe-tinh place:nghe-an-province place:ha-tinh-province",
                "Pháp ký với Mỹ | country:france country:united-states",
                "Thái Bình Dương và Thái Bình | region:pacific-ocean place:thai-binh-province",
                "Bộ Ngoại giao Thụy Điển | organisation:ministry-of-foreign-affairs-sweden",
            })
    void findsTheLongestNameInAnySpelling(String text, String keys) {
        assertThat(keys(text)).containsExactly(keys.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "áo dài",
        "ý kiến",
        "nga",
        "mongolian",
        "vinh quang",
        "đức tính",
        "CU",
        "Pháp lệnh mới được ban hành",
        "Anh em trong đội đều có mặt",
        "Ý kiến ấy được ghi lại",
        "Áo dài được ưa chuộng",
        "Thái độ của họ đã rõ",
        "Đại sứ quán mở cửa",
        "Viên chức ngồi bàn tròn",
        "Sát cánh bên nhau",
        "Mỹ thuật và âm nhạc",
        "PHÁP LUẬT VÀ ĐỜI SỐNG",
        "Vạn lý trường thành",
    })
    void leavesOrdinaryWordsAlone(String text) {
        assertThat(keys(text)).isEmpty();
    }

    @Test
    void findsANameBesideACommonPhraseThatBeginsLikeIt() {
        assertThat(keys("Pháp lệnh về Pháp, Anh hùng ở Anh"))
                .containsExactly("country:france", "country:united-kingdom");
    }

    @Test
    void namesAPostOfOneCountryByTheGenericPost() {
        assertThat(AUTHORITY.lexicon().find("Thủ tướng Việt Nam").stream()
                        .flatMap(m -> m.entries().stream())
                        .map(Entry::key))
                .containsExactly("office:prime-minister", "country:vietnam");
    }

    @Test
    void tellsEveryBearerOfASharedName() {
        assertThat(AUTHORITY.lexicon().find("Bí thư thứ nhất").get(0).entries())
                .extracting(Entry::key)
                .containsExactly("office:first-secretary-of-embassy", "office:party-leader");
        assertThat(AUTHORITY.lexicon().find("Tổng thống Bush").get(1).entries())
                .extracting(Entry::key)
                .containsExactly("person:george-h-w-bush", "person:george-w-bush");
    }

    @Test
    void giveAllReadingsOfAnAmbiguousName() {
        var matches = AUTHORITY.lexicon().find("tại Phôngxalỳ");
        assertThat(matches).hasSize(1);
        assertThat(matches.get(0).entries()).extracting(Entry::key).hasSizeGreaterThan(1);
        assertThat("tại Phôngxalỳ"
                        .substring(matches.get(0).start(), matches.get(0).end()))
                .isEqualTo("Phôngxalỳ");
    }
}
