package org.banggiao.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MergerTest {
    @Test
    void oneVisitOnOneDayIsOneThingHoweverOftenItIsTold() {
        var things = Merger.merge(List.of(
                ClaimFileTest.event("b", 500, "1974-04-02", null), ClaimFileTest.event("a", 10, "1974-04-02", null)));
        assertThat(things).singleElement().satisfies(t -> {
            assertThat(t.claims()).extracting(c -> c.said().id()).containsExactly("a", "b");
            assertThat(t.reasons()).containsExactly("same type and actors on the same day");
        });
    }

    @Test
    void otherDaysAreOtherThings() {
        assertThat(Merger.merge(List.of(
                        ClaimFileTest.event("a", 10, "1974-04-02", null),
                        ClaimFileTest.event("b", 500, "1974-04-03", null))))
                .hasSize(2);
    }

    @Test
    void aYearAloneJoinsOnlyWhereTheSubjectIsTheSame() {
        var day = ClaimFileTest.event("a", 10, "1974-04-02", "thăm chính thức");
        assertThat(Merger.merge(List.of(day, ClaimFileTest.event("b", 90, "1974", null))))
                .hasSize(2);
        assertThat(Merger.merge(List.of(day, ClaimFileTest.event("b", 90, "1974", "Thăm chính thức"))))
                .hasSize(1);
    }

    @Test
    void aVisitOfOnePersonInAMonthIsThatOfADayInIt() {
        var day = ClaimFileTest.event("a", 10, "1974-04-02", "thăm chính thức");
        assertThat(Merger.merge(List.of(day, ClaimFileTest.event("b", 90, "1974-04", null))))
                .singleElement()
                .satisfies(t -> assertThat(t.reasons())
                        .containsExactly("same visitor and actors in the same month, and the dates agree"));
        assertThat(Merger.merge(List.of(day, ClaimFileTest.event("b", 90, "1974-05", null))))
                .hasSize(2);
    }

    @Test
    void aDateThatOnlyBeginsAgreesWithNoLaterOne() {
        var open = ClaimFileTest.event("a", 10, "1974/..", "được mời");
        assertThat(Merger.merge(List.of(open, ClaimFileTest.event("b", 90, "1979-04-02", "được mời"))))
                .hasSize(2);
        assertThat(Merger.merge(List.of(open, ClaimFileTest.event("b", 90, "1974/..", "Được mời"))))
                .hasSize(1);
    }

    @Test
    void instrumentsOfTheSameNameWithOtherPartiesAreOthers() {
        var vietnam = new ActorRef("VN", "country:vietnam", null);
        var sweden = new ActorRef("SE", "country:sweden", null);
        var finland = new ActorRef("FI", "country:finland", null);
        var one = instrument("a", "Hiệp định thương mại", vietnam, sweden);
        assertThat(Merger.merge(List.of(one, instrument("b", "Hiệp định thương mại", vietnam, finland))))
                .hasSize(2);
        assertThat(Merger.merge(List.of(one, instrument("b", "Hiệp định thương mại", vietnam))))
                .hasSize(1);
    }

    static Instrument instrument(String id, String name, ActorRef... parties) {
        return new Instrument(
                ClaimFileTest.said(id, id.charAt(0)),
                InstrumentType.AGREEMENT,
                name,
                null,
                null,
                List.of(parties),
                null,
                List.of(),
                null);
    }

    @Test
    void claimsOfOtherKindsNeverMeet() {
        assertThat(Merger.merge(List.of(ClaimFileTest.flow("a", 1), ClaimFileTest.instrument("b", 1))))
                .hasSize(2);
    }
}
