package org.banggiao.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyllableTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nghiêng", "Việt", "quốc", "hoà", "hòa", "khuya", "giết", "gì", "giêng", "già", "yêu", "ý", "quý",
                "quyết", "Đảng", "thuở", "khoẻ", "ngoằn", "xoong", "huỳnh", "kẻ", "ghế", "oanh", "uỷ", "ưu", "rượu",
                "ĐƯỜNG", "ở"
            })
    void legal(String word) {
        assertThat(Syllable.isLegal(word)).as(word).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Chơng",
                "đờng",
                "lãnhđạo",
                "Xihanuc",
                "kà",
                "gê",
                "ngi",
                "ngha",
                "các̀",
                "mạt̀",
                "hìc",
                "bách̉",
                "the1",
                "street",
                "nghiêngg",
                "ốạ",
                "cy",
                "-",
                "tr",
                "qu",
                "hàc"
            })
    void illegal(String word) {
        assertThat(Syllable.isLegal(word)).as(word).isFalse();
    }
}
