package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.banggiao.claim.ActorRef;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.DiplomaticEvent;
import org.banggiao.claim.EventType;
import org.banggiao.claim.PersonRef;
import org.banggiao.claim.Said;
import org.banggiao.issue.Finding;
import org.banggiao.time.HistoricalDate;
import org.junit.jupiter.api.Test;

/** What claims give in the graph, on hand-made claims. */
class GraphBuilderTest {
    @Test
    void anEventBearsTheSimpleTriplesOfItsClaim() {
        var built = Fixtures.build(Fixtures.thing(
                Fixtures.visit(Fixtures.said("text-a", 100), "1976-08-05/1976-08-09", "từ ngày 5 đến ngày 9-8-1976")));
        assertThat(statements(built, only(built, Vocabulary.VISIT))).containsExactly("""
                        coversYear 1976
                        date 1976-08-05/1976-08-09
                        dateAsPrinted từ ngày 5 đến ngày 9-8-1976
                        earliestEnd 1976-08-09
                        earliestStart 1976-08-05
                        end 1976-08-09
                        eventType eventtype/visit
                        involvesPerson person/pham-van-dong
                        latestEnd 1976-08-09
                        latestStart 1976-08-05
                        participant country/laos
                        participant country/vietnam
                        participantCountry country/laos
                        participantCountry country/vietnam
                        place place/vientiane-city
                        provisional true
                        start 1976-08-05
                        temporalKind temporalkind/throughout
                        type ClaimedThing
                        type Event
                        type Visit
                        year 1976""".split("\n"));
    }

    @Test
    void anAgreementBearsADateOfSignatureAndItsSigningTheBounds() {
        var built = Fixtures.build(
                Fixtures.thing(Fixtures.treaty(Fixtures.said("text-a", 100), "Hiệp ước hữu nghị", "1977-07-18")));
        var treaty = only(built, Vocabulary.AGREEMENT);
        assertThat(statements(built, treaty)).containsExactly("""
                        contractingCountry country/laos
                        contractingCountry country/vietnam
                        contractingParty country/laos
                        contractingParty country/vietnam
                        coversYear 1977
                        dateOfSignature 1977-07-18
                        http://purl.org/dc/terms/subject subject/friendship
                        instrumentType instrumenttype/treaty
                        nameAsPrinted Hiệp ước hữu nghị
                        provisional true
                        type Agreement
                        type ClaimedThing
                        type Instrument
                        year 1977""".split("\n"));
        var signing = only(built, Vocabulary.SIGNING);
        assertThat(signing.getURI()).isEqualTo(treaty.getURI() + "/signing");
        assertThat(statements(built, signing))
                .contains(
                        "start 1977-07-18", "end 1977-07-18", "type InstrumentEvent", "participantCountry country/laos")
                .anyMatch(s -> s.startsWith("derivedFrom instrument/"))
                .anyMatch(s -> s.startsWith("signs instrument/"));
    }

    @Test
    void anAidFlowBearsDonorSetStageAndAmountInTheCurrencyOfItsTime() {
        var built = Fixtures.build(Fixtures.thing(
                Fixtures.flow(Fixtures.said("text-a", 100), "1976", AidFlow.Terms.GRANT, "132000000 VND")));
        var flow = only(built, Vocabulary.AID_FLOW);
        assertThat(statements(built, flow))
                .contains(
                        "donor country/vietnam",
                        "donorCountry country/vietnam",
                        "donorSet donorset/vietnam",
                        "recipient country/laos",
                        "recipientCountry country/laos",
                        "flowStage flowstage/delivery",
                        "financeType financetype/grant",
                        "summability summability/summable",
                        "year 1976")
                .anyMatch(s -> s.startsWith("amount aidflow/"))
                .anyMatch(s -> s.startsWith("summableAmount aidflow/"));
        assertThat(statements(built, only(built, Vocabulary.AMOUNT_CLASS)))
                .containsExactly(
                        "amountRole amountrole/principal",
                        "max 132000000",
                        "min 132000000",
                        "qualifier qualifier/exact",
                        "type Amount",
                        "unit currency/dong-to-1978",
                        "value 132000000");
    }

    @Test
    void everyLabelIsThereInBothLanguages() {
        var built =
                Fixtures.build(Fixtures.thing(Fixtures.visit(Fixtures.said("text-a", 100), "1976-08", "tháng 8-1976")));
        var visit = only(built, Vocabulary.VISIT);
        assertThat(built.quads().stream()
                        .filter(q ->
                                q.getSubject().equals(visit) && q.getPredicate().equals(Vocabulary.LABEL))
                        .map(q -> q.getObject().toString()))
                .containsExactlyInAnyOrder(
                        "\"Visit: Vietnam and Laos, August 1976\"@en",
                        "\"Chuyến thăm: Việt Nam và Lào, tháng 8/1976\"@vi");
    }

    @Test
    void labelsTellFlowsAndSigningsFromEachOther() {
        var built = Fixtures.build(
                Fixtures.thing(
                        Fixtures.flow(Fixtures.said("text-a", 100), "1976", AidFlow.Terms.GRANT, "1320000.5 VND")),
                Fixtures.thing(
                        Fixtures.goods(Fixtures.said("text-a", 300), "1979/1980", Fixtures.item("1500", "tấn", "gạo"))),
                Fixtures.thing(Fixtures.treaty(Fixtures.said("text-a", 500), "Hiệp ước hữu nghị", "1977-07-18")),
                Fixtures.thing(Fixtures.treaty(Fixtures.said("text-a", 500), "Hiệp ước biên giới", "1977-07-18")),
                Fixtures.thing(
                        Fixtures.visit(Fixtures.said("text-a", 700), "1998-02-09", null),
                        Fixtures.visit(Fixtures.said("text-b", 700), "1998-03-09", null)));
        assertThat(Fixtures.ask(built.dataset(), """
                        SELECT DISTINCT ?label WHERE { ?it bg:hasClaim ?claim ; rdfs:label ?label FILTER(!EXISTS { ?it a bg:Agreement }) }
                        ORDER BY LANG(?label) ?label"""))
                .containsOnlyOnce(
                        "Grant from Vietnam to Laos, 1976 (delivered): 1,320,000.5 VND",
                        "Grant from Vietnam to Laos, 1979–1980 (delivered): 1,500 “tấn gạo”",
                        "Visit: Vietnam and Laos, 9 February 1998 or 9 March 1998",
                        "Viện trợ không hoàn lại của Việt Nam cho Lào, 1976 (thực hiện): 1.320.000,5 VND",
                        "Viện trợ không hoàn lại của Việt Nam cho Lào, 1979–1980 (thực hiện): 1.500 tấn gạo",
                        "Chuyến thăm: Việt Nam và Lào, 9/2/1998 hoặc 9/3/1998")
                .contains(
                        "Signing of 2 instruments between Laos and Vietnam, 18 July 1977",
                        "Ký 2 văn kiện giữa Lào và Việt Nam, 18/7/1977");
    }

    @Test
    void aClaimLeadsToItsPassageInTheGraphOfItsSource() {
        var built = Fixtures.build(Fixtures.thing(
                Fixtures.visit(Fixtures.said("text-a", 100, "actors", "date"), "1976-08", "tháng 8-1976")));
        assertThat(Fixtures.ask(built.dataset(), """
                        SELECT ?document ?page ?sentence ?start ?end ?context ?date WHERE {
                          ?event a bg:Visit ; bg:hasClaim ?claim .
                          ?claim said:statedIn ?passage ; said:date ?date ; said:derivedFromContext ?context .
                          ?passage bg:page ?page ; bg:sentence ?sentence ; oa:hasSource/bg:documentId ?document ;
                            oa:hasSelector [ oa:start ?start ; oa:end ?end ] .
                        } ORDER BY ?context"""))
                .containsExactly("text-a 12 2 100 190 said#actor 1976-08", "text-a 12 2 100 190 said#date 1976-08");
        var graph = Iris.DEFAULT.sourceGraph("text-a");
        assertThat(built.quads().stream().filter(q -> q.getPredicate().getURI().startsWith(Vocabulary.SAID)))
                .isNotEmpty()
                .allMatch(q -> q.getGraph().equals(graph) || q.getGraph().equals(Iris.DEFAULT.ontologyGraph()));
    }

    @Test
    void thereIsNoBlankNodeAndTheSameThingsGiveTheSameQuads() {
        var built = Fixtures.everything();
        assertThat(built.quads())
                .noneMatch(q -> q.getSubject().isBlank() || q.getObject().isBlank());
        assertThat(Fixtures.everything().quads()).isEqualTo(built.quads());
    }

    @Test
    void twoDaysThatCannotBothBeRightStandAsAlternativesAndAsAConflict() {
        var built = Fixtures.build(Fixtures.thing(
                Fixtures.visit(Fixtures.said("text-a", 100), "1998-02-09", "9-2-1998"),
                Fixtures.visit(Fixtures.said("text-b", 100), "1998-03-09", "9-3-1998")));
        var visit = only(built, Vocabulary.VISIT);
        assertThat(statements(built, visit))
                .contains("date [1998-02-09,1998-03-09]", "start 1998-02-09", "end 1998-03-09", "year 1998")
                .noneMatch(s -> s.startsWith("dateAsPrinted"));
        assertThat(Fixtures.ask(built.dataset(), """
                        SELECT ?property ?kind ?date WHERE {
                          ?event a bg:Visit ; bg:conflict ?conflict .
                          ?conflict bg:onProperty ?property ; bg:conflictKind ?kind ; bg:conflictingClaim/said:date ?date
                        } ORDER BY ?date"""))
                .containsExactly(
                        "ontology#date conflictkind/between-sources 1998-02-09",
                        "ontology#date conflictkind/between-sources 1998-03-09");
    }

    @Test
    void aFinerDateRefinesACoarserOneWithoutConflict() {
        var built = Fixtures.build(Fixtures.thing(
                Fixtures.visit(Fixtures.said("text-a", 100), "1976", "năm 1976"),
                Fixtures.visit(Fixtures.said("text-a", 300), "1976-08-05", "5-8-1976")));
        assertThat(statements(built, only(built, Vocabulary.VISIT)))
                .contains("date 1976-08-05", "dateAsPrinted 5-8-1976")
                .noneMatch(s -> s.startsWith("conflict"));
        assertThat(Fixtures.ask(built.dataset(), "SELECT ?date WHERE { ?claim bg:decides bg:date ; said:date ?date }"))
                .containsExactly("1976-08-05");
    }

    @Test
    void anIntervalOfDaysSaysMoreThanTheDayOnWhichItBegins() {
        var built = Fixtures.build(Fixtures.thing(
                Fixtures.visit(Fixtures.said("text-a", 100), "1976-08-05", "5-8-1976"),
                Fixtures.visit(Fixtures.said("text-a", 300), "1976-08-05/1976-08-09", "5 đến 9-8-1976")));
        assertThat(statements(built, only(built, Vocabulary.VISIT)))
                .contains("date 1976-08-05/1976-08-09")
                .noneMatch(s -> s.startsWith("conflict"));
    }

    @Test
    void aDateThatIsStatedBeatsOneFromContext() {
        var built = Fixtures.build(Fixtures.thing(
                Fixtures.visit(Fixtures.said("text-a", 100, "date"), "1975-08-05", null),
                Fixtures.visit(Fixtures.said("text-a", 300), "1976-08-05", "5-8-1976")));
        assertThat(statements(built, only(built, Vocabulary.VISIT)))
                .contains("date 1976-08-05")
                .noneMatch(s -> s.startsWith("conflict"));
    }

    @Test
    void theEndOfAYearKeepsItsNarrowerBounds() {
        var built =
                Fixtures.build(Fixtures.thing(Fixtures.visit(Fixtures.said("text-a", 100), "1952~", "cuối năm 1952")));
        assertThat(statements(built, only(built, Vocabulary.VISIT)))
                .contains(
                        "date 1952~",
                        "dateAsPrinted cuối năm 1952",
                        "earliestStart 1952-09-01",
                        "latestEnd 1952-12-31",
                        "year 1952");
    }

    @Test
    void whatIsOnlyPlannedIsNoEvent() {
        var built = Fixtures.build(Fixtures.thing(Fixtures.visit(
                Fixtures.said("text-a", 100, Said.Polarity.AFFIRMED, Said.Factuality.INTENDED), "1999", null)));
        assertThat(Fixtures.ofClass(built, Vocabulary.EVENT)).isEmpty();
        assertThat(statements(built, only(built, Vocabulary.PLANNED_ACT)))
                .contains("eventType eventtype/visit", "realisation realisation/unknown", "type ClaimedThing")
                .doesNotContain("type Visit");
    }

    @Test
    void whatWasPlannedAndHappenedIsAPlanAndAnEventThatRealisesIt() {
        var built = Fixtures.build(Fixtures.thing(
                Fixtures.visit(
                        Fixtures.said("text-a", 100, Said.Polarity.AFFIRMED, Said.Factuality.INTENDED), "1999", null),
                Fixtures.visit(Fixtures.said("text-a", 300), "1999-05-02", "2-5-1999")));
        assertThat(Fixtures.ask(built.dataset(), """
                        SELECT ?date ?planned ?realisation WHERE {
                          ?event a bg:Visit ; bg:date ?date ; bg:realises ?plan .
                          ?plan a bg:PlannedAct ; bg:date ?planned ; bg:realisation ?realisation }""")).containsExactly("1999-05-02 1999 realisation/occurred");
    }

    @Test
    void whatIsOnlyDeniedIsNoThingButItsClaimStays() {
        var built = Fixtures.build(Fixtures.thing(Fixtures.visit(
                Fixtures.said("text-a", 100, Said.Polarity.DENIED, Said.Factuality.ACTUAL), "1999", null)));
        assertThat(Fixtures.ofClass(built, Vocabulary.CLAIMED_THING)).isEmpty();
        assertThat(Fixtures.ofClass(built, Vocabulary.CLAIM)).hasSize(1);
    }

    @Test
    void whatIsAffirmedAndDeniedStaysWithItsConflict() {
        var built = Fixtures.build(Fixtures.thing(
                Fixtures.visit(Fixtures.said("text-a", 100), "1999", null),
                Fixtures.visit(
                        Fixtures.said("text-b", 100, Said.Polarity.DENIED, Said.Factuality.ACTUAL), "1999", null)));
        assertThat(Fixtures.ask(built.dataset(), """
                        SELECT ?property ?polarity WHERE {
                          ?event a bg:Visit ; bg:conflict ?c .
                          ?c bg:onProperty ?property ; bg:conflictingClaim/said:polarity ?polarity } ORDER BY ?polarity"""))
                .containsExactly("said#polarity polarity/affirmed", "said#polarity polarity/denied");
    }

    @Test
    void instrumentsOfOneDayAndOnePairOfPartiesAreSignedTogether() {
        var built = Fixtures.build(
                Fixtures.thing(Fixtures.treaty(Fixtures.said("text-a", 100), "Hiệp ước hữu nghị", "1977-07-18")),
                Fixtures.thing(Fixtures.treaty(Fixtures.said("text-a", 100), "Hiệp ước biên giới", "1977-07-18")),
                Fixtures.thing(Fixtures.treaty(Fixtures.said("text-a", 500), "Hiệp ước khác", "1977")),
                Fixtures.thing(Fixtures.treaty(Fixtures.said("text-a", 700), "Hiệp ước khác nữa", "1977")));
        assertThat(Fixtures.ask(built.dataset(), """
                        SELECT ?date (COUNT(?i) AS ?n) WHERE { ?s a bg:Signing ; bg:date ?date ; bg:signs ?i }
                        GROUP BY ?s ?date ORDER BY ?date ?n""")).containsExactly("1977 1", "1977 1", "1977-07-18 2");
    }

    @Test
    void aRegimeJoinsItsCountry() {
        var drv = new ActorRef("VN", "state:drv", "VNDCCH");
        var built = Fixtures.build(Fixtures.thing(new DiplomaticEvent(
                Fixtures.said("text-a", 100),
                EventType.RECOGNITION,
                HistoricalDate.parse("1950-01-18"),
                null,
                null,
                List.of(Fixtures.CHINA, drv),
                List.of(),
                null)));
        assertThat(statements(built, only(built, Vocabulary.RECOGNITION)))
                .contains("participant state/drv", "participantCountry country/vietnam", "type RelationsChange");
    }

    @Test
    void aRegimeThatDidNotExistAtTheDateStandsForItsCountry() {
        var rvn = new ActorRef("SV-RVN", "state:rvn", "Việt Nam Cộng hòa");
        var built = Fixtures.build(Fixtures.thing(new DiplomaticEvent(
                Fixtures.said("text-a", 100),
                EventType.MEETING,
                HistoricalDate.parse("1990"),
                null,
                null,
                List.of(rvn),
                List.of(),
                null)));
        assertThat(statements(built, only(built, Vocabulary.MEETING)))
                .contains("participant country/vietnam")
                .doesNotContain("participant state/rvn");
        assertThat(built.findings())
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .startsWith(
                        "WARNING graph-actor-outside-life state:rvn: Claims name state:rvn at 1990, when it did not exist");
        assertThat(Fixtures.ask(built.dataset(), "SELECT ?actor WHERE { ?claim said:actor ?actor }"))
                .as("the claim keeps the name")
                .containsExactly("state/rvn");
    }

    @Test
    void whoTheAuthorityDataDoNotKnowIsAddedByNameWithoutIdentifiers() {
        var ministry = new ActorRef("LA", null, "Bộ Y tế Lào");
        var built = Fixtures.build(Fixtures.thing(new DiplomaticEvent(
                Fixtures.said("text-a", 100),
                EventType.MEETING,
                HistoricalDate.parse("1980"),
                null,
                null,
                List.of(ministry),
                List.of(new PersonRef("Trần Văn Mẫu", null, null)),
                null)));
        var meeting = only(built, Vocabulary.MEETING);
        assertThat(statements(built, meeting))
                .contains("participantCountry country/laos")
                .anyMatch(s -> s.startsWith("participant actor/x-bo-y-te-lao-"))
                .anyMatch(s -> s.startsWith("involvesPerson person/x-tran-van-mau-"));
        assertThat(Check.check(built.dataset(), Fixtures.ONTOLOGY))
                .extracting(Finding::message)
                .isEmpty();
    }

    @Test
    void aKeyThatTheAuthorityDataLackIsAFinding() {
        var built = Fixtures.build(Fixtures.thing(new DiplomaticEvent(
                Fixtures.said("text-a", 100),
                EventType.MEETING,
                HistoricalDate.parse("1980"),
                null,
                null,
                List.of(new ActorRef("QQ", "country:nowhere", "Xứ Lạ")),
                List.of(),
                null)));
        assertThat(built.findings())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .startsWith("Claims name country:nowhere, which the authority data do not have");
    }

    @Test
    void aFlowWithoutDonorsStaysAClaimAndIsAFinding() {
        var claim = Fixtures.flow(
                Fixtures.said("text-a", 100),
                List.of(),
                AidFlow.Status.DISBURSED,
                "1980",
                AidFlow.Terms.GRANT,
                "5 USD");
        var built = Fixtures.build(Fixtures.thing(claim));
        assertThat(Fixtures.ofClass(built, Vocabulary.AID_FLOW)).isEmpty();
        assertThat(built.findings())
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .startsWith("WARNING graph-incomplete-flow text-a:100-190: Nobody is named who gives");
    }

    @Test
    void anEventHasTheClassThatItsWordsMakePlainAndElseThatOfItsType() {
        var about = List.of("bình thường hóa quan hệ", "nối lại quan hệ", "thiết lập quan hệ rồi cắt đứt quan hệ");
        var classes = about.stream()
                .map(words -> Fixtures.build(Fixtures.thing(new DiplomaticEvent(
                        Fixtures.said("text-a", 100),
                        EventType.RELATIONS,
                        HistoricalDate.parse("1980"),
                        null,
                        null,
                        List.of(Fixtures.VIETNAM, Fixtures.LAOS),
                        List.of(),
                        words))))
                .map(built -> Fixtures.ofClass(built, Vocabulary.NORMALISATION).size()
                        + " of "
                        + Fixtures.ofClass(built, Vocabulary.RELATIONS_CHANGE).size());
        assertThat(classes).containsExactly("1 of 1", "0 of 1", "0 of 1");
    }

    @Test
    void aPersonTakesPartWithRoleSideAndThePostOfTheDate() {
        var built = Fixtures.build(Fixtures.thing(new DiplomaticEvent(
                Fixtures.said("text-a", 100),
                EventType.VISIT,
                HistoricalDate.parse("1976-08-05"),
                null,
                null,
                List.of(Fixtures.VIETNAM, Fixtures.LAOS),
                List.of(
                        new PersonRef("Phạm Văn Đồng", "person:pham-van-dong", null, PersonRef.Role.HEAD),
                        new PersonRef("Trần Văn Mẫu", null, "Bộ trưởng Ngoại giao")),
                null)));
        assertThat(Fixtures.ask(built.dataset(), """
                        SELECT ?who ?role ?side ?post ?printed WHERE { ?e bg:participation ?p . ?p bg:actor ?who ; bg:role ?role
                          OPTIONAL { ?p bg:side ?side } OPTIONAL { ?p bg:post ?post } OPTIONAL { ?p bg:postAsPrinted ?printed } }
                        ORDER BY ?who"""))
                .satisfiesExactly(
                        row -> assertThat(row)
                                .isEqualTo("person/pham-van-dong role/head country/vietnam"
                                        + " office/prime-minister-of-vietnam -"),
                        row -> assertThat(row)
                                .startsWith("person/x-tran-van-mau-")
                                .endsWith(" role/present - office/foreign-minister Bộ trưởng Ngoại giao"));
    }

    @Test
    void onlyVerifiedIdentifiersArePublishedWithHowTheyWereMade() {
        var built = Fixtures.build();
        assertThat(Fixtures.ask(built.dataset(), """
                        SELECT ?target ?method WHERE { country:laos bg:link ?link .
                          ?link bg:linkTarget ?target ; bg:linkMethod ?method ; bg:linkBasis ?basis }"""))
                .contains("http://www.wikidata.org/entity/Q819 linkmethod/verified");
        long verified = Fixtures.AUTHORITY.entries().stream()
                .flatMap(e -> e.identifiers().stream())
                .filter(i -> i.verified())
                .count();
        assertThat(Fixtures.ofClass(built, Vocabulary.LINK_CLASS)).hasSize((int) verified);
    }

    private static Node only(GraphBuilder.Built built, Node type) {
        var found = Fixtures.ofClass(built, type);
        assertThat(found).as("resources of " + type).hasSize(1);
        return found.get(0);
    }

    /** Statements without namespaces, labels and links to claims and conflicts. */
    private static List<String> statements(GraphBuilder.Built built, Node subject) {
        return Fixtures.statements(built, subject).stream()
                .flatMap(s -> s.contains("#label ") ? Stream.empty() : Stream.of(s))
                .map(s -> s.replaceAll("(ontology#|said#|http://www.w3.org/1999/02/22-rdf-syntax-ns#)", ""))
                .filter(s -> !s.startsWith("hasClaim ") && !s.startsWith("merging ") && !s.startsWith("participation "))
                .sorted()
                .toList();
    }
}
