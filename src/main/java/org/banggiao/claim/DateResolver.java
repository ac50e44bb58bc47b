package org.banggiao.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.banggiao.mention.Reading;
import org.banggiao.mention.SaidDate;
import org.banggiao.mention.Span;
import org.banggiao.time.DateAlternatives;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says what the dates of one sentence mean. What a date leaves out comes, in this order, from the last of a list of dates that it
 * stands in ("tháng 1 và tháng 4 năm 1977"), from the date of what it is counted from ("ba tháng sau khi … (tháng 3 năm 1960)"),
 * from the date before it in the sentence, and from the last date told before the sentence: where a month or day is missing, the
 * last that was that fine.
 */
final class DateResolver {
    private static final int BASE_REACH = 30;
    private static final Pattern MONTH_OF_SOME_YEAR = Pattern.compile("YYYY-\\d{2}");

    private final Reading reading;
    private final List<Span> spans;
    private final List<Timeline.Dated> out = new ArrayList<>();
    private Timeline.@Nullable Anchor last;
    private Timeline.@Nullable Anchor fine;

    private DateResolver(Reading reading, Timeline.@Nullable Anchor last, Timeline.@Nullable Anchor fine) {
        this.reading = reading;
        this.last = last;
        this.fine = fine;
        spans = reading.all("date");
    }

    /**
     * The dates of a sentence, in order.
     *
     * @param last the last date told before the sentence, or null
     * @param fine the last before it that says more than years, or null
     */
    static List<Timeline.Dated> resolve(
            Reading reading, Timeline.@Nullable Anchor last, Timeline.@Nullable Anchor fine) {
        return new DateResolver(reading, last, fine).resolve();
    }

    private List<Timeline.Dated> resolve() {
        var outside = last;
        for (int i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            if (span.value() instanceof List<?> listed) {
                for (var one : listed) {
                    if (one instanceof SaidDate said) {
                        said.whole().ifPresent(date -> keep(span, date, null));
                    }
                }
            } else if (span.value() instanceof SaidDate said && !span.is("date.anniversary")) {
                one(span, said, i + 1 < spans.size() ? spans.get(i + 1) : null);
            }
        }
        for (var span : spans) {
            if (span.is("date.anniversary") && span.value() instanceof SaidDate said) {
                anniversary(span, said, outside);
            }
        }
        out.sort(Comparator.comparingInt(d -> d.span().from()));
        return List.copyOf(out);
    }

    private void one(Span span, SaidDate said, @Nullable Span next) {
        var year = next == null || said.isDistance() ? null : yearOfList(span, said, next);
        if (year != null) {
            said.resolve(year).ifPresent(date -> keep(span, date, null));
            return;
        }
        if (said.isDistance() && counted(span, said, next)) {
            return;
        }
        boolean apposition = next != null && isApposition(span, said, next);
        if (next != null && apposition && isWhole(next)) {
            return;
        }
        var anchor = last;
        if (fine != null && (said.needsMonth() || (anchor != null && isYears(anchor.date())))) {
            anchor = fine;
        }
        var date = said.resolve(anchor == null ? null : anchor.date()).orElse(null);
        if (date == null) {
            return;
        }
        if (apposition) {
            // "Bảy tháng sau, ngày 19 tháng 12": the distance gives the year of the day behind it.
            anchorAt(date, anchor == null ? reading.sentence() : anchor.sentence());
            return;
        }
        keep(span, date, said.isWhole() || anchor == null ? null : anchor.sentence());
    }

    /** "Tháng 1 và tháng 4 năm 1977": the year stands with the last of a list. */
    private static @Nullable HistoricalDate yearOfList(Span span, SaidDate said, Span next) {
        boolean joined = said.lacksYear() && next.from() - span.to() <= 2;
        if (!joined || !(next.value() instanceof SaidDate following) || following.lacksYear()) {
            return null;
        }
        return following
                .whole()
                .flatMap(HistoricalDate::earliestStart)
                .map(start -> (HistoricalDate) DatePoint.ofYear(start.getYear()))
                .orElse(null);
    }

    /** A distance from something that the sentence itself dates, before it or behind it. */
    private boolean counted(Span span, SaidDate said, @Nullable Span next) {
        boolean from = reading.lower(span.to()).equals("khi")
                || reading.lower(span.to()).equals("ngày")
                || reading.lower(span.to() - 1).equals("ngày");
        var before = out.isEmpty() ? null : out.get(out.size() - 1);
        if (!from) {
            return false;
        }
        if (before != null && span.from() - before.span().to() <= 1) {
            // "Ngày 2 tháng 10, một ngày sau khi …": what follows was the day before.
            var inner = Span.of(span.from(), span.to(), "date.inner", span.value(), span.rule());
            said.reversed().resolve(before.date()).ifPresent(date -> out.add(new Timeline.Dated(inner, date, null)));
            return true;
        }
        if (next == null || !isWhole(next) || next.from() - span.to() > BASE_REACH || crossesComma(span, next)) {
            return false;
        }
        if (next.value() instanceof SaidDate base) {
            base.whole().flatMap(said::resolve).ifPresent(date -> out.add(new Timeline.Dated(span, date, null)));
        }
        return true;
    }

    private boolean crossesComma(Span a, Span b) {
        for (int i = a.to(); i < b.from(); i++) {
            if (reading.key(i).equals(",") || reading.key(i).equals(";")) {
                return true;
            }
        }
        return false;
    }

    /** So many years before the celebration, whose date stands behind it, before it, or before the sentence. */
    private void anniversary(Span span, SaidDate said, Timeline.@Nullable Anchor outside) {
        HistoricalDate base = null;
        for (var dated : out) {
            boolean behind = dated.span().from() >= span.to();
            if (!dated.span().is("date.anniversary") && (base == null || !behind)) {
                base = dated.date();
            }
            if (behind && !dated.span().is("date.anniversary")) {
                base = dated.date();
                break;
            }
        }
        var context = base == null && outside != null ? outside.sentence() : null;
        var year = base == null && outside != null ? outside.date() : base;
        if (year != null) {
            said.resolve(year).ifPresent(date -> out.add(new Timeline.Dated(span, date, context)));
        }
    }

    /**
     * "Cuối năm 1976, từ ngày 14 đến 20 tháng 12 năm 1976": the finer date behind a comma says what the first means. So it is with
     * a distance and a date that lacks only its year.
     */
    private boolean isApposition(Span span, SaidDate said, Span next) {
        boolean comma = next.from() == span.to() + 1 && reading.key(span.to()).equals(",");
        if (!comma || !(next.value() instanceof SaidDate finer)) {
            return false;
        }
        if (finer.whole().isEmpty()) {
            return said.isDistance() && finer.lacksYear() && !finer.needsMonth() && !finer.isDistance();
        }
        return said.whole()
                .map(date -> finer.whole().get().isWithin(date) && !finer.form().equals(said.form()))
                .orElse(said.isDistance()
                        || !MONTH_OF_SOME_YEAR.matcher(said.form()).lookingAt());
    }

    private static boolean isWhole(Span span) {
        return span.value() instanceof SaidDate said && said.whole().isPresent();
    }

    private void keep(Span span, HistoricalDate date, org.banggiao.text.@Nullable Sentence context) {
        out.add(new Timeline.Dated(span, date, context));
        if (!span.is("date.before") && !span.is("date.after")) {
            anchorAt(date, reading.sentence());
        }
    }

    private void anchorAt(HistoricalDate date, org.banggiao.text.Sentence sentence) {
        last = new Timeline.Anchor(date, sentence);
        fine = isYears(date) ? fine : last;
    }

    /** Whether a date gives years only, so that no month can be taken from it. */
    static boolean isYears(HistoricalDate date) {
        return switch (date) {
            case DatePoint p -> p.grain().compareTo(DatePoint.Grain.YEAR) < 0;
            case DateInterval i ->
                i.start().or(i::end).stream().allMatch(p -> p.grain().compareTo(DatePoint.Grain.YEAR) <= 0);
            case DateAlternatives a -> true;
        };
    }
}
