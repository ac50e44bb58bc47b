package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banggiao.graph.QuestionFixtures.DRV;
import static org.banggiao.graph.QuestionFixtures.act;
import static org.banggiao.graph.QuestionFixtures.answer;
import static org.banggiao.graph.QuestionFixtures.ask;
import static org.banggiao.graph.QuestionFixtures.gift;
import static org.banggiao.graph.QuestionFixtures.instrument;

import java.util.List;
import org.banggiao.claim.ActorRef;
import org.banggiao.claim.AidFlow.Status;
import org.banggiao.claim.AidFlow.Terms;
import org.banggiao.claim.EventType;
import org.banggiao.claim.Instrument;
import org.banggiao.claim.InstrumentType;
import org.banggiao.claim.Said;
import org.banggiao.time.HistoricalDate;
import org.junit.jupiter.api.Test;

/** Questions on relations, years, loans, denials and networks on hand-made claims, with the answers that one would give by hand. */
class QuestionsOfHistoriansTest {
    @Test
    void whatWasAgreedInAYearAndWithWhom() {
        var two = instrument(100, InstrumentType.TREATY, "Hiệp ước A", "1977-07-18", null);
        var later = instrument(300, InstrumentType.AGREEMENT, "Hiệp định B", "1978-01-02", null);
        var vague = instrument(500, InstrumentType.AGREEMENT, "Hiệp định C", "1977/1978", null);
        var three = Fixtures.thing(new Instrument(
                Fixtures.said("text-a", 700),
                InstrumentType.AGREEMENT,
                "Hiệp định D",
                HistoricalDate.parse("1977"),
                null,
                List.of(Fixtures.VIETNAM, Fixtures.LAOS, Fixtures.CHINA),
                null,
                List.of(),
                null));
        assertThat(ask("agreements-of-a-year", two, later, vague, three))
                .containsExactly("1977 Hiệp định D", "1977-07-18 Hiệp ước A");
        assertThat(ask("partners-of-laos-in-agreements", two, later, vague, three))
                .containsExactly("country/vietnam 4", "country/china 1");
    }

    @Test
    void whatFollowsWhereATermEnds() {
        var first = instrument(100, InstrumentType.AGREEMENT, "Hiệp định thương mại A", "1976", "1976/1980");
        var next = instrument(300, InstrumentType.AGREEMENT, "Hiệp định thương mại B", "1981", "1981/1985");
        var other = instrument(500, InstrumentType.AGREEMENT, "Hiệp định văn hóa C", "1981", "1981/1985");
        var gap = instrument(700, InstrumentType.AGREEMENT, "Hiệp định thương mại D", "1990", "1990/1995");
        assertThat(ask("agreements-that-follow-each-other", first, next, other, gap))
                .containsExactly("1976/1980 1981/1985 subject/trade");
        assertThat(ask("agreements-that-last-and-are-renewed", first, next))
                .containsExactly("Hiệp định thương mại A 1976/1980 - -", "Hiệp định thương mại B 1981/1985 - -");
    }

    @Test
    void talksBeforeASignatureInItsYearAndTheOneBefore() {
        var signed = instrument(100, InstrumentType.TREATY, "Hiệp ước A", "1977-07-18", null);
        var yearBefore = act(300, EventType.MEETING, "1976-05", Fixtures.VIETNAM, Fixtures.LAOS);
        var longBefore = act(500, EventType.MEETING, "1975-05", Fixtures.VIETNAM, Fixtures.LAOS);
        var after = act(700, EventType.VISIT, "1977-08", Fixtures.VIETNAM, Fixtures.LAOS);
        var sameYear = act(900, EventType.VISIT, "1977-07-15/1977-07-18", Fixtures.VIETNAM, Fixtures.LAOS);
        var others = act(1100, EventType.VISIT, "1977-07-01", Fixtures.VIETNAM, Fixtures.CHINA);
        assertThat(ask("talks-before-an-agreement", signed, yearBefore, longBefore, after, sameYear, others))
                .containsExactly("1977-07-18 1976-05", "1977-07-18 1977-07-15/1977-07-18");
    }

    @Test
    void recognitionIsAChangeOfRelationsAndCanBeAskedFor() {
        var soviets = new ActorRef("SU", "state:ussr", "Liên Xô");
        var late = act(100, EventType.RECOGNITION, "1951-01", soviets, DRV);
        var early = act(300, EventType.RECOGNITION, "1950-01-30", soviets, DRV);
        var relations = act(500, EventType.RELATIONS, "1950-02", Fixtures.CHINA, Fixtures.VIETNAM);
        assertThat(ask("who-recognised-vietnam", early, relations))
                .containsExactly("1950-01-30 state/drv", "1950-01-30 state/ussr");
        assertThat(ask("changes-of-relations", early, relations)).hasSize(4);
        assertThat(answer("did-the-soviet-union-recognise-vietnam", early, late))
                .containsExactly("?answer", "true");
        assertThat(answer("did-the-soviet-union-recognise-vietnam", late, relations))
                .containsExactly("?answer", "false");
    }

    @Test
    void whatIsLentIsNotAddedToWhatIsGiven() {
        var given = gift(100, List.of(Fixtures.VIETNAM), Status.DISBURSED, "1990", Terms.GRANT, "100 USD");
        var more = gift(300, List.of(Fixtures.VIETNAM), Status.DISBURSED, "1991", Terms.GRANT, "50 USD");
        var lent = gift(500, List.of(Fixtures.VIETNAM), Status.DISBURSED, "1990", Terms.LOAN, "30 USD");
        var promised = gift(700, List.of(Fixtures.VIETNAM), Status.COMMITTED, "1992", Terms.LOAN, "7 USD");
        assertThat(ask("money-lent-and-money-given", given, more, lent, promised))
                .containsExactly(
                        "country/laos financetype/grant flowstage/delivery currency/dollar-us 150.0",
                        "country/laos financetype/loan flowstage/commitment currency/dollar-us 7",
                        "country/laos financetype/loan flowstage/delivery currency/dollar-us 30");
        assertThat(ask("loans-against-grants", given, more, lent, promised))
                .containsExactly("donorset/vietnam financetype/grant 2", "donorset/vietnam financetype/loan 2");
    }

    @Test
    void whatIsDeniedIsAmongTheClaimsOnly() {
        var denied = Fixtures.thing(Fixtures.visit(
                Fixtures.said("text-a", 700, Said.Polarity.DENIED, Said.Factuality.ACTUAL), "1976-04-05", null));
        var happened = Fixtures.thing(Fixtures.visit(Fixtures.said("text-a", 100), "1976-08-05", null));
        assertThat(ask("what-sources-deny", denied, happened))
                .containsExactly("1976-04-05 Claim: Visit: Vietnam and Laos, 5 April 1976");
        assertThat(ask("timeline-of-vietnam-and-china", denied, happened)).isEmpty();
        assertThat(ask("strongest-ties", denied, happened)).containsExactly("country/laos country/vietnam 1");
    }

    @Test
    void aNetworkHasEachPairOnceAndACatalogueEachParty() {
        var talks = act(100, EventType.MEETING, "1990", Fixtures.VIETNAM, Fixtures.LAOS, Fixtures.CHINA);
        var again = act(300, EventType.VISIT, "1991", Fixtures.VIETNAM, Fixtures.LAOS);
        assertThat(answer("network-of-countries", talks, again))
                .filteredOn(line -> line.contains("org:linkedTo"))
                .containsExactly(
                        "country:china\torg:linkedTo\tcountry:laos",
                        "country:china\torg:linkedTo\tcountry:vietnam",
                        "country:laos\torg:linkedTo\tcountry:vietnam");
        var treaty = instrument(500, InstrumentType.TREATY, "Hiệp ước A", "1977-07-18", null);
        assertThat(answer("agreements-in-dublin-core", treaty))
                .anySatisfy(line -> assertThat(line).endsWith("dcterms:contributor\tcountry:laos"))
                .anySatisfy(line -> assertThat(line).endsWith("dcterms:contributor\tcountry:vietnam"))
                .anySatisfy(line -> assertThat(line).endsWith("dcterms:title\tHiệp ước A"));
    }
}
