package org.banggiao.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banggiao.mention.Act;
import org.banggiao.mention.Span;

/** Says who acts in an act, and on whom. */
final class EventActors {
    private static final int OBJECT_REACH = 25;
    private static final Set<String> PRONOUNS = Set.of("ông", "bà", "họ", "người");

    private static final Set<String> THEME = Set.of("về", "đề", "quanh", "hình");

    /** What is done to a country by being done at a place of it. */
    private static final Set<EventType> OUTWARD = Set.of(
            EventType.RELATIONS,
            EventType.MILITARY,
            EventType.WITHDRAWAL,
            EventType.DEPLOYMENT,
            EventType.SANCTION,
            EventType.TRAINING,
            EventType.APPOINTMENT,
            EventType.PROJECT);

    /** What is done towards another: where only one is named, it is the other that the document speaks of. */
    private static final Set<EventType> TOWARDS_OTHERS = Set.of(
            EventType.RELATIONS,
            EventType.REFUSAL,
            EventType.PROPOSAL,
            EventType.WITHDRAWAL,
            EventType.DEPLOYMENT,
            EventType.SANCTION,
            EventType.PROJECT,
            EventType.TRAINING,
            EventType.CELEBRATION);

    private final Scene scene;
    private final Span span;
    private final Act act;
    private final EventType type;
    private final Occasions.Occasion occasion;
    private final Mood mood;
    private final Clause clause;
    private final Map<String, ActorRef> found = new LinkedHashMap<>();

    private EventActors(Scene scene, Span span, Act act, Occasions.Occasion occasion, Mood mood) {
        this.scene = scene;
        this.span = span;
        this.act = act;
        this.occasion = occasion;
        this.mood = mood;
        type = EventType.parse(act.type());
        clause = scene.clauseOf(span);
    }

    /**
     * Who stands before the act, and the first behind it; where neither is named, whom the document speaks of. Several where the
     * act was done by each: "A và B lần lượt công nhận C".
     */
    static List<List<ActorRef>> each(Scene scene, Span span, Act act, Occasions.Occasion occasion, Mood mood) {
        var one = new EventActors(scene, span, act, occasion, mood);
        var all = one.all();
        var subject = one.subject().stream().filter(all::contains).toList();
        if (one.type != EventType.RECOGNITION || subject.size() < 2 || all.size() <= subject.size()) {
            return List.of(all);
        }
        var out = new ArrayList<List<ActorRef>>();
        for (var actor : subject) {
            var own = new ArrayList<>(all);
            own.removeIf(a -> subject.contains(a) && a != actor);
            out.add(own);
        }
        return out;
    }

    private List<ActorRef> all() {
        int end = end();
        var object = object(end);
        var subject = subject();
        boolean pairOnly = subject.stream().allMatch(a -> a.printed() == null) && subject.size() == 2;
        boolean told = object.stream().filter(a -> a.printed() != null).count() >= 2;
        if (!(pairOnly && told)) {
            add(subject);
        }
        boolean themes = act.speech() && !subject.isEmpty() && object.size() > 2;
        if (!themes) {
            add(object);
        }
        if (type == EventType.VISIT || subject.isEmpty()) {
            addPersons(clause.from(), end);
        } else if (act.twoSided() && found.size() == 1) {
            addPersons(span.to(), end);
        }
        if (type == EventType.VISIT || (OUTWARD.contains(type) && found.size() == 1)) {
            addPlaces(span.from(), end);
        }
        if (occasion.part() != null) {
            replaceByPart(occasion.part());
        }
        if (found.isEmpty() && type == EventType.FOUNDING) {
            addPlaces(span.from(), end);
        }
        boolean two = act.twoSided() || type == EventType.VISIT || (found.size() == 1 && TOWARDS_OTHERS.contains(type));
        if (found.isEmpty() || (two && found.size() == 1)) {
            addSides(two);
        }
        return List.copyOf(found.values());
    }

    /** Whom the act is done to: those named in it, else the first behind it, where it is not what the act is about. */
    private List<ActorRef> object(int end) {
        if (act.noun() && act.twoSided()) {
            return scene.actorsIn(span.from(), end);
        }
        if (type == EventType.APPOINTMENT) {
            // "Làm Đại sứ Thụy Điển tại Ấn Độ" names both.
            return scene.actorsIn(span.from(), end);
        }
        var out = new ArrayList<>(scene.actorsIn(span.from(), span.to()));
        boolean more = OUTWARD.contains(type) || type == EventType.VISIT;
        if ((out.isEmpty() || more) && !isTheme(end)) {
            scene.firstGroup(span.to(), end).stream()
                    .filter(a -> out.stream().noneMatch(o -> o.code().equals(a.code())))
                    .forEach(out::add);
        }
        return out;
    }

    /** Whether the first actor behind the act is led by "về" and the like. */
    private boolean isTheme(int end) {
        if (type == EventType.DECISION) {
            return false;
        }
        for (int i = span.to(); i < end; i++) {
            var word = scene.reading.lower(i);
            if (THEME.contains(word)
                    && (!word.equals("đề") || scene.reading.lower(i - 1).equals("vấn"))) {
                return true;
            }
            if (scene.reading.starts(i, "actor")) {
                return false;
            }
        }
        return false;
    }

    private void add(List<ActorRef> actors) {
        actors.forEach(a -> found.putIfAbsent(a.code(), a));
    }

    /** Where what the act acts on ends: before the next act and whoever does it, and before what is quoted. */
    private int end() {
        int end = Math.min(clause.to(), span.to() + OBJECT_REACH);
        if (type == EventType.DECISION) {
            return end;
        }
        for (var other : scene.acts) {
            // "Công nhận và lập quan hệ với": both have one object; what an anniversary keeps is part of its name.
            boolean shared = other.from() - span.to() <= 1
                    && scene.reading.lower(other.from() - 1).equals("và");
            boolean kept = scene.reading.ends(other.from(), "date.anniversary")
                    || scene.reading.covered(other.from(), "date.anniversary");
            if (other.from() >= span.to() && other.from() < end && !shared && !kept && !Scene.isWeak(other)) {
                end = act.noun() ? other.from() : subjectStart(other.from());
            }
        }
        for (int i = span.to(); i < end; i++) {
            if (scene.reading.isQuoted(i) || scene.reading.lower(i).equals("thì")) {
                return i;
            }
        }
        return end;
    }

    /** Where the subject of the next act begins: behind the last comma or "thì" before it, if an actor stands there. */
    private int subjectStart(int next) {
        for (int i = next - 1; i >= span.to(); i--) {
            boolean opens =
                    scene.reading.key(i).equals(",") || scene.reading.lower(i).equals("thì");
            if (opens && !scene.actorsIn(i, next).isEmpty()) {
                return i;
            }
        }
        return next;
    }

    private void addPersons(int from, int to) {
        for (var person : scene.reading.all("person.known")) {
            var code = scene.sides.countryOf(person);
            if (code != null && from <= person.from() && person.to() <= to) {
                found.putIfAbsent(code, scene.sides.contextual(code));
            }
        }
    }

    private void addPlaces(int from, int to) {
        for (var place : scene.reading.all("place")) {
            var code = scene.sides.countryOf(place);
            if (code != null && place.from() >= from && place.to() <= to) {
                found.putIfAbsent(code, scene.sides.contextual(code));
            }
        }
    }

    /** "Với Lào (1962), Thái Lan (1976)": of those that are listed with a date each, only the one of this date. */
    private void replaceByPart(Clause part) {
        var own = inPart(part);
        if (own.isEmpty()) {
            return;
        }
        var listed = new HashSet<String>();
        for (var other : occasion.parts()) {
            inPart(other).forEach(a -> listed.add(a.code()));
        }
        found.keySet().removeAll(listed);
        add(own);
    }

    /** The actors that a part of a list names; of the first only as many as of the next: "giữa A với B (1976) và C (1977)". */
    private List<ActorRef> inPart(Clause part) {
        var actors = scene.actorsIn(part.from(), part.to());
        if (!part.equals(occasion.parts().get(0))) {
            return actors;
        }
        var next = occasion.parts().get(1);
        int count = Math.max(1, scene.actorsIn(next.from(), next.to()).size());
        return actors.subList(Math.max(0, actors.size() - count), actors.size());
    }

    /** Who stands before the act: in its own stretch between commas, else behind its date, else anywhere before. */
    private List<ActorRef> subject() {
        int start = Math.max(clause.from(), Subordinate.chunkStart(scene.reading, span.from()));
        var near = mood.date() == Mood.DatePlace.ACT ? asked(start) : group(start, span.from());
        if (near.isEmpty()) {
            near = group(start, span.from());
        }
        var dated = occasion.dated();
        if (near.isEmpty() && dated.isStatedHere() && dated.span().to() <= span.from()) {
            near = group(dated.span().to(), span.from());
        }
        if (near.isEmpty()) {
            near = pronoun(start);
        }
        if (near.isEmpty()) {
            near = scene.lastGroup(clause.from(), span.from());
        }
        return near.isEmpty() ? scene.lastGroup(0, span.from()) : near;
    }

    /** Of what is asked or said to be done: whoever stands behind the act of asking. */
    private List<ActorRef> asked(int start) {
        int from = start;
        for (var other : scene.acts) {
            if (other.to() <= span.from()) {
                from = Math.max(from, other.to());
            }
        }
        return scene.lastGroup(from, span.from());
    }

    private List<ActorRef> group(int from, int to) {
        if (type == EventType.PROJECT) {
            return scene.actorsIn(from, to);
        }
        var group = scene.groupAt(from, to);
        if (!group.isEmpty()) {
            return group;
        }
        var persons = scene.personSides(from, to);
        return persons.isEmpty() ? capital(from, to) : persons;
    }

    /** "Bắc Kinh đề nghị": a city that opens the stretch stands for its country. */
    private List<ActorRef> capital(int from, int to) {
        for (var place : scene.reading.all("place")) {
            var code = scene.sides.countryOf(place);
            if (place.from() == from && place.to() <= to && code != null) {
                return List.of(scene.sides.contextual(code));
            }
        }
        return List.of();
    }

    /** Whom "he" or "she" before the act means: the country of the person last named. */
    private List<ActorRef> pronoun(int from) {
        for (int i = from; i < span.from(); i++) {
            if (PRONOUNS.contains(scene.reading.lower(i)) && !scene.reading.covered(i, "person")) {
                var here = scene.personSides(0, from);
                var earlier = scene.before;
                return !here.isEmpty() || earlier == null ? here : scene.personSides(earlier);
            }
        }
        return List.of();
    }

    /** Fills in the sides that the document speaks of: both for talks, else the side that it is written from. */
    private void addSides(boolean two) {
        var home = scene.sides.home();
        if (!two) {
            add(List.of(scene.sides.contextual(home)));
            return;
        }
        if (found.isEmpty()) {
            scene.sides.pair(scene.reading).forEach(c -> add(List.of(scene.sides.contextual(c))));
            return;
        }
        var only = found.keySet().iterator().next();
        otherSide(only, home).filter(c -> !isSubject(c)).ifPresent(c -> add(List.of(scene.sides.contextual(c))));
    }

    /** Whether a proposal names a country without making it to that: it is what it is about. */
    private boolean isSubject(String code) {
        return type == EventType.PROPOSAL
                && scene.actors.stream()
                        .anyMatch(a -> clause.holds(a.from()) && a.ref().code().equals(code));
    }

    private java.util.Optional<String> otherSide(String one, String home) {
        boolean told = one.equals(home) || scene.sides.pair(scene.reading).contains(one);
        return told ? scene.sides.partner(one, scene.reading) : java.util.Optional.of(home);
    }
}
