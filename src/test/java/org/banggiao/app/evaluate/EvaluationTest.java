package org.banggiao.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.banggiao.authority.Authority;
import org.banggiao.claim.Extractor;
import org.banggiao.claim.Labels;
import org.banggiao.claim.Merger;
import org.banggiao.claim.RecordWriter;
import org.banggiao.corpus.CorpusReader;
import org.banggiao.issue.FaultException;
import org.banggiao.mention.JsonLine;
import org.banggiao.text.DocumentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
    private static final Path SCORER = Path.of("..", "shared", "eval", "score.py");
    private static final Path OWN_GOLD = Path.of("src/test/resources/org/banggiao/gold/open");
    private static final Path OWN_TEXTS = Path.of("src/test/resources/org/banggiao/texts/open");

    private static final String GOLD = """
            {"unit":"u","doc":"d","start":0,"end":1000}
            {"kind":"event","type":"visit","date":"1971-03","actors":["SE","VN"],"start":10,"end":20,"anchor":"a"}
            {"kind":"event","type":"meeting","date":"1972","actors":["SE","VN"],"start":110,"end":120,"anchor":"b"}
            {"kind":"event","type":"visit","date":"1973","actors":["SE","VN"],"start":210,"end":220,"anchor":"c"}
            {"kind":"agreement","type":"treaty","signed":null,"parties":[],"start":310,"end":320,"anchor":"d"}
            {"kind":"aidflow","status":"disbursed","period":"1974","donors":["SE"],"recipients":["VN"],\
            "amounts":[{"value":5,"currency":"SEK"}],"terms":"grant","start":410,"end":420,"anchor":"e"}
            """;

    @TempDir
    Path temp;

    @Test
    void inputThatCannotBeMeasuredIsSaid() throws IOException {
        Path gold = Files.writeString(temp.resolve("gold.jsonl"), GOLD);
        Path empty = Files.createDirectory(temp.resolve("empty"));
        assertThatThrownBy(() -> Evaluation.of(temp.resolve("none.jsonl"), List.of(gold)))
                .hasMessage(temp.resolve("none.jsonl") + " does not exist: check the path.");
        assertThatThrownBy(() -> Evaluation.of(empty, List.of(gold)))
                .hasMessage(empty + " is a folder: name the file in it, such as records.jsonl.");
        assertThatThrownBy(() -> Evaluation.of(gold, List.of(empty)))
                .hasMessage(empty + " holds no gold records: name files that end in .jsonl, or a folder with such.");
        Path claims = Files.writeString(temp.resolve("claims.jsonl"), "{\"kind\":\"event\",\"statedIn\":{}}\n");
        assertThatThrownBy(() -> Evaluation.of(claims, List.of(gold)))
                .hasMessage(
                        claims + ", line 1: this is a claim, no record: give records.jsonl of the same folder; correct"
                                + " it by the record format.");
        assertThat(evaluate("{\"doc\":\"other\",\"kind\":\"event\",\"evidence\":[{\"start\":1,\"end\":2}]}\n")
                        .report()
                        .getFirst())
                .isEqualTo(
                        "None of the records lies in a range that the gold files cover: they are of d. Check that these"
                                + " texts were extracted.");
    }

    @Test
    void errorsHaveCauses() throws IOException {
        Evaluation evaluation = evaluate("""
                {"doc":"d","kind":"event","type":"visit","date":"1971-04","actors":["SE","VN"],"rule":["visit"],"derivedFromContext":["date"],\
                "evidence":[{"start":5,"end":30}]}
                {"doc":"d","kind":"event","type":"visit","date":"1971-04","actors":["SE"],"evidence":[{"start":5,"end":30}]}
                {"doc":"d","kind":"agreement","type":"plan","signed":null,"parties":["SE"],"evidence":[{"start":100,"end":130}]}
                {"doc":"d","kind":"event","type":"visit","date":"1973-05","actors":["SE","FI","DK"],"rule":["visit"],\
                "evidence":[{"start":200,"end":230}]}
                {"doc":"d","kind":"aidflow","status":"disbursed","period":"1970/1980","donors":["VN"],"recipients":["SE"],\
                "amounts":[{"value":6,"currency":"SEK"}],"evidence":[{"start":400,"end":430}]}
                {"doc":"d","kind":"event","type":"visit","date":"1973","actors":[],"rule":["visit"],"derivedFromContext":["date"],\
                "evidence":[{"start":500,"end":530}]}
                """);
        assertThat(evaluation.report().stream().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "event date: another, from context 1",
                        "event spurious: one more than people found there 1",
                        "event missed: read as another kind 1",
                        "agreement spurious: people found another kind there 1",
                        "event date: too fine 1",
                        "event roles: others 1",
                        "aidflow date: too coarse 1",
                        "aidflow roles: turned round 1",
                        "aidflow figures: others 1",
                        "agreement missed: nothing read there 1",
                        "event spurious: people found nothing there, dated by context 1");
    }

    @Test
    void whatIsTakenForAThingToldElsewhereIsSaid() throws IOException {
        Evaluation evaluation = evaluate("""
                {"doc":"d","kind":"event","type":"visit","date":"1971-03","actors":["SE","VN"],\
                "evidence":[{"start":5,"end":30},{"start":205,"end":230}]}
                """);
        assertThat(evaluation.report().stream().map(line -> line.replaceAll(" +", " ")))
                .contains("event missed: taken for one told elsewhere 1", "event missed: nothing read there 1");
    }

    @Test
    void countsWhatIsFoundAndWhatIsRight() throws IOException {
        Evaluation evaluation = evaluate("""
                {"doc":"d","kind":"event","type":"visit","date":"1971-03~","actors":["VN","SE"],"evidence":[{"start":5,"end":30}]}
                {"doc":"d","kind":"event","type":"visit","date":"1972","actors":["VN"],"evidence":[{"start":115,"end":130}]}
                {"doc":"d","kind":"event","type":"visit","date":"1973","actors":["VN"],"evidence":[{"start":500,"end":530}]}
                {"doc":"d","kind":"event","type":"visit","date":"1973","actors":["VN"],"evidence":[{"start":1500,"end":1530}]}
                {"doc":"d","kind":"agreement","type":"treaty","signed":null,"parties":["SE"],"evidence":[{"start":300,"end":330}]}
                {"doc":"d","kind":"aidflow","status":"disbursed","period":"1974","donors":["SE"],"recipients":["VN"],\
                "amounts":[{"value":5.001,"currency":"sek"}],"terms":"loan","evidence":[{"start":400,"end":430}]}
                """);
        // Gold, predicted in the range, found, type, date, roles, exact, quantity, strict.
        assertThat(evaluation.scores())
                .containsExactly(
                        new Scores("agreement", 1, 1, 1, 1, 1, 1, 1, 1, 1),
                        new Scores("event", 3, 3, 2, 1, 2, 2, 1, 2, 1),
                        new Scores("aidflow", 1, 1, 1, 1, 1, 1, 1, 1, 1),
                        new Scores("all", 5, 5, 4, 3, 4, 4, 3, 4, 3));
        assertThat(evaluation.errors())
                .anyMatch(line -> line.startsWith(
                        "wrong type\ttype: visit for meeting\tu\tevent\tmeeting; 1972; SE VN\tvisit; 1972; VN\t"))
                .anyMatch(line ->
                        line.startsWith("missed\tnothing read there\tu\tevent\tvisit; 1973; SE VN\t\t210-220 c"))
                .anyMatch(
                        line -> line.startsWith("spurious\tpeople found nothing there\tu\tevent\t\tvisit; 1973; VN\t"))
                .hasSize(4);
        assertThat(evaluation.report()).contains("aidflow    terms         0.00 of 1");
    }

    @Test
    void matchesSoThatAllPairsTogetherAreClosest() throws IOException {
        // The first record meets both gold records, the second only one: both are found only if the first takes the
        // other.
        Evaluation evaluation = evaluate("""
                {"doc":"d","kind":"event","type":"visit","date":"1971-03","actors":["SE","VN"],"evidence":[{"start":5,"end":130}]}
                {"doc":"d","kind":"event","type":"visit","date":"1990","actors":["SE"],"evidence":[{"start":5,"end":30}]}
                """);
        assertThat(evaluation.scores().get(1).found()).isEqualTo(2);
    }

    @Test
    void aPlaceMayGiveOtherValues() throws IOException {
        Evaluation evaluation = evaluate("""
                {"doc":"d","kind":"event","type":"visit","date":"1971-03-02","actors":["SE","VN"],"evidence":[\
                {"start":5,"end":30,"values":{"date":"1971-03"}}]}
                """);
        assertThat(evaluation.scores().get(1).strict()).isEqualTo(1);
    }

    @Test
    void confidenceIsHeldAgainstWhatWasMet() throws IOException {
        Evaluation evaluation = evaluate("""
                {"doc":"d","kind":"event","type":"visit","date":"1971-03","actors":["SE","VN"],"rule":["visit.verb"],"confidence":0.91,"evidence":[{"start":5,"end":30}]}
                {"doc":"d","kind":"event","type":"visit","date":"1971","actors":["SE","VN"],"rule":["visit.noun"],"confidence":0.35,"evidence":[{"start":600,"end":630}]}
                """);
        assertThat(evaluation.report())
                .contains("0.3 - 0.4          1       0.00       0.00   0.35")
                .contains("0.9 - 1.0          1       1.00       1.00   0.91")
                .contains(
                        "Brier score of the confidence given 0.065; it is apart from what came of it by 0.220 in the mean.")
                .contains("visit              2       0.50       0.50   0.50");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"doc":"d","kind":"deed","evidence":[{"start":1,"end":2}]} | kind is 'deed', not one of agreement, event, aidflow
            {"doc":"d","kind":"event"} | there is no evidence
            {"doc":"d","kind":"event","date":"spring","evidence":[{"start":1,"end":2}]} | not an EDTF date: 'spring'
            {"doc":"d","kind":"event","actors":"VN","evidence":[{"start":1,"end":2}]} | actors is VN, not a list
            {"doc":"d","kind":"event","actors":[1],"evidence":[{"start":1,"end":2}]} | actors is not a list of strings: [1]
            {"doc":"d","kind":"event","evidence":[{"start":2,"end":2}]} | start and end are 2 and 2, not a range of code points
            {"doc":"d","kind":"aidflow","amounts":[{"value":"5"}],"evidence":[{"start":1,"end":2}]} | amounts holds the value 5, not a number
            """)
    void aLineThatIsNotInTheRecordFormatIsNamed(String line, String fault) {
        assertThatThrownBy(() -> evaluate("\n" + line + "\n"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("records.jsonl, line 2: " + fault + "; correct it by the record format.");
    }

    @Test
    void agreesWithTheScorerOfTheRecordFormat() throws Exception {
        assumeTrue(Files.isRegularFile(SCORER), "skipped: the scorer is not at " + SCORER);
        assumeTrue(canRun("python3", "--version"), "skipped: there is no python3");
        Authority authority = Authority.load(Path.of("data", "authority"));
        Extractor extractor = new Extractor(authority);
        var claims = CorpusReader.read(List.of(OWN_TEXTS)).stream()
                .flatMap(text -> extractor.extract(new DocumentReader().read(text)).claims().stream())
                .toList();
        Path records = temp.resolve("records.jsonl");
        Files.writeString(records, new RecordWriter(new Labels(authority)).write(Merger.merge(claims)));
        Path json = temp.resolve("scores.json");
        try (Stream<Path> gold = Files.list(OWN_GOLD)) {
            var command = new java.util.ArrayList<>(List.of(
                    "python3", SCORER.toString(), "--pred", records.toString(), "--json", json.toString(), "--gold"));
            gold.map(Path::toString).sorted().forEach(command::add);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(temp.resolve("printed").toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        var expected = JsonLine.read(Files.readString(json).replace("\n", " "));
        for (Scores scores : Evaluation.of(records, List.of(OWN_GOLD)).scores()) {
            var of = (java.util.Map<?, ?>) expected.get(scores.name());
            assertThat(scores.detectF1()).isCloseTo(third(of.get("detect")), Offset.offset(1e-9));
            assertThat(scores.strictF1()).isCloseTo(third(of.get("strict")), Offset.offset(1e-9));
            assertThat(Scores.share(scores.date(), scores.found()))
                    .isCloseTo(number(of.get("date")), Offset.offset(1e-9));
            assertThat(Scores.share(scores.rolesExact(), scores.found()))
                    .isCloseTo(number(of.get("roles_exact")), Offset.offset(1e-9));
        }
    }

    private Evaluation evaluate(String records) throws IOException {
        Path gold = Files.writeString(temp.resolve("gold.jsonl"), GOLD, StandardCharsets.UTF_8);
        return Evaluation.of(Files.writeString(temp.resolve("records.jsonl"), records), List.of(gold));
    }

    private static boolean canRun(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static double third(Object list) {
        return number(((List<?>) list).get(2));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
