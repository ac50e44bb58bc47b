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

    /**
     * The same actors as they were at a date, each code once. One that the text names keeps its code: a country can be recognised
     * before it stands alone; one that a city or a person stands for goes by the date's first day.
     */
    List<ActorRef> at(List<ActorRef> actors, @Nullable HistoricalDate date, Sides sides) {
        var day = date == null ? null : date.earliestStart().or(date::latestEnd).orElse(null);
        var out = new LinkedHashMap<String, ActorRef>();
        for (var actor : actors) {
            var earlier = before.get(actor.code());
            boolean then = earlier != null && day != null && actor.printed() == null && day.isBefore(earlier.until());
            var ref = then && earlier != null ? sides.contextual(earlier.code()) : actor;
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
