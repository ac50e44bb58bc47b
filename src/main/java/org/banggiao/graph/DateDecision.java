package org.banggiao.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.banggiao.claim.Claim;
import org.banggiao.time.DateAlternatives;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * The date of a thing, decided from its claims. A finer date beats the coarser one that it lies in, and an interval of days
 * the bare day on which it begins; a date stated in the passage beats one taken from context; of equals the earliest passage
 * decides. Dates that are left and cannot both be right are a conflict: single dates then stand as alternatives, others
 * leave the first.
 *
 * @param date the date
 * @param printed its words in the claim that decided it, or null where it is from context or in conflict
 * @param deciding the claims that gave it
 * @param conflicting all claims whose dates cannot all be right; empty where there is no conflict
 */
record DateDecision(HistoricalDate date, @Nullable String printed, List<Claim> deciding, List<Claim> conflicting) {
    DateDecision {
        deciding = List.copyOf(deciding);
        conflicting = List.copyOf(conflicting);
    }

    /** Empty where no claim has a date. */
    static Optional<DateDecision> of(List<Claim> claims) {
        var dated = claims.stream().filter(c -> c.date() != null).toList();
        var finest = dated.stream()
                .filter(c -> dated.stream().noneMatch(other -> isFiner(date(other), date(c))))
                .toList();
        var stated = finest.stream().filter(DateDecision::isStated).toList();
        var left = stated.isEmpty() ? finest : stated;
        if (left.isEmpty()) {
            return Optional.empty();
        }
        var first = left.stream()
                .filter(c -> !date(c).isApproximate())
                .filter(c -> date(c).isWithin(date(left.get(0))))
                .findFirst()
                .orElse(left.get(0));
        var against =
                left.stream().filter(c -> !date(c).canOverlap(date(first))).toList();
        if (against.isEmpty()) {
            return Optional.of(new DateDecision(date(first), first.dateAsPrinted(), List.of(first), List.of()));
        }
        var conflicting = new ArrayList<Claim>(List.of(first));
        conflicting.addAll(against);
        conflicting.sort((a, b) -> Integer.compare(dated.indexOf(a), dated.indexOf(b)));
        boolean areSingle = conflicting.stream().allMatch(c -> date(c) instanceof DatePoint);
        var choices = conflicting.stream().map(DateDecision::date).toList();
        return Optional.of(
                areSingle
                        ? new DateDecision(DateAlternatives.of(choices), null, conflicting, conflicting)
                        : new DateDecision(date(first), first.dateAsPrinted(), List.of(first), conflicting));
    }

    private static boolean isStated(Claim claim) {
        return !claim.said().derivedFromContext().contains("date");
    }

    private static HistoricalDate date(Claim claim) {
        return claim.knownDate().orElseThrow();
    }

    private static boolean isFiner(HistoricalDate a, HistoricalDate b) {
        if (beginsOn(a, b)) {
            return true;
        }
        return !beginsOn(b, a) && a.isWithin(b) && !b.isWithin(a);
    }

    /** Whether an interval of days begins on the single day. */
    private static boolean beginsOn(HistoricalDate interval, HistoricalDate day) {
        return interval instanceof DateInterval i
                && day instanceof DatePoint d
                && d.grain() == DatePoint.Grain.DAY
                && i.end().isPresent()
                && i.start()
                        .map(s ->
                                s.grain() == DatePoint.Grain.DAY && s.firstDay().equals(d.firstDay()))
                        .orElse(false);
    }
}
