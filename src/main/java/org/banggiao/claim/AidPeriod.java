package org.banggiao.claim;

import java.util.List;
import java.util.stream.Stream;
import org.banggiao.mention.Span;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * The period of a flow, and where it is said.
 *
 * @param date the period
 * @param printed its words, or null where context gives it
 * @param context the sentence that gives it or a part of it, or null
 * @param rule the rule that read it
 * @param span its words, or null
 */
record AidPeriod(
        HistoricalDate date,
        @Nullable String printed,
        org.banggiao.text.@Nullable Sentence context,
        String rule,
        @Nullable Span span) {
    private static final int LONGEST_CONTEXT_YEARS = 12;
    private static final int PLAN_REACH = 10;
    private static final int OPENING = 4;
    private static final List<String> LEADS = List.of("trong", "suốt", "qua", "cho");

    /** Words behind so many years that go on to another time, or count from one. */
    private static final List<String> ENDS =
            List.of("qua", "tới", "sau", "nữa", "đầu", "trước", "gần", "tiếp", "liền", "cuối");

    private static final List<String> UNTIL = List.of("đến", "tới", "tính", "hết");

    /**
     * The period of what is given.
     *
     * @param given the words of what is given
     * @param part the part of the sentence that speaks of it
     * @param anchor what must be dated, inside {@code given}
     */
    static @Nullable AidPeriod of(Scene scene, Clause given, Clause part, Span anchor) {
        boolean told = scene.dates.stream().anyMatch(d -> isUsable(scene, d.span()));
        var counted = told ? null : counted(scene, part);
        if (counted != null) {
            return counted;
        }
        var inside = scene.dates.stream()
                .filter(d -> isUsable(scene, d.span()) && !isOfPlan(scene, given, d.span()))
                .filter(d -> given.holds(d.span().from()) && d.span().to() <= given.to())
                .toList();
        if (!inside.isEmpty()) {
            // Years behind what is given say more of it than the day before it.
            var years = inside.stream()
                    .filter(d -> d.span().from() >= anchor.to() && d.date() instanceof DateInterval)
                    .findFirst();
            return of(scene, scene.linker.listOf(years.orElse(inside.get(0))));
        }
        var dated = scene.linker.of(anchor);
        if (!dated.isEmpty() && isOfEarlier(scene, part, dated.get(0).span())) {
            var first = firstOf(scene, part);
            if (first == null && fromContext(scene) != null) {
                return fromContext(scene);
            }
            dated = first == null ? dated : scene.linker.listOf(first);
        }
        if (!dated.isEmpty() && isOfPlan(scene, part, dated.get(0).span())) {
            var context = fromContext(scene);
            return context == null ? of(scene, dated) : context;
        }
        if (dated.isEmpty() && isSingle(scene, part)) {
            var only = onlyOf(scene, part);
            dated = only == null ? dated : scene.linker.listOf(only);
        }
        boolean behind = !dated.isEmpty() && dated.get(0).span().from() >= part.to() && isAnotherPart(scene, part);
        return dated.isEmpty() || behind ? fromContext(scene) : of(scene, dated);
    }

    /** "Trong năm năm", "cho ba năm này": the years that were told of, where they are as many; null where none are meant. */
    private static @Nullable AidPeriod counted(Scene scene, Clause part) {
        for (var amount : scene.reading.all("amount")) {
            int at = amount.to();
            boolean led = LEADS.contains(scene.reading.lower(amount.from() - 1))
                    && scene.reading.lower(at).equals("năm")
                    && part.holds(amount.from());
            boolean dated = scene.dates.stream()
                    .anyMatch(d -> d.span().from() <= at + 1 && d.span().to() > amount.from());
            if (!led || dated || ENDS.contains(scene.reading.lower(at + 1))) {
                continue;
            }
            var known = scene.timeline.periodBefore(scene.sentence());
            if (known != null
                    && amount.value() instanceof org.banggiao.mention.SaidAmount said
                    && said.amount() != null
                    && said.amount().value().intValue() == years(known.date())) {
                return new AidPeriod(known.date(), null, known.sentence(), "context.period", null);
            }
        }
        return null;
    }

    private static int years(HistoricalDate date) {
        return date instanceof DateInterval i
                        && i.start().isPresent()
                        && i.end().isPresent()
                ? i.end().get().year() - i.start().get().year() + 1
                : 0;
    }

    /** Whether a part has one sum or quantity. */
    private static boolean isSingle(Scene scene, Clause part) {
        return scene.reading.all("amount").stream()
                        .filter(a -> part.holds(a.from()))
                        .filter(a -> !scene.reading.covered(a.from(), "date"))
                        .count()
                <= 1;
    }

    /** The date of the clause of a part where that has one and no other part with a word of giving, or null. */
    private static Timeline.@Nullable Dated onlyOf(Scene scene, Clause part) {
        var clause = Clause.at(scene.clauses, part.from());
        var all = scene.dates.stream()
                .filter(d -> clause.holds(d.span().from()) && isUsable(scene, d.span()))
                .filter(d -> !isOfPlan(scene, clause, d.span()))
                .toList();
        return all.size() == 1 && part.from() == clause.from() && part.to() == clause.to() ? all.get(0) : null;
    }

    private static boolean isUsable(Scene scene, Span span) {
        return !span.is("date.before")
                && !span.is("date.after")
                && scene.reading.all("instrument").stream()
                        .noneMatch(i -> i.from() <= span.from()
                                && span.to() <= i.to()
                                && scene.reading.all("aid").stream()
                                        .noneMatch(a -> a.from() >= span.to() && a.to() <= i.to()));
    }

    /** Whether a date stands in an earlier part of the clause, behind a word of giving: it is of what is given there. */
    private static boolean isOfEarlier(Scene scene, Clause part, Span date) {
        int from = Clause.at(scene.clauses, part.from()).from();
        return date.from() >= from
                && date.to() <= part.from()
                && !isOpening(scene, date.from())
                && scene.reading.all("aid").stream()
                        .anyMatch(a -> a.from() >= from
                                && a.to() <= date.from()
                                && Stream.of("money", "measure")
                                        .flatMap(type -> scene.reading.all(type).stream())
                                        .anyMatch(n -> n.from() >= a.from() && n.to() <= date.from()));
    }

    /** Whether a comma or a word that turns to something else stands before a date: it opens what follows. */
    private static boolean isOpening(Scene scene, int at) {
        for (int i = at - 1; i >= Math.max(0, at - OPENING); i--) {
            if (scene.reading.key(i).equals(",")
                    || scene.reading.key(i).equals(":")
                    || scene.reading.starts(i, "%turn")) {
                return true;
            }
        }
        return false;
    }

    /** The date before the first word of giving of the clause of a part, or null. */
    private static Timeline.@Nullable Dated firstOf(Scene scene, Clause part) {
        int from = Clause.at(scene.clauses, part.from()).from();
        int word = scene.reading.all("aid").stream()
                .mapToInt(Span::from)
                .filter(a -> a >= from)
                .min()
                .orElse(from);
        Timeline.Dated last = null;
        for (var dated : scene.dates) {
            var span = dated.span();
            last = isUsable(scene, span) && span.from() >= from && span.to() <= word ? dated : last;
        }
        return last;
    }

    /** Whether years are those of a plan, which say nothing of when it was given. */
    private static boolean isOfPlan(Scene scene, Clause part, Span date) {
        for (int i = date.from() - 1; i >= Math.max(part.from(), date.from() - PLAN_REACH); i--) {
            if (scene.reading.key(i).equals(",") || scene.reading.starts(i, "%aid.mood")) {
                return false;
            }
            if (scene.reading.starts(i, "%plan.word")) {
                // "trong kế hoạch 5 năm 1961 - 1965" says when, and so does "chương trình cấp nước (1980 - 1984)".
                boolean bracketed = scene.reading.lower(i).equals("chương")
                        && (scene.reading.key(date.from()).equals("(")
                                || scene.reading.key(date.from() - 1).equals("("));
                boolean years = bracketed
                        || scene.reading.lower(i).equals("kế")
                                && (scene.reading.starts(i + 2, "amount")
                                        || scene.reading.lower(i + 3).equals("năm"));
                return !years;
            }
        }
        return false;
    }

    /** Whether something else is given in the clause behind a part: a date there is of that. */
    private static boolean isAnotherPart(Scene scene, Clause part) {
        var clause = Clause.at(scene.clauses, part.from());
        boolean cue = scene.reading.starts(0, "%continues");
        return cue && part.to() < clause.to();
    }

    private static AidPeriod of(Scene scene, java.util.List<Timeline.Dated> dated) {
        var one = dated.get(0);
        var last = dated.get(dated.size() - 1);
        var date = one.date();
        // "trong hai năm 2006 và 2007" is one period.
        if (dated.size() > 1
                && one.date() instanceof DatePoint a
                && last.date() instanceof DatePoint b
                && a.grain() == DatePoint.Grain.YEAR
                && b.grain() == DatePoint.Grain.YEAR
                && a.year() < b.year()) {
            date = DateInterval.of(a, b);
        }
        return new AidPeriod(
                date,
                one.isRelative()
                        ? null
                        : scene.reading.words(one.span().from(), last.span().to()),
                one.isRelative() ? one.context() : null,
                one.span().rule(),
                one.span());
    }

    private static @Nullable AidPeriod fromContext(Scene scene) {
        var sentence = scene.sentence();
        var last = scene.timeline.before(sentence);
        var earlier = scene.before;
        boolean next = earlier != null
                && last != null
                && last.sentence().number() == earlier.sentence().number()
                && earlier.sentence().paragraph() == sentence.paragraph();
        boolean cue = scene.reading.starts(0, "%continues") && last != null;
        var visit = scene.timeline.periodBefore(sentence);
        if (cue
                && visit != null
                && last != null
                && isShort(visit.date())
                && last.date().isWithin(visit.date())) {
            return new AidPeriod(visit.date(), null, visit.sentence(), "context.before", null);
        }
        // "until" a year sums up; what is told next need not be of that year.
        next = next
                && earlier != null
                && scene.timeline.in(earlier.sentence()).stream()
                        .noneMatch(d -> d.span().is("date.until"));
        var told = next && earlier != null ? toldIn(scene, earlier) : null;
        if (told != null && earlier != null && (!(told.date() instanceof DateInterval) || isShort(told.date()))) {
            return new AidPeriod(told.date(), null, earlier.sentence(), "context.before", null);
        }
        if ((next || cue) && last != null && (!(last.date() instanceof DateInterval) || isShort(last.date()))) {
            return new AidPeriod(last.date(), null, last.sentence(), "context.before", null);
        }
        var period = scene.timeline.periodBefore(sentence);
        if (period != null && isShort(period.date())) {
            return new AidPeriod(period.date(), null, period.sentence(), "context.period", null);
        }
        var years = scene.timeline.sectionYears(sentence);
        return years != null && isShort(years) ? new AidPeriod(years, null, sentence, "context.section", null) : null;
    }

    /** The last date of a sentence that is not of the name of an instrument, or null. */
    private static Timeline.@Nullable Dated toldIn(Scene scene, org.banggiao.mention.Reading reading) {
        Timeline.Dated last = null;
        for (var dated : scene.timeline.in(reading.sentence())) {
            var span = dated.span();
            boolean told = !span.is("date.before") && !span.is("date.after") && !span.is("date.anniversary");
            last = told && !reading.covered(span.from(), "instrument") ? dated : last;
        }
        return last;
    }

    private static boolean isShort(HistoricalDate date) {
        return date instanceof DateInterval i
                && i.start().isPresent()
                && i.end().isPresent()
                && i.end().get().year() - i.start().get().year() <= LONGEST_CONTEXT_YEARS;
    }

    /** The same up to its end, begun in the year of a promise: what "until" a year came of it. */
    AidPeriod since(Scene scene, @Nullable HistoricalDate promise) {
        var start = promise == null ? null : promise.earliestStart().orElse(null);
        var end = date.latestEnd().orElse(null);
        boolean until = span != null
                && (UNTIL.contains(scene.reading.lower(span.from()))
                        || UNTIL.contains(scene.reading.lower(span.from() - 1)));
        if (!until || start == null || end == null || start.getYear() >= end.getYear()) {
            return this;
        }
        var since = DateInterval.of(DatePoint.ofYear(start.getYear()), DatePoint.ofYear(end.getYear()));
        return new AidPeriod(since, printed, context, rule, span);
    }
}
