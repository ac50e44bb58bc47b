package org.banggiao.claim;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.banggiao.mention.Act;
import org.banggiao.mention.Anaphor;
import org.banggiao.mention.Span;
import org.banggiao.time.DateAlternatives;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Gives an act or instrument that its own sentence does not date the date of what was told before it. In this order:
 *
 * <ol>
 *   <li>{@code context.occasion}: words point back to an occasion ("on this visit", "at the congress"): its date; of "at the
 *       end of the visit" its last day;
 *   <li>{@code context.cue}: the sentence begins with words that go on with what was told ("accordingly"): the last date
 *       within three sentences;
 *   <li>{@code context.next}: the sentence is the next of the same paragraph and says nothing of time itself: the date of the
 *       last event of the sentence before, else the last date that it gives. Only for acts that are done once, and told as done;
 *       for what is asked, said or refused only where the sentence opens with who does so, and the act.
 *   <li>{@code context.period}, {@code context.section}: works, borders and courses in a sentence without a date were done in
 *       the years that the section was last said to tell of, or that its heading gives, where these are few.
 * </ol>
 *
 * The cue and the next sentence want a month or finer.
 */
final class ContextDates {
    private static final int CUE_REACH = 3;
    private static final Set<EventType> DONE_ONCE = EnumSet.of(
            EventType.VISIT,
            EventType.MEETING,
            EventType.RECOGNITION,
            EventType.APPOINTMENT,
            EventType.WITHDRAWAL,
            EventType.DEPLOYMENT,
            EventType.SANCTION,
            EventType.MEMBERSHIP,
            EventType.CELEBRATION);
    /** What one side asks, says or refuses, where nothing but who does so stands before it. */
    private static final Set<EventType> ANSWERS =
            EnumSet.of(EventType.PROPOSAL, EventType.REFUSAL, EventType.STATEMENT);

    private static final Set<EventType> LASTING = EnumSet.of(EventType.PROJECT, EventType.BORDER, EventType.TRAINING);
    private static final int LONGEST_PERIOD = 12;
    private static final int BEHIND = 12;
    private static final Set<String> TIMES =
            Set.of("khi", "sau", "trước", "trong", "từ", "lúc", "hằng", "hàng", "thường");
    /** "Trong lĩnh vực kinh tế" is no time. */
    private static final Set<String> FIELDS = Set.of("lĩnh", "ngành", "nông", "công", "kinh", "văn", "giáo");

    private static final Set<String> NOT_TOLD =
            Set.of("việc", "vụ", "tác", "để", "nhằm", "nếu", "muốn", "yêu", "cần", "phải");

    private final Scene scene;

    private ContextDates(Scene scene) {
        this.scene = scene;
    }

    /** The date of an act, or none. */
    static List<Timeline.Dated> ofAct(Scene scene, Span span, Act act) {
        var context = new ContextDates(scene);
        var type = EventType.parse(act.type());
        var occasion = context.occasion(span, act.noun());
        if (!occasion.isEmpty() || act.weak()) {
            return occasion;
        }
        if (act.noun()) {
            return scene.reading.starts(0, "%identifies") ? context.last(span, 1, "context.cue") : List.of();
        }
        var cue = act.speech() ? List.<Timeline.Dated>of() : context.cue(span);
        if (!cue.isEmpty() || !context.isTold(span)) {
            return cue;
        }
        if (!context.isLed(span, type == EventType.MEETING)) {
            return List.of();
        }
        boolean follows = DONE_ONCE.contains(type) || (ANSWERS.contains(type) && context.isOpenedBy(span));
        var next = follows ? context.next(span) : List.<Timeline.Dated>of();
        return next.isEmpty() && LASTING.contains(type) && act.datedByContext() ? context.period(span) : next;
    }

    /** Whether the sentence begins with an actor or person that the act follows at once. */
    private boolean isOpenedBy(Span act) {
        return Stream.of("actor", "person", "place")
                .flatMap(type -> scene.reading.all(type).stream())
                .anyMatch(s -> s.from() <= 1 && s.to() <= act.from() && act.from() - s.to() <= 1);
    }

    /** The date of the occasion that words around an act point back to, or none. */
    static List<Timeline.Dated> ofOccasion(Scene scene, Span span, Act act) {
        return new ContextDates(scene).occasion(span, act.noun());
    }

    /** The date of an instrument that is said to be signed, or none. */
    static List<Timeline.Dated> ofInstrument(Scene scene, Span span) {
        var context = new ContextDates(scene);
        var occasion = context.occasion(span, true);
        if (!occasion.isEmpty()) {
            return occasion;
        }
        var cue = context.cue(span);
        return cue.isEmpty() ? context.next(span) : cue;
    }

    /** Whether who does it stands before it, or it opens its clause: no noun that the rules do not know is its subject. */
    private boolean isLed(Span span, boolean byActor) {
        int from = scene.clauseOf(span).from();
        boolean actor = scene.actors.stream().anyMatch(a -> a.from() >= from && a.to() <= span.from())
                || scene.reading.all("person").stream().anyMatch(p -> p.from() >= from && p.to() <= span.from());
        return actor || (!byActor && span.from() - from <= 2);
    }

    /** Whether an act is told as done, in a sentence that has no words of time of its own at its head. */
    private boolean isTold(Span span) {
        boolean field = FIELDS.contains(scene.reading.lower(1));
        if (!field && (TIMES.contains(scene.reading.lower(0)) || TIMES.contains(scene.reading.lower(1)))) {
            return false;
        }
        for (int i = 0; i < span.from(); i++) {
            if (scene.reading.lower(i).equals("vụ")
                    && scene.reading.lower(i - 1).equals("nhiệm")) {
                return false;
            }
        }
        for (int i = scene.clauseOf(span).from(); i < span.from(); i++) {
            if (NOT_TOLD.contains(scene.reading.lower(i))) {
                return false;
            }
        }
        return true;
    }

    /** The date of the occasion before the trigger or close behind it; a noun is not its own occasion. */
    private List<Timeline.Dated> occasion(Span trigger, boolean noun) {
        var codes = new HashSet<String>();
        scene.actors.forEach(a -> codes.add(a.ref().code()));
        var clause = scene.clauseOf(trigger);
        for (var span : scene.reading.all("anaphor").reversed()) {
            boolean before = span.to() <= trigger.from() && (clause.holds(span.from()) || span.from() <= 1);
            boolean behind = span.to() > trigger.to()
                    && span.from() - trigger.to() <= BEHIND
                    && !(noun && span.overlaps(trigger));
            if ((before || behind) && span.value() instanceof Anaphor anaphor && !scene.reading.isQuoted(span.from())) {
                var told = scene.narrative.meant(anaphor, scene.sentence(), codes);
                var anchor = scene.timeline.before(scene.sentence());
                if (anaphor.types().isEmpty() && anchor != null && isLater(anchor, told)) {
                    return isFine(anchor.date())
                            ? List.of(new Timeline.Dated(trigger, anchor.date(), anchor.sentence(), "context.occasion"))
                            : List.of();
                }
                if (told == null && anaphor.atEnd()) {
                    var stay = scene.timeline.stayBefore(scene.sentence());
                    if (stay != null) {
                        return List.of(new Timeline.Dated(
                                trigger, Narrative.endOf(stay.date()), stay.sentence(), "context.occasion"));
                    }
                }
                if (told != null) {
                    var date = anaphor.atEnd() ? Narrative.endOf(told.date()) : told.date();
                    return List.of(new Timeline.Dated(trigger, date, told.sentence(), "context.occasion"));
                }
            }
        }
        return List.of();
    }

    private static boolean isLater(Timeline.Anchor anchor, Narrative.@Nullable Told told) {
        return told == null || anchor.sentence().number() > told.sentence().number();
    }

    private List<Timeline.Dated> cue(Span trigger) {
        boolean cue = scene.reading.starts(0, "%continues") || scene.reading.starts(1, "%continues");
        return cue ? last(trigger, CUE_REACH, "context.cue") : List.of();
    }

    private List<Timeline.Dated> next(Span trigger) {
        var earlier = scene.before;
        boolean next = earlier != null
                && earlier.sentence().paragraph() == scene.sentence().paragraph()
                && earlier.sentence().number() == scene.sentence().number() - 1;
        boolean dated =
                scene.dates.stream().anyMatch(d -> scene.instruments.stream().noneMatch(i -> i.overlaps(d.span())));
        if (!next || dated || earlier == null) {
            return List.of();
        }
        var told = scene.narrative.lastIn(earlier.sentence());
        if (told != null && isFine(told.date())) {
            return List.of(new Timeline.Dated(trigger, told.date(), told.sentence(), "context.next"));
        }
        return last(trigger, 1, "context.next");
    }

    private List<Timeline.Dated> period(Span trigger) {
        if (!scene.dates.isEmpty()) {
            return List.of();
        }
        var period = scene.timeline.periodBefore(scene.sentence());
        if (period != null && isShort(period.date())) {
            return List.of(new Timeline.Dated(trigger, period.date(), period.sentence(), "context.period"));
        }
        var years = scene.timeline.sectionYears(scene.sentence());
        return years != null && isShort(years)
                ? List.of(new Timeline.Dated(trigger, years, scene.sentence(), "context.section"))
                : List.of();
    }

    private static boolean isShort(HistoricalDate date) {
        return date instanceof DateInterval i
                && i.start().isPresent()
                && i.end().isPresent()
                && i.end().get().year() - i.start().get().year() <= LONGEST_PERIOD;
    }

    private List<Timeline.Dated> last(Span trigger, int reach, String rule) {
        var anchor = scene.timeline.before(scene.sentence());
        if (anchor == null || !isFine(anchor.date())) {
            return List.of();
        }
        int distance = scene.sentence().number() - anchor.sentence().number();
        return distance < 0 || distance > reach
                ? List.of()
                : List.of(new Timeline.Dated(trigger, anchor.date(), anchor.sentence(), rule));
    }

    /** Whether a date says at least the month, or some days. */
    private static boolean isFine(HistoricalDate date) {
        return switch (date) {
            case DatePoint p -> p.grain().compareTo(DatePoint.Grain.MONTH) >= 0;
            case DateInterval i ->
                i.start().isPresent() && i.end().isPresent() && i.start().get().grain() == DatePoint.Grain.DAY;
            case DateAlternatives a -> false;
        };
    }
}
