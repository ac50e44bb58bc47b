package org.banggiao.app.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * The values of a record, or those that one place gives it.
 *
 * @param kind of the record
 * @param values by the names of the record format
 * @param days when, in days; null where there is no date
 */
record Reading(
        RecordKind kind,
        Map<String, @Nullable Object> values,
        @Nullable Days days) {

    /** First and last day, both included; a side that is open is the first or last day there is. */
    record Days(LocalDate first, LocalDate last) {
        static Days of(HistoricalDate date) {
            return new Days(
                    date.earliestStart().orElse(LocalDate.MIN), date.latestEnd().orElse(LocalDate.MAX));
        }

        boolean holds(Days other) {
            return !first.isAfter(other.first) && !last.isBefore(other.last);
        }

        boolean meets(Days other) {
            return !first.isAfter(other.last) && !other.first.isAfter(last);
        }
    }

    /**
     * Takes the values of a record.
     *
     * @throws IllegalArgumentException where one is not of the form that the record format asks for
     */
    static Reading of(RecordKind kind, Map<String, @Nullable Object> values) {
        Object date = values.get(kind.dateField());
        if (date != null && !(date instanceof String)) {
            throw new IllegalArgumentException(kind.dateField() + " is " + date + ", not a date in EDTF");
        }
        Reading reading = new Reading(
                kind, values, date instanceof String edtf ? Days.of(HistoricalDate.parse(edtf.strip())) : null);
        kind.lists().forEach(reading::names);
        Set<String> unusedAmounts = reading.amounts();
        Set<BigDecimal> unusedFigures = reading.figures();
        return reading;
    }

    /** The text of a field; empty where it is absent, null or no text. */
    Optional<String> text(String field) {
        return values.get(field) instanceof String s && !s.isEmpty() ? Optional.of(s) : Optional.empty();
    }

    /** The type, of an aid flow the status. */
    @Nullable
    Object type() {
        return values.get(kind.typeField());
    }

    /** The strings of a list, each once. */
    Set<String> names(String field) {
        Set<String> names = new TreeSet<>();
        for (Object item : list(field)) {
            if (!(item instanceof String name)) {
                throw new IllegalArgumentException(field + " is not a list of strings: " + values.get(field));
            }
            names.add(name);
        }
        return names;
    }

    /** Who: parties, actors, or donors and recipients. */
    Set<String> roles() {
        if (kind != RecordKind.AID_FLOW) {
            return names(kind.lists().getFirst());
        }
        Set<String> roles = new TreeSet<>();
        names("donors").forEach(donor -> roles.add("from " + donor));
        names("recipients").forEach(recipient -> roles.add("to " + recipient));
        return roles;
    }

    /** Sums of money with their currency, to the hundredth. */
    Set<String> amounts() {
        Set<String> amounts = new TreeSet<>();
        for (Object item : list("amounts")) {
            BigDecimal value = number("amounts", item);
            if (value != null && item instanceof Map<?, ?> amount) {
                Object currency = amount.get("currency");
                amounts.add(value.toPlainString() + " "
                        + (currency == null ? "" : String.valueOf(currency).toUpperCase(Locale.ROOT)));
            }
        }
        return amounts;
    }

    /** The figures of the items, to the hundredth. */
    Set<BigDecimal> figures() {
        Set<BigDecimal> figures = new TreeSet<>();
        for (Object item : list("items")) {
            BigDecimal value = number("items", item);
            if (value != null) {
                figures.add(value);
            }
        }
        return figures;
    }

    private List<?> list(String field) {
        return switch (values.get(field)) {
            case null -> List.of();
            case List<?> items -> new ArrayList<>(items);
            case Object other -> throw new IllegalArgumentException(field + " is " + other + ", not a list");
        };
    }

    private static @Nullable BigDecimal number(String field, @Nullable Object item) {
        if (!(item instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException(field + " holds " + item + ", not an object with a value");
        }
        return switch (fields.get("value")) {
            case null -> null;
            case BigDecimal value -> value.setScale(2, RoundingMode.HALF_EVEN);
            case Object other ->
                throw new IllegalArgumentException(field + " holds the value " + other + ", not a number");
        };
    }
}
