package org.banggiao.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.banggiao.mention.Act;
import org.banggiao.mention.Span;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** Makes events of the acts of a sentence that have a date. */
final class EventReader {
    private static final int OBJECT_REACH = 25;
    private static final Set<String> TOPIC = Set.of(
            "việc", "về", "để", "nhằm", "nếu", "khi", "cho", "là", "muốn", "cần", "phải", "trước", "của", "hòng",
            "cuộc", "sự", "quá", "trình", "rằng");
    private static final Set<String> SUBORDINATE =
            Set.of("khi", "để", "nhằm", "nếu", "rằng", "hòng", "muốn", "cần", "mà", "kể");
    private static final Set<String> BACKGROUND =
            Set.of("sau", "trước", "quyết", "kiện", "thần", "hiện", "kết", "theo", "sát", "kể", "chuẩn", "bị");
    private static final Set<String> LINKS = Set.of("của", "các", "những", "khi");
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
    private static final int NEAR_NAME = 12;
    private static final int NEAR_NOUN = 14;
    private static final Set<String> JOINS = Set.of("và", "đồng thời", "nhờ", "thời");
    private static final Set<String> NEGATIONS = Set.of("chưa", "không", "chẳng", "đừng");
    private static final Set<String> PLANS = Set.of("sẽ", "dự kiến", "kiến");

    private EventReader() {}

    static List<Claim> read(Scene scene) {
        var claims = new ArrayList<Claim>();
        Set<String> seen = new HashSet<>();
        Span speech = null;
        for (var span : scene.acts) {
            if (!(span.value() instanceof Act act) || scene.reading.isQuoted(span.from())) {
                continue;
            }
            boolean embedded = speech != null
                    && Clause.at(scene.clauses, speech.from()).holds(span.from())
                    && !startsAnew(scene, speech, span);
            if (embedded || (act.noun() ? isBackground(scene, span) : isTopic(scene, span))) {
                continue;
            }
            if (act.speech()) {
                speech = span;
            }
            if (act.weak() && hasStronger(scene, span)) {
                continue;
            }
            var type = EventType.parse(act.type());
            var dates = scene.linker.of(span);
            if (dates.isEmpty() && !act.weak()) {
                dates = scene.fromContext(span, true);
            }
            for (var dated : dates) {
                if (!suits(scene, span, act, type, dated)) {
                    continue;
                }
                var claim = claim(scene, span, act, dated);
                if (claim != null && seen.add(key(claim))) {
                    claims.add(claim);
                }
            }
        }
        return claims;
    }

    /** Whether a date can be that of such an act. */
    private static boolean suits(Scene scene, Span span, Act act, EventType type, Timeline.Dated dated) {
        boolean years = dated.date() instanceof DateInterval i
                && i.start().isPresent()
                && i.end().isPresent()
                && i.end().get().year() - i.start().get().year() >= 2;
        if (dated.date() instanceof DatePoint p && p.grain().compareTo(DatePoint.Grain.YEAR) < 0) {
            return false;
        }
        if (years && (POINTS.contains(type) || act.weak())) {
            return false;
        }
        boolean totals = type == EventType.DEPLOYMENT || type == EventType.TRAINING;
        if (totals
                && dated.date() instanceof DateInterval i
                && i.start().isPresent()
                && i.end().isPresent()
                && !scene.reading.all("measure").isEmpty()) {
            return false;
        }
        if (span.rule().equals("decision.named")) {
            // A resolution is dated by what stands with it, not by what was done to carry it out.
            return dated.span().from() >= span.from() && dated.span().from() - span.to() <= NEAR_NAME;
        }
        if (!dated.isStatedHere()) {
            return true;
        }
        if (act.noun() && dated.span().to() <= span.from() && !isLed(scene, span)) {
            return span.from() - dated.span().to() <= NEAR_NOUN;
        }
        if (type == EventType.DECISION
                || span.rule().startsWith("conference.meeting")
                || span.rule().startsWith("conference.session")) {
            return isForeign(scene);
        }
        return true;
    }

    /** Whether the sentence has to do with other countries. */
    private static boolean isForeign(Scene scene) {
        if (scene.actors.stream().map(a -> a.ref().code()).distinct().count() >= 2) {
            return true;
        }
        for (int i = 0; i < scene.reading.size(); i++) {
            if (scene.reading.starts(i, "%foreign")) {
                return true;
            }
        }
        return false;
    }

    /** A conference or resolution that is only pointed at: "sau Đại hội", "thực hiện Nghị quyết". */
    private static boolean isBackground(Scene scene, Span span) {
        int before = span.from() - 1;
        if (LINKS.contains(scene.reading.lower(before))) {
            before--;
        }
        return before >= 0 && BACKGROUND.contains(scene.reading.lower(before));
    }

    /** Whether a verb leads a noun, so that it is told and not only named: "có chuyến thăm", "tổ chức hội nghị". */
    private static boolean isLed(Scene scene, Span span) {
        return LEADING.contains(scene.reading.lower(span.from()))
                || LEADING.contains(scene.reading.lower(span.from() - 1));
    }

    private static String key(DiplomaticEvent event) {
        return event.type() + " " + event.date().edtf();
    }

    /** Whether an act that follows a speech in the same clause is an act of its own: joined to it, not said in it. */
    private static boolean startsAnew(Scene scene, Span speech, Span span) {
        int at = span.from();
        boolean joined = JOINS.contains(scene.reading.lower(at - 1)) || JOINS.contains(scene.reading.lower(at - 2));
        if (joined) {
            return true;
        }
        // A date of its own between them opens a new statement.
        return scene.dates.stream()
                .anyMatch(d -> d.span().from() >= speech.to()
                        && d.span().to() <= at
                        && scene.reading.key(d.span().from() - 1).matches("[,;.]"));
    }

    /** Whether the act is not told but named as aim, condition or circumstance of another. */
    private static boolean isTopic(Scene scene, Span span) {
        int at = span.from();
        if (at > 0 && TOPIC.contains(scene.reading.lower(at - 1))) {
            return true;
        }
        for (int i = at - 1; i >= chunkStart(scene, at); i--) {
            if (SUBORDINATE.contains(scene.reading.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** Where the stretch between marks begins that holds the token. */
    private static int chunkStart(Scene scene, int token) {
        int depth = 0;
        for (int i = token - 1; i >= 0; i--) {
            var key = scene.reading.key(i);
            depth += key.equals(")") ? 1 : key.equals("(") ? -1 : 0;
            if (depth <= 0 && (key.equals(",") || key.equals(";") || key.equals(":"))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean hasStronger(Scene scene, Span weak) {
        var clause = scene.clauseOf(weak);
        return scene.acts.stream().anyMatch(a -> a != weak && clause.holds(a.from()) && !Scene.isWeak(a))
                || scene.instruments.stream().anyMatch(i -> clause.holds(i.from()) && i.from() < weak.from());
    }

    private static @Nullable DiplomaticEvent claim(Scene scene, Span span, Act act, Timeline.Dated dated) {
        var type = EventType.parse(act.type());
        boolean denied = NEGATIONS.contains(scene.reading.lower(span.from()))
                || NEGATIONS.contains(scene.reading.lower(span.from() - 1));
        if (denied) {
            return null;
        }
        var actors = actors(scene, span, act, type, dated);
        if (actors.isEmpty()) {
            return null;
        }
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
        HistoricalDate date = dated.date();
        if (date instanceof DateInterval i
                && i.start().isPresent()
                && i.end().isEmpty()
                && i.start().get().grain() == DatePoint.Grain.MONTH
                && !i.start().get().isApproximate()) {
            // "Từ tháng 2 năm 1976, tại hội nghị …" tells when it was.
            date = i.start().get();
        }
        boolean planned = false;
        for (int i = Math.max(clause.from(), span.from() - 2); i < span.to(); i++) {
            planned |= PLANS.contains(scene.reading.lower(i));
        }
        var stretch = stretch(scene, span, dated, actors);
        int first = Math.max(clause.from(), stretch.from());
        int last = Math.min(clause.to(), stretch.to());
        var said = new Said(
                scene.evidence.id(scene.sentence(), "event", type.code()),
                scene.evidence.passage(scene.reading, stretch),
                context,
                Said.Polarity.AFFIRMED,
                planned ? Said.Factuality.INTENDED : Said.Factuality.ACTUAL,
                scene.source(clause),
                dated.isStatedHere()
                        ? List.of(span.rule(), dated.span().rule())
                        : List.of(span.rule(), "context.before"),
                derived,
                Confidence.of(span.rule(), derived));
        scene.uses(said.id(), dated.isStatedHere() ? List.of(span, dated.span()) : List.of(span));
        return new DiplomaticEvent(
                said,
                type,
                date,
                dated.isRelative() ? null : shorten(printed),
                scene.placeIn(Math.max(first, span.from() - 8), last),
                actors,
                scene.personsIn(first, last),
                about(scene, span, last));
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

    /** Who acts and on whom: who stands before the act, and the first behind it. */
    private static List<ActorRef> actors(Scene scene, Span span, Act act, EventType type, Timeline.Dated dated) {
        var clause = scene.clauseOf(span);
        var found = new LinkedHashMap<String, ActorRef>();
        var subject = subject(scene, span, clause, dated);
        subject.forEach(a -> found.put(a.code(), a));
        int end = Math.min(clause.to(), span.to() + OBJECT_REACH);
        for (var other : scene.acts) {
            if (other.from() >= span.to() && other.from() < end && !Scene.isWeak(other)) {
                end = other.from();
            }
        }
        var object = scene.firstGroup(span.from(), end);
        boolean themes = act.speech() && !subject.isEmpty() && object.size() > 2;
        if (!themes) {
            object.forEach(a -> found.putIfAbsent(a.code(), a));
        }
        if (type == EventType.VISIT || subject.isEmpty()) {
            for (var person : scene.reading.all("person.known")) {
                var code = scene.sides.countryOf(person);
                if (code != null && clause.holds(person.from())) {
                    found.putIfAbsent(code, scene.sides.contextual(code));
                }
            }
        }
        if (type == EventType.VISIT) {
            for (var place : scene.reading.all("place")) {
                var code = scene.sides.countryOf(place);
                if (code != null && place.from() >= span.from() && place.to() <= end) {
                    found.putIfAbsent(code, scene.sides.contextual(code));
                }
            }
        }
        boolean two = act.twoSided() || type == EventType.VISIT;
        if (found.isEmpty() || (two && found.size() == 1)) {
            addSides(scene, found, two);
        }
        return List.copyOf(found.values());
    }

    /** Who stands before the act: in its own stretch between commas, else behind its date, else anywhere before. */
    private static List<ActorRef> subject(Scene scene, Span span, Clause clause, Timeline.Dated dated) {
        int start = Math.max(clause.from(), chunkStart(scene, span.from()));
        var near = scene.groupAt(start, span.from());
        if (near.isEmpty()) {
            near = scene.personSides(start, span.from());
        }
        if (near.isEmpty() && dated.isStatedHere() && dated.span().to() <= span.from()) {
            near = scene.groupAt(dated.span().to(), span.from());
            if (near.isEmpty()) {
                near = scene.personSides(dated.span().to(), span.from());
            }
        }
        if (near.isEmpty()) {
            near = scene.lastGroup(clause.from(), span.from());
        }
        return near.isEmpty() ? scene.lastGroup(0, span.from()) : near;
    }

    /** Fills in the sides that the document speaks of: both for talks, else the side that it is written from. */
    private static void addSides(Scene scene, LinkedHashMap<String, ActorRef> found, boolean two) {
        if (!two) {
            found.put(scene.sides.home(), scene.sides.contextual(scene.sides.home()));
            return;
        }
        if (found.isEmpty()) {
            scene.sides.pair().forEach(c -> found.put(c, scene.sides.contextual(c)));
            return;
        }
        var only = found.keySet().iterator().next();
        var home = scene.sides.home();
        if (!only.equals(home)) {
            found.put(home, scene.sides.contextual(home));
        } else {
            scene.sides.pair().stream()
                    .filter(c -> !c.equals(home))
                    .findFirst()
                    .ifPresent(c -> found.put(c, scene.sides.contextual(c)));
        }
    }
}
