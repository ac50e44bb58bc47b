package org.banggiao.claim;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.banggiao.mention.Act;
import org.banggiao.mention.InstrumentName;
import org.banggiao.mention.SaidDate;
import org.banggiao.mention.Span;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** Says when an instrument was signed: by the date that stands with its name, or by that of the signature. */
final class InstrumentDates {
    private static final Pattern OWN_YEAR_OR_MONTH = Pattern.compile("\\d{4}|YYYY-(?:\\d{2}|MM-\\d{2})");
    private static final int REACH = 6;
    private static final int LIST_REACH = 14;
    private static final int KEPT = 2;
    private static final int VISIT_REACH = 24;
    private static final int SHORT_NAME = 9;
    private static final int LONGEST_VISIT_DAYS = 31;
    private static final Set<String> SUBJECT_WORDS = Set.of("về", "thời", "giai", "kỳ", "hợp");

    private static final Set<String> ITEM_MARKS = Set.of("-", "–", "*", "•", "+", ":", "(");

    /** What goes on behind the year in which an instrument of a longer name was signed. */
    private static final Set<String> BEHIND_YEAR = Set.of("về", "cho", "giữa", "của", "với", "do");

    private static final Set<String> WITH = Set.of("với", "giữa", "cùng", "bởi");

    private final Scene scene;

    InstrumentDates(Scene scene) {
        this.scene = scene;
    }

    /**
     * The dates that stand with a name: in brackets or directly behind it, or that of the visit at which it came about. A
     * date further on, behind "vào", is that of something else where the sentence has one for the signature before the name.
     */
    List<Timeline.Dated> own(Span span, boolean plural, @Nullable Signing signing) {
        var attached = scene.linker.attached(span, REACH);
        if (attached == null) {
            attached = plural ? bracketBehind(span) : ofVisitBehind(span);
        }
        if (attached == null && signing == null) {
            attached = ofItem(span);
        }
        if (attached == null && signing != null && !signing.active()) {
            var verb = Span.of(signing.from(), signing.to(), "words", null, span.rule());
            boolean with = WITH.contains(scene.reading.lower(signing.to()));
            attached = scene.linker.attached(verb, with ? LIST_REACH : REACH);
            if (attached != null && !isTerm(attached.date()) && !isOfNext(span, attached)) {
                return scene.linker.listOf(attached);
            }
        }
        if (attached == null || isTerm(attached.date())) {
            return List.of();
        }
        int from = attached.span().from();
        if (from < span.from()) {
            return List.of(attached);
        }
        int gap = from - span.to();
        boolean bracketed = scene.reading.key(from - 1).equals("(")
                || scene.reading.key(from).equals("(");
        boolean loose = gap > 0
                && !bracketed
                && !scene.reading.starts(span.to(), "%sign.bare")
                && !(scene.reading.key(span.to()).equals(",") && scene.reading.starts(span.to() + 1, "%sign.bare"))
                && !scene.reading.starts(span.to(), "%sign.passive");
        boolean behindIn = scene.reading.lower(from).equals("vào")
                || scene.reading.lower(from - 1).equals("vào");
        if ((loose || behindIn) && signing != null && scene.linker.frontOf(span) != null) {
            return List.of();
        }
        if (isOfNext(span, attached)
                || (signing == null && opensNext(span, attached))
                || isOfLater(span, from)
                || (signing == null && isOfOther(span, from))) {
            return List.of();
        }
        return scene.linker.listOf(attached);
    }

    /** "các thỏa thuận quan trọng giữa hai bên (tháng 3 năm 1993, …)": dates that tell several apart. */
    private Timeline.@Nullable Dated bracketBehind(Span span) {
        for (var dated : scene.dates) {
            int gap = dated.span().from() - span.to();
            if (gap >= 0
                    && gap <= LIST_REACH
                    && scene.reading.key(dated.span().from() - 1).equals("(")) {
                return dated;
            }
        }
        return null;
    }

    /** "- 18-1-1974: Hiệp định …": the date that opens an item of a chronicle. */
    private Timeline.@Nullable Dated ofItem(Span span) {
        int at = span.from() - 1;
        while (at > 0 && scene.reading.starts(at, "%plural")) {
            at--;
        }
        for (var dated : scene.dates) {
            int end = dated.span().to();
            boolean closes = scene.reading.key(end).equals(")");
            int from = dated.span().from();
            boolean opens = from <= scene.clauseOf(span).from() + 1 || ITEM_MARKS.contains(scene.reading.key(from - 1));
            if (opens && at == (closes ? end + 1 : end) && scene.reading.key(at).equals(":")) {
                return dated;
            }
        }
        return null;
    }

    /** Whether a date is that of what was done to the instrument later: "phê chuẩn Hiệp ước ngày …", "… có hiệu lực từ …". */
    private boolean isOfLater(Span span, int date) {
        var reading = scene.reading;
        for (int i = span.to(); i < date; i++) {
            if (reading.starts(i, "%later")) {
                return true;
            }
        }
        boolean before = reading.ends(span.from(), "%later") || reading.ends(span.from() - 1, "%later");
        boolean bound = reading.key(date).equals("(")
                || reading.key(date - 1).equals("(")
                || reading.starts(span.to(), "%sign.bare");
        return before && !bound;
    }

    /** Whether somebody else is named between a name and a date, who did something then. */
    private boolean isOfOther(Span span, int date) {
        return !scene.reading.lower(span.to()).equals("mà")
                && scene.actors.stream()
                        .anyMatch(a -> a.byName()
                                && a.from() >= span.to()
                                && a.to() <= date
                                && !scene.reading.lower(a.from() - 1).equals("của"));
    }

    /** "Thực hiện Hiệp định, ngày 5 tháng 3 năm 1960, hai nước …": a date between commas is that of what follows. */
    private boolean opensNext(Span span, Timeline.Dated dated) {
        return dated.span().from() == span.to() + 1
                && scene.reading.key(span.to()).equals(",")
                && scene.reading.key(dated.span().to()).equals(",");
    }

    /** "Ngày 5-3, Hiệp ước được ký tại Ôxlô, ngày 6-8 có hiệu lực": a date behind a comma, before what was done then. */
    private boolean isOfNext(Span span, Timeline.Dated dated) {
        int end = dated.span().to();
        boolean goesOn = end < scene.reading.size()
                && Character.isLetter(scene.reading.key(end).codePointAt(0));
        return goesOn && scene.reading.key(dated.span().from() - 1).equals(",") && scene.linker.frontOf(span) != null;
    }

    /** "Tuyên bố chung trong chuyến thăm Lào, tháng 7 năm 1960": the date of the visit that stands with a name. */
    private Timeline.@Nullable Dated ofVisitBehind(Span span) {
        var word = scene.reading.lower(span.to());
        if (!word.equals("trong") && !word.equals("nhân")) {
            return null;
        }
        boolean visit = scene.acts.stream()
                .anyMatch(a -> a.from() - span.to() >= 0
                        && a.from() - span.to() <= 1
                        && a.value() instanceof Act act
                        && act.noun());
        if (!visit) {
            return null;
        }
        for (var dated : scene.dates) {
            int gap = dated.span().from() - span.to();
            if (gap >= 0
                    && gap <= VISIT_REACH
                    && scene.clauseOf(span).holds(dated.span().from())) {
                return dated;
            }
        }
        return null;
    }

    /** The date of the signature that the sentence or what stands before it gives; empty where none does. */
    List<Timeline.Dated> ofSignature(Span span, Span first, Set<Timeline.Dated> claimed) {
        var front = front(span, first, claimed);
        if (front == null) {
            var behind = scene.linker.anyAfter(span);
            front = behind == null || claimed.contains(behind) ? null : behind;
        }
        return front == null ? fromContext(span) : List.of(front);
    }

    /** The last date before the word of signing that is no other name's; one in brackets only where there is no other. */
    private Timeline.@Nullable Dated front(Span span, Span first, Set<Timeline.Dated> claimed) {
        var clause = scene.clauseOf(span);
        int limit = first.from();
        Timeline.Dated inClause = null;
        Timeline.Dated outside = null;
        Timeline.Dated bracketed = null;
        for (var dated : scene.dates) {
            var at = dated.span();
            boolean quoted = scene.reading.isQuoted(at.from()) && !scene.reading.isQuoted(span.from());
            if (at.to() > limit
                    || quoted
                    || at.is("date.before")
                    || at.is("date.after")
                    || claimed.contains(dated)
                    || isInName(scene.instruments, at)) {
                continue;
            }
            if (scene.reading.key(at.from() - 1).equals("(")
                    || scene.reading.key(at.from()).equals("(")) {
                bracketed = clause.holds(at.from()) ? dated : bracketed;
            } else if (clause.holds(at.from())) {
                inClause = dated;
            } else {
                outside = dated;
            }
        }
        return inClause != null ? inClause : outside != null ? outside : bracketed;
    }

    private static boolean isInName(List<Span> names, Span date) {
        return names.stream().anyMatch(n -> n.covers(date.from()));
    }

    /** The date of what was told before; "Sau đó" is some time from then on. */
    private List<Timeline.Dated> fromContext(Span span) {
        var reading = scene.reading;
        boolean later = reading.lower(0).equals("sau") && reading.lower(1).equals("đó");
        return ContextDates.ofInstrument(scene, span).stream()
                .map(d -> later && d.date() instanceof DatePoint p
                        ? new Timeline.Dated(d.span(), DateInterval.from(p), d.context(), d.fromContext())
                        : d)
                .toList();
    }

    /** Of days that are said to end with the signature the last: "Khép lại cuộc mặc cả (5 - 17-9-1978), A và B ký …". */
    HistoricalDate whenSigned(Timeline.Dated dated) {
        for (int i = 0; i < dated.span().from(); i++) {
            if (scene.reading.starts(i, "%closing")
                    && scene.dates.stream()
                            .noneMatch(d ->
                                    d != dated && d.span().to() <= dated.span().from())) {
                return whenSigned(Narrative.endOf(dated.date()));
            }
        }
        return whenSigned(dated.date());
    }

    /** Of an open range its start, and of a jubilee year the first day: an instrument is signed at one time. */
    static HistoricalDate whenSigned(HistoricalDate date) {
        if (!(date instanceof DateInterval i) || i.start().isEmpty()) {
            return date;
        }
        var start = i.start().get();
        boolean days = start.grain() == DatePoint.Grain.DAY
                && i.end().isPresent()
                && start.firstDay()
                        .plusDays(LONGEST_VISIT_DAYS)
                        .isBefore(i.end().get().lastDay());
        return i.end().isEmpty() || days ? start : date;
    }

    /** "Thỏa thuận Hà Nội 2007": a year at the end of a short name, or before "về", is that of its signature. */
    @Nullable
    HistoricalDate yearInName(Span span) {
        if (span.to() - span.from() > SHORT_NAME) {
            return yearBeforeSubject(span);
        }
        int last = span.to() - 1;
        if (scene.reading.key(last).equals("\"")) {
            last--;
        }
        int year = scene.reading.token(last).whole();
        var before = scene.reading.lower(last - 1);
        boolean range = before.equals("-") || before.equals("–") || before.equals("đến");
        if (range || year < 1800 || year > 2100) {
            return yearBeforeSubject(span);
        }
        boolean convention =
                span.value() instanceof InstrumentName n && n.type().equals(InstrumentType.CONVENTION.code());
        for (int i = span.from(); i < span.to() && !convention; i++) {
            if (SUBJECT_WORDS.contains(scene.reading.lower(i))) {
                return yearBeforeSubject(span);
            }
        }
        return DatePoint.ofYear(year);
    }

    private @Nullable HistoricalDate yearBeforeSubject(Span span) {
        for (int i = span.from() + 1; i < Math.min(span.to() - 1, span.from() + SHORT_NAME); i++) {
            if (SUBJECT_WORDS.contains(scene.reading.lower(i))) {
                return null;
            }
            int year = scene.reading.token(i).whole();
            if (year >= 1800 && year <= 2100) {
                boolean ends = BEHIND_YEAR.contains(scene.reading.lower(i + 1))
                        && !scene.reading.lower(i - 2).equals("cho");
                return ends ? DatePoint.ofYear(year) : null;
            }
        }
        return null;
    }

    /** "Kỷ niệm 30 năm ngày ký …": the date that an anniversary directly before a name keeps, or null. */
    Timeline.@Nullable Dated ofAnniversary(Span first) {
        for (var dated : scene.dates) {
            int gap = first.from() - dated.span().to();
            if (dated.span().is("date.anniversary") && gap >= 0 && gap <= KEPT) {
                return dated;
            }
        }
        return null;
    }

    /** Whether a date is counted from another, such as "một năm trước": no date of a signature by itself. */
    static boolean isCounted(Timeline.Dated dated) {
        return dated.span().value() instanceof SaidDate said
                && !OWN_YEAR_OR_MONTH.matcher(said.form()).lookingAt();
    }

    /** Whether a date says at least the month. */
    static boolean isFine(Timeline.Dated dated) {
        return dated.date() instanceof DatePoint p && p.grain().compareTo(DatePoint.Grain.MONTH) >= 0;
    }

    /** Whether a date is from one year to another: the term of an instrument, not its signature. */
    static boolean isTerm(HistoricalDate date) {
        return date instanceof DateInterval i
                && i.start().isPresent()
                && i.end().isPresent()
                && i.start().get().grain() == DatePoint.Grain.YEAR
                && i.end().get().year() > i.start().get().year();
    }
}
