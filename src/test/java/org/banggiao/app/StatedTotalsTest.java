package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryFactory;
import org.banggiao.graph.DatasetFile;
import org.banggiao.mention.JsonLine;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.store.MemoryStore;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Compares the figures of aid that people found in the annotated ranges with what the released graph has at the same places,
 * and holds {@code src/docs/totals.md} to it. With {@code -Dbanggiao.update=true} the table of that page is written anew.
 */
class StatedTotalsTest {
    private static final Path GOLD = Path.of("..", "shared", "eval", "gold");
    /** The ranges that were open while the rules were written. */
    private static final List<String> RANGES =
            List.of("000-a", "001-a", "002-01", "002-02", "002-06", "002-07", "002-10", "002-12");

    private static final Path PAGE = Path.of("src", "docs", "totals.md");
    private static final String BEGIN = "<!-- measured: begin -->\n";
    private static final String END = "<!-- measured: end -->\n";
    private static final String UPDATE = "mvn -q -Pquick test -Dtest=StatedTotalsTest -Dbanggiao.update=true";
    private static final Home HOME = new Home(Path.of(""));

    private static final String FIGURES = """
            PREFIX bg: <https://w3id.org/banggiao/ontology#>
            PREFIX said: <https://w3id.org/banggiao/said#>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT ?document ?from ?to ?flow ?period ?stage ?finance ?why ?value ?code ?role WHERE {
              ?flow a bg:AidFlow ;
                  bg:hasClaim/said:statedIn ?passage ;
                  bg:flowStage/skos:notation ?stage ;
                  bg:financeType/skos:notation ?finance ;
                  bg:summability/skos:notation ?why .
              ?passage oa:hasSource/bg:documentId ?document ;
                  oa:hasSelector ?position .
              ?position oa:start ?from ;
                  oa:end ?to .
              OPTIONAL { ?flow bg:date ?period }
              OPTIONAL {
                { ?flow bg:amount ?amount . ?amount bg:value ?value ; bg:unit/bg:recordCode ?code
                  OPTIONAL { ?amount bg:amountRole/skos:notation ?role } }
                UNION { ?flow bg:item/bg:value ?value }
                UNION { ?flow bg:breakdown/bg:share/bg:percentage ?value BIND("%" AS ?code) }
              }
            }
            """;

    /** A figure that people found. */
    private record Stated(
            String document,
            int start,
            int end,
            BigDecimal value,
            @Nullable String currency,
            String unit,
            String period,
            String stage,
            String finance) {
        String shown() {
            return String.format(java.util.Locale.ROOT, "%,.2f", value).replaceAll("\\.?0+$", "")
                    + (" " + (currency != null ? currency : unit)).stripTrailing();
        }
    }

    /** A figure of the graph, or a flow without figures; {@code why} it is summed or not. */
    private record Given(
            String document,
            int start,
            int end,
            String flow,
            String period,
            String stage,
            String finance,
            String why,
            @Nullable BigDecimal value,
            @Nullable String currency) {}

    @Test
    void thePageSaysWhatTheGraphGivesOfTheStatedFigures() throws IOException {
        assumeTrue(Files.isDirectory(GOLD), () -> "skipped: there are no gold records in " + GOLD);
        assumeTrue(Files.exists(HOME.graph()), () -> "skipped: there is no " + HOME.graph());
        List<Stated> stated = stated();
        List<Given> given;
        Map<String, BigDecimal> summed;
        try (Store store = MemoryStore.copyOf(DatasetFile.read(HOME.graph()))) {
            given = given(store);
            summed = summed(store);
        }
        String measured = table(stated, given) + "\n" + years(stated, summed);
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if (Boolean.getBoolean("banggiao.update")) {
            Files.writeString(PAGE, page.substring(0, begin) + measured + page.substring(end));
        } else {
            assertThat(page.substring(begin, end))
                    .as("the table of " + PAGE + "; where the new one is right, run " + UPDATE)
                    .isEqualTo(measured);
        }
    }

    private static String table(List<Stated> stated, List<Given> given) {
        StringBuilder rows = new StringBuilder();
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (Stated it : stated) {
            List<Given> here = given.stream()
                    .filter(g -> g.document().equals(it.document()))
                    .filter(g -> g.start() < it.end() && it.start() < g.end())
                    .toList();
            Given same = here.stream()
                    .filter(g -> g.value() != null && g.value().compareTo(it.value()) == 0)
                    .filter(g -> Objects.equals(g.currency(), it.currency()))
                    .min(java.util.Comparator.comparing(
                            (Given g) -> differences(it, g).size()))
                    .orElse(null);
            List<String> differences = same == null ? List.of() : differences(it, same);
            int[] count = counts.computeIfAbsent(
                    it.currency() == null
                            ? "goods, works and people"
                            : it.currency().equals("%") ? "shares" : "money",
                    k -> new int[4]);
            count[0]++;
            count[here.isEmpty() ? 3 : same == null ? 2 : 1] += 1;
            String verdict = here.isEmpty()
                    ? "**missing**: no aid is read there"
                    : same == null
                            ? "**missing**: aid is read there, without this figure"
                            : differences.isEmpty() ? "the same" : "figure right; " + String.join(", ", differences);
            String sums = same == null || it.currency() == null || it.currency().equals("%") ? "" : same.why();
            rows.append("| ")
                    .append(it.shown())
                    .append(" | ")
                    .append(it.period())
                    .append(" | ")
                    .append(it.stage());
            rows.append(", ")
                    .append(it.finance())
                    .append(" | ")
                    .append(it.document())
                    .append(':')
                    .append(it.start());
            rows.append(" | ").append(verdict).append(" | ").append(sums).append(" |\n");
        }
        StringBuilder summary = new StringBuilder(
                "| figures of | stated | given | missing in aid that is read | no aid read there |\n| --- | --: | --: | --: | --: |\n");
        counts.forEach((kind, c) ->
                summary.append("| " + kind + " | " + c[0] + " | " + c[1] + " | " + c[2] + " | " + c[3] + " |\n"));
        return summary
                + "\n| the text states | for | how | where | the graph | in sums |\n| --: | --- | --- | --- | --- | --- |\n"
                + rows;
    }

    private static List<String> differences(Stated stated, Given given) {
        List<String> differences = new ArrayList<>();
        if (!stated.period().equals(given.period())) {
            differences.add("for " + (given.period().isEmpty() ? "no time" : given.period()));
        }
        if (!stated.stage().equals(given.stage())) {
            differences.add(given.stage());
        }
        if (!stated.finance().equals(given.finance())) {
            differences.add(given.finance());
        }
        return differences;
    }

    /** What Vietnam delivered to Laos in single years: added by hand, and by the query. */
    private static String years(List<Stated> stated, Map<String, BigDecimal> summed) {
        Map<String, BigDecimal> byHand = new TreeMap<>();
        stated.stream()
                .filter(s -> s.currency() != null && !s.currency().equals("%"))
                .filter(s -> s.document().equals("vietnam-laos-1976-2007")
                        && s.stage().equals("delivery"))
                .filter(s -> s.period().matches("\\d{4}"))
                .forEach(s -> byHand.merge(s.period() + " | " + s.currency(), s.value(), BigDecimal::add));
        Map<String, BigDecimal> all = new TreeMap<>(byHand);
        summed.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .map(key -> "| " + key + " | " + number(byHand.get(key)) + " | " + number(summed.get(key)) + " |\n")
                .collect(Collectors.joining(
                        "",
                        "| year | currency | added by hand, annotated ranges only | by the query, whole texts |\n| --- | --- | --: | --: |\n",
                        ""));
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "–" : String.format(java.util.Locale.ROOT, "%,.0f", value);
    }

    private static Map<String, BigDecimal> summed(Store store) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        String query = ExampleFolder.read(HOME.examples()).stream()
                .filter(e -> e.name().equals("aid-to-laos-year-by-year"))
                .findFirst()
                .orElseThrow()
                .text();
        for (Map<String, String> row : rows(store, query)) {
            // A currency in time: its code is what the annotators gave.
            String unit = row.getOrDefault("unit", "");
            String code = rows(
                            store,
                            "SELECT ?code { <" + unit + "> <https://w3id.org/banggiao/ontology#recordCode> ?code }")
                    .getFirst()
                    .getOrDefault("code", unit);
            sums.put(row.get("year") + " | " + code, new BigDecimal(row.getOrDefault("total", "0")));
        }
        return sums;
    }

    private static List<Given> given(Store store) {
        return rows(store, FIGURES).stream()
                .map(row -> new Given(
                        row.getOrDefault("document", ""),
                        Integer.parseInt(row.getOrDefault("from", "0")),
                        Integer.parseInt(row.getOrDefault("to", "0")),
                        row.getOrDefault("flow", ""),
                        row.getOrDefault("period", ""),
                        row.getOrDefault("stage", ""),
                        row.getOrDefault("finance", ""),
                        row.getOrDefault("role", "principal").equals("principal")
                                ? row.getOrDefault("why", "")
                                : row.getOrDefault("role", ""),
                        row.containsKey("value") ? new BigDecimal(row.get("value")) : null,
                        row.get("code")))
                .toList();
    }

    private static List<Map<String, String>> rows(Store store, String query) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (var execution = store.query(QueryFactory.create(query), QueryLimits.DEFAULT)) {
            execution.select().forEachRemaining(binding -> {
                Map<String, String> row = new LinkedHashMap<>();
                binding.forEach((variable, node) ->
                        row.put(variable.getVarName(), node.isURI() ? node.getURI() : node.getLiteralLexicalForm()));
                rows.add(row);
            });
        }
        return rows;
    }

    private static List<Stated> stated() throws IOException {
        List<Stated> stated = new ArrayList<>();
        for (String range : RANGES) {
            List<String> lines = Files.readAllLines(GOLD.resolve(range + ".jsonl"));
            String document = (String) JsonLine.read(lines.getFirst()).get("doc");
            for (String line : lines.subList(1, lines.size())) {
                Map<String, @Nullable Object> record = JsonLine.read(line);
                if ("aidflow".equals(record.get("kind"))) {
                    for (String field : List.of("amounts", "items")) {
                        figures(record, field).forEach(f -> stated.add(stated(document, record, f)));
                    }
                }
            }
        }
        return stated;
    }

    private static List<Map<?, ?>> figures(Map<String, @Nullable Object> record, String field) {
        List<Map<?, ?>> figures = new ArrayList<>();
        for (Object item : (List<?>) Objects.requireNonNull(record.get(field))) {
            if (item instanceof Map<?, ?> figure && figure.get("value") != null) {
                figures.add(figure);
            }
        }
        return figures;
    }

    private static Stated stated(String document, Map<String, @Nullable Object> record, Map<?, ?> figure) {
        String unit = Objects.toString(figure.get("unit"), "");
        return new Stated(
                document,
                ((BigDecimal) Objects.requireNonNull(record.get("start"))).intValueExact(),
                ((BigDecimal) Objects.requireNonNull(record.get("end"))).intValueExact(),
                (BigDecimal) figure.get("value"),
                figure.get("currency") instanceof String currency ? currency : unit.equals("%") ? "%" : null,
                unit,
                Objects.toString(record.get("period"), ""),
                switch (Objects.toString(record.get("status"))) {
                    case "disbursed" -> "delivery";
                    case "committed" -> "commitment";
                    case "requested" -> "request";
                    case "withheld" -> "not-carried-out";
                    default -> "intended";
                },
                switch (Objects.toString(record.get("terms"))) {
                    case "unspecified" -> "unknown";
                    case String terms -> terms;
                });
    }
}
