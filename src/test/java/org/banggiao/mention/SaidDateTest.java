package org.banggiao.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.banggiao.time.HistoricalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidDateTest {
    @ParameterizedTest
    @CsvSource({
        "1976-08-31, 1950, 1976-08-31",
        "YYYY-08, 1976-05-03, 1976-08",
        "YYYY+1-02, 1976-05, 1977-02",
        "YYYY-MM, 1976-05-03, 1976-05",
        "YYYY-MM+1, 1976-12, 1977-01",
        "YYYY-MM-DD+1, 1976-05-03, 1976-05-04",
        "YYYY-MM-22/YYYY-MM-27, 1976-05, 1976-05-22/1976-05-27",
        "ANCHOR, 1976-05/1976-06, 1976-05/1976-06",
        "YYYY+-30, 2007, 1977",
        "YYYY-MM+-2, 1976-01-20, 1975-11",
        "YYYY-MM-DD+3, 1976-02-28, 1976-03-02",
        "YYYY-MM-DD+7~, 1976-02-28, 1976-03-06~",
        "YYYY-MM-DD+1, 1976-05-03/1976-05-09, 1976-05-10",
    })
    void whatIsMissingComesFromTheContext(String said, String context, String meant) {
        assertThat(new SaidDate(said).resolve(HistoricalDate.parse(context)))
                .map(HistoricalDate::edtf)
                .contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"YYYY-MM, 1976", "YYYY-MM-DD, 1976-05", "YYYY, 197X", "YYYY-MM-31, 1976-06"})
    void whatTheContextDoesNotGiveStaysOpen(String said, String context) {
        assertThat(new SaidDate(said).resolve(HistoricalDate.parse(context))).isEmpty();
    }

    @Test
    void withoutContextOnlyAWholeDateMeansSomething() {
        assertThat(new SaidDate("YYYY-08").resolve(null)).isEmpty();
        assertThat(new SaidDate("1976-02-30").whole()).isEmpty();
        assertThat(new SaidDate("1976-02").resolve(null)).isPresent();
    }
}
