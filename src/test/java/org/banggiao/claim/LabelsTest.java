package org.banggiao.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.banggiao.authority.Authority;
import org.banggiao.quantity.Amount;
import org.banggiao.time.HistoricalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    private static final Labels LABELS = new Labels(Authority.load(Path.of("data/authority")));
    private static final ActorRef VIETNAM = new ActorRef("VN", "country:vietnam", null);
    private static final ActorRef SWEDEN = new ActorRef("SE", "country:sweden", null);
    private static final ActorRef FINLAND = new ActorRef("FI", "country:finland", null);

    @Test
    void partiesOfAnInstrumentStandInOneOrderWhicheverIsNamedFirst() {
        var one = List.<Claim>of(MergerTest.instrument("a", "Hiệp định hàng không", VIETNAM, SWEDEN));
        var other = List.<Claim>of(MergerTest.instrument("b", "Hiệp định hàng không", SWEDEN, VIETNAM));
        assertThat(LABELS.en(one, null)).isEqualTo("Agreement between Sweden and Vietnam");
        assertThat(LABELS.en(other, null)).isEqualTo(LABELS.en(one, null));
        assertThat(LABELS.vi(other, null)).isEqualTo("Hiệp định giữa Thụy Điển và Việt Nam");
    }

    @Test
    void aThingNamesTheActorsOfAllItsClaims() {
        var claims = List.<Claim>of(
                MergerTest.instrument("a", "Hiệp định hàng không", VIETNAM),
                MergerTest.instrument("b", "Hiệp định hàng không", VIETNAM, SWEDEN, FINLAND));
        assertThat(LABELS.en(claims, HistoricalDate.parse("1971-09")))
                .isEqualTo("Agreement between Finland, Sweden and Vietnam, September 1971");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1991-06-24/1991-06-27 | 24–27 June 1991 | 24–27/6/1991",
                "1955-09-25/1955-11-10 | 25 September – 10 November 1955 | 25/9 – 10/11/1955",
                "1953-01/1953-06 | January – June 1953 | tháng 1 – tháng 6/1953",
                "1954-12-30/1955-01-02 | 30 December 1954 – 2 January 1955 | 30/12/1954 – 2/1/1955",
                "1976/1980 | 1976–1980 | 1976–1980",
                "1976~/1976-12 | about 1976 – December 1976 | khoảng 1976 – tháng 12/1976",
                "1980/.. | from 1980 | từ 1980"
            })
    void intervalsSayOnceWhatTheirEndsHaveInCommon(String edtf, String english, String vietnamese) {
        assertThat(Labels.english(HistoricalDate.parse(edtf))).isEqualTo(english);
        assertThat(Labels.vietnamese(HistoricalDate.parse(edtf))).isEqualTo(vietnamese);
    }

    @ParameterizedTest
    @CsvSource({
        "thùng, thùng bút chì, bút chì, thùng bút chì",
        "thùng, bút chì, bút chì, thùng bút chì",
        "khóa, khoá, khoá, khoá",
        "trường, ba trường nghề, nghề, trường nghề",
        ", bút chì, bút chì, bút chì"
    })
    void theUnitOfAnItemStandsOnce(String unit, String what, String kind, String words) {
        var item = new AidFlow.Item(Amount.exact(new BigDecimal("3")), unit, what);
        assertThat(item.kind()).isEqualTo(kind);
        assertThat(item.words()).isEqualTo(words);
    }

    @Test
    void anItemThatIsNotCountedStaysAsPrinted() {
        assertThat(new AidFlow.Item(null, "người", "hàng trăm thợ").words()).isEqualTo("hàng trăm thợ");
    }
}
