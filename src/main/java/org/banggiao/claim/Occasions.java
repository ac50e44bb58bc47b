package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.banggiao.mention.Act;
import org.banggiao.mention.Span;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** Says when an act took place: once, or several times where a list gives a date each. */
final class Occasions {
    /**
     * One time that an act took place.
     *
     * @param dated when
     * @param part where a list gives a date for each of several, the stretch that names the one of this date; else null
     * @param parts all such stretches of the list
     */
    record Occasion(Timeline.Dated dated, @Nullable Clause part, List<Clause> parts) {}

    private static final Set<String> LEADING =
            Set.of("tổ", "tiến", "diễn", "có", "mở", "chức", "hành", "thực", "hiện", "dự", "tham", "nhân", "trong");
    private static final Set<EventType> POINTS = Set.of(
            EventType.CONFERENCE,
            EventType.DECISION,
            EventType.FOUNDING,
            EventType.RELATIONS,
            EventType.RECOGNITION,
            EventType.MEMBERSHIP,
            EventType.APPOINTMENT);
    private static final Set<String> OPENING = Set.of("của", "ở", "tại", "với", "cho", "giữa");
    private static final int NEAR_NAME = 12;
    private static final int MOST_COUNTED = 3;
    private static final int NEAR_NOUN = 14;
    private static final int NEAR_SPEECH = 2;
    private static final int FIRST_PART = 16;
    private static final int NEXT_PART = 14;

    private final Scene scene;
    private final Span span;
    private final Act act;
    private final EventType type;

    private Occasions(Scene scene, Span span, Act act) {
        this.scene = scene;
        this.span = span;
        this.act = act;
        type = EventType.parse(act.type());
    }

    /**
     * When the act took place; empty where the text does not say, or says nothing that such an act can be dated by.
     *
     * @param place where its date is to stand
     */
    static List<Occasion> of(Scene scene, Span span, Act act, Mood.DatePlace place) {
        return new Occasions(scene, span, act).all(place);
    }

    private List<Occasion> all(Mood.DatePlace place) {
        var dates = scene.linker.of(span);
        if (place == Mood.DatePlace.ACT) {
            var attached = scene.linker.attached(span, NEAR_NAME);
            dates = attached != null
                    ? List.of(attached)
                    : dates.stream().filter(d -> d.span().from() >= span.from()).toList();
        } else if (place == Mood.DatePlace.ANYWHERE && dates.isEmpty()) {
            dates = ContextDates.ofAct(scene, span, act);
        } else if (act.speech() && dates.stream().allMatch(this::isContent)) {
            // "Tại hội nghị ấy, các bên quyết định hoàn thành vào năm 2006": the date is of what was decided.
            var occasion = ContextDates.ofOccasion(scene, span, act);
            dates = occasion.isEmpty() ? dates : occasion;
        }
        if (dates.size() == 1) {
            var series = series(dates.get(0));
            if (series.size() > 1) {
                return series;
            }
        }
        if (dates.stream().noneMatch(this::suits)) {
            dates = others();
        }
        return dates.stream()
                .filter(this::suits)
                .map(d -> new Occasion(d, null, List.of()))
                .toList();
    }

    /** Whether a date may belong to what is said rather than to the saying: it stands behind it, not at once. */
    private boolean isContent(Timeline.Dated dated) {
        return dated.span().from() - span.to() > NEAR_SPEECH;
    }

    /** Dates that the act can have where the nearest does not suit it: behind it, or of the next one that it is joined to. */
    private List<Timeline.Dated> others() {
        var behind = scene.linker.anyAfter(span);
        if (behind != null) {
            return List.of(behind);
        }
        for (var other : scene.acts) {
            boolean next = other.from() >= span.to()
                    && other.from() - span.to() <= NEXT_PART
                    && other.rule().equals(span.rule());
            if (act.noun() && next && isAnd(span.to(), other.from())) {
                return scene.linker.of(other);
            }
        }
        return List.of();
    }

    private boolean isAnd(int from, int to) {
        for (int i = from; i < to; i++) {
            if (scene.reading.lower(i).equals("và")) {
                return true;
            }
        }
        return false;
    }

    /** "Với Lào (tháng 9 năm 1962), Thái Lan (tháng 8 năm 1976)": each date with what stands before it. */
    private List<Occasion> series(Timeline.Dated first) {
        if (!first.isStatedHere()
                || first.span().from() < span.to()
                || first.span().from() - span.to() > FIRST_PART
                || first.span().is("date.since")) {
            return List.of();
        }
        var dates = new ArrayList<Timeline.Dated>();
        var parts = new ArrayList<Clause>();
        dates.add(first);
        parts.add(new Clause(span.to(), first.span().from()));
        for (var next : scene.dates) {
            var last = dates.get(dates.size() - 1);
            if (next.span().from() > last.span().to() && follows(last, next)) {
                dates.add(next);
                parts.add(new Clause(last.span().to(), next.span().from()));
            }
        }
        var out = new ArrayList<Occasion>();
        for (int i = 0; i < dates.size(); i++) {
            if (suits(dates.get(i))) {
                out.add(new Occasion(dates.get(i), parts.get(i), parts));
            }
        }
        return out;
    }

    /** Whether a date is the next of a list: in brackets as the one before, or not as that, with only a name between. */
    private boolean follows(Timeline.Dated last, Timeline.Dated next) {
        int from = last.span().to();
        int to = next.span().from();
        if (to - from > NEXT_PART || next.span().is("date.since") || bracketed(last) != bracketed(next)) {
            return false;
        }
        if (scene.reading.key(from).equals(")")) {
            from++;
        }
        boolean comma = scene.reading.key(from).equals(",");
        boolean and = scene.reading.lower(from).equals("và")
                || scene.reading.lower(from + 1).equals("và");
        if (!comma && !and) {
            return false;
        }
        from += comma && and ? 2 : 1;
        if (from >= to || crosses(from, to)) {
            return false;
        }
        return OPENING.contains(scene.reading.lower(from))
                || scene.reading.starts(from, "%work")
                || scene.reading.starts(from, "actor")
                || scene.reading.starts(from, "place")
                || scene.reading.starts(from, "person");
    }

    private boolean crosses(int from, int to) {
        for (int i = from; i < to; i++) {
            if (scene.reading.key(i).equals(";")) {
                return true;
            }
        }
        return scene.acts.stream().anyMatch(a -> from <= a.from() && a.from() < to && !Scene.isWeak(a))
                || scene.instruments.stream().anyMatch(i -> from <= i.from() && i.from() < to);
    }

    private boolean bracketed(Timeline.Dated dated) {
        int from = dated.span().from();
        return scene.reading.key(from).equals("(")
                || scene.reading.key(from - 1).equals("(");
    }

    /** Whether a token is a number of up to three digits. */
    private boolean isCount(int token) {
        return token >= 0
                && scene.reading.token(token).whole() >= 0
                && scene.reading.key(token).length() <= MOST_COUNTED;
    }

    /** Whether a date can be that of such an act. */
    private boolean suits(Timeline.Dated dated) {
        if (dated.date() instanceof DatePoint p && p.grain().compareTo(DatePoint.Grain.YEAR) < 0) {
            return false;
        }
        boolean counted = isCount(span.from() - 1);
        if (spans(dated.date()) >= 2 && !counted && (POINTS.contains(type) || act.weak())) {
            return false;
        }
        boolean totals = type == EventType.DEPLOYMENT || type == EventType.TRAINING || type == EventType.VISIT;
        if (totals && spans(dated.date()) >= 1 && !scene.reading.all("measure").isEmpty()) {
            return false;
        }
        if (span.rule().equals("decision.named")) {
            // A resolution is dated by what stands with it, not by what was done to carry it out.
            return dated.span().from() >= span.from()
                    && unquoted(span.to(), dated.span().from()) <= NEAR_NAME;
        }
        if (!dated.isStatedHere()) {
            return true;
        }
        if (act.noun() && dated.span().to() <= span.from() && !isLed()) {
            return span.from() - dated.span().to() <= NEAR_NOUN;
        }
        boolean domestic = type == EventType.DECISION
                || span.rule().startsWith("conference.meeting")
                || span.rule().startsWith("conference.session");
        return !domestic || scene.isForeign() || isOwnOnOthers();
    }

    /** Whether nobody is named who acts, so that it is a body of the source's own side, and another country behind the act. */
    private boolean isOwnOnOthers() {
        return scene.actors.stream().noneMatch(a -> a.from() < span.from())
                && scene.actors.stream().anyMatch(a -> !a.ref().code().equals(scene.sides.home()));
    }

    /** The tokens of a stretch that do not stand in quotation marks. */
    private int unquoted(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += scene.reading.isQuoted(i) ? 0 : 1;
        }
        return count;
    }

    private static boolean isClosed(HistoricalDate date) {
        return date instanceof DateInterval i
                && i.start().isPresent()
                && i.end().isPresent();
    }

    /** How many years lie between the ends of a range; 0 for a point or an open range. */
    private static int spans(HistoricalDate date) {
        return date instanceof DateInterval i && isClosed(i)
                ? i.end().orElseThrow().year() - i.start().orElseThrow().year()
                : 0;
    }

    /** Whether a verb leads a noun, so that it is told and not only named: "có chuyến thăm", "tổ chức hội nghị". */
    private boolean isLed() {
        return LEADING.contains(scene.reading.lower(span.from()))
                || LEADING.contains(scene.reading.lower(span.from() - 1));
    }

    /** The date of an event: of an act that is done at once, and of a month that opens one, the start of an open range. */
    static HistoricalDate of(HistoricalDate date, EventType type) {
        if (!(date instanceof DateInterval i) || i.start().isEmpty() || i.end().isPresent()) {
            return date;
        }
        var start = i.start().get();
        // "Từ tháng 2 năm 1976, tại hội nghị …" tells when it was.
        boolean month = start.grain() == DatePoint.Grain.MONTH && !start.isApproximate();
        return month || POINTS.contains(type) ? start : date;
    }
}
