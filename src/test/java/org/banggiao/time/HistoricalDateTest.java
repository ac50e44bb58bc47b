package org.banggiao.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoricalDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "1976-08-31 | 1976-08-31 | 1976-08-31 | 1976-08-31 | 1976-08-31",
                "1976-08 | 1976-08-01 | 1976-08-31 | 1976-08-01 | 1976-08-31",
                "1976-02~ | 1976-02-01 | 1976-02-29 | 1976-02-01 | 1976-02-29",
                "1976? | 1976-01-01 | 1976-12-31 | 1976-01-01 | 1976-12-31",
                "198X | 1980-01-01 | 1989-12-31 | 1980-01-01 | 1989-12-31",
                "19XX | 1900-01-01 | 1999-12-31 | 1900-01-01 | 1999-12-31",
                "1976-08-29/1976-09 | 1976-08-29 | 1976-08-29 | 1976-09-01 | 1976-09-30",
                "../1989-09 | - | - | 1989-09-01 | 1989-09-30",
                "1999/.. | 1999-01-01 | 1999-12-31 | - | -",
                "[1998-02-09,1998-03-09] | 1998-02-09 | 1998-03-09 | 1998-02-09 | 1998-03-09",
                "[1998,1999/..] | 1998-01-01 | 1999-12-31 | - | -",
            })
    void textFormRoundTripsAndBoundsAreDays(
            String edtf, String earliestStart, String latestStart, String earliestEnd, String latestEnd) {
        var date = HistoricalDate.parse(edtf);
        assertThat(date.edtf()).isEqualTo(edtf);
        assertThat(HistoricalDate.parse(date.edtf())).isEqualTo(date);
        assertThat(date.earliestStart()).isEqualTo(day(earliestStart));
        assertThat(date.latestStart()).isEqualTo(day(latestStart));
        assertThat(date.earliestEnd()).isEqualTo(day(earliestEnd));
        assertThat(date.latestEnd()).isEqualTo(day(latestEnd));
    }

    private static Optional<LocalDate> day(String iso) {
        return Optional.ofNullable(iso).map(LocalDate::parse);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "76",
                "1976-13",
                "1975-02-29",
                "1976-8",
                "197X-01",
                "1976/1975",
                "../..",
                "1976/",
                "/1976",
                "[1976]",
                "[1977,1976]x",
                "1976-21",
                "~1976",
                "1976--01",
                "19X6"
            })
    void refusesWhatIsNoDate(String edtf) {
        assertThatThrownBy(() -> HistoricalDate.parse(edtf)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1976-08-31, 1976-08, true, true",
        "1976-08, 1976-08-31, true, false",
        "1976-08-31, 1976-09, false, false",
        "1976/1980, 1978, true, false",
        "1978, 1976/.., true, true",
        "1999/.., 2005, true, false",
        "../1989, 1990, false, false",
        "1999/.., 1998/.., true, true",
    })
    void tellsOverlapAndContainment(String one, String other, boolean overlaps, boolean within) {
        var a = HistoricalDate.parse(one);
        var b = HistoricalDate.parse(other);
        assertThat(a.canOverlap(b)).isEqualTo(overlaps);
        assertThat(b.canOverlap(a)).isEqualTo(overlaps);
        assertThat(a.isWithin(b)).isEqualTo(within);
    }

    @Test
    void givesTheOneYearWhereThereIsOne() {
        assertThat(HistoricalDate.parse("1976-08-29/1976-09-01").singleYear()).contains(1976);
        assertThat(HistoricalDate.parse("1976/1977").singleYear()).isEmpty();
        assertThat(HistoricalDate.parse("1976/..").singleYear()).isEmpty();
    }

    @Test
    void alternativesAreSortedDistinctAndFlat() {
        var march = DatePoint.ofDay(1998, 3, 9);
        var february = DatePoint.ofDay(1998, 2, 9);
        assertThat(DateAlternatives.of(List.of(march, february, march)).edtf()).isEqualTo("[1998-02-09,1998-03-09]");
        assertThat(DateAlternatives.of(List.of(march, march))).isEqualTo(march);
        assertThat(DateAlternatives.of(List.of(DateAlternatives.of(List.of(march, february)), DatePoint.ofYear(1999)))
                        .edtf())
                .isEqualTo("[1998-02-09,1998-03-09,1999]");
    }

    @Test
    void seededDatesRoundTripAndAreWithinThemselves() {
        var random = new Random(20_261_124);
        for (int i = 0; i < 2_000; i++) {
            var a = point(random);
            var b = point(random);
            var date = a.firstDay().isAfter(b.lastDay()) ? DateInterval.of(b, a) : DateInterval.of(a, b);
            assertThat(HistoricalDate.parse(date.edtf()))
                    .as("seed 20261124, " + date)
                    .isEqualTo(date);
            assertThat(date.isWithin(date)).isTrue();
            assertThat(date.canOverlap(a) && date.canOverlap(b)).as(date.edtf()).isTrue();
        }
    }

    private static DatePoint point(Random random) {
        var certainty = Certainty.values()[random.nextInt(Certainty.values().length)];
        int year = 1900 + random.nextInt(120);
        return switch (random.nextInt(4)) {
            case 0 -> DatePoint.ofYear(year).with(certainty);
            case 1 -> DatePoint.ofMonth(year, 1 + random.nextInt(12)).with(certainty);
            case 2 -> DatePoint.ofDecade(year / 10 * 10).with(certainty);
            default ->
                DatePoint.ofDay(year, 1 + random.nextInt(12), 1 + random.nextInt(28))
                        .with(certainty);
        };
    }
}
