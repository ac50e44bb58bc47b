package org.banggiao.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One of several dates, where sources disagree: EDTF's one-of set {@code [a,b]}. At least two, each once, in the order of
 * their text forms.
 *
 * @param choices the dates, none of them alternatives themselves
 */
public record DateAlternatives(List<HistoricalDate> choices) implements HistoricalDate {
    public DateAlternatives {
        choices = List.copyOf(choices);
        if (choices.size() < 2) {
            throw new IllegalArgumentException("alternatives need at least two dates: " + choices);
        }
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i) instanceof DateAlternatives) {
                throw new IllegalArgumentException("alternatives do not nest: " + choices);
            }
            if (i > 0 && choices.get(i - 1).edtf().compareTo(choices.get(i).edtf()) >= 0) {
                throw new IllegalArgumentException("alternatives are sorted and distinct: " + choices);
            }
        }
    }

    /** The one date that all are, or the alternatives, sorted and each once. */
    public static HistoricalDate of(List<HistoricalDate> dates) {
        var sorted = new TreeMap<String, HistoricalDate>();
        for (var d : dates) {
            if (d instanceof DateAlternatives a) {
                a.choices().forEach(c -> sorted.put(c.edtf(), c));
            } else {
                sorted.put(d.edtf(), d);
            }
        }
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("no date to choose from");
        }
        return sorted.size() == 1
                ? sorted.firstEntry().getValue()
                : new DateAlternatives(new ArrayList<>(sorted.values()));
    }

    @Override
    public String edtf() {
        return choices.stream().map(HistoricalDate::edtf).collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public Optional<LocalDate> earliestStart() {
        return extreme(choices.stream().map(HistoricalDate::earliestStart).toList(), Comparator.naturalOrder());
    }

    @Override
    public Optional<LocalDate> latestStart() {
        return extreme(choices.stream().map(HistoricalDate::latestStart).toList(), Comparator.reverseOrder());
    }

    @Override
    public Optional<LocalDate> earliestEnd() {
        return extreme(choices.stream().map(HistoricalDate::earliestEnd).toList(), Comparator.naturalOrder());
    }

    @Override
    public Optional<LocalDate> latestEnd() {
        return extreme(choices.stream().map(HistoricalDate::latestEnd).toList(), Comparator.reverseOrder());
    }

    private static Optional<LocalDate> extreme(List<Optional<LocalDate>> days, Comparator<LocalDate> order) {
        if (days.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return days.stream().map(Optional::get).min(order);
    }

    @Override
    public boolean isApproximate() {
        return choices.stream().anyMatch(HistoricalDate::isApproximate);
    }

    @Override
    public String toString() {
        return edtf();
    }
}
