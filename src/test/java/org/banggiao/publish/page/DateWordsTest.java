package org.banggiao.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.banggiao.time.HistoricalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1977-09-05 | ngày 5 tháng 9 năm 1977 | 5 September 1977",
                "1977-09 | tháng 9 năm 1977 | September 1977",
                "1977 | năm 1977 | 1977",
                "1977~ | khoảng năm 1977 | about 1977",
                "1977-02? | có lẽ tháng 2 năm 1977 | perhaps February 1977",
                "1977% | có lẽ khoảng năm 1977 | perhaps about 1977",
                "198X | thập niên 1980 | the 1980s",
                "19XX | thế kỷ 20 | the 20th century",
                "20XX | thế kỷ 21 | the 21st century",
                "1976/1980 | từ năm 1976 đến năm 1980 | from 1976 to 1980",
                "1976/.. | từ năm 1976 trở đi | from 1976 on",
                "../1989 | đến năm 1989 | until 1989",
                "1977-09-05/1977-09-08 | từ ngày 5 đến ngày 8 tháng 9 năm 1977 | from 5 to 8 September 1977",
                "1977-09-30/1977-10-02 | từ ngày 30 tháng 9 năm 1977 đến ngày 2 tháng 10 năm 1977 | from 30 September 1977 to 2 October 1977",
                "1976~/1980 | từ khoảng năm 1976 đến năm 1980 | from about 1976 to 1980",
                "'[1998-02-09,1998-03-09]' | ngày 9 tháng 2 năm 1998 hoặc ngày 9 tháng 3 năm 1998 | 9 February 1998 or 9 March 1998"
            })
    void datesAreSaidInWords(String edtf, String vietnamese, String english) {
        assertThat(new DateWords(Language.VI).ofText(edtf)).isEqualTo(vietnamese);
        assertThat(new DateWords(Language.EN).ofText(edtf)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1977-09-05 | vào ngày 5 tháng 9 năm 1977 | on 5 September 1977",
                "1977 | vào năm 1977 | in 1977",
                "1977~ | khoảng năm 1977 | about 1977",
                "1976/1980 | từ năm 1976 đến năm 1980 | from 1976 to 1980"
            })
    void aSentenceTakesThemWithAPreposition(String edtf, String vietnamese, String english) {
        var date = HistoricalDate.parse(edtf);
        assertThat(new DateWords(Language.VI).inSentence(date)).isEqualTo(vietnamese);
        assertThat(new DateWords(Language.EN).inSentence(date)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1977-09-05 | 5/9/1977 | true",
                "1977-09-05 | 5 September 1977 | true",
                "1977-09 | tháng 9/1977 | true",
                "1977-09-05 | 5/9/1978 | false",
                "1976/1980 | 1976–1980 | true",
                "1991-06-24/1991-06-27 | 24–27/6/1991 | true",
                "1991-06-24/1991-06-27 | 24–27 June 1991 | true",
                "1991-06-24/1991-06-27 | 24–28 June 1991 | false",
                "1955-09-25/1955-11-10 | 25/9 – 10/11/1955 | true",
                "1977 | Lào | false"
            })
    void shortFormsAreKnown(String edtf, String words, boolean isShort) {
        assertThat(new DateWords(Language.VI).isShort(words, HistoricalDate.parse(edtf))
                        || new DateWords(Language.EN).isShort(words, HistoricalDate.parse(edtf)))
                .isEqualTo(isShort);
    }

    @ParameterizedTest
    @CsvSource({"not a date", "1977-13"})
    void whatIsNoDateStaysAsItIs(String text) {
        assertThat(new DateWords(Language.EN).ofText(text)).isEqualTo(text);
    }
}
