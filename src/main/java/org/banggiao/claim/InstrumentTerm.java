package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.banggiao.mention.Reading;
import org.banggiao.mention.SaidDate;
import org.banggiao.mention.Span;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** The term of an instrument: the years that its name states, or for how long it is said to be in force. */
final class InstrumentTerm {
    private static final int REACH = 12;
    private static final Set<String> GOODS = Set.of("trao", "hàng", "trả", "kế", "chương");

    private InstrumentTerm() {}

    /** The years that a name states, in it or in brackets behind it; null where it states none. */
    static @Nullable HistoricalDate inName(Scene scene, Span span) {
        HistoricalDate year = null;
        for (var dated : scene.dates) {
            var at = dated.span();
            boolean inside = span.from() <= at.from() && at.from() <= span.to() + 1;
            if (!inside || !(at.value() instanceof SaidDate said) || !said.isWhole()) {
                continue;
            }
            if (dated.date() instanceof DateInterval interval) {
                if (InstrumentDates.isTerm(interval)) {
                    return interval;
                }
                boolean until = interval.start().isEmpty()
                        && interval.end()
                                .map(e -> e.grain() == DatePoint.Grain.YEAR)
                                .orElse(false);
                if (until && at.to() <= span.to()) {
                    return interval;
                }
            } else if (at.to() == span.to() && isOfYear(scene.reading, span, at, dated.date())) {
                year = dated.date();
            }
        }
        return year != null ? year : until(scene, span);
    }

    /** "Nghị định thư về trao đổi hàng hóa năm 1974": what is exchanged in a year, or planned for it. */
    private static boolean isOfYear(Reading reading, Span name, Span year, HistoricalDate date) {
        if (!(date instanceof DatePoint p) || p.grain() != DatePoint.Grain.YEAR) {
            return false;
        }
        for (int i = name.from(); i < year.from(); i++) {
            if (GOODS.contains(reading.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** "… đến năm 2000" at the end of a name, which is no range: the term has no start. */
    private static @Nullable HistoricalDate until(Scene scene, Span span) {
        for (var dated : scene.dates) {
            var at = dated.span();
            boolean last = at.to() >= span.to() - 1 && at.from() > span.from() && at.to() <= span.to() + 1;
            if (last
                    && dated.date() instanceof DatePoint p
                    && p.grain() == DatePoint.Grain.YEAR
                    && scene.reading.lower(at.from() - 1).equals("đến")
                    && at.from() - 1 > span.from()) {
                return DateInterval.until(p);
            }
        }
        return null;
    }

    /** The terms of several that are told apart by them: "cho các giai đoạn (2001 - 2005, 2006 - 2010)". */
    static List<Timeline.Dated> listed(Scene scene, Span span) {
        var out = new ArrayList<Timeline.Dated>();
        int end = span.to() + REACH;
        for (var dated : scene.dates) {
            var at = dated.span();
            boolean next = at.from() >= span.from() && at.from() <= end;
            if (next
                    && InstrumentDates.isTerm(dated.date())
                    && out.stream().noneMatch(o -> o.date().equals(dated.date()))) {
                out.add(dated);
                end = at.to() + REACH / 2;
            }
        }
        return out;
    }
}
