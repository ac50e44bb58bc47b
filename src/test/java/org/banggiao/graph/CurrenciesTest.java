package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.banggiao.time.HistoricalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrenciesTest {
    private static final Currencies CURRENCIES = Currencies.from(Fixtures.ONTOLOGY.schema());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "VND, 1976, dong-to-1978",
                "VND, 1978-05-02, dong-to-1978",
                "VND, 1978-05-03, dong-1978-1985",
                "VND, 1978, dong",
                "VND, 1981/1984, dong-1978-1985",
                "VND, 1985, dong",
                "VND, 1996/2000, dong-1985",
                "VND, 1990/.., dong-1985",
                "VND, ../1990, dong",
                "VND, -, dong",
                "LAK, 1977, kip-liberation",
                "LAK, 1976, kip",
                "LAK, 1995, kip-1979",
                "SUR, 1952, soviet-rouble-1947-1961",
                "SUR, 1980, rouble",
                "CNY, 1954, yuan-to-1955",
                "USD, 1999, dollar-us",
                "XAU, 1999, xau",
            })
    void thePeriodDecidesWhichCurrencyACodeMeans(String code, String period, String currency) {
        var date = period == null ? null : HistoricalDate.parse(period);
        assertThat(CURRENCIES.of(code, date)).isEqualTo(Iris.code("currency", currency));
    }

    @Test
    void aCurrencyThatTheListLacksIsDescribedByItsCode() {
        assertThat(CURRENCIES.isListed(Iris.code("currency", "xau"))).isFalse();
        var built = Fixtures.build(Fixtures.thing(
                Fixtures.flow(Fixtures.said("text-a", 100), "1976", org.banggiao.claim.AidFlow.Terms.GRANT, "5 XAU")));
        assertThat(Check.check(built.dataset(), Fixtures.ONTOLOGY)).isEmpty();
    }

    @Test
    void unitsAreFoundByTheNamesThatTextsPrint() {
        var units = Units.from(Fixtures.ONTOLOGY.schema());
        assertThat(units.named("Tấn")).contains(Iris.code("unit", "tonne"));
        assertThat(units.named("cây số")).contains(Iris.code("unit", "kilometre"));
        assertThat(units.named("nắm")).isEmpty();
        assertThat(units.named(null)).isEmpty();
    }
}
