package org.banggiao.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.banggiao.app.evaluate.AnswerComparison.Difference;
import org.banggiao.app.evaluate.ComparedQuestion.Counted;
import org.banggiao.graph.DatasetFile;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.publish.example.ExampleQuery;
import org.banggiao.store.MemoryStore;
import org.banggiao.store.Store;
import org.junit.jupiter.api.Test;

/**
 * Ten example queries answered by the released graph and counted in the gold records of the ranges that were open while the
 * rules were written, with the reason for each difference; holds {@code src/docs/questions-and-gold.md} to it. With {@code
 * -Dbanggiao.update=true} the tables of that page are written anew.
 */
class QuestionsAndGoldTest {
    private static final Path GOLD = Path.of("..", "shared", "eval", "gold");
    private static final List<String> RANGES =
            List.of("000-a", "001-a", "002-01", "002-02", "002-06", "002-07", "002-10", "002-12");

    private static final Path GRAPH = Path.of("data", "graph", "dataset.nq");
    private static final Path PAGE = Path.of("src", "docs", "questions-and-gold.md");
    private static final String BEGIN = "<!-- measured: begin -->\n";
    private static final String END = "<!-- measured: end -->\n";
    private static final String UPDATE = "mvn -q -Pquick test -Dtest=QuestionsAndGoldTest -Dbanggiao.update=true";

    @Test
    void thePageSaysWhatTheGraphAndTheRecordsAnswer() throws IOException {
        assumeTrue(Files.isDirectory(GOLD), () -> "skipped: there are no gold records in " + GOLD);
        assumeTrue(Files.exists(GRAPH), () -> "skipped: there is no " + GRAPH);
        RecordFile.Gold gold = RecordFile.gold(
                RANGES.stream().map(r -> GOLD.resolve(r + ".jsonl")).toList());
        String measured;
        try (Store store = MemoryStore.copyOf(DatasetFile.read(GRAPH))) {
            measured = tables(gold, store);
        }
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if (Boolean.getBoolean("banggiao.update")) {
            System.out.println(measured);
            Files.writeString(PAGE, page.substring(0, begin) + measured + page.substring(end));
        } else {
            assertThat(page.substring(begin, end))
                    .as("the tables of " + PAGE + "; where the new ones are right, run " + UPDATE)
                    .isEqualTo(measured);
        }
    }

    private static String tables(RecordFile.Gold gold, Store store) {
        Map<String, ExampleQuery> examples = ExampleFolder.read(Path.of("sparql-examples")).stream()
                .collect(Collectors.toMap(ExampleQuery::name, Function.identity()));
        Map<String, ReadThing> things = ReadThing.in(gold.units(), store);
        Map<String, String> codes = codes(store);
        StringBuilder summary = new StringBuilder(
                "| question | by the graph, whole texts | by the graph | in the records | the same | only in the records | only in the graph |\n"
                        + "| --- | --: | --: | --: | --: | --- | --- |\n");
        StringBuilder each = new StringBuilder();
        for (ComparedQuestion question : ComparedQuestion.ALL) {
            ExampleQuery example = examples.get(question.name());
            List<Counted> answer = question.ask(example, store, codes);
            AnswerComparison compared = new AnswerComparison(question, answer, gold.records(), things);
            List<Difference> differences = compared.differences();
            assertThat(compared.inGold()).as(question.name()).isPositive();
            assertThat(differences)
                    .as(question.name())
                    .hasSize(compared.inGold() + compared.inGraph() - 2 * compared.same());
            summary.append("| " + example.question("en") + " (`" + question.name() + "`) | " + answer.size() + " | "
                    + compared.inGraph() + " | "
                    + compared.inGold() + " | " + compared.same() + " | " + counts(differences, "gold") + " | "
                    + counts(differences, "graph") + " |\n");
            if (!differences.isEmpty()) {
                each.append("\n### " + question.name() + "\n| only in | where | counted as | why | what is there |\n"
                        + "| --- | --- | --- | --- | --- |\n");
                differences.forEach(d -> each.append("| " + (d.side().equals("gold") ? "the records" : "the graph")
                        + " | " + d.where() + " | " + (d.key().isEmpty() ? "itself" : d.key()) + " | " + d.sort()
                        + " | "
                        + d.what() + " |\n"));
            }
        }
        return summary + "\n## Each difference\n" + each;
    }

    private static String counts(List<Difference> differences, String side) {
        return AnswerComparison.counts(differences, side).entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
    }

    /** What records call donor sets, terms and currencies, by address. */
    private static Map<String, String> codes(Store store) {
        Map<String, String> codes = new LinkedHashMap<>();
        ReadThing.rows(store, """
                PREFIX bg: <https://w3id.org/banggiao/ontology#>
                SELECT ?set ?code { ?set bg:donorSetMember/bg:recordCode ?code } ORDER BY ?set ?code
                """, row -> codes.merge(row.get("set"), row.get("code"), (a, b) -> a + "+" + b));
        ReadThing.rows(
                store,
                """
                PREFIX bg: <https://w3id.org/banggiao/ontology#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT ?concept ?code {
                  { ?concept skos:inScheme <https://w3id.org/banggiao/code/financetype> ; skos:notation ?code }
                  UNION { ?concept skos:inScheme <https://w3id.org/banggiao/code/currency> ; bg:recordCode ?code }
                }
                """,
                row -> codes.put(
                        row.get("concept"), row.get("code").equals("unknown") ? "unspecified" : row.get("code")));
        return codes;
    }
}
