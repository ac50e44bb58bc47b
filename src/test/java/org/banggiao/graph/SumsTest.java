package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.AidFlow.Terms;
import org.banggiao.claim.Thing;
import org.junit.jupiter.api.Test;

/** What may be summed, and what sums refuse. */
class SumsTest {
    private static final String PER_YEAR = """
            SELECT ?year ?unit (SUM(?v) AS ?total) WHERE { ?f bg:donorSet donorset:vietnam ; bg:recipientCountry country:laos ;
              bg:flowStage flowstage:delivery ; bg:year ?year ; bg:summableAmount ?a . ?a bg:value ?v ; bg:unit ?unit }
            GROUP BY ?year ?unit ORDER BY ?year ?unit""";

    @Test
    void gainsOfOneYearAreAddedByCurrency() {
        assertThat(ask(
                        PER_YEAR,
                        flow(100, "1976", Terms.LOAN, "100 VND"),
                        flow(300, "1976", Terms.LOAN, "20 VND"),
                        flow(500, "1976", Terms.GRANT, "3 VND"),
                        flow(700, "1976", Terms.GRANT, "7 USD"),
                        flow(900, "1977", Terms.GRANT, "9 VND")))
                .containsExactly(
                        "1976 currency/dollar-us 7",
                        "1976 currency/dong-to-1978 123.0",
                        "1977 currency/dong-to-1978 9");
    }

    @Test
    void completePartsAreSummedInsteadOfTheirWhole() {
        assertThat(summability(
                        flow(100, "1976/1977", Terms.GRANT, "300 VND"),
                        flow(300, "1976", Terms.GRANT, "100 VND"),
                        flow(500, "1977", Terms.GRANT, "200 VND")))
                .containsExactly(
                        "1976 100 summability/summable",
                        "1976/1977 300 summability/whole-of-summable",
                        "1977 200 summability/summable");
    }

    @Test
    void aWholeIsSummedWhereItsPartsAreNotComplete() {
        assertThat(summability(
                        flow(100, "1976/1978", Terms.GRANT, "900 VND"),
                        flow(300, "1976", Terms.GRANT, "100 VND"),
                        flow(500, "1977", Terms.GRANT, "200 VND")))
                .containsExactly(
                        "1976 100 summability/part-of-summable",
                        "1976/1978 900 summability/summable",
                        "1977 200 summability/part-of-summable");
    }

    @Test
    void aSeriesWithoutGapIsSummedEvenWhereTheTotalIsRounded() {
        assertThat(summability(
                        flow(100, "1976/1977", Terms.GRANT, "300 VND"),
                        flow(300, "1976", Terms.GRANT, "101 VND"),
                        flow(500, "1977", Terms.GRANT, "200 VND")))
                .containsExactly(
                        "1976 101 summability/summable",
                        "1976/1977 300 summability/whole-of-summable",
                        "1977 200 summability/summable");
    }

    @Test
    void aTotalOverACurrencyReformDoesNotStandBesideItsParts() {
        assertThat(summability(
                        flow(100, "1976/1980", Terms.GRANT, "900 VND"), flow(300, "1977", Terms.GRANT, "100 VND")))
                .containsExactly("1976/1980 900 summability/summable", "1977 100 summability/part-of-summable");
    }

    @Test
    void ofTwoSumsOfOneYearTheMoreGeneralIsTheWhole() {
        assertThat(summability(
                        flow(100, "1976", Terms.UNSPECIFIED, "100 VND"),
                        flow(300, "1976", Terms.GRANT, "60 VND"),
                        flow(500, "1976", Terms.LOAN, "40 VND")))
                .containsExactly(
                        "1976 100 summability/whole-of-summable",
                        "1976 40 summability/summable",
                        "1976 60 summability/summable");
    }

    @Test
    void periodsThatCrossAreNotBothSummed() {
        assertThat(summability(
                        flow(100, "1980/1983", Terms.GRANT, "100 USD"), flow(300, "1982/1984", Terms.GRANT, "60 USD")))
                .containsExactly("1980/1983 100 summability/summable", "1982/1984 60 summability/overlaps-summable");
    }

    @Test
    void grantsAndLoansOfCrossingPeriodsAreApart() {
        assertThat(summability(
                        flow(100, "1980/1983", Terms.GRANT, "100 USD"), flow(300, "1982/1984", Terms.LOAN, "60 USD")))
                .containsExactly("1980/1983 100 summability/summable", "1982/1984 60 summability/summable");
    }

    @Test
    void oneSumInTwoCurrenciesCountsOnce() {
        assertThat(ask(PER_YEAR, flow(100, "1976", Terms.GRANT, "160 VND", "1 USD")))
                .containsExactly("1976 currency/dong-to-1978 160");
        assertThat(ask("""
                        SELECT ?value ?role WHERE { ?f bg:amount ?a . ?a bg:value ?value ; bg:amountRole ?role } ORDER BY ?value""", flow(100, "1976", Terms.GRANT, "160 VND", "1 USD")))
                .containsExactly("1 amountrole/restated", "160 amountrole/principal");
    }

    @Test
    void aTotalAmongItsPartsIsThePrincipalSum() {
        assertThat(ask(PER_YEAR, flow(100, "1976", Terms.GRANT, "100 VND", "60 VND", "40 VND")))
                .containsExactly("1976 currency/dong-to-1978 100");
        assertThat(summability(flow(100, "1976", Terms.GRANT, "100 VND", "60 VND")))
                .containsExactly("1976 100 summability/ambiguous-amounts", "1976 60 summability/ambiguous-amounts");
    }

    @Test
    void aJointGiftSumsUnderItsSetNotUnderEachDonor() {
        var joint = Fixtures.thing(Fixtures.flow(
                Fixtures.said("text-a", 100),
                List.of(Fixtures.SOVIET_UNION, Fixtures.CHINA),
                AidFlow.Status.DISBURSED,
                "1976",
                Terms.GRANT,
                "80 USD"));
        var alone = Fixtures.thing(Fixtures.flow(
                Fixtures.said("text-a", 300),
                List.of(Fixtures.CHINA),
                AidFlow.Status.DISBURSED,
                "1976",
                Terms.GRANT,
                "5 USD"));
        assertThat(ask("""
                        SELECT ?set (SUM(?v) AS ?total) WHERE {
                          ?f bg:donorSet ?set ; bg:summableAmount/bg:value ?v } GROUP BY ?set ORDER BY ?set""", joint, alone)).containsExactly("donorset/china 5", "donorset/china_soviet-union 80");
    }

    @Test
    void promisesAreNotAddedToDeliveries() {
        var promised = Fixtures.thing(Fixtures.flow(
                Fixtures.said("text-a", 300),
                List.of(Fixtures.VIETNAM),
                AidFlow.Status.COMMITTED,
                "1976",
                Terms.GRANT,
                "100 VND"));
        assertThat(ask(PER_YEAR, flow(100, "1976", Terms.GRANT, "60 VND"), promised))
                .containsExactly("1976 currency/dong-to-1978 60");
        assertThat(summability(promised)).containsExactly("1976 100 summability/summable");
    }

    @Test
    void sumsThatCannotBeTheSameAreDisputedAndNotSummed() {
        var disputed = Fixtures.thing(
                Fixtures.flow(Fixtures.said("text-a", 100), "1976", Terms.GRANT, "100 VND"),
                Fixtures.flow(Fixtures.said("text-b", 100), "1976", Terms.GRANT, "130 VND"));
        assertThat(summability(disputed)).containsExactly("1976 100 summability/disputed");
        assertThat(ask("SELECT ?p WHERE { ?f a bg:AidFlow ; bg:conflict/bg:onProperty ?p }", disputed))
                .containsExactly("ontology#amount");
    }

    @Test
    void withoutAClosedPeriodNothingIsSummed() {
        assertThat(summability(flow(100, "1976/..", Terms.GRANT, "100 VND")))
                .containsExactly("1976/.. 100 summability/no-period");
    }

    @Test
    void sharesAreABreakdownThatSaysWhetherItIsComplete() {
        var shares = Fixtures.thing(Fixtures.goods(
                Fixtures.said("text-a", 100),
                "1996/2000",
                Fixtures.item("33.57", "%", "giao thông"),
                Fixtures.item("50", "%", "giáo dục"),
                Fixtures.item("22.35", "%", "nông nghiệp")));
        assertThat(ask("""
                        SELECT ?extent ?p ?what WHERE { ?f bg:breakdown ?b . ?b bg:extent ?extent ; bg:share ?s .
                          ?s bg:percentage ?p ; bg:what ?what } ORDER BY ?p""", shares))
                .containsExactly(
                        "extent/overlapping 22.35 nông nghiệp",
                        "extent/overlapping 33.57 giao thông",
                        "extent/overlapping 50 giáo dục");
    }

    @Test
    void aFlowFallsUnderTheInstrumentOfTheNameThatItGives() {
        assertThat(ask(
                        "SELECT ?name WHERE { ?f bg:underInstrument/bg:nameAsPrinted ?name }",
                        Fixtures.thing(Fixtures.treaty(Fixtures.said("text-a", 300), "hiệp ước  hữu nghị", "1977")),
                        Fixtures.thing(Fixtures.goods(
                                Fixtures.said("text-a", 100), "1978", Fixtures.item("3", "tấn", "gạo")))))
                .containsExactly("hiệp ước  hữu nghị");
    }

    private static Thing flow(int start, String period, Terms terms, String... amounts) {
        return Fixtures.thing(Fixtures.flow(Fixtures.said("text-a", start), period, terms, amounts));
    }

    private static List<String> summability(Thing... things) {
        return ask("""
                SELECT ?date ?value ?why WHERE { ?f bg:date ?date ; bg:amount/bg:value ?value ; bg:summability ?why }
                ORDER BY STR(?date) STR(?value)""", things);
    }

    private static List<String> ask(String query, Thing... things) {
        return Fixtures.ask(Fixtures.build(things).dataset(), query);
    }
}
