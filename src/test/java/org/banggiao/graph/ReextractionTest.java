package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.banggiao.claim.ClaimFile;
import org.banggiao.claim.Merger;
import org.banggiao.claim.OtherProgram;
import org.banggiao.claim.Thing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What keys do when a rule changes: a text is read by the program as it is, its things get keys; then it is read again by the
 * program with another file of rules, as a later version would have. Only frozen claims pass from one to the other.
 */
class ReextractionTest {
    private static final Set<String> READ = Set.of("doc");
    private static final String TEXT = """
            Quan hệ giữa Cuba và Mông Cổ

            Ngày 3 tháng 5 năm 1979, Thủ tướng Cuba sang thăm Mông Cổ. Ngày 3 tháng 5 năm 1979, Cuba và Mông Cổ hội đàm \
            tại Ulan Bato. Ngày 12 tháng 8 năm 1981, đoàn đại biểu Chính phủ Mông Cổ sang thăm Cuba. Tháng 11 năm 1985, \
            nhân dân Cuba và Mông Cổ mít tinh kỷ niệm Cách mạng Cuba. Ngày 20 tháng 2 năm 1986, Cuba và Mông Cổ ký Hiệp \
            định hợp tác nghề cá.
            """;

    @TempDir
    Path folder;

    @Test
    void keysOutliveAChangeOfRules() throws IOException {
        var before = read(rules -> rules);
        var table = Identifiers.empty().mint(before, READ).table();
        var visit1979 = key(table, before, "visit 1979-05-03");
        var talks1979 = key(table, before, "meeting 1979-05-03");
        var visit1981 = key(table, before, "visit 1981-08-12");
        var celebration = key(table, before, "celebration 1985-11");
        var treaty = key(table, before, "agreement 1986-02-20");

        // The rules of another version: what was a visit is talks, and celebrations are not read.
        var after = read(rules -> OtherProgram.without(
                rules.replaceFirst("(?s)(rule visit\\.verb\\n.*?set type )visit", "$1meeting"), "celebration"));
        assertThat(said(after)).doesNotContain("celebration 1985-11").doesNotContain("visit 1981-08-12");
        var minting = table.mint(after, READ);
        var now = minting.table();

        assertThat(key(now, after, "agreement 1986-02-20"))
                .as("what the change does not touch")
                .isEqualTo(treaty);
        assertThat(key(now, after, "meeting 1981-08-12"))
                .as("what is now read as something else, at the same place")
                .isEqualTo(visit1981);
        var one = key(now, after, "meeting 1979-05-03");
        assertThat(Set.of(visit1979, talks1979)).contains(one);
        var other = one.equals(visit1979) ? talks1979 : visit1979;
        assertThat(now.redirect("event", other))
                .as("two that turned out to be one")
                .contains("event:" + one);
        var gone = now.find("event", celebration).orElseThrow();
        assertThat(gone.status()).isEqualTo(Identifiers.Status.WITHDRAWN);
        assertThat(gone.note()).isNotBlank();
        assertThat(minting.minted()).as("nothing is new").isZero();
        assertThat(now.rows()).as("no key is ever taken out").hasSameSizeAs(table.rows());

        // Taken back, the rule gives the thing its key again.
        var back = now.mint(read(rules -> rules), READ).table();
        assertThat(back.find("event", celebration).orElseThrow().status()).isEqualTo(Identifiers.Status.LIVE);
    }

    @Test
    void theGraphIsAFunctionOfFrozenClaimsAndKeys() throws IOException {
        var things = read(rules -> rules);
        var table = Identifiers.empty().mint(things, READ).table();
        var claims = things.stream().flatMap(t -> t.claims().stream()).toList();
        var thawed = claims.reversed().stream()
                .map(ClaimFile::line)
                .map(ClaimFile::parse)
                .toList();
        assertThat(Fixtures.build(table, Merger.merge(thawed).toArray(new Thing[0]))
                        .quads())
                .isEqualTo(Fixtures.build(table, things.toArray(new Thing[0])).quads());
    }

    /** The things of the text, by the program with its rules changed. */
    private List<Thing> read(UnaryOperator<String> change) throws IOException {
        var text = Files.writeString(folder.resolve("doc.txt"), TEXT);
        return Merger.merge(new OtherProgram(folder.resolve("program"), change).read(text));
    }

    private static Set<String> said(List<Thing> things) {
        return things.stream().map(ReextractionTest::said).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String said(Thing thing) {
        var claim = thing.claims().get(0);
        var type = switch (claim) {
            case org.banggiao.claim.DiplomaticEvent e -> e.type().code();
            case org.banggiao.claim.Instrument i -> i.type().code();
            case org.banggiao.claim.AidFlow a -> a.status().code();
        };
        return type + " " + claim.knownDate().orElseThrow().edtf();
    }

    /** The live key of the thing that is said so. */
    private static String key(Identifiers table, List<Thing> things, String said) {
        var thing = things.stream()
                .filter(t -> said(t).equals(said))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not read: " + said + " among " + said(things)));
        var subject = Subject.of(thing).get(0);
        var key = table.keys(List.of(subject), List.of()).of(subject);
        assertThat(key.isProvisional()).as("the key of " + said).isFalse();
        return key.value();
    }
}
