package org.banggiao.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Span;
import org.banggiao.text.Document;
import org.banggiao.text.Kind;
import org.banggiao.text.Sentence;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a document, resolved: what a sentence leaves out comes from the last date before it, else from the section's
 * years; in a note, from the sentence of its mark.
 */
final class Timeline {
    /**
     * A date at its place.
     *
     * @param span where it is said
     * @param date what it means
     * @param context the sentence that gave what was missing, or null where it says all itself
     * @param fromContext name of the rule by which all of it was taken from another sentence, the span being then that of
     *     the act; null where its words stand in the sentence that is read
     */
    record Dated(
            Span span,
            HistoricalDate date,
            @Nullable Sentence context,
            @Nullable String fromContext) {
        Dated(Span span, HistoricalDate date, @Nullable Sentence context) {
            this(span, date, context, null);
        }

        /** Name of the rule that read it or found it. */
        String rule() {
            return fromContext == null ? span.rule() : fromContext;
        }

        /** Whether context gave some of it. */
        boolean isRelative() {
            return context != null;
        }

        /** Whether its words, however few, stand in the sentence that is read. */
        boolean isStatedHere() {
            return fromContext == null;
        }
    }

    /** The last date that the text has given before a place, and where. */
    record Anchor(HistoricalDate date, Sentence sentence) {}

    private static final int PLAN_REACH = 10;
    private static final int LONGEST_STAY_DAYS = 40;
    private static final int STAY_REACH = 4;

    private final Document document;
    private final Map<Integer, List<Dated>> dates = new HashMap<>();
    private final Map<Integer, Anchor> before = new HashMap<>();
    private final Map<Integer, Anchor> periods = new HashMap<>();

    Timeline(Document document, List<Reading> readings) {
        this.document = document;
        Anchor last = null;
        Anchor period = null;
        Anchor fine = null;
        // What the running text had told before the notes at the foot of a page.
        Anchor lastOfBody = null;
        Anchor fineOfBody = null;
        Anchor periodOfBody = null;
        boolean inNote = false;
        @Nullable Integer section = null;
        var after = new HashMap<Integer, Anchor>();
        var afterPeriod = new HashMap<Integer, Anchor>();
        for (var reading : readings) {
            var sentence = reading.sentence();
            if (sentence.kind() == Kind.OTHER_LANGUAGE) {
                continue;
            }
            if (sentence.kind() != Kind.NOTE && inNote) {
                last = lastOfBody;
                fine = fineOfBody;
                period = periodOfBody;
            } else if (sentence.kind() == Kind.NOTE && !inNote) {
                lastOfBody = last;
                fineOfBody = fine;
                periodOfBody = period;
            }
            inNote = sentence.kind() == Kind.NOTE;
            if (sentence.kind() == Kind.NOTE && sentence.note() != null) {
                var mark = document.note(sentence.note()).anchor();
                var start = mark == null ? null : after.get(mark);
                var earlier = after.get(sentence.number() - 1);
                boolean continues = earlier != null
                        && sentence.note()
                                .equals(document.sentence(sentence.number() - 1).note());
                last = continues ? earlier : start;
                fine = last;
                period = mark == null ? null : afterPeriod.get(mark);
            } else if (!java.util.Objects.equals(section, sentence.section())) {
                section = sentence.section();
                period = null;
            }
            if (last != null) {
                before.put(sentence.number(), last);
            }
            if (period != null) {
                periods.put(sentence.number(), period);
            }
            var resolved = DateResolver.resolve(reading, last, fine);
            dates.put(sentence.number(), resolved);
            for (var dated : resolved) {
                if (!isTold(dated.span())) {
                    continue;
                }
                last = new Anchor(dated.date(), sentence);
                fine = DateResolver.isYears(dated.date()) ? fine : last;
                if (dated.date() instanceof DateInterval i
                        && i.start().isPresent()
                        && i.end().isPresent()
                        && !isOfPlan(reading, dated.span())) {
                    period = new Anchor(dated.date(), sentence);
                }
            }
            if (last != null) {
                after.put(sentence.number(), last);
            }
            if (period != null) {
                afterPeriod.put(sentence.number(), period);
            }
        }
    }

    /** Whether a date is when something was told to be, not only before or after it, or long before it. */
    private static boolean isTold(Span span) {
        return !span.is("date.before")
                && !span.is("date.after")
                && !span.is("date.anniversary")
                && !span.is("date.inner");
    }

    /** Years of a plan or in a name say nothing of when what is told was done. */
    private static boolean isOfPlan(Reading reading, Span span) {
        if (reading.covered(span.from(), "instrument") || reading.isQuoted(span.from())) {
            return true;
        }
        for (int i = span.from() - 1; i >= Math.max(0, span.from() - PLAN_REACH); i--) {
            if (reading.isMark(i, ",;:")) {
                return false;
            }
            if (reading.starts(i, "%plan.word")) {
                return true;
            }
        }
        return false;
    }

    /** The dates of a sentence, in order. */
    List<Dated> in(Sentence sentence) {
        return dates.getOrDefault(sentence.number(), List.of());
    }

    /** The sentence that bears the mark of the note that a sentence stands in, or null. */
    @Nullable
    Sentence markOf(Sentence sentence) {
        var note = sentence.note();
        var anchor = note == null ? null : document.note(note).anchor();
        return anchor == null ? null : document.sentence(anchor);
    }

    /** The last date before the sentence, or null. */
    @Nullable
    Anchor before(Sentence sentence) {
        return before.get(sentence.number());
    }

    /** The last stretch of days that the sentences just before tell of, in one paragraph with it, or null. */
    @Nullable
    Anchor stayBefore(Sentence sentence) {
        for (int number = sentence.number() - 1; number >= Math.max(1, sentence.number() - STAY_REACH); number--) {
            var earlier = document.sentence(number);
            if (earlier.paragraph() != sentence.paragraph()) {
                break;
            }
            for (var dated : in(earlier).reversed()) {
                if (dated.date() instanceof DateInterval i && isStay(i)) {
                    return new Anchor(i, earlier);
                }
            }
        }
        return null;
    }

    private static boolean isStay(DateInterval days) {
        if (days.start().isEmpty() || days.end().isEmpty()) {
            return false;
        }
        var first = days.start().get();
        var last = days.end().get();
        return first.grain() == DatePoint.Grain.DAY
                && last.grain() == DatePoint.Grain.DAY
                && last.firstDay().isBefore(first.firstDay().plusDays(LONGEST_STAY_DAYS));
    }

    /** The last period of years before the sentence in its section, or null. */
    @Nullable
    Anchor periodBefore(Sentence sentence) {
        return periods.get(sentence.number());
    }

    /** The years that the heading above the sentence gives, or null. */
    @Nullable
    HistoricalDate sectionYears(Sentence sentence) {
        var section = sentence.section();
        var note = sentence.note();
        if (section == null && note != null) {
            var mark = document.note(note).anchor();
            section = mark == null ? null : document.sentence(mark).section();
        }
        var years = document.yearsOf(section);
        return years == null
                ? null
                : DateInterval.of(DatePoint.ofYear(years.firstInclusive()), DatePoint.ofYear(years.lastInclusive()));
    }
}
