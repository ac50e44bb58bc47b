package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.DiplomaticEvent;
import org.banggiao.claim.EventType;
import org.banggiao.claim.InstrumentType;
import org.banggiao.claim.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table from the fields of records to the terms of the ontology. */
class GuideTermsTest {
    @ParameterizedTest
    @CsvSource({
        "visit, Visit",
        "meeting, Meeting",
        "conference, Conference",
        "recognition, Recognition",
        "relations, RelationsChange",
        "statement, Statement",
        "proposal, Proposal",
        "refusal, Refusal",
        "decision, Decision",
        "appointment, Appointment",
        "military, MilitaryAction",
        "withdrawal, Withdrawal",
        "deployment, Deployment",
        "sanction, Sanction",
        "founding, BodyChange",
        "border, BorderAct",
        "project, ProjectMilestone",
        "membership, MembershipChange",
        "training, Training",
        "celebration, Commemoration",
        "other, Event",
    })
    void anEventHasTheClassOfTheSameSense(String type, String name) {
        assertThat(GuideTerms.eventClass(EventType.parse(type)).getURI()).isEqualTo(Vocabulary.BG + name);
    }

    @ParameterizedTest
    @CsvSource({
        "treaty, Agreement",
        "agreement, Agreement",
        "protocol, Agreement",
        "memorandum, Agreement",
        "convention, Agreement",
        "arrangement, Agreement",
        "contract, Agreement",
        "plan, Agreement",
        "minutes, JointDocument",
        "joint-statement, JointDocument",
        "other, Instrument",
    })
    void anInstrumentHasTheClassOfItsType(String type, String name) {
        assertThat(GuideTerms.instrumentClass(InstrumentType.parse(type)).getURI())
                .isEqualTo(Vocabulary.BG + name);
    }

    @ParameterizedTest
    @CsvSource({
        "COMMITTED, ACTUAL, commitment",
        "COMMITTED, INTENDED, pledge",
        "DISBURSED, ACTUAL, delivery",
        "DISBURSED, INTENDED, intended",
        "DISBURSED, REQUESTED, request",
        "REQUESTED, ACTUAL, request",
        "PLANNED, ACTUAL, intended",
        "WITHHELD, ACTUAL, not-carried-out",
    })
    void aStatusIsAStage(AidFlow.Status status, Said.Factuality factuality, String stage) {
        assertThat(GuideTerms.stage(status, factuality)).isEqualTo(Iris.code("flowstage", stage));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "MILITARY, military, -",
                "ECONOMIC, economic, -",
                "HUMANITARIAN, humanitarian, -",
                "BUDGET, budget, -",
                "INFRASTRUCTURE, infrastructure, -",
                "TRAINING, -, training",
                "TECHNICAL, -, technical",
                "MIXED, -, -",
                "UNSPECIFIED, -, -",
            })
    void aCategoryIsASectorOrAnAidTypeOrNeither(AidFlow.Category category, String sector, String aidType) {
        assertThat(GuideTerms.sector(category).map(Node::getURI).orElse(null))
                .isEqualTo(sector == null ? null : Iris.code("sector", sector).getURI());
        assertThat(GuideTerms.aidType(category).map(Node::getURI).orElse(null))
                .isEqualTo(
                        aidType == null ? null : Iris.code("aidtype", aidType).getURI());
    }

    @ParameterizedTest
    @EnumSource(AidFlow.Terms.class)
    void termsAreAFinanceType(AidFlow.Terms terms) {
        var notation = terms == AidFlow.Terms.UNSPECIFIED ? "unknown" : terms.code();
        assertThat(GuideTerms.financeType(terms)).isEqualTo(Iris.code("financetype", notation));
    }

    @Test
    void everyCodeHasItsConcept() {
        for (var type : EventType.values()) {
            assertIsConcept(GuideTerms.eventType(type));
        }
        for (var type : InstrumentType.values()) {
            assertIsConcept(GuideTerms.instrumentType(type));
        }
        for (var status : AidFlow.Status.values()) {
            for (var factuality : Said.Factuality.values()) {
                assertIsConcept(GuideTerms.stage(status, factuality));
            }
        }
        for (var terms : AidFlow.Terms.values()) {
            assertIsConcept(GuideTerms.financeType(terms));
        }
        for (var category : AidFlow.Category.values()) {
            GuideTerms.sector(category).ifPresent(GuideTermsTest::assertIsConcept);
            GuideTerms.aidType(category).ifPresent(GuideTermsTest::assertIsConcept);
        }
        for (var qualifier : org.banggiao.quantity.Amount.Qualifier.values()) {
            assertIsConcept(GuideTerms.qualifier(qualifier));
        }
    }

    @Test
    void everyComponentOfAClaimHasAProperty() {
        for (var record : new Class<?>[] {DiplomaticEvent.class, org.banggiao.claim.Instrument.class, AidFlow.class}) {
            Arrays.stream(record.getRecordComponents())
                    .map(c -> c.getName())
                    .filter(n -> !n.equals("said") && !n.equals("dateAsPrinted"))
                    .forEach(n -> assertThat(GuideTerms.saidProperty(n)).as(n).isPresent());
        }
    }

    private static void assertIsConcept(Node code) {
        assertThat(Fixtures.ONTOLOGY.schema().contains(code, Vocabulary.TYPE, Vocabulary.CONCEPT))
                .as(code.getURI())
                .isTrue();
    }
}
