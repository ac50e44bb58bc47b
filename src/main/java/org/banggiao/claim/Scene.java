package org.banggiao.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.banggiao.authority.Entry;
import org.banggiao.mention.Act;
import org.banggiao.mention.InstrumentName;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Span;
import org.banggiao.text.Sentence;
import org.jspecify.annotations.Nullable;

/** A sentence with all that the readers of claims need of it: its dates and actors resolved, and what stands around it. */
final class Scene {
    /** Tokens between a name and the words that say what its bearer leads. */
    private static final int HEAD_REACH = 3;

    final Reading reading;
    final @Nullable Reading before;
    final List<Timeline.Dated> dates;
    final List<Sides.Actor> actors;
    final List<Clause> clauses;
    final List<Span> acts;
    final List<Span> instruments;
    final DateLinker linker;
    final Sides sides;
    final Timeline timeline;
    final Evidence evidence;
    final Narrative narrative;
    private static final int HEAD = 2;
    private static final List<String> NAMES = List.of("actor", "person", "place");

    private final ActorJoins joins;
    private final Map<String, List<Span>> used = new HashMap<>();

    Scene(
            Reading reading,
            @Nullable Reading before,
            Sides sides,
            Timeline timeline,
            Evidence evidence,
            Narrative narrative) {
        this.reading = reading;
        this.before = before;
        this.sides = sides;
        this.timeline = timeline;
        this.evidence = evidence;
        this.narrative = narrative;
        dates = timeline.in(reading.sentence());
        var money = reading.all("money");
        // "đôla Mỹ" names a currency, no country.
        actors = new ArrayList<>();
        for (var actor : sides.actors(reading, before)) {
            if (!covers(money, actor.from()) && !reading.ends(actor.from(), "%currency")) {
                actors.add(actor);
            }
        }
        joins = new ActorJoins(reading, dates, actors);
        clauses = Clause.of(reading);
        var done = reading.all("act");
        // "Hai bên thỏa thuận trao đổi đại sứ" tells an act, no arrangement.
        instruments = new ArrayList<>();
        for (var name : reading.all("instrument")) {
            if (!(name.value() instanceof InstrumentName n && n.type().equals("arrangement") && !n.capitalised())
                    || done.stream().noneMatch(a -> a.from() <= name.from() && a.to() > name.from() + HEAD)) {
                instruments.add(name);
            }
        }
        acts = new ArrayList<>();
        for (var act : done) {
            if (!overlaps(instruments, act)
                    && instruments.stream().noneMatch(i -> isBorn(i, act))
                    && !isInsideName(act)) {
                acts.add(act);
            }
        }
        var triggers = new ArrayList<>(acts);
        triggers.addAll(instruments);
        linker = new DateLinker(reading, dates, triggers);
    }

    /** "Hiệp định hàng không ra đời": an instrument that comes about is no body that is founded. */
    private boolean isBorn(Span instrument, Span act) {
        return act.rule().equals("founding")
                && act.from() == instrument.to()
                && reading.lower(act.to() - 1).equals("đời");
    }

    /** "Viết" in "Xô Viết": a word of a name is no act. */
    private boolean isInsideName(Span act) {
        for (var type : NAMES) {
            for (var name : reading.all(type)) {
                if (name.from() < act.from() && act.from() < name.to()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean covers(List<Span> spans, int token) {
        for (var span : spans) {
            if (span.covers(token)) {
                return true;
            }
        }
        return false;
    }

    private static boolean overlaps(List<Span> spans, Span other) {
        for (var span : spans) {
            if (span.overlaps(other)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a token is of the name of a country, a person or a place: "bắc" in "Bắc Kinh" builds nothing. */
    boolean isInName(int token) {
        return NAMES.stream().anyMatch(type -> reading.covered(token, type));
    }

    Sentence sentence() {
        return reading.sentence();
    }

    /** The sentence that bears the mark of the note that a sentence stands in, or null in the running text. */
    @Nullable
    Sentence markOf(Sentence sentence) {
        return timeline.markOf(sentence);
    }

    Clause clauseOf(Span span) {
        return Clause.at(clauses, span.from());
    }

    /** The actors in a stretch of tokens, each code once, in order. */
    List<ActorRef> actorsIn(int from, int to) {
        var codes = new LinkedHashSet<String>();
        var out = new ArrayList<ActorRef>();
        for (var actor : actors) {
            if (actor.from() >= from
                    && actor.to() <= to
                    && codes.add(actor.ref().code())) {
                out.add(actor.ref());
            }
        }
        return out;
    }

    /** The actors named last in a stretch: one, or those that are joined to it by "và" or a comma. */
    List<ActorRef> lastGroup(int from, int to) {
        return lastGroup(from, to, a -> true);
    }

    /** As {@link #lastGroup(int, int)}, of those actors only that count. */
    List<ActorRef> lastGroup(int from, int to, Predicate<Sides.Actor> counts) {
        var inside = actors.stream()
                .filter(a -> a.from() >= from && a.to() <= to && counts.test(a))
                .toList();
        if (inside.isEmpty()) {
            return List.of();
        }
        int i = inside.size() - 1;
        int first = i;
        while (first > 0 && joins.joins(inside.get(first - 1), inside.get(first))) {
            first--;
        }
        return distinct(inside.subList(first, i + 1));
    }

    /** The first actors of a stretch, with those before it that are joined to them. */
    List<ActorRef> groupAt(int from, int to) {
        int first = -1;
        for (int i = 0; i < actors.size() && first < 0; i++) {
            if (actors.get(i).from() >= from && actors.get(i).to() <= to) {
                first = i;
            }
        }
        if (first < 0) {
            return List.of();
        }
        int last = first;
        while (last + 1 < actors.size()
                && actors.get(last + 1).to() <= to
                && joins.joins(actors.get(last), actors.get(last + 1))) {
            last++;
        }
        while (first > 0 && joins.joins(actors.get(first - 1), actors.get(first))) {
            first--;
        }
        return distinct(actors.subList(first, last + 1));
    }

    /** The country of the first known person in a stretch, and of those who are joined to him. */
    List<ActorRef> personSides(int from, int to) {
        var out = new ArrayList<ActorRef>();
        Span last = null;
        for (var span : reading.all("person.known")) {
            var code = sides.countryOf(span);
            if (span.from() < from || span.to() > to || code == null) {
                continue;
            }
            if (last != null && !joins.joinsPersons(last.to(), span.from())) {
                break;
            }
            last = span;
            if (out.stream().noneMatch(a -> a.code().equals(code))) {
                out.add(sides.contextual(code));
            }
        }
        return out;
    }

    /** The country of the first known person of another sentence. */
    List<ActorRef> personSides(Reading other) {
        for (var span : other.all("person.known")) {
            var code = sides.countryOf(span);
            if (code != null) {
                return List.of(sides.contextual(code));
            }
        }
        return List.of();
    }

    /** Whether the sentence has to do with other countries. */
    boolean isForeign() {
        var codes = new LinkedHashSet<String>();
        actors.forEach(a -> codes.add(a.ref().code()));
        reading.all("person.known").forEach(p -> {
            var code = sides.countryOf(p);
            if (code != null) {
                codes.add(code);
            }
        });
        if (codes.size() >= 2 || codes.stream().anyMatch(c -> !sides.isCountry(c))) {
            return true;
        }
        for (int i = 0; i < reading.size(); i++) {
            if (reading.starts(i, "%foreign")) {
                return true;
            }
        }
        return false;
    }

    /** The first actors of a stretch: one, or those joined to it. */
    List<ActorRef> firstGroup(int from, int to) {
        var inside =
                actors.stream().filter(a -> a.from() >= from && a.to() <= to).toList();
        if (inside.isEmpty()) {
            return List.of();
        }
        int last = 0;
        while (last + 1 < inside.size() && joins.joins(inside.get(last), inside.get(last + 1))) {
            last++;
        }
        return distinct(inside.subList(0, last + 1));
    }

    private static List<ActorRef> distinct(List<Sides.Actor> actors) {
        var codes = new LinkedHashSet<String>();
        var out = new ArrayList<ActorRef>();
        for (var actor : actors) {
            if (codes.add(actor.ref().code())) {
                out.add(actor.ref());
            }
        }
        return out;
    }

    /** Persons named in a stretch. */
    List<PersonRef> personsIn(int from, int to) {
        var out = new ArrayList<PersonRef>();
        Set<String> names = new LinkedHashSet<>();
        for (var span : reading.all("person")) {
            if (span.from() < from || span.to() > to) {
                continue;
            }
            if (span.value() instanceof List<?> entries && entries.get(0) instanceof Entry entry) {
                if (names.add(entry.key())) {
                    out.add(new PersonRef(reading.words(span), entry.key(), titleOf(span), roleOf(span)));
                }
            } else if (span.value() instanceof String name
                    && reading.all("person.known").stream().noneMatch(k -> k.overlaps(span))
                    && names.add(name)) {
                out.add(new PersonRef(name, null, titleOf(span), roleOf(span)));
            }
        }
        return out;
    }

    /** The office that stands right before a name, or that the rule read with it. */
    private @Nullable String titleOf(Span person) {
        var read = person.parts().getOrDefault("title", List.of());
        if (!read.isEmpty()) {
            return reading.words(read.get(0));
        }
        for (var office : reading.all("office")) {
            if (office.to() == person.from()) {
                return reading.words(office);
            }
        }
        return null;
    }

    /** Whether the words behind a name say that the person heads a delegation. */
    private PersonRef.Role roleOf(Span person) {
        int to = Math.min(reading.size() - 1, person.to() + HEAD_REACH);
        for (int i = person.to(); i < to; i++) {
            var words = reading.lower(i) + " " + reading.lower(i + 1);
            if (words.equals("dẫn đầu") || words.equals("cầm đầu") || words.equals("trưởng đoàn")) {
                return PersonRef.Role.HEAD;
            }
        }
        return PersonRef.Role.PRESENT;
    }

    /** The first place behind "tại" or "ở" in a stretch, or null. */
    @Nullable
    PlaceRef placeIn(int from, int to) {
        for (var span : reading.all("place")) {
            if (span.from() >= from
                    && span.to() <= to
                    && span.value() instanceof List<?> entries
                    && entries.get(0) instanceof Entry entry) {
                return new PlaceRef(reading.words(span), entry.key());
            }
        }
        return null;
    }

    /** Notes the spans that a claim was read from, outermost first. */
    void uses(String claim, List<Span> spans) {
        used.put(claim, List.copyOf(spans));
    }

    /** The spans that a claim of this sentence was read from. */
    List<Span> usedBy(Claim claim) {
        return used.getOrDefault(claim.said().id(), List.of());
    }

    /** Whom a clause names as its source: "theo hồi ký của ông,"; null where it names none. */
    @Nullable
    String source(Clause clause) {
        for (int i = clause.from(); i < clause.to(); i++) {
            boolean named = reading.lower(i).equals("theo")
                    && (reading.starts(i + 1, "%source") || reading.starts(i + 1, "person"));
            if (named && !reading.isQuoted(i)) {
                int end = Phrase.end(reading, i + 1, clause.to());
                return reading.key(end).equals(",") ? Phrase.of(reading, i + 1, end, 1) : null;
            }
        }
        return null;
    }

    /** The place behind "tại" or "ở" in a stretch, or null. */
    @Nullable
    PlaceRef placeAt(int from, int to) {
        for (int i = Math.max(0, from); i < to; i++) {
            boolean at = reading.lower(i).equals("tại") || reading.lower(i).equals("ở");
            if (at) {
                var found = placeIn(i + 1, Math.min(to, i + 7));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Whether an act is weak. */
    static boolean isWeak(Span act) {
        return act.value() instanceof Act a && a.weak();
    }
}
