package org.banggiao.claim.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.banggiao.authority.Authority;
import org.banggiao.claim.Claim;
import org.banggiao.claim.Extractor;
import org.banggiao.claim.Merger;
import org.banggiao.claim.Passage;
import org.banggiao.claim.Review;
import org.banggiao.claim.SentencePassages;
import org.banggiao.claim.Thing;
import org.banggiao.corpus.CorpusReader;
import org.banggiao.issue.FaultException;
import org.banggiao.text.Document;
import org.banggiao.text.DocumentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corrections hold on to their evidence, win over the machine, and are reported where they cannot be carried out. */
class CurationTest {
    private static final Authority AUTHORITY = Authority.load(Path.of("data", "authority"));

    private static final String TEXT = """
            Tháng 3 năm 1971, Thủ tướng Phần Lan sang thăm Việt Nam. Tháng 5 năm 1972, Việt Nam và Phần Lan ký Hiệp định thương mại.

            Năm 1974, Phần Lan viện trợ không hoàn lại cho Việt Nam 5 triệu đô la Mỹ. Ngày 4 tháng 9 năm 1975, hai nước ký Hiệp định văn hóa tại Hà Nội.

            Tháng 10 năm 1976, Bộ trưởng Ngoại giao Phần Lan thăm Việt Nam.
            """;

    @TempDir
    Path temp;

    private record Read(List<Claim> claims, List<Passage> sentences) {
        Claim with(String kind, String date) {
            return claims.stream()
                    .filter(c -> c.kind().equals(kind)
                            && date.equals(c.knownDate().map(Object::toString).orElse(null)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + kind + " of " + date + " in " + claims));
        }

        String accepting(Claim claim) {
            return Blocks.accepting(claim, sentences);
        }

        /** The block of a claim for another action, decided by somebody. */
        String block(String action, Claim claim, String... more) {
            return accepting(claim)
                    .replaceFirst("accept", action)
                    .replace("by: \non: \nwhy: \n", String.join("", more) + BY);
        }
    }

    private static final String BY = "by: An Nguyen\non: 2026-11-25\nwhy: Seen in the protocol of the day.\n\n";

    private Read read(String text) throws IOException {
        Path file = Files.writeString(temp.resolve("finland.txt"), text, StandardCharsets.UTF_8);
        Document document =
                new DocumentReader().read(CorpusReader.read(List.of(file)).getFirst());
        return new Read(new Extractor(AUTHORITY).extract(document).claims(), SentencePassages.of(document));
    }

    private Curated apply(String blocks, Read read) throws IOException {
        Path file = Files.writeString(temp.resolve("blocks.txt"), blocks);
        return Curation.apply(CorrectionFile.read(file), read.claims(), read.sentences(), AUTHORITY);
    }

    @Test
    void acceptKeepsWhatIsListedWhateverTheMachineReadsLater() throws IOException {
        Read read = read(TEXT);
        Claim visit = read.with("event", "1971-03");
        // The block was written when the machine had read another type: what the editor accepted wins.
        String block = read.block("accept", visit).replace("type: visit", "type: meeting");
        Curated curated = apply(block, read);
        Claim after = new Read(curated.claims(), List.of()).with("event", "1971-03");
        assertThat(ValueForms.of(after)).containsEntry("type", "meeting");
        assertThat(after.said().review()).satisfies(review -> {
            assertThat(review.verdict()).isEqualTo(Review.Verdict.CONFIRMED);
            assertThat(review.before()).containsOnly(java.util.Map.entry("type", "visit"));
        });
        assertThat(after.said().confidence()).isEqualByComparingTo("1");
        assertThat(curated.findings()).isEmpty();
    }

    @Test
    void rejectKeepsTheClaimAndNothingFollowsFromIt() throws IOException {
        Read read = read(TEXT);
        Claim visit = read.with("event", "1971-03");
        Curated curated = apply(read.block("reject", visit), read);
        assertThat(curated.claims()).hasSameSizeAs(read.claims());
        Claim rejected = new Read(curated.claims(), List.of()).with("event", "1971-03");
        assertThat(rejected.said().isRejected()).isTrue();
        List<Thing> things = Merger.merge(curated.claims(), curated.ties());
        assertThat(things)
                .filteredOn(thing -> thing.claims().contains(rejected))
                .singleElement()
                .satisfies(thing -> assertThat(thing.claims()).hasSize(1));
    }

    @Test
    void changeSetsValuesAndTellsWhatWasReadBefore() throws IOException {
        Read read = read(TEXT);
        Claim aid = read.with("aidflow", "1974");
        Curated curated = apply(
                read.block(
                        "change",
                        aid,
                        "set date: 1974-06/1974-09\n",
                        "set amounts: at-least 6000000 USD; 3 FIM\n",
                        "set items: 600 | tấn | bột giấy\n",
                        "set donors: [country:finland]; [country:sweden]\n"),
                read);
        Claim after = new Read(curated.claims(), List.of()).with("aidflow", "1974-06/1974-09");
        assertThat(ValueForms.of(after))
                .containsEntry("amounts", "at-least 6000000 USD; 3 FIM")
                .containsEntry("items", "600 | tấn | bột giấy")
                .containsEntry("donors", "[country:finland]; [country:sweden]")
                .containsEntry("terms", "grant");
        assertThat(after.said().review().before()).containsEntry("date", "1974").containsEntry("items", "");
    }

    @Test
    void addPutsAClaimWhereTheMachineReadNone() throws IOException {
        Read read = read(TEXT);
        String block = "add: event\npassage: "
                + Anchor.of(read.sentences().getFirst())
                + "\ntype: statement\ndate: 1971-03\nactors: Phần Lan [country:finland]\npersons: Ông A\nplace: Hà Nội [place:hanoi]\n"
                + BY;
        Curated curated = apply(block, read);
        assertThat(curated.findings()).isEmpty();
        assertThat(curated.claims()).hasSize(read.claims().size() + 1);
        assertThat(curated.claims())
                .filteredOn(c -> c.said().review() != null)
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.said().review().verdict()).isEqualTo(Review.Verdict.ADDED);
                    assertThat(c.said().rule()).containsExactly("curation.add");
                    assertThat(ValueForms.of(c)).containsEntry("actors", "Phần Lan [country:finland]");
                });
    }

    @Test
    void whatTheMachineComesToReadIsNotAddedTwice() throws IOException {
        Read read = read(TEXT);
        Claim visit = read.with("event", "1971-03");
        Curated curated = apply(read.block("add", visit).replaceAll("(dateAsPrinted|persons|about): .*\n", ""), read);
        assertThat(curated.claims()).hasSameSizeAs(read.claims());
        assertThat(new Read(curated.claims(), List.of())
                        .with("event", "1971-03")
                        .said()
                        .review()
                        .verdict())
                .isEqualTo(Review.Verdict.ADDED);
        // Another sum of the same sentence is another flow.
        Claim aid = read.with("aidflow", "1974");
        Curated two = apply(read.block("add", aid).replace("5000000 USD", "7 USD"), read);
        assertThat(two.claims()).hasSize(read.claims().size() + 1);
    }

    @Test
    void whatWasAcceptedInFullStandsWhereTheMachineReadsItNoMore() throws IOException {
        Read read = read(TEXT);
        Claim visit = read.with("event", "1971-03");
        Read later = new Read(read.claims().stream().filter(c -> c != visit).toList(), read.sentences());
        Curated accepted = apply(read.block("accept", visit), later);
        assertThat(accepted.findings()).isEmpty();
        Claim kept = new Read(accepted.claims(), List.of()).with("event", "1971-03");
        assertThat(ValueForms.of(kept)).isEqualTo(ValueForms.of(visit));
        assertThat(kept.said().rule()).containsExactly("curation.accept");
        Curated changed = apply(read.block("change", visit, "set date: 1971-04\n"), later);
        assertThat(new Read(changed.claims(), List.of())
                        .with("event", "1971-04")
                        .said()
                        .review()
                        .before())
                .containsOnly(java.util.Map.entry("date", "1971-03"));

        String terse = "accept: event\npassage: " + Anchor.of(read.sentences().getFirst()) + "\ndate: 1971-03\n" + BY;
        assertThat(apply(terse, later).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.issue()).isEqualTo(CurationIssue.CLAIM_GONE);
            assertThat(finding.message())
                    .endsWith("Of accept and change, a block that lists actors, date, type stands by itself.");
        });
    }

    @Test
    void spacesDoNotTellThingsApart() {
        assertThat(ValueForms.same("items", "| | xưởng", "|  |  xưởng")).isTrue();
        assertThat(ValueForms.same("items", "6|tấn|gạo", "6 | tấn | gạo")).isTrue();
        assertThat(ValueForms.same("items", "6 | tấn | gạo", "7 | tấn | gạo")).isFalse();
    }

    @Test
    void mergeAndSplitComeBeforeTheRulesOfMerging() throws IOException {
        Read read = read(TEXT);
        Claim first = read.with("event", "1971-03");
        Claim second = read.with("event", "1976-10");
        assertThat(thingsWith(first, Merger.merge(read.claims())))
                .doesNotContain(second.said().id());
        String merge = read.block(
                "merge",
                first,
                "with: " + read.accepting(second).lines().toList().get(1).substring(9),
                "\n");
        Curated curated = apply(merge, read);
        assertThat(curated.findings()).isEmpty();
        List<Thing> things = Merger.merge(curated.claims(), curated.ties());
        assertThat(thingsWith(first, things)).contains(second.said().id());
        assertThat(things)
                .flatExtracting(Thing::reasons)
                .contains("An Nguyen (2026-11-25): Seen in the protocol of the day.");

        Read twice = read(TEXT + "\nTháng 3 năm 1971, Thủ tướng Phần Lan sang thăm Việt Nam.\n");
        List<Claim> visits = twice.claims().stream()
                .filter(c ->
                        "1971-03".equals(c.knownDate().map(Object::toString).orElse("")))
                .toList();
        assertThat(visits).hasSize(2);
        assertThat(thingsWith(visits.get(0), Merger.merge(twice.claims()))).hasSize(2);
        // Both sentences have the same words: each anchor leads to the nearest.
        String split = twice.block(
                "split",
                visits.get(0),
                "with: "
                        + twice.accepting(visits.get(1)).lines().toList().get(1).substring(9),
                "\n");
        Curated parted = apply(split, twice);
        assertThat(parted.findings()).isEmpty();
        assertThat(thingsWith(visits.get(0), Merger.merge(parted.claims(), parted.ties())))
                .hasSize(1);
    }

    private static List<String> thingsWith(Claim claim, List<Thing> things) {
        return things.stream()
                .filter(t -> t.claims().stream()
                        .anyMatch(c -> c.said().id().equals(claim.said().id())))
                .flatMap(t -> t.claims().stream())
                .map(c -> c.said().id())
                .toList();
    }

    @Test
    void aCorrectionFollowsItsSentenceThroughAChangedText() throws IOException {
        Read before = read(TEXT);
        String block = before.block("change", before.with("event", "1976-10"), "set date: 1976-11\n");
        Read after = read("Một đoạn mới được đặt lên đầu.\n\n" + TEXT.replace("văn hóa", "khoa học"));
        Curated curated = apply(block, after);
        assertThat(curated.findings()).isEmpty();
        assertThat(new Read(curated.claims(), List.of()).with("event", "1976-11"))
                .isNotNull();
    }

    @Test
    void whatCannotBeCarriedOutIsReportedWithItsPlace() throws IOException {
        Read before = read(TEXT);
        String gone = before.block("reject", before.with("event", "1976-10"));
        String unread = before.block("reject", before.with("event", "1971-03"))
                .replace("type: visit", "type: military")
                .replaceAll("date: .*\n", "date: 1950\n")
                .replaceAll("(dateAsPrinted|persons|about): .*\n", "");
        Read after = read(TEXT.replace("Bộ trưởng Ngoại giao Phần Lan", "Bộ trưởng Ngoại giao Na Uy"));
        Curated curated = apply("# Two that fail.\n" + gone + unread, after);
        assertThat(curated.findings()).hasSize(2);
        assertThat(curated.findings().get(0).issue()).isEqualTo(CurationIssue.EVIDENCE_GONE);
        assertThat(curated.findings().get(0).message())
                .startsWith("blocks.txt, line 2 (reject): the sentence finland ");
        assertThat(curated.findings().get(1).issue()).isEqualTo(CurationIssue.CLAIM_GONE);
        assertThat(curated.claims()).isEqualTo(after.claims());
    }

    @Test
    void aCorrectionThatFitsSeveralClaimsIsNotGuessed() throws IOException {
        Read read =
                read("Ngày 4 tháng 9 năm 1975, Việt Nam và Phần Lan ký Hiệp định văn hóa và Hiệp định thương mại.\n");
        Claim first = read.claims().getFirst();
        assertThat(read.claims()).hasSizeGreaterThan(1);
        String block =
                "reject: agreement\npassage: " + Anchor.of(read.sentences().getFirst()) + "\ndate: 1975-09-04\n" + BY;
        assertThat(first.kind()).isEqualTo("agreement");
        assertThat(apply(block, read).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.issue()).isEqualTo(CurationIssue.AMBIGUOUS));
    }

    @Test
    void correctionsOfOtherDocumentsArePassedOver() throws IOException {
        Read read = read(TEXT);
        String block =
                read.block("reject", read.with("event", "1971-03")).replace("passage: finland", "passage: norway");
        assertThat(apply(block, read).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            remove: event|a block begins with accept, reject, change, add, merge or split, not 'remove'
            reject: deed|'deed' is no kind of claim: write event, agreement or aidflow
            reject: event|the line 'passage: ...' is missing
            reject: event~passage: finland 1-2|'finland 1-2' is no passage: give document, start-end and sixteen digits of the digest, as review prints them
            reject: event~passage: finland 1-2 0123456789abcdef~amounts: 5 USD|'amounts' is no value of an event; there are about, actors, attributedTo, date, dateAsPrinted, factuality, persons, place, polarity, type
            reject: event~passage: finland 1-2 0123456789abcdef~set date: 1971|only a change sets values
            change: event~passage: finland 1-2 0123456789abcdef|a change needs a line such as 'set date: 1976-08'
            merge: event~passage: finland 1-2 0123456789abcdef|the line 'with: ...' is missing
            reject: event~passage: finland 1-2 0123456789abcdef~by: A~on: soon~why: b|on: 'soon' is no day such as 2026-11-25
            reject: event~nonsense|'nonsense' is not of the form: name: value
            """)
    void aBlockThatIsNoCorrectionIsNamed(String block, String fault) throws IOException {
        Path file = Files.writeString(temp.resolve("wrong.txt"), "# remark\n" + block.replace('~', '\n') + "\n");
        assertThatThrownBy(() -> CorrectionFile.read(file))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("wrong.txt, line ")
                .hasMessageContaining(": " + fault + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            set date: spring | not an EDTF date: 'spring'
            set donors: Phần Lan | donors: 'Phần Lan' has no key: give one of data/authority, as in Lào [country:laos]
            set donors: [country:nowhere] | donors: 'country:nowhere' is not in data/authority: check the key, or give the name without one
            set amounts: 5 dollars | amounts: '5 dollars' is not a number and the ISO code of a currency, as in 5000000 SEK
            set amounts: 5.000.000 USD | amounts: '5.000.000' is no number: write it without separators, with at-least, at-most or about before it, or as between 500 550
            set items: gạo | items: 'gạo' is not number
            """)
    void aValueThatIsNotOfItsFormIsNamedAndNothingChanges(String set, String fault) throws IOException {
        Read read = read(TEXT);
        Curated curated = apply(read.block("change", read.with("aidflow", "1974"), set + "\n"), read);
        assertThat(curated.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.issue()).isEqualTo(CurationIssue.BAD_BLOCK);
            assertThat(finding.message())
                    .startsWith("blocks.txt, line 1 (change): ")
                    .contains(fault);
        });
        assertThat(curated.claims()).isEqualTo(read.claims());
    }
}
