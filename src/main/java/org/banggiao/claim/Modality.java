package org.banggiao.claim;

import java.util.EnumSet;
import java.util.Set;
import org.banggiao.mention.Act;
import org.banggiao.mention.Span;
import org.jspecify.annotations.Nullable;

/**
 * Says in what mode an act is told, by cue words and how far they reach:
 *
 * <ul>
 *   <li>not so: "chưa", "không" in front of the verb with nothing but light words between; "đã không diễn ra", "bị hủy" behind a
 *       noun or a plan; "phủ nhận việc" before it in the clause;
 *   <li>meant: "sẽ", "sắp" in front of the verb, "dự kiến" before it in its stretch between commas or behind a noun;
 *   <li>asked for: a verb behind a proposal; meant: behind another speech with "sẽ"; both only with a date of its own;
 *   <li>only if: "nếu" at the head of its stretch, or of the clause;
 *   <li>told by others: "theo hồi ký của …,", "được cho là", "có tin".
 * </ul>
 */
final class Modality {
    private static final Set<String> LIGHT = Set.of(
            "được", "bị", "hề", "còn", "thể", "chịu", "bao", "giờ", "từng", "cho", "tham", "gia", "lần", "đầu", "tiên");
    /** What is worth telling where it did not happen; of works and words it is aid withheld, or nothing. */
    private static final Set<EventType> DENIABLE = EnumSet.of(
            EventType.VISIT,
            EventType.MEETING,
            EventType.CONFERENCE,
            EventType.RECOGNITION,
            EventType.RELATIONS,
            EventType.MEMBERSHIP,
            EventType.APPOINTMENT,
            EventType.MILITARY,
            EventType.WITHDRAWAL,
            EventType.DEPLOYMENT,
            EventType.SANCTION);

    private static final int VERB_GROUP = 3;
    private static final int BEHIND_NOUN = 8;
    private static final int FAILURE_REACH = 25;

    private final Scene scene;
    private final Span span;
    private final Act act;
    private final Clause clause;
    private final int start;
    private final int head;

    private Modality(Scene scene, Span span, Act act) {
        this.scene = scene;
        this.span = span;
        this.act = act;
        clause = scene.clauseOf(span);
        start = Math.max(clause.from(), Subordinate.chunkStart(scene.reading, span.from()));
        int verb = span.from();
        while (verb < span.to() - 1 && scene.reading.starts(verb, "%mood")) {
            verb++;
        }
        head = verb;
    }

    /**
     * The mode of an act.
     *
     * @param speech the act of speech in whose words it stands, or null
     */
    static Mood of(Scene scene, Span span, Act act, @Nullable Span speech) {
        return new Modality(scene, span, act).mood(speech);
    }

    /** Whether a sentence only says that something was not done of which that is not worth telling: works, words. */
    static boolean isUndone(Scene scene, Span span, Act act) {
        return !DENIABLE.contains(EventType.parse(act.type())) && new Modality(scene, span, act).isNegated();
    }

    private Mood mood(@Nullable Span speech) {
        var source = source();
        var condition = condition();
        if (condition != null) {
            // What would follow has a date only where one stands with it.
            boolean own = condition.from() >= start;
            return new Mood(
                    Said.Polarity.AFFIRMED,
                    Said.Factuality.CONDITIONAL,
                    source,
                    own ? Mood.DatePlace.SENTENCE : Mood.DatePlace.ACT);
        }
        var disowner = disowner();
        if (disowner != null) {
            return new Mood(Said.Polarity.DENIED, Said.Factuality.ACTUAL, disowner, Mood.DatePlace.ACT);
        }
        if (isDenied() || isFailed()) {
            return new Mood(Said.Polarity.DENIED, Said.Factuality.ACTUAL, source, Mood.DatePlace.SENTENCE);
        }
        if (speech != null && act.noun()) {
            return new Mood(Said.Polarity.AFFIRMED, Said.Factuality.ACTUAL, source, Mood.DatePlace.ACT);
        }
        if (speech != null) {
            boolean asked = speech.rule().startsWith("proposal");
            return new Mood(
                    Said.Polarity.AFFIRMED,
                    asked
                            ? Said.Factuality.REQUESTED
                            : isIntended() ? Said.Factuality.INTENDED : Said.Factuality.ACTUAL,
                    source,
                    Mood.DatePlace.ACT);
        }
        return new Mood(
                Said.Polarity.AFFIRMED,
                isIntended() ? Said.Factuality.INTENDED : Said.Factuality.ACTUAL,
                source,
                Mood.DatePlace.ANYWHERE);
    }

    private @Nullable String source() {
        var named = scene.source(clause);
        if (named != null) {
            return named;
        }
        for (var cue : scene.reading.all("cue.reported")) {
            if (clause.holds(cue.from()) && cue.to() <= span.to() && !scene.reading.isQuoted(cue.from())) {
                return scene.reading.words(cue);
            }
        }
        return null;
    }

    /** The word of condition at the head of the act's stretch or of its clause, or null. */
    private @Nullable Span condition() {
        for (var cue : scene.reading.all("cue.conditional")) {
            boolean own = start <= cue.from() && cue.to() <= span.from();
            boolean opens = clause.holds(cue.from()) && cue.from() <= clause.from() + 1 && cue.to() <= span.from();
            if (own || opens) {
                return cue;
            }
        }
        return null;
    }

    /** Who says that it was not so: the one named before "phủ nhận"; null where none does. */
    private @Nullable String disowner() {
        for (var cue : scene.reading.all("cue.disowned")) {
            if (clause.holds(cue.from()) && cue.to() <= span.from()) {
                return scene.actors.stream()
                        .filter(a -> a.to() <= cue.from() && a.ref().printed() != null)
                        .reduce((first, second) -> second)
                        .map(a -> a.ref().printed())
                        .orElse(scene.reading.words(cue));
            }
        }
        return null;
    }

    private boolean isDenied() {
        return DENIABLE.contains(EventType.parse(act.type())) && isNegated();
    }

    private boolean isNegated() {
        boolean refused = EventType.parse(act.type()) == EventType.REFUSAL;
        for (var cue : scene.reading.all("cue.denied")) {
            // "Nhà máy … vẫn chưa hoàn thành": the word stands within what the rule read.
            boolean within = !refused && span.from() < cue.from() && cue.to() < span.to();
            if (within || (start <= cue.from() && cue.to() <= head && isLight(cue.to(), head))) {
                return true;
            }
        }
        return false;
    }

    private boolean isLight(int from, int to) {
        int heavy = 0;
        for (int i = from; i < to; i++) {
            boolean light = scene.reading.starts(i, "%mood") || LIGHT.contains(scene.reading.lower(i));
            heavy += light ? 0 : 1;
        }
        return heavy == 0;
    }

    /** Whether words behind it say that it came to nothing: of a noun, or of what was planned. */
    private boolean isFailed() {
        for (var cue : scene.reading.all("cue.failed")) {
            if (!clause.holds(cue.from())) {
                continue;
            }
            if (cue.from() <= span.from() && span.to() <= cue.to()) {
                return true;
            }
            boolean behind = cue.from() >= span.to() && cue.from() - span.to() <= FAILURE_REACH;
            if (behind
                    && (act.noun() || isIntended())
                    && !crossesAct(span.to(), cue.from())
                    && !hasComma(span.to(), cue.from())) {
                return true;
            }
        }
        return false;
    }

    private boolean isIntended() {
        for (var cue : scene.reading.all("cue.intended")) {
            boolean near = start <= cue.from() && cue.from() < span.to() && head - cue.to() <= VERB_GROUP;
            boolean open = cue.to() - cue.from() > 1 && start <= cue.from() && cue.from() <= head;
            boolean behind = act.noun()
                    && cue.from() >= span.to()
                    && cue.from() - span.to() <= BEHIND_NOUN
                    && !hasComma(span.to(), cue.from());
            boolean before = (near || open) && !crossesAct(cue.to(), span.from()) && !isDone(cue.to(), head);
            if ((before || behind) && !scene.reading.isQuoted(cue.from())) {
                return true;
            }
        }
        return false;
    }

    private boolean isDone(int from, int to) {
        for (int i = from; i < to; i++) {
            if (scene.reading.lower(i).equals("đã")) {
                return true;
            }
        }
        return false;
    }

    private boolean crossesAct(int from, int to) {
        return scene.acts.stream().anyMatch(a -> a != span && from <= a.from() && a.from() < to && !Scene.isWeak(a));
    }

    private boolean hasComma(int from, int to) {
        for (int i = from; i < to; i++) {
            if (scene.reading.isMark(i, ",;:")) {
                return true;
            }
        }
        return false;
    }
}
