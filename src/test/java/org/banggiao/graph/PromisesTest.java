package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.Said;
import org.banggiao.claim.Thing;
import org.banggiao.time.HistoricalDate;
import org.junit.jupiter.api.Test;

/** Which promises were kept. */
class PromisesTest {
    private static final String KEPT = """
            SELECT ?promised ?delivered WHERE { ?d bg:fulfils ?c ; bg:date ?delivered . ?c bg:date ?promised }
            ORDER BY ?promised ?delivered""";

    @Test
    void goodsPromisedAndDeliveredLaterAreAPromiseKeptWithDelay() {
        var things = List.of(
                regiment(100, AidFlow.Status.COMMITTED, "1950-02"),
                regiment(300, AidFlow.Status.WITHHELD, "1952~"),
                regiment(500, AidFlow.Status.DISBURSED, "1953"));
        assertThat(ask(KEPT, things)).containsExactly("1950-02 1953");
        assertThat(ask(
                        "SELECT ?date ?stage WHERE { ?f bg:date ?date ; bg:flowStage ?stage } ORDER BY STR(?date)",
                        things))
                .containsExactly("1950-02 flowstage/commitment", "1952~ flowstage/delayed", "1953 flowstage/delivery");
    }

    @Test
    void whatWasNeverDeliveredIsNotCarriedOut() {
        var things = List.of(
                regiment(100, AidFlow.Status.DISBURSED, "1950"), regiment(300, AidFlow.Status.WITHHELD, "1952"));
        assertThat(ask(
                        "SELECT ?stage WHERE { ?f bg:date ?d ; bg:flowStage ?stage FILTER(STR(?d) = \"1952\") }",
                        things))
                .containsExactly("flowstage/not-carried-out");
    }

    @Test
    void aDeliveryFulfilsTheLatestPromiseThatIsNotLaterThanItself() {
        assertThat(ask(
                        KEPT,
                        List.of(
                                regiment(100, AidFlow.Status.COMMITTED, "1950"),
                                regiment(300, AidFlow.Status.COMMITTED, "1951"),
                                regiment(500, AidFlow.Status.COMMITTED, "1954"),
                                regiment(700, AidFlow.Status.DISBURSED, "1953"))))
                .containsExactly("1951 1953");
    }

    @Test
    void twoPromisesOfOneDateDecideNothing() {
        assertThat(ask(
                        KEPT,
                        List.of(
                                regiment(100, AidFlow.Status.COMMITTED, "1950"),
                                regiment(300, AidFlow.Status.COMMITTED, "1950"),
                                regiment(700, AidFlow.Status.DISBURSED, "1953"))))
                .isEmpty();
    }

    @Test
    void aPlanCameTrueInTheOneActOfItsTypeAndActorsWithinItsDate() {
        var planned = Fixtures.said("text-a", 100, Said.Polarity.AFFIRMED, Said.Factuality.INTENDED);
        var plan = Fixtures.thing(Fixtures.visit(planned, "1999-05", null));
        var inTime = Fixtures.thing(Fixtures.visit(Fixtures.said("text-a", 300), "1999-05-02", null));
        var late = Fixtures.thing(Fixtures.visit(Fixtures.said("text-a", 500), "1999-06-02", null));
        var again = Fixtures.thing(Fixtures.visit(Fixtures.said("text-a", 700), "1999-05-20", null));
        var query =
                "SELECT ?date ?r WHERE { ?p a bg:PlannedAct ; bg:realisation ?r OPTIONAL { ?e bg:realises ?p ; bg:date ?date } }";
        assertThat(ask(query, List.of(plan, inTime, late))).containsExactly("1999-05-02 realisation/occurred");
        assertThat(ask(query, List.of(plan, late))).containsExactly("- realisation/unknown");
        assertThat(ask(query, List.of(plan, inTime, again))).containsExactly("- realisation/unknown");
    }

    private static Thing regiment(int start, AidFlow.Status status, String date) {
        return Fixtures.thing(new AidFlow(
                Fixtures.said("text-a", start),
                List.of(Fixtures.CHINA),
                List.of(Fixtures.VIETNAM),
                AidFlow.Category.MILITARY,
                status,
                AidFlow.Terms.UNSPECIFIED,
                List.of(),
                List.of(Fixtures.item("1", "trung đoàn", "pháo")),
                HistoricalDate.parse(date),
                null,
                null));
    }

    private static List<String> ask(String query, List<Thing> things) {
        var built = Fixtures.build(things.toArray(new Thing[0]));
        assertThat(Check.check(built.dataset(), Fixtures.ONTOLOGY)).isEmpty();
        return Fixtures.ask(built.dataset(), query);
    }
}
