package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import org.banggiao.mention.Act;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Span;
import org.banggiao.time.DatePoint;
import org.jspecify.annotations.Nullable;

/** Says which date of a sentence belongs to what stands at a place of it. */
final class DateLinker {
    private static final int NEAR = 14;
    private static final int TIGHT = 5;

    private final Reading reading;
    private final List<Timeline.Dated> dates;
    private final List<Clause> clauses;
    private final List<Span> triggers;

    /** For one sentence: its dates, and everything that could claim a date (acts and instruments). */
    DateLinker(Reading reading, List<Timeline.Dated> dates, List<Span> triggers) {
        this.reading = reading;
        this.dates = dates;
        this.triggers = triggers;
        clauses = Clause.of(reading);
    }

    /** The dates of an act; several where a list of dates stands there; empty where the sentence has none for it. */
    List<Timeline.Dated> of(Span trigger) {
        var clause = Clause.at(clauses, trigger.from());
        var inside = within(trigger);
        if (inside != null) {
            return listOf(inside);
        }
        for (var dated : dates) {
            if (dated.span().is("date.anniversary") && usable(dated, trigger)) {
                return List.of(dated);
            }
        }
        var tight = after(trigger, clause, TIGHT);
        if (tight != null && (isBracketed(tight) || isIntroduced(tight)) && !opensNext(trigger, tight)) {
            return listOf(tight);
        }
        var front = before(trigger, clause);
        if (front != null && !isOfTimeClause(front, trigger)) {
            return listOf(front);
        }
        var near = after(trigger, clause, NEAR * 3);
        if (near != null) {
            return listOf(near);
        }
        if (front != null) {
            return listOf(front);
        }
        // "Phê chuẩn việc đưa quân … vào tháng 4": what is said or decided takes the date behind what it is about.
        if (trigger.value() instanceof Act act && act.speech() && dates.size() == 1) {
            var only = dates.get(0);
            if (only.span().from() >= trigger.to() && clause.holds(only.span().from()) && usable(only, trigger)) {
                return listOf(only);
            }
        }
        var opening = opening(trigger);
        if (opening != null && opening.span().from() < trigger.from()) {
            return listOf(opening);
        }
        return List.of();
    }

    /** "A thăm B, và tháng 11 C thăm D": a date behind a comma, before another act, is of that one. */
    private boolean opensNext(Span trigger, Timeline.Dated dated) {
        int from = dated.span().from();
        boolean apart = reading.key(from - 1).equals(",")
                || (reading.lower(from - 1).equals("và")
                        && reading.key(from - 2).equals(","));
        var front = apart && from > trigger.to() ? before(trigger, Clause.at(clauses, trigger.from())) : null;
        return front != null
                && (!dated.date().isWithin(front.date())
                        || triggers.stream()
                                .anyMatch(t -> t.from() >= dated.span().to() && !isWeak(t)));
    }

    /** "Sau khi A ký hiệp định ngày …, B thăm C tháng …": whether a date is of what stands in such a stretch before it. */
    private boolean isOfTimeClause(Timeline.Dated dated, Span trigger) {
        int start = dated.span().from();
        while (start > 0 && !reading.isMark(start - 1, ",;:")) {
            start--;
        }
        int from = start;
        return from < dated.span().from()
                && Subordinate.isTimeOf(reading, from)
                && hasComma(dated.span().to(), trigger.from())
                && triggers.stream()
                        .anyMatch(
                                t -> from <= t.from() && t.to() <= dated.span().from());
    }

    /** The date directly behind a name: in brackets, or led by a word of signing. */
    Timeline.@Nullable Dated attached(Span name, int reach) {
        var clause = Clause.at(clauses, name.from());
        var found = after(name, clause, reach);
        return found != null && !crossesTrigger(name.to(), found.span().from()) ? found : null;
    }

    /** The nearest usable date before a place, in the same stretch or at the beginning of the sentence. */
    Timeline.@Nullable Dated frontOf(Span name) {
        var front = before(name, Clause.at(clauses, name.from()));
        if (front != null) {
            return front;
        }
        Timeline.Dated last = null;
        for (var dated : dates) {
            if (dated.span().to() <= name.from() && usable(dated, name)) {
                last = dated;
            }
        }
        return last;
    }

    Timeline.@Nullable Dated anyAfter(Span name) {
        return after(name, Clause.at(clauses, name.from()), NEAR * 3);
    }

    private Timeline.@Nullable Dated within(Span trigger) {
        for (var dated : dates) {
            if (trigger.from() <= dated.span().from() && dated.span().to() <= trigger.to()) {
                return dated;
            }
        }
        return null;
    }

    private Timeline.@Nullable Dated before(Span trigger, Clause clause) {
        Timeline.Dated best = null;
        for (var dated : dates) {
            var span = dated.span();
            if (span.to() <= trigger.from() && clause.holds(span.from()) && usable(dated, trigger)) {
                boolean bracketed = isBracketed(dated) && crossesTriggerOrComma(span.to() + 1, trigger.from());
                if (!bracketed || best == null) {
                    best = bracketed && best != null ? best : dated;
                }
            }
        }
        return best;
    }

    private Timeline.@Nullable Dated after(Span trigger, Clause clause, int reach) {
        for (var dated : dates) {
            var span = dated.span();
            if (span.from() >= trigger.to()
                    && clause.holds(span.from())
                    && span.from() - trigger.to() <= reach
                    && usable(dated, trigger)) {
                return crossesTrigger(trigger.to(), span.from()) ? null : dated;
            }
        }
        return null;
    }

    private Timeline.@Nullable Dated opening(Span trigger) {
        for (var dated : dates) {
            if (dated.span().from() <= NEAR
                    && usable(dated, trigger)
                    && !isBracketed(dated)
                    && !reading.isQuoted(dated.span().from())) {
                return dated;
            }
        }
        return null;
    }

    private boolean usable(Timeline.Dated dated, Span trigger) {
        var span = dated.span();
        if (span.is("date.after")
                || (span.is("date.before") && (span.from() < trigger.to() || span.from() - trigger.to() > TIGHT))) {
            return false;
        }
        if (span.is("date.inner") && (trigger.from() < span.to() || hasComma(span.to(), trigger.from()))) {
            // "Một ngày sau khi …" behind a date is when what stands up to the comma was.
            return false;
        }
        if (span.is("date.anniversary")) {
            // It is when what stands directly behind it was.
            return isKeptBy(span, trigger);
        }
        if (reading.isQuoted(span.from()) && !reading.isQuoted(trigger.from())) {
            return false;
        }
        return triggers.stream()
                .noneMatch(t -> t != trigger && t.is("instrument") && t.from() <= span.from() && span.to() <= t.to());
    }

    private boolean isBracketed(Timeline.Dated dated) {
        int from = dated.span().from();
        return reading.key(from).equals("(") || reading.key(from - 1).equals("(");
    }

    private boolean isIntroduced(Timeline.Dated dated) {
        int from = dated.span().from();
        return List.of("vào", "ngày", "từ", "trong", "hồi", "ký", "tháng", "năm")
                        .contains(reading.lower(from))
                || List.of("vào", "hồi", "ngày", "trong", "ký").contains(reading.lower(from - 1));
    }

    private boolean crossesTrigger(int from, int to) {
        return triggers.stream().anyMatch(t -> from <= t.from() && t.from() < to && !isWeak(t) && !isKept(t));
    }

    /** Whether it is what an anniversary keeps: that has a date of its own. */
    boolean isKept(Span trigger) {
        return dates.stream().map(Timeline.Dated::span).anyMatch(s -> s.is("date.anniversary") && isKeptBy(s, trigger));
    }

    private static boolean isKeptBy(Span anniversary, Span trigger) {
        return trigger.from() >= anniversary.to() - 2 && trigger.from() - anniversary.to() <= 1;
    }

    private boolean crossesTriggerOrComma(int from, int to) {
        return hasComma(from, to) || crossesTrigger(from, to);
    }

    private boolean hasComma(int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.key(i).equals(",")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWeak(Span span) {
        return span.value() instanceof Act a && a.weak();
    }

    /** A date with those that are listed with it: "tháng 1 và tháng 4 năm 1977". */
    List<Timeline.Dated> listOf(Timeline.Dated one) {
        var list = new ArrayList<Timeline.Dated>();
        int at = dates.indexOf(one);
        int first = at;
        while (first > 0 && joined(dates.get(first - 1), dates.get(first))) {
            first--;
        }
        int last = at;
        while (last + 1 < dates.size() && joined(dates.get(last), dates.get(last + 1))) {
            last++;
        }
        list.addAll(dates.subList(first, last + 1));
        return list;
    }

    /** Dates of one list are of one kind: days, or months, or years. */
    private static boolean sameGrain(Timeline.Dated a, Timeline.Dated b) {
        return !(a.date() instanceof DatePoint p && b.date() instanceof DatePoint q) || p.grain() == q.grain();
    }

    private boolean joined(Timeline.Dated a, Timeline.Dated b) {
        int gap = b.span().from() - a.span().to();
        if (a.span() == b.span()) {
            return true;
        }
        if (gap < 1 || gap > 2 || a.span().is("date.since") || b.span().is("date.since") || !sameGrain(a, b)) {
            return false;
        }
        // "…, và hai năm sau, …" goes on to another time.
        if (reading.lower(a.span().to() - 1).equals("sau")
                || reading.lower(b.span().to() - 1).equals("sau")) {
            return false;
        }
        for (int i = a.span().to(); i < b.span().from(); i++) {
            if (!reading.key(i).equals(",") && !reading.lower(i).equals("và")) {
                return false;
            }
        }
        return true;
    }
}
