package org.banggiao.app.evaluate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.banggiao.publish.example.ExampleQuery;
import org.banggiao.store.Store;
import org.banggiao.time.HistoricalDate;

/**
 * An example query that is answered from the gold records too.
 *
 * @param name of the example
 * @param thing the variable of the things that it counts or lists
 * @param keys the variables by which it counts them; none where it lists things
 * @param gold under which keys a record counts in the answer; empty where it is not in it
 */
record ComparedQuestion(String name, String thing, List<String> keys, Function<Reading, Set<String>> gold) {
    private static final LocalDate NEW_YEAR_1979 = LocalDate.of(1979, 1, 1);
    private static final Set<String> NO_AGREEMENTS = Set.of("joint-statement", "minutes", "other");

    /** What records name that is no country. */
    private static final Set<String> NO_COUNTRIES = Set.of(
            "ADB",
            "ASEAN",
            "COMECON",
            "EU",
            "IMF",
            "MRC",
            "NAM",
            "SEATO",
            "UN",
            "WB",
            "KHMER-ROUGE",
            "VIENTIANE-RIGHT");

    /** The ten. */
    static final List<ComparedQuestion> ALL = List.of(
            new ComparedQuestion(
                    "agreements-by-year", "agreement", List.of("year"), r -> isAgreement(r) ? year(r) : Set.of()),
            new ComparedQuestion(
                    "agreements-in-force-on-a-day",
                    "agreement",
                    List.of(),
                    r -> when(isAgreement(r) && r.roles().contains("LA") && isValidOn(r, NEW_YEAR_1979))),
            new ComparedQuestion(
                    "joint-statements",
                    "document",
                    List.of(),
                    r -> when(r.kind() == RecordKind.AGREEMENT
                            && isOf(r, "joint-statement", "minutes")
                            && r.days() != null)),
            new ComparedQuestion(
                    "visits-with-laos",
                    "visit",
                    List.of(),
                    r -> when(hasHappened(r) && isOf(r, "visit") && r.roles().contains("LA"))),
            new ComparedQuestion(
                    "changes-of-relations",
                    "act",
                    List.of(),
                    r -> when(hasHappened(r) && isOf(r, "recognition", "relations"))),
            new ComparedQuestion(
                    "troops-sent-and-withdrawn",
                    "act",
                    List.of(),
                    r -> when(hasHappened(r) && isOf(r, "deployment", "withdrawal"))),
            new ComparedQuestion(
                    "conferences-and-their-participants",
                    "conference",
                    List.of(),
                    r -> when(hasHappened(r) && isOf(r, "conference") && namesACountry(r))),
            new ComparedQuestion(
                    "loans-against-grants",
                    "flow",
                    List.of("donors", "terms"),
                    r -> r.kind() == RecordKind.AID_FLOW
                            ? Set.of(String.join("+", r.names("donors")) + " "
                                    + r.text("terms").orElse("unspecified"))
                            : Set.of()),
            new ComparedQuestion(
                    "aid-to-laos-year-by-year",
                    "flow",
                    List.of("year", "unit", "value"),
                    r -> r.kind() == RecordKind.AID_FLOW
                                    && isOf(r, "disbursed")
                                    && r.names("donors").equals(Set.of("VN"))
                                    && r.names("recipients").contains("LA")
                            ? sums(r)
                            : Set.of()),
            new ComparedQuestion(
                    "aid-asked-for-delayed-or-not-given",
                    "flow",
                    List.of(),
                    r -> when(r.kind() == RecordKind.AID_FLOW && isOf(r, "requested", "withheld"))));

    private static Set<String> when(boolean isInAnswer) {
        return isInAnswer ? Set.of("") : Set.of();
    }

    private static boolean isOf(Reading record, String... types) {
        return List.of(types).contains(String.valueOf(record.type()));
    }

    private static boolean isAgreement(Reading record) {
        return record.kind() == RecordKind.AGREEMENT && !NO_AGREEMENTS.contains(String.valueOf(record.type()));
    }

    private static boolean namesACountry(Reading record) {
        return !NO_COUNTRIES.containsAll(record.roles());
    }

    private static boolean hasHappened(Reading record) {
        return record.kind() == RecordKind.EVENT
                && Set.of("asserted", "reported")
                        .contains(record.text("modality").orElse(""));
    }

    /** The year in which all of it lies. */
    private static Set<String> year(Reading record) {
        return record.days() != null
                        && record.days().first().getYear()
                                == record.days().last().getYear()
                ? Set.of(String.valueOf(record.days().first().getYear()))
                : Set.of();
    }

    private static boolean isValidOn(Reading record, LocalDate day) {
        return record.text("valid")
                .map(edtf -> Reading.Days.of(HistoricalDate.parse(edtf)))
                .filter(term -> !term.first().isAfter(day) && !term.last().isBefore(day))
                .isPresent();
    }

    private static Set<String> sums(Reading record) {
        return year(record).stream()
                .flatMap(year -> record.amounts().stream().map(amount -> {
                    String[] parts = amount.split(" ", -1);
                    return year + " " + parts[1] + " " + number(parts[0]);
                }))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * One line of an answer.
     *
     * @param thing its address
     * @param key under which it counts
     */
    record Counted(String thing, String key) {}

    /**
     * The answer by the graph, each thing by itself where the example counts or adds up.
     *
     * @param codes what records call donors, terms and currencies, by address
     */
    List<Counted> ask(ExampleQuery example, Store store, Map<String, String> codes) {
        Query counted = example.query();
        Query each = QueryFactory.create();
        each.setQuerySelectType();
        each.setDistinct(true);
        each.setQueryPattern(counted.getQueryPattern());
        each.addResultVar(thing);
        keys.forEach(each::addResultVar);
        each.addOrderBy(thing, Query.ORDER_DEFAULT);
        List<Counted> answer = new ArrayList<>();
        ReadThing.rows(
                store,
                each,
                row -> answer.add(new Counted(
                        row.get(thing),
                        keys.stream().map(k -> text(row.get(k), codes)).collect(Collectors.joining(" ")))));
        return answer;
    }

    private static String text(String value, Map<String, String> codes) {
        return codes.containsKey(value) ? codes.get(value) : value.matches("[0-9.]+") ? number(value) : value;
    }

    private static String number(String value) {
        return new BigDecimal(value).stripTrailingZeros().toPlainString();
    }
}
