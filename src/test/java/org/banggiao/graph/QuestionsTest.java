package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banggiao.graph.QuestionFixtures.DRV;
import static org.banggiao.graph.QuestionFixtures.SRV;
import static org.banggiao.graph.QuestionFixtures.act;
import static org.banggiao.graph.QuestionFixtures.ask;
import static org.banggiao.graph.QuestionFixtures.gift;
import static org.banggiao.graph.QuestionFixtures.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.AidFlow.Status;
import org.banggiao.claim.AidFlow.Terms;
import org.banggiao.claim.DiplomaticEvent;
import org.banggiao.claim.EventType;
import org.banggiao.claim.Instrument;
import org.banggiao.claim.InstrumentType;
import org.banggiao.claim.Passage;
import org.banggiao.claim.PersonRef;
import org.banggiao.claim.Provisions;
import org.banggiao.claim.Said;
import org.banggiao.claim.Thing;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The questions of {@code sparql-examples/} on hand-made claims, with the answers that one would give by hand. Addresses in
 * answers are shortened; those of things are left out where they are hashes.
 */
class QuestionsTest {
    private static final PersonRef DONG =
            new PersonRef("Phạm Văn Đồng", "person:pham-van-dong", "Thủ tướng", PersonRef.Role.HEAD);
    private static final PersonRef KAYSONE = new PersonRef("Cayxỏn Phômvihản", "person:kaysone-phomvihane", null);

    // Time

    @Test
    void anActOfSomeDaysAgainstOneOfAMonth() {
        var days = act(100, EventType.VISIT, "1989-07-02/1989-07-04", Fixtures.VIETNAM, Fixtures.LAOS);
        var month = act(300, EventType.MEETING, "1989-07", Fixtures.VIETNAM, Fixtures.LAOS);
        var later = act(500, EventType.MEETING, "1989-08", Fixtures.VIETNAM, Fixtures.LAOS);
        var sinceThen = act(700, EventType.MEETING, "1989-07-03/..", Fixtures.VIETNAM, Fixtures.LAOS);
        assertThat(ask("acts-certainly-on-a-day", days, month, later, sinceThen))
                .containsExactly("Visit: Vietnam and Laos, 2–4 July 1989");
        assertThat(ask("acts-possibly-on-a-day", days, month, later, sinceThen))
                .containsExactlyInAnyOrder(
                        "1989-07-02/1989-07-04 true Visit: Vietnam and Laos, 2–4 July 1989",
                        "1989-07 false Meeting: Vietnam and Laos, July 1989",
                        "1989-07-03/.. false Meeting: Vietnam and Laos, from 3 July 1989");
    }

    @Test
    void anActOnOneOfTwoDaysIsCertainOnNeither() {
        var disputed = Fixtures.thing(
                Fixtures.visit(Fixtures.said("text-a", 100), "1989-07-03", null),
                Fixtures.visit(Fixtures.said("text-b", 100), "1989-08-03", null));
        assertThat(ask("acts-certainly-on-a-day", disputed)).isEmpty();
        assertThat(ask("acts-possibly-on-a-day", disputed))
                .containsExactly("[1989-07-03,1989-08-03] false Visit: Vietnam and Laos, 3 July 1989 or 3 August 1989");
    }

    @Test
    void whatIsToHoldOnADay() {
        var open = instrument(100, InstrumentType.TREATY, "Hiệp ước A", "1977-07-18", "1977-07-18/..");
        var years = instrument(300, InstrumentType.AGREEMENT, "Hiệp định B", "1977", "1978/1980");
        var over = instrument(500, InstrumentType.AGREEMENT, "Hiệp định C", "1976", "1976/1978-12-31");
        var unsaid = instrument(700, InstrumentType.AGREEMENT, "Hiệp định D", "1976", null);
        assertThat(ask("agreements-in-force-on-a-day", open, years, over, unsaid))
                .containsExactly("Hiệp ước A 1977-07-18 - -", "Hiệp định B 1978-01-01 1980-12-31 -");
    }

    @Test
    void aTreatyOfSomeYearsThatIsRenewedTacitlyAndOneThatIsReplaced() {
        var renewed =
                provided(100, "Hiệp ước A", "1950-07-18", new Provisions(25, 10, 12, null, null, null, null, null));
        var replaced = provided(
                300, "Thỏa thuận B", "1977-03-01", new Provisions(1, null, null, null, null, null, null, null));
        var replacing = provided(
                500,
                "Thỏa thuận C",
                "1978-03-01",
                new Provisions(5, null, null, null, null, "Thỏa thuận B", null, null));
        Thing[] things = {renewed, replaced, replacing};
        assertThat(ask("agreements-in-force-on-a-day", things))
                .containsExactly("Hiệp ước A 1950-07-18 1975-07-18 10", "Thỏa thuận C 1978-03-01 1983-03-01 -");
        assertThat(ask("which-agreement-replaced-which", things)).containsExactly("Thỏa thuận C Thỏa thuận B");
    }

    // Actors

    @Test
    void allActsOfVietnamUnderAnyRegime() {
        var before = act(100, EventType.STATEMENT, "1950-01-14", DRV);
        var after = act(300, EventType.STATEMENT, "1977-01-14", SRV);
        var country = act(500, EventType.STATEMENT, "1988-01-14", Fixtures.VIETNAM);
        var other = act(700, EventType.STATEMENT, "1988-01-14", Fixtures.LAOS);
        assertThat(ask("acts-of-vietnam-under-any-regime", before, after, country, other))
                .containsExactly(
                        "1950-01-14 Statement: Vietnam, 14 January 1950",
                        "1977-01-14 Statement: Vietnam, 14 January 1977",
                        "1988-01-14 Statement: Vietnam, 14 January 1988");
        assertThat(ask("names-under-which-vietnam-acts", before, after, country, other))
                .containsExactly("country/vietnam 1", "state/drv 1", "state/srv 1");
        assertThat(ask("regimes-of-vietnam", before)).contains("state/drv 1945 1976", "state/srv 1976 -");
    }

    @Test
    void visitsInEitherDirectionAndThoseToLaos() {
        var toLaos = Fixtures.thing(Fixtures.visit(Fixtures.said("text-a", 100), "1976-08-05", null));
        var toVietnam = act(300, EventType.VISIT, "1976-02-05", Fixtures.LAOS, Fixtures.VIETNAM);
        var elsewhere = act(500, EventType.VISIT, "1976-03-05", Fixtures.CHINA, Fixtures.VIETNAM);
        var denied = Fixtures.thing(Fixtures.visit(
                Fixtures.said("text-a", 700, Said.Polarity.DENIED, Said.Factuality.ACTUAL), "1976-04-05", null));
        assertThat(ask("visits-with-laos", toLaos, toVietnam, elsewhere, denied))
                .containsExactly(
                        "1976-02-05 Visit: Laos and Vietnam, 5 February 1976",
                        "1976-08-05 Visit: Vietnam and Laos, 5 August 1976");
        assertThat(ask("visits-to-laos", toLaos, toVietnam, elsewhere, denied))
                .containsExactly("1976-08-05 place/vientiane-city");
    }

    @Test
    void whoMetWhomAndWhoSignedWhat() {
        var meeting = Fixtures.thing(new DiplomaticEvent(
                Fixtures.said("text-a", 100),
                EventType.MEETING,
                HistoricalDate.parse("1977-07-16"),
                null,
                null,
                List.of(Fixtures.VIETNAM, Fixtures.LAOS),
                List.of(DONG, KAYSONE),
                null));
        var treaty = Fixtures.thing(new Instrument(
                Fixtures.said("text-a", 300),
                InstrumentType.TREATY,
                "Hiệp ước A",
                HistoricalDate.parse("1977-07-18"),
                null,
                List.of(Fixtures.VIETNAM, Fixtures.LAOS),
                null,
                List.of(DONG),
                null));
        assertThat(ask("who-met-whom", meeting, treaty))
                .containsExactly("person/kaysone-phomvihane person/pham-van-dong 1977-07-16");
        assertThat(ask("who-headed-which-delegation", meeting, treaty))
                .containsExactly("1977-07-16 person/pham-van-dong Thủ tướng");
        assertThat(ask("agreements-signed-by-persons", meeting, treaty))
                .containsExactly("person/pham-van-dong 1977-07-18 Hiệp ước A");
        assertThat(ask("persons-named-most", meeting, treaty))
                .startsWith("person/pham-van-dong 2", "person/kaysone-phomvihane 1");
        assertThat(ask("persons-in-wikidata", meeting))
                .anySatisfy(row -> assertThat(row).startsWith("person/pham-van-dong http://www.wikidata.org/entity/Q"));
    }

    // What Vietnam gave Laos

    private static final Thing[] GIFTS = {
        gift(100, List.of(Fixtures.VIETNAM), Status.DISBURSED, "1976", Terms.GRANT, "100 VND"),
        gift(300, List.of(Fixtures.VIETNAM), Status.DISBURSED, "1976", Terms.LOAN, "40 VND"),
        gift(500, List.of(Fixtures.VIETNAM), Status.DISBURSED, "1976", Terms.LOAN, "20 VND"),
        gift(700, List.of(Fixtures.VIETNAM), Status.DISBURSED, "1976", Terms.GRANT, "7 USD"),
        gift(900, List.of(Fixtures.VIETNAM), Status.COMMITTED, "1976", Terms.GRANT, "900 VND"),
        gift(1100, List.of(Fixtures.VIETNAM, Fixtures.CHINA), Status.DISBURSED, "1976", Terms.GRANT, "5000 USD"),
        gift(1300, List.of(Fixtures.VIETNAM), Status.DISBURSED, "1986/1990", Terms.GRANT, "60 USD"),
        gift(1500, List.of(Fixtures.VIETNAM), Status.DISBURSED, "1988", Terms.GRANT, "10 USD"),
    };

    @Test
    void aidYearByYearMixesNeitherCurrenciesNorStagesNorDonors() {
        assertThat(ask("aid-to-laos-year-by-year", GIFTS))
                .containsExactly("1976 currency/dollar-us 7", "1976 currency/dong-to-1978 160.0");
    }

    @Test
    void aidOverPeriodsKeepsPromisesAndLoansApartAndCountsNoPartBesideItsWhole() {
        assertThat(ask("aid-to-laos-over-periods", GIFTS))
                .containsExactly(
                        "1976 flowstage/commitment financetype/grant currency/dong-to-1978 900",
                        "1976 flowstage/delivery financetype/grant currency/dollar-us 7",
                        "1976 flowstage/delivery financetype/grant currency/dong-to-1978 100",
                        "1976 flowstage/delivery financetype/loan currency/dong-to-1978 60.0",
                        "1986/1990 flowstage/delivery financetype/grant currency/dollar-us 60");
        assertThat(ask("aid-stated-but-not-summed", GIFTS))
                .containsExactly(
                        "donorset/vietnam country/laos 1988 10 currency/dollar-us amountrole/principal summability/part-of-summable");
    }

    @Test
    void aidOfSeveralDonorsIsTheirsTogether() {
        assertThat(ask("aid-given-jointly", GIFTS))
                .containsExactly(
                        "donorset/china_vietnam Grant from Vietnam and China to Laos, 1976 (delivered): 5,000 USD");
    }

    @Test
    void eachGiftWithItsGoodsAndItsAgreement() {
        var rice = Fixtures.thing(
                Fixtures.goods(Fixtures.said("text-a", 100), "1978", Fixtures.item("1500", "tấn", "gạo")));
        var treaty = instrument(300, InstrumentType.TREATY, "Hiệp ước hữu nghị", "1977-07-18", null);
        assertThat(ask("aid-to-laos-each-gift", rice, treaty, GIFTS[0]))
                .containsExactly(
                        "1976 flowstage/delivery financetype/grant 100 currency/dong-to-1978 - -",
                        "1978 flowstage/delivery financetype/grant 1500 tấn gạo Hiệp ước hữu nghị");
        assertThat(ask("aid-in-goods", rice, treaty, GIFTS[0]))
                .containsExactly("goods/rice donorset/vietnam country/laos 1978 1500 tấn gạo");
        assertThat(ask("agreements-by-subject", rice, treaty)).containsExactly("subject/friendship 1");
        assertThat(ask("aid-under-which-agreement", rice, treaty, GIFTS[0]))
                .singleElement()
                .asString()
                .startsWith("Grant from Vietnam to Laos, 1978 (delivered): 1,500 “tấn gạo” Hiệp ước hữu nghị");
    }

    @Test
    void whoSaysSoAndWhere() {
        var told = Fixtures.thing(
                Fixtures.flow(noted("text-a", 100, null), "1976", Terms.GRANT, "100 VND"),
                Fixtures.flow(Fixtures.said("text-b", 700), "1976", Terms.GRANT, "100 VND"));
        assertThat(ask("aid-to-laos-who-says-so", told))
                .containsExactly(
                        "100 currency/dong-to-1978 source/x-text-a 12 9 2 100 190",
                        "100 currency/dong-to-1978 source/x-text-b 12 - 8 700 790");
    }

    @Test
    void whoAidedVietnam() {
        assertThat(ask("who-aided-vietnam", regiment(100, Status.COMMITTED, "1950-02"), GIFTS[0]))
                .containsExactly("donorset/china flowstage/commitment sector/military 1");
    }

    // Promises

    @Test
    void aRegimentPromisedNotCompleteAndDeliveredLater() {
        assertThat(ask(
                        "promises-of-aid-kept",
                        regiment(100, Status.COMMITTED, "1950-02"),
                        regiment(300, Status.WITHHELD, "1952~"),
                        regiment(500, Status.DISBURSED, "1953"),
                        gift(700, List.of(Fixtures.VIETNAM), Status.COMMITTED, "1976", Terms.GRANT, "900 VND")))
                .containsExactly(
                        "1950-02 1953 Aid from China to Vietnam, February 1950 (committed): 1 “trung đoàn pháo”",
                        "1976 - Grant from Vietnam to Laos, 1976 (committed): 900 VND");
    }

    @Test
    void plansAndWhatCameOfThem() {
        var intended = Fixtures.said("text-a", 100, Said.Polarity.AFFIRMED, Said.Factuality.INTENDED);
        var plan = Fixtures.thing(Fixtures.visit(intended, "1999-05", null));
        var visit = Fixtures.thing(Fixtures.visit(Fixtures.said("text-a", 300), "1999-05-02", null));
        assertThat(ask("plans-and-what-came-of-them", plan))
                .containsExactly("Planned: Visit: Vietnam and Laos, May 1999 realisation/unknown - -");
        assertThat(ask("plans-and-what-came-of-them", plan, visit))
                .containsExactly("Planned: Visit: Vietnam and Laos, May 1999 realisation/occurred 1999-05-02");
    }

    // Who says what

    @Test
    void whereSourcesDisagree() {
        var disputed = Fixtures.thing(
                Fixtures.visit(Fixtures.said("text-a", 100), "1998-02-09", null),
                Fixtures.visit(Fixtures.said("text-b", 300), "1998-03-09", null));
        assertThat(ask("where-sources-disagree", disputed))
                .containsExactly(
                        "Visit: Vietnam and Laos, 9 February 1998 or 9 March 1998 ontology#date"
                                + " conflictkind/between-sources source/x-text-a 2",
                        "Visit: Vietnam and Laos, 9 February 1998 or 9 March 1998 ontology#date"
                                + " conflictkind/between-sources source/x-text-b 4");
    }

    @Test
    void whatTheSourcesSayOfATreatyWithPageNoteAndPosition() {
        var treaty = Fixtures.thing(
                Fixtures.treaty(noted("text-a", 100, null), "Hiệp ước A", "1977-07-18"),
                Fixtures.treaty(Fixtures.said("text-b", 300), "Hiệp ước hữu nghị A", "1977-07"));
        assertThat(ask("what-the-sources-say-of-a-treaty", treaty))
                .containsExactly(
                        "Hiệp ước A 1977-07-18 source/x-text-a 12 9 2 100 190",
                        "Hiệp ước hữu nghị A 1977-07 source/x-text-b 12 - 4 300 390");
    }

    @Test
    void whatIsTheWordOfOthersAndWhatComesFromContext() {
        var reported = Fixtures.thing(Fixtures.visit(noted("text-a", 100, "theo một bài báo"), "1976-08-05", null));
        var leaning = Fixtures.thing(Fixtures.visit(Fixtures.said("text-a", 300, "date"), "1979-08-05", null));
        assertThat(ask("what-sources-attribute-to-others", reported, leaning))
                .containsExactly("theo một bài báo Claim: Visit: Vietnam and Laos, 5 August 1976");
        assertThat(ask("values-taken-from-context", reported, leaning)).containsExactly("said#date 1");
        assertThat(ask("sources-and-their-claims", reported, leaning))
                .containsExactly("source/x-text-a " + Fixtures.FILE + " 2");
    }

    // Agreements and counts

    @Test
    void agreementsByYearPartyAndVisit() {
        var treaty = instrument(100, InstrumentType.TREATY, "Hiệp ước A", "1977-07-18", null);
        var arrangement = instrument(300, InstrumentType.ARRANGEMENT, "Thỏa thuận B", "1977-09", null);
        var statement = instrument(500, InstrumentType.JOINT_STATEMENT, "Tuyên bố chung C", "1978", null);
        var visit = act(700, EventType.VISIT, "1977-07-15/1977-07-18", Fixtures.VIETNAM, Fixtures.LAOS);
        Thing[] things = {treaty, arrangement, statement, visit};
        assertThat(ask("agreements-by-year", things)).containsExactly("1977 2");
        assertThat(ask("agreements-with-china", things)).isEmpty();
        assertThat(ask("agreements-signed-during-visits", things))
                .containsExactly("Hiệp ước A 1977-07-18 1977-07-15/1977-07-18");
        assertThat(ask("acts-by-year-and-type", things))
                .containsExactly("1977 eventtype/signing 2", "1977 eventtype/visit 1", "1978 eventtype/signing 1");
    }

    @Test
    void actsOnAMap() {
        var visit = Fixtures.thing(Fixtures.visit(Fixtures.said("text-a", 100), "1976-08-05", null));
        assertThat(ask("acts-on-a-map", visit))
                .singleElement()
                .asString()
                .matches("place/vientiane-city POINT\\(.*\\) 1");
    }

    @Test
    void holdersOfAnOffice() {
        assertThat(ask("holders-of-an-office", GIFTS[0]))
                .anySatisfy(row -> assertThat(row).startsWith("person/kaysone-phomvihane 1975-12"));
    }

    private static Thing provided(int start, String name, String date, Provisions provisions) {
        return Fixtures.thing(new Instrument(
                Fixtures.said("text-a", start),
                InstrumentType.ARRANGEMENT,
                name,
                HistoricalDate.parse(date),
                null,
                List.of(Fixtures.VIETNAM, Fixtures.LAOS),
                null,
                List.of(),
                null,
                provisions));
    }

    private static Thing regiment(int start, Status status, String date) {
        return Fixtures.thing(new AidFlow(
                Fixtures.said("text-a", start),
                List.of(Fixtures.CHINA),
                List.of(Fixtures.VIETNAM),
                AidFlow.Category.MILITARY,
                status,
                Terms.UNSPECIFIED,
                List.of(),
                List.of(Fixtures.item("1", "trung đoàn", "pháo")),
                HistoricalDate.parse(date),
                null,
                null));
    }

    /** Said in note 9, as the word of somebody else or not. */
    private static Said noted(String document, int start, @Nullable String attributedTo) {
        return new Said(
                "n" + start,
                new Passage(
                        document,
                        Fixtures.file(document),
                        start,
                        start + 90,
                        12,
                        3,
                        9,
                        start / 100 + 1,
                        "cd".repeat(32)),
                List.of(),
                Said.Polarity.AFFIRMED,
                Said.Factuality.ACTUAL,
                attributedTo,
                List.of("rule-a"),
                Set.of(),
                new BigDecimal("0.8"));
    }
}
