package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.Thing;
import org.banggiao.issue.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Permanent keys: minted once, found again by evidence, never taken out. */
class IdentifiersTest {
    private static final Set<String> READ = Set.of("text-a", "text-b");
    private static final Thing VISIT =
            Fixtures.thing(Fixtures.visit(Fixtures.said("text-a", 100), "1976-08-05", "5-8-1976"));
    private static final Thing TREATY =
            Fixtures.thing(Fixtures.treaty(Fixtures.said("text-a", 500), "Hiệp ước hữu nghị và hợp tác", "1977-07-18"));
    private static final Thing BORDER = Fixtures.thing(
            Fixtures.treaty(Fixtures.said("text-a", 500), "Hiệp ước hoạch định biên giới", "1977-07-18"));

    @TempDir
    Path folder;

    @Test
    void mintingDependsOnTheThingsAndTheTableOnly() {
        var one = Identifiers.empty().mint(List.of(VISIT, TREATY, BORDER), READ);
        var two = Identifiers.empty().mint(List.of(BORDER, VISIT, TREATY), READ);
        assertThat(two.table().rows()).isEqualTo(one.table().rows());
        assertThat(one.minted()).as("three things and three claims").isEqualTo(6);
        assertThat(one.table().rows()).extracting(Identifiers.Row::key).allMatch(k -> k.matches("[a-wyz][a-z0-9]{4}"));
    }

    @Test
    void mintingTwiceChangesNothing() {
        var first = Identifiers.empty().mint(List.of(VISIT, TREATY, BORDER), READ);
        var again = first.table().mint(List.of(VISIT, TREATY, BORDER), READ);
        assertThat(again.table().rows()).isEqualTo(first.table().rows());
        assertThat(again)
                .extracting(Identifiers.Minting::kept, Identifiers.Minting::minted)
                .containsExactly(6, 0);
    }

    @Test
    void aBuildNeverMints() {
        var built = Fixtures.build(VISIT);
        assertThat(Fixtures.ofClass(built, Vocabulary.VISIT).get(0).getURI()).contains("/id/event/x-");
        var table = Identifiers.empty().mint(List.of(VISIT), READ).table();
        var minted = Fixtures.build(table, VISIT);
        var key = key(table, "event");
        assertThat(Fixtures.ofClass(minted, Vocabulary.VISIT).get(0).getURI()).endsWith("/id/event/" + key);
        assertThat(minted.quads())
                .noneMatch(q -> q.getPredicate().equals(Vocabulary.PROVISIONAL)
                        && q.getSubject().getURI().contains("/event/"));
    }

    @Test
    void aThingKeepsItsKeyWhenItsDateAndRangeAreReadBetter() {
        var table = Identifiers.empty().mint(List.of(VISIT), READ).table();
        var better =
                Fixtures.thing(Fixtures.visit(Fixtures.said("text-a", 110), "1976-08-05/1976-08-09", "5 đến 9-8-1976"));
        var after = table.mint(List.of(better), READ);
        assertThat(key(after.table(), "event")).isEqualTo(key(table, "event"));
        assertThat(after.minted() + after.withdrawn() + after.merged()).isZero();
        assertThat(after.table().rows().get(1).traits()).contains("date=1976-08-05/1976-08-09");
    }

    @Test
    void instrumentsOfOneSentenceKeepTheirOwnKeys() {
        var table = Identifiers.empty().mint(List.of(TREATY, BORDER), READ).table();
        var friendship = Fixtures.build(table, TREATY);
        var border = Fixtures.build(table, BORDER);
        var keyOfFriendship = Fixtures.ofClass(friendship, Vocabulary.AGREEMENT).get(0);
        var keyOfBorder = Fixtures.ofClass(border, Vocabulary.AGREEMENT).get(0);
        assertThat(keyOfFriendship).isNotEqualTo(keyOfBorder);
        var both = Fixtures.build(table, BORDER, TREATY);
        assertThat(Fixtures.ofClass(both, Vocabulary.AGREEMENT))
                .containsExactlyInAnyOrder(keyOfFriendship, keyOfBorder);
    }

    @Test
    void whatIsNotFoundAnyMoreIsWithdrawnWithAReasonAndComesBackUnderItsKey() {
        var table = Identifiers.empty().mint(List.of(VISIT, TREATY), READ).table();
        var without = table.mint(List.of(TREATY), READ);
        var row = without.table().find("event", key(table, "event")).orElseThrow();
        assertThat(row.status()).isEqualTo(Identifiers.Status.WITHDRAWN);
        assertThat(row.note()).isEqualTo("not found any more where it was said");
        assertThat(without.withdrawn()).as("the thing and its claim").isEqualTo(2);
        var back = without.table().mint(List.of(VISIT, TREATY), READ);
        assertThat(back.table().rows()).isEqualTo(table.rows());
    }

    @Test
    void whatWasTwiceTheSameIsMergedAndLeadsToTheOther() {
        var second = Fixtures.thing(Fixtures.visit(Fixtures.said("text-a", 300), "1976-08-05", "5-8-1976"));
        var table = Identifiers.empty().mint(List.of(VISIT, second), READ).table();
        var merged = Fixtures.thing(VISIT.claims().get(0), second.claims().get(0));
        var after = table.mint(List.of(merged), READ);
        assertThat(after.merged()).isEqualTo(1);
        var events = after.table().rows().stream()
                .filter(r -> r.resourceClass().equals("event"))
                .toList();
        var old = events.stream()
                .filter(r -> r.status() == Identifiers.Status.MERGED)
                .findFirst()
                .orElseThrow();
        var live = events.stream()
                .filter(r -> r.status() == Identifiers.Status.LIVE)
                .findFirst()
                .orElseThrow();
        assertThat(after.table().redirect("event", old.key())).contains("event:" + live.key());
        assertThat(after.table().redirect("event", live.key())).isEmpty();
    }

    @Test
    void keysOfDocumentsThatWereNotReadStay() {
        var table = Identifiers.empty().mint(List.of(VISIT), READ).table();
        assertThat(table.mint(List.of(), Set.of("text-b")).table().rows()).isEqualTo(table.rows());
        assertThat(table.mint(List.of(), Set.of("text-a")).withdrawn()).isEqualTo(2);
    }

    @Test
    void twoThingsThatNothingTellsApartHaveTwoKeys() {
        var twin = Fixtures.thing(Fixtures.flow(Fixtures.said("text-a", 100), "1976", AidFlow.Terms.GRANT, "5 USD"));
        var same = Fixtures.thing(Fixtures.flow(Fixtures.said("text-a", 100), "1976", AidFlow.Terms.GRANT, "5 USD"));
        var built = Fixtures.build(twin, same);
        assertThat(Fixtures.ofClass(built, Vocabulary.AID_FLOW)).hasSize(2);
        var table = Identifiers.empty().mint(List.of(twin, same), READ).table();
        assertThat(Fixtures.ofClass(Fixtures.build(table, twin, same), Vocabulary.AID_FLOW))
                .hasSize(2)
                .noneMatch(n -> n.getURI().contains("/x-"));
    }

    @Test
    void theFileReadsBackAsItWasWritten() {
        var table =
                Identifiers.empty().mint(List.of(VISIT, TREATY, BORDER), READ).table();
        var file = folder.resolve("identifiers.tsv");
        table.write(file);
        assertThat(Identifiers.load(file).rows()).isEqualTo(table.rows());
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void badRowsAreAllNamedWithTheirLine() throws IOException {
        var file = folder.resolve("identifiers.tsv");
        Files.writeString(file, """
                class\tkey\tstatus\tnote\tevidence\ttraits
                event\tk7m2q\tlive\t\ttext-a:1-2\tkind=event
                event\tk7m2r\tmerged\t\ttext-a:1-2\t
                event\tk7m2s\tlive
                war\tk7m2t\tlive\t\t\t
                event\tk7m2u\tlive\t\tsomewhere\t
                """);
        assertThatThrownBy(() -> Identifiers.load(file))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("line 3: k7m2r is MERGED and does not say where to or why")
                .hasMessageContaining("line 4: 3 columns stand where 6 are due")
                .hasMessageContaining("line 5: not a key of a known class: war:k7m2t")
                .hasMessageContaining("line 6: evidence is document:start-end: 'somewhere'");
        assertThatThrownBy(() -> Identifiers.load(folder.resolve("none.tsv")))
                .hasMessageContaining("restore it from the repository");
    }

    private static String key(Identifiers table, String resourceClass) {
        return table.rows().stream()
                .filter(r -> r.resourceClass().equals(resourceClass))
                .findFirst()
                .orElseThrow()
                .key();
    }
}
