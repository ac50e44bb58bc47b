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
                "Lào Cai giáp Vân Nam | place:lao-cai-province place:yunnan",
                "Việt Nam Dân chủ Cộng hoà và In-đô-nê-xi-a | state:drv country:indonesia",
                "Thừa Thiên- Huế | place:thua-thien-hue",
                "Nông Đức Mạnh hội kiến | person:nong-duc-manh",
            })
    void findsTheLongestNameInAnySpelling(String text, String keys) {
        assertThat(keys(text)).containsExactly(keys.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"áo dài", "ý kiến", "nga", "mongolian", "vinh quang", "đức tính", "CU"})
    void leavesOrdinaryWordsAlone(String text) {
        assertThat(keys(text)).isEmpty();
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
