package org.banggiao.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.banggiao.mention.ResourceText;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which code a country's acts bear at a date: before it stood alone, that of the state that it was part of ("Mátxcơva" in 1960 is
 * the Soviet Union, in 1995 Russia). The table is regimes.tsv.
 */
final class Regimes {
    private record Before(String code, LocalDate until) {}

    private final Map<String, Before> before = new TreeMap<>();

    Regimes() {
        for (var line : ResourceText.lines(Regimes.class, "regimes.tsv")) {
            var cells = line.split("\t", -1);
            if (cells.length != 3) {
                throw new IllegalArgumentException("regimes.tsv: a line has a code, a code and a day: '" + line + "'");
            }
            before.put(cells[0], new Before(cells[1], LocalDate.parse(cells[2])));
        }
    }

    /** The code of the state that a country was part of before it stood alone, or null. */
    @Nullable
    String earlier(String code) {
        var earlier = before.get(code);
        return earlier == null ? null : earlier.code();
    }

    /** Whether what has a date counts as done by the earlier state: wholly before the change, or at least begun before it. */
    private static boolean isBefore(HistoricalDate date, LocalDate change, boolean wholly) {
        var day = wholly ? date.latestEnd() : date.earliestStart().or(date::latestEnd);
        return day.isPresent() && day.get().isBefore(change);
    }

    /**
     * The same actors as they were at a date, each code once; of those that change only the code and key do. One that is named
     * keeps its code where the date reaches beyond the change.
     */
    List<ActorRef> at(List<ActorRef> actors, @Nullable HistoricalDate date, Sides sides) {
        var out = new LinkedHashMap<String, ActorRef>();
        for (var actor : actors) {
            var earlier = before.get(actor.code());
            boolean then = earlier != null
                    && date != null
                    && isBefore(date, earlier.until(), actor.printed() != null);
            var ref = then && earlier != null
                    ? new ActorRef(earlier.code(), sides.contextual(earlier.code()).key(), actor.printed())
                    : actor;
            out.putIfAbsent(ref.code(), ref);
        }
        return new ArrayList<>(out.values());
    }

    /** A claim with its actors as they were at its date. */
    Claim at(Claim claim, Sides sides) {
        return switch (claim) {
            case DiplomaticEvent e -> e.withActors(at(e.actors(), e.date(), sides));
            case Instrument i -> i.withParties(at(i.parties(), i.date(), sides));
            case AidFlow a ->
                new AidFlow(
                        a.said(),
                        at(a.donors(), a.date(), sides),
                        at(a.recipients(), a.date(), sides),
                        a.category(),
                        a.status(),
                        a.terms(),
                        a.amounts(),
                        a.items(),
                        a.date(),
                        a.dateAsPrinted(),
                        a.under());
        };
    }
}
