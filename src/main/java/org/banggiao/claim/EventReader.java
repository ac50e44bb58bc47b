package org.banggiao.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.banggiao.mention.Act;
import org.banggiao.mention.Span;
import org.jspecify.annotations.Nullable;

/** Makes events of the acts of a sentence that have a date. */
final class EventReader {
    private static final Set<EventType> BETWEEN =
            Set.of(EventType.VISIT, EventType.RELATIONS, EventType.RECOGNITION, EventType.MEMBERSHIP);
    private static final int BEFORE_PLACE = 8;
    private static final int BEHIND_PLACE = 25;

    private EventReader() {}

    static List<Claim> read(Scene scene) {
        var claims = new ArrayList<Claim>();
        Set<String> seen = new HashSet<>();
        var told = new ToldActs(scene);
        for (var span : scene.acts) {
            if (!(span.value() instanceof Act act)) {
                continue;
            }
            var mood = told.mood(span, act);
            if (mood == null) {
                continue;
            }
            for (var occasion : Occasions.of(scene, span, act, mood.date())) {
                if (mood.factuality() == Said.Factuality.CONDITIONAL
                        && occasion.dated().isRelative()) {
                    // What would be done if something came to pass is of no date that was told before.
                    continue;
                }
                for (var actors : EventActors.each(scene, span, act, occasion, mood)) {
                    var claim = claim(scene, span, act, occasion, actors, mood, null);
                    if (!actors.isEmpty() && seen.add(key(scene, span, claim))) {
                        claims.add(claim);
                        BorderPairs.of(scene.reading, span).stream()
                                .skip(1)
                                .forEach(pair -> claims.add(claim(scene, span, act, occasion, actors, mood, pair)));
                    }
                }
            }
        }
        return claims;
    }

    /**
     * Two acts of one sentence are one only where type, date, clause and who acts are the same; where it matters with whom, also
     * the others.
     */
    private static String key(Scene scene, Span span, DiplomaticEvent event) {
        var actors = event.actors().stream().map(ActorRef::code).toList();
        var whose = BETWEEN.contains(event.type()) ? actors : actors.subList(0, Math.min(1, actors.size()));
        return event.type() + " " + event.said().polarity() + " " + event.date().edtf() + " " + whose + " "
                + scene.clauseOf(span).from();
    }

    /** @param pair the words of one of several things that the act was done to, or null */
    private static DiplomaticEvent claim(
            Scene scene,
            Span span,
            Act act,
            Occasions.Occasion occasion,
            List<ActorRef> actors,
            Mood mood,
            @Nullable Clause pair) {
        var type = EventType.parse(act.type());
        var dated = occasion.dated();
        var clause = scene.clauseOf(span);
        var derived = new TreeSet<String>();
        var context = new ArrayList<Passage>();
        String printed = dated.isRelative() ? "" : scene.reading.words(dated.span());
        if (dated.isRelative()) {
            derived.add("date");
            var sentence = dated.context();
            if (sentence != null && sentence.number() != scene.sentence().number()) {
                context.add(scene.evidence.passage(sentence));
            }
        }
        if (actors.stream().anyMatch(a -> a.printed() == null)) {
            derived.add("actors");
        }
        var stretch = pair == null ? stretch(scene, span, dated, actors) : pair;
        int first = Math.max(clause.from(), stretch.from());
        int last = Math.min(clause.to(), stretch.to());
        var said = new Said(
                scene.evidence.id(scene.sentence(), "event", type.code()),
                scene.evidence.passage(scene.reading, stretch),
                context,
                mood.polarity(),
                mood.factuality(),
                mood.attributedTo(),
                List.of(span.rule(), dated.rule()),
                derived,
                Confidence.of(span.rule(), derived));
        scene.uses(said.id(), dated.isStatedHere() ? List.of(span, dated.span()) : List.of(span));
        return new DiplomaticEvent(
                said,
                type,
                Occasions.of(dated.date(), type),
                dated.isRelative() ? null : shorten(printed),
                place(scene, span, occasion, first, last),
                actors,
                scene.personsIn(first, last),
                pair == null ? about(scene, span, last) : scene.reading.words(pair.from(), pair.to()));
    }

    /** Where: in a list the place that stands with the date; else behind the act the place led by "tại" or "ở", else the first. */
    private static @Nullable PlaceRef place(Scene scene, Span span, Occasions.Occasion occasion, int first, int last) {
        var part = occasion.part();
        var own = part == null ? null : scene.placeIn(part.from(), part.to());
        if (own != null) {
            return own;
        }
        int end = Math.min(last, span.to() + BEHIND_PLACE);
        for (var other : scene.acts) {
            if (other.from() >= span.to() && other.from() < end && !Scene.isWeak(other)) {
                end = other.from();
            }
        }
        var behind = scene.placeAt(span.from(), end);
        if (behind != null) {
            return behind;
        }
        var before = scene.placeAt(first, span.from());
        return before != null ? before : scene.placeIn(Math.max(first, span.from() - BEFORE_PLACE), last);
    }

    /** The act with what it concerns, in a few words; null for the bare verb. */
    private static @Nullable String about(Scene scene, Span span, int limit) {
        int from = span.from();
        while (from < span.to() && scene.reading.starts(from, "%mood")) {
            from++;
        }
        return Phrase.of(scene.reading, from, limit, 3);
    }

    private static Clause stretch(Scene scene, Span span, Timeline.Dated dated, List<ActorRef> actors) {
        int from = span.from();
        int to = span.to();
        if (dated.isStatedHere()) {
            from = Math.min(from, dated.span().from());
            to = Math.max(to, dated.span().to());
        }
        for (var actor : scene.actors) {
            if (actors.contains(actor.ref()) && actor.byName()) {
                from = Math.min(from, actor.from());
                to = Math.max(to, actor.to());
            }
        }
        return Evidence.stretch(scene.reading, from, to);
    }

    static String shorten(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300);
    }
}
