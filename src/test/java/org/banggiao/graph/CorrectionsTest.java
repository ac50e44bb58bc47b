package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.authority.Authority;
import org.banggiao.claim.Claim;
import org.banggiao.claim.Merger;
import org.banggiao.claim.OtherProgram;
import org.banggiao.claim.Passage;
import org.banggiao.claim.Review.Verdict;
import org.banggiao.claim.SentencePassages;
import org.banggiao.claim.Thing;
import org.banggiao.claim.Ties;
import org.banggiao.claim.curation.Blocks;
import org.banggiao.claim.curation.CorrectionFile;
import org.banggiao.claim.curation.Curated;
import org.banggiao.claim.curation.Curation;
import org.banggiao.claim.curation.CurationIssue;
import org.banggiao.corpus.CorpusReader;
import org.banggiao.issue.Finding;
import org.banggiao.text.DocumentReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reviewed example: twenty corrections of two texts, over all six sorts. Then the texts change, and another version of the
 * program reads them by changed rules: eighteen hold, in the claims and in the graph, and the two whose sentences are gone are
 * reported. The texts and corrections lie in {@code src/test/resources/org/banggiao/curation/}.
 */
class CorrectionsTest {
    private static final Path EXAMPLE = Path.of("src/test/resources/org/banggiao/curation");
    private static final Path CORRECTIONS = EXAMPLE.resolve("corrections.txt");
    private static final Authority AUTHORITY = Authority.load(Path.of("data", "authority"));

    /** Correction, verdict, and what its claim says from then on, several values apart by " ~ ". */
    private static final List<String> OF_CLAIMS = List.of(
            "1 CONFIRMED type: relations ~ date: 1950-02-04",
            "2 CONFIRMED type: visit ~ date: 1955-03",
            "3 CONFIRMED name: Hiệp định hợp tác văn hóa ~ date: 1961-04-12",
            "4 CONFIRMED type: celebration ~ date: 1973-11",
            "5 REJECTED date: 1964-06",
            "6 REJECTED items: 300 | tấn | thuốc men",
            "7 CORRECTED amounts: at-least 5000000 USD ~ category: humanitarian ~ terms: grant",
            "8 CORRECTED valid: 1963/1973 ~ signatories: Bộ trưởng Giao thông ~ date: 1963-09-20",
            "9 CORRECTED date: 1971-10-11/1971-10-14 ~ about: hội đàm về thương mại",
            "10 CORRECTED terms: mixed ~ date: 1972",
            "11 ADDED type: statement ~ date: 1955-03",
            "12 ADDED items: | | xưởng đóng tàu ~ status: committed ~ date: 1976",
            "13 ADDED name: Tuyên bố chung ~ date: 1976-08",
            "14 REJECTED date: 1976-08",
            "15 REJECTED type: appointment");

    private static final List<Integer> SPLIT = List.of(19, 20);
    private static final List<Integer> GONE = List.of(10, 18);

    @TempDir
    Path temp;

    private Path poland;
    private Path gdansk;

    @BeforeEach
    void useACopyOfTheTexts() throws IOException {
        poland = Files.copy(EXAMPLE.resolve("poland.txt"), temp.resolve("poland.txt"));
        gdansk = Files.copy(EXAMPLE.resolve("gdansk.txt"), temp.resolve("gdansk.txt"));
    }

    /** What the claims are after the corrections, the things that they speak of, and the graph of these. */
    private record State(Curated curated, List<Passage> sentences, List<Thing> things, GraphBuilder.Built built) {
        List<Claim> reviewed(String why) {
            return curated.claims().stream()
                    .filter(c ->
                            c.said().review() != null && c.said().review().why().startsWith(why))
                    .toList();
        }

        /** What a claim says, a line for each value, as an editor sees it. */
        List<String> says(Claim claim) {
            return Blocks.accepting(claim, sentences).lines().toList();
        }

        /** Rows of a pattern; a signing is derived from instruments, and no thing that claims speak of. */
        List<String> ask(String pattern) {
            return Fixtures.ask(built.dataset(), "SELECT * WHERE { " + pattern + " MINUS { ?thing a bg:Signing } }");
        }

        /** How many things one or the other claim belongs to. */
        long thingsOf(Ties.Tie tie) {
            return things.stream()
                    .filter(t -> t.claims().stream()
                            .map(c -> c.said().id())
                            .anyMatch(id -> id.equals(tie.claim()) || id.equals(tie.other())))
                    .count();
        }
    }

    @Test
    void eighteenOfTwentyOutliveAChangedRuleAndAChangedText() throws IOException {
        var before = state(rules -> rules);
        assertThat(before.curated().findings()).isEmpty();
        IntStream.rangeClosed(1, 20).forEach(number -> holds(number, before));

        change(poland, "\n\nNgày 4 tháng 2", "\n\nMột đoạn có thêm trong bản in lần thứ hai.\n\nNgày 4 tháng 2");
        change(poland, "Năm 1972, Ba Lan cho Việt Nam vay", "Trong năm 1972, phía Ba Lan cho Việt Nam vay");
        change(gdansk, "Tháng 10 năm 1971, Việt Nam và Ba Lan hội đàm về đánh cá. ", "");
        var after = state(CorrectionsTest::laterRules);

        IntStream.rangeClosed(1, 20).filter(n -> !GONE.contains(n)).forEach(number -> holds(number, after));
        assertThat(after.reviewed("10. ")).isEmpty();
        assertThat(after.ask("?review bg:reviewReason ?why FILTER(REGEX(?why, '^1[08][.]'))"))
                .as("nothing of 10 and 18 in the graph")
                .isEmpty();
        assertThat(after.curated().findings())
                .extracting(Finding::issue)
                .containsExactly(CurationIssue.EVIDENCE_GONE, CurationIssue.EVIDENCE_GONE);
        assertThat(after.curated().findings())
                .extracting(f -> f.location().document() + ":" + f.location().startInclusive() + " " + f.message())
                .containsExactly(
                        "poland:629 " + lost(10, "change", "poland 629-681 e08511402d238182"),
                        "gdansk:169 " + lost(18, "merge", "gdansk 169-226 d848ac1dee9bbe2d"));
    }

    private static String lost(int number, String action, String sentence) throws IOException {
        return "corrections.txt, line " + lineOf(number) + " (" + action + "): the sentence " + sentence
                + " no longer stands in the text; it was not carried out: look where the text says so now, or take the"
                + " block out.";
    }

    /** The line on which a correction begins, counted from 1. */
    private static int lineOf(int number) throws IOException {
        var lines = Files.readAllLines(CORRECTIONS);
        int at = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith("why: " + number + ". "))
                .findFirst()
                .orElseThrow();
        while (!lines.get(at - 1).isEmpty() && !lines.get(at - 1).startsWith("#")) {
            at--;
        }
        return at + 1;
    }

    private static void change(Path text, String from, String to) throws IOException {
        var was = Files.readString(text);
        assertThat(was).contains(from);
        Files.writeString(text, was.replace(from, to));
    }

    @Test
    void withoutThemTheMachineReadsAndJoinsOtherwise() throws IOException {
        var now = Merger.merge(read(rules -> rules));
        assertThat(now.stream().filter(t -> t.claims().size() > 1))
                .as("it joins what 19 and 20 split, and nothing of what 16 to 18 merge")
                .hasSize(2);
        assertThat(read(CorrectionsTest::laterRules))
                .as("the other version sees talks in visits, and no celebration")
                .extracting(CorrectionsTest::type)
                .contains("meeting")
                .doesNotContain("visit", "celebration");
    }

    /** The rules of another version: a visit is talks, and celebrations are not read. */
    private static String laterRules(String rules) {
        return OtherProgram.without(
                rules.replaceFirst("(?s)(rule visit\\.verb\\n.*?set type )visit", "$1meeting"), "celebration");
    }

    private static String type(Claim claim) {
        return claim instanceof org.banggiao.claim.DiplomaticEvent e ? e.type().code() : claim.kind();
    }

    private static void holds(int number, State state) {
        var why = number + ". ";
        if (number <= OF_CLAIMS.size()) {
            var expected = OF_CLAIMS.get(number - 1).split(" ", 3);
            var verdict = Verdict.valueOf(expected[1]);
            assertThat(state.reviewed(why))
                    .as("correction %s", number)
                    .singleElement()
                    .satisfies(claim -> {
                        assertThat(claim.said().review().verdict()).isEqualTo(verdict);
                        assertThat(state.says(claim)).contains(expected[2].split(" ~ "));
                        var node = "<"
                                + state.built().claims().get(claim.said().id()).getURI() + ">";
                        assertThat(state.ask(node + " bg:reviewStatus ?status ; bg:hasReview ?r . ?r a bg:Review ;"
                                        + " bg:reviewReason ?why FILTER(STRSTARTS(?why, '" + why + "'))"))
                                .as("the review of %s in the graph", number)
                                .singleElement()
                                .asString()
                                .contains("reviewstatus/" + verdict.name().toLowerCase(Locale.ROOT));
                        assertThat(state.ask("?thing bg:hasClaim " + node))
                                .as("things of %s", number)
                                .hasSize(verdict == Verdict.REJECTED ? 0 : 1);
                    });
            return;
        }
        var ties = SPLIT.contains(number)
                ? state.curated().ties().apart()
                : state.curated().ties().same();
        int things = SPLIT.contains(number) ? 2 : 1;
        assertThat(ties)
                .filteredOn(tie -> tie.why().startsWith(why))
                .singleElement()
                .satisfies(tie -> assertThat(state.thingsOf(tie)).isEqualTo(things));
        var rows =
                state.ask("?thing bg:hasClaim ?claim . ?claim bg:hasReview ?r . ?r a bg:Review ; bg:reviewReason ?why ;"
                        + " rdfs:seeAlso ?other FILTER(STRSTARTS(?why, '" + why + "'))");
        assertThat(rows)
                .as("correction %s, on both claims, in the graph", number)
                .hasSize(2);
        assertThat(state.ask("?thing bg:hasClaim ?claim, ?other . ?claim bg:hasReview ?r . ?r bg:reviewReason ?why ;"
                        + " rdfs:seeAlso ?other FILTER(STRSTARTS(?why, '" + why + "'))"))
                .as("claims that %s leaves with one thing", number)
                .hasSize(SPLIT.contains(number) ? 0 : 2);
    }

    private List<Claim> read(UnaryOperator<String> rules) throws IOException {
        return new OtherProgram(temp.resolve("program"), rules).read(poland, gdansk);
    }

    private State state(UnaryOperator<String> rules) throws IOException {
        var sentences = CorpusReader.read(List.of(poland, gdansk)).stream()
                .flatMap(text -> SentencePassages.of(new DocumentReader().read(text)).stream())
                .toList();
        var curated = Curation.apply(CorrectionFile.read(CORRECTIONS), read(rules), sentences, AUTHORITY);
        var things = Merger.merge(curated.claims(), curated.ties());
        return new State(
                curated,
                sentences,
                things,
                GraphBuilder.build(new GraphBuilder.Inputs(
                        things,
                        curated.ties(),
                        AUTHORITY,
                        GraphFactory.createGraphMem(),
                        Identifiers.empty(),
                        Fixtures.ONTOLOGY,
                        List.of(),
                        Iris.DEFAULT)));
    }
}
