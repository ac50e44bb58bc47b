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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryFactory;
import org.banggiao.graph.DatasetFile;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.store.MemoryStore;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;
import org.junit.jupiter.api.Test;

/**
 * Every stated total of the released graph that has parts: what they sum to, whether that is the total, and what sums count and
 * why. Holds {@code data/totals.csv} and the page to the graph; with {@code -Dbanggiao.update=true} both are written anew.
 */
class TotalsTableTest {
    private static final Home HOME = new Home(Path.of(""));
    private static final Path TABLE = Path.of("data", "totals.csv");
    private static final Path PAGE = Path.of("src", "docs", "totals.md");
    private static final String BEGIN = "<!-- parts: begin -->\n";
    private static final String END = "<!-- parts: end -->\n";
    private static final String UPDATE =
            "; where that is right, run mvn -q -Pquick test -Dtest=TotalsTableTest -Dbanggiao.update=true";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A total with its parts.
     *
     * @param flow the key of its flow
     * @param where document and first code point of its earliest passage
     * @param value the sum; null where only shares are stated, of something that is not given in money
     * @param unit the currency in time, or empty
     * @param counted what sums do with it, in words
     * @param parts each with its value
     * @param areShares whether the parts are per cent
     */
    private record Total(
            String flow,
            String where,
            String period,
            BigDecimal value,
            String unit,
            String counted,
            Map<String, BigDecimal> parts,
            boolean areShares) {
        BigDecimal sum() {
            return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal difference() {
            return (areShares ? HUNDRED : value).subtract(sum());
        }

        String addsUp() {
            return difference().signum() == 0 ? "yes" : "no";
        }

        String why() {
            int open = difference().signum();
            String sense = areShares
                    ? open == 0
                            ? "The shares make up the whole."
                            : open > 0 ? "The text gives no share of the rest." : "The shares overlap."
                    : open == 0
                            ? "The parts make up the total."
                            : open > 0
                                    ? "Of the rest no part is stated."
                                    : "What lies in its time is more than it, and cannot all be part of it.";
            return sense + (value == null ? " What the whole is in money is not stated." : " " + counted);
        }

        String csv() {
            return String.join(
                    ",",
                    flow,
                    where,
                    period,
                    value == null ? "" : value.toPlainString(),
                    unit,
                    areShares ? "shares" : "amounts",
                    sum().toPlainString(),
                    difference().toPlainString(),
                    addsUp(),
                    '"' + why() + '"',
                    '"'
                            + parts.entrySet().stream()
                                    .map(p -> p.getKey() + "=" + p.getValue().toPlainString())
                                    .collect(Collectors.joining("; "))
                            + '"');
        }

        String row() {
            return String.join(
                    " | ",
                    "| " + (value == null ? "not in money" : shown(value) + " " + unit),
                    period,
                    where,
                    parts.size() + (areShares ? " shares" : ""),
                    shown(sum()) + (areShares ? " %" : ""),
                    shown(difference()) + (areShares ? " %" : ""),
                    addsUp(),
                    why() + " |");
        }

        private static String shown(BigDecimal number) {
            return String.format(Locale.ROOT, "%,.2f", number).replaceAll("\\.?0+$", "");
        }
    }

    @Test
    void theTableAndThePageSayWhatTheGraphHas() throws IOException {
        assumeTrue(Files.exists(HOME.graph()), () -> "skipped: there is no " + HOME.graph());
        List<Total> totals;
        try (Store store = MemoryStore.copyOf(DatasetFile.read(HOME.graph()))) {
            totals = totals(store);
        }
        assertThat(totals).as("totals with parts in " + HOME.graph()).isNotEmpty();
        String table = "total,where,period,value,unit,parts_are,parts_sum,difference,adds_up,why,parts\n"
                + totals.stream().map(total -> total.csv() + "\n").collect(Collectors.joining());
        String rows = "| total | for | where | parts | their sum | difference | adds up | why, and what sums count |\n"
                + "| --: | --- | --- | --: | --: | --: | --- | --- |\n"
                + totals.stream().map(total -> total.row() + "\n").collect(Collectors.joining());
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if (Boolean.getBoolean("banggiao.update")) {
            Files.writeString(TABLE, table);
            Files.writeString(PAGE, page.substring(0, begin) + rows + page.substring(end));
        } else {
            assertThat(Files.readString(TABLE)).as(TABLE + UPDATE).isEqualTo(table);
            assertThat(page.substring(begin, end)).as(PAGE + UPDATE).isEqualTo(rows);
        }
    }

    private static List<Total> totals(Store store) {
        String query = ExampleFolder.read(HOME.examples()).stream()
                .filter(e -> e.name().equals("aid-totals-and-their-parts"))
                .findFirst()
                .orElseThrow()
                .text();
        Map<String, List<Map<String, String>>> groups = new LinkedHashMap<>();
        for (Map<String, String> row : rows(store, query)) {
            groups.computeIfAbsent(
                            row.get("total") + " " + row.get("value") + " " + !row.containsKey("partPeriod"),
                            key -> new ArrayList<>())
                    .add(row);
        }
        List<Total> totals = new ArrayList<>();
        groups.values().forEach(group -> totals.add(total(store, group)));
        return totals;
    }

    private static Total total(Store store, List<Map<String, String>> rows) {
        Map<String, String> first = rows.getFirst();
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        for (Map<String, String> row : rows) {
            String name = row.getOrDefault("part", "").replaceAll(".*/id/aidflow/", "");
            // A flow of several sums is a part with each of them.
            while (parts.containsKey(name)) {
                name += "'";
            }
            parts.put(name, new BigDecimal(row.getOrDefault("partValue", "0")));
        }
        String flow = first.getOrDefault("total", "");
        return new Total(
                flow.replaceAll(".*/", ""),
                one(
                        store,
                        "SELECT ?document ?start { <" + flow + "> bg:hasClaim/said:statedIn ?p . ?p"
                                + " oa:hasSource/bg:documentId ?document ; oa:hasSelector/oa:start ?start }"
                                + " ORDER BY ?document ?start LIMIT 1"),
                first.getOrDefault("period", ""),
                first.containsKey("value") ? new BigDecimal(first.get("value")) : null,
                first.getOrDefault("unit", "").replaceAll(".*/", ""),
                one(store, "SELECT ?why { <" + first.get("why") + "> skos:definition ?why FILTER(LANG(?why) = 'en') }"),
                parts,
                !first.containsKey("partPeriod"));
    }

    /** The cells of the first row, apart by colons. */
    private static String one(Store store, String query) {
        return rows(store, """
                        PREFIX bg: <https://w3id.org/banggiao/ontology#>
                        PREFIX said: <https://w3id.org/banggiao/said#>
                        PREFIX oa: <http://www.w3.org/ns/oa#>
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        """ + query).stream()
                .findFirst()
                .map(row -> String.join(":", row.values()))
                .orElse("");
    }

    private static List<Map<String, String>> rows(Store store, String query) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (var execution = store.query(QueryFactory.create(query), QueryLimits.DEFAULT)) {
            var results = execution.select();
            var names = results.getResultVars();
            results.forEachRemaining(binding -> {
                Map<String, String> row = new LinkedHashMap<>();
                names.forEach(name -> {
                    var node = binding.get(name);
                    if (node != null) {
                        row.put(name.getVarName(), node.isURI() ? node.getURI() : node.getLiteralLexicalForm());
                    }
                });
                rows.add(row);
            });
        }
        return rows;
    }
}
