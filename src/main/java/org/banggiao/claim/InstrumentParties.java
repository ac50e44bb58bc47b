package org.banggiao.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Span;
import org.jspecify.annotations.Nullable;

/**
 * Says who concluded an instrument: those whom its name joins, else who signs it, else the two sides of the document; none where
 * it is known by a place elsewhere and nobody is said to be a party.
 */
final class InstrumentParties {
    private static final Set<String> SUBJECT = Set.of("về", "cho", "trong", "trên", "ở", "tại", "để");

    /** What may stand between a name and those between whom it is. */
    private static final Set<String> SIGNED =
            Set.of("ký", "kí", "kết", "tắt", "được", "đã", "chính", "thức", "tại", "ở", "thủ", "đô");

    private static final Set<String> SMALL = Set.of("một", "hai", "ba");
    private static final int WITH = 12;
    private static final int TITLED = 2;
    private static final int BETWEEN = 14;

    private final Scene scene;
    private final Signers persons;
    private final InstrumentPlaces places;
    private final InstrumentMemory memory;

    InstrumentParties(Scene scene, Signers persons, InstrumentPlaces places, InstrumentMemory memory) {
        this.scene = scene;
        this.persons = persons;
        this.places = places;
        this.memory = memory;
    }

    List<ActorRef> of(InstrumentClaims.Named it) {
        var span = it.span();
        var found = new LinkedHashMap<String, ActorRef>();
        joined(span).forEach(a -> found.put(a.code(), a));
        if (found.size() >= 2 || isGroup(found)) {
            return List.copyOf(found.values());
        }
        for (var actor : signers(it)) {
            found.putIfAbsent(actor.code(), actor);
        }
        if (found.size() < 2) {
            persons.countries(it).forEach(a -> found.putIfAbsent(a.code(), a));
        }
        if (found.size() >= 2 || isGroup(found)) {
            return List.copyOf(found.values());
        }
        boolean foreign = isOfPlaceElsewhere(span)
                || (it.signing() == null
                        && it.name().named()
                        && it.name().type().equals(InstrumentType.CONVENTION.code()));
        if (!foreign) {
            // Countries that the subject of the name speaks of: "về việc Liên Xô cho Trung Quốc vay".
            var inside = scene.actorsIn(span.from(), span.to());
            if (inside.size() == 2) {
                inside.forEach(a -> found.putIfAbsent(a.code(), a));
            }
        }
        if (found.size() < 2) {
            var group = found.isEmpty() ? groupOfContext() : null;
            if (group != null) {
                return List.of(group);
            }
            if (isUnnamed(it)) {
                return List.copyOf(found.values());
            }
            var three = found.isEmpty() ? threeOfContext() : List.<ActorRef>of();
            if (!three.isEmpty()) {
                return three;
            }
            var told = found.isEmpty() ? ofContext(it) : List.<ActorRef>of();
            if (told.size() >= 2) {
                return told;
            }
            if (!foreign) {
                addSides(found, it);
            }
        }
        return List.copyOf(found.values());
    }

    /** The actors that a name joins: "giữa A và B", "A - B", or those before what it is about. */
    private List<ActorRef> joined(Span span) {
        var reading = scene.reading;
        int between = -1;
        for (int i = span.from() + 1; i < span.to(); i++) {
            between = reading.lower(i).equals("giữa") ? i : between;
        }
        if (between > 0) {
            var group = scene.groupAt(between + 1, span.to());
            if (!group.isEmpty()) {
                return group;
            }
        }
        for (int i = 1; i < scene.actors.size(); i++) {
            var a = scene.actors.get(i - 1);
            var b = scene.actors.get(i);
            boolean hyphen = b.from() == a.to() + 1 && reading.key(a.to()).equals("-");
            if (hyphen
                    && a.from() >= span.from()
                    && b.to() <= span.to()
                    && !a.ref().code().equals(b.ref().code())) {
                return scene.groupAt(a.from(), span.to());
            }
        }
        return scene.actorsIn(span.from(), about(span));
    }

    /** The token of a name from which it says what it is about, or its end. */
    private int about(Span span) {
        for (int i = span.from() + 1; i < span.to(); i++) {
            if (SUBJECT.contains(scene.reading.lower(i))) {
                return i;
            }
        }
        return span.to();
    }

    /** Who signs: who stands before the word, with whom; behind "được", "do", "giữa"; else who stands last before the name. */
    private List<ActorRef> signers(InstrumentClaims.Named it) {
        var span = it.span();
        var signing = it.signing();
        var clause = scene.clauseOf(span);
        if (signing != null && !signing.active()) {
            var agents = agents(span, signing, clause);
            if (!agents.isEmpty()) {
                return agents;
            }
        }
        if (signing == null && scene.reading.ends(span.from(), "%accede")) {
            // Who is asked to accede is no party yet: "ASEAN mời Lào tham gia ký Hiệp ước".
            var group = groupBefore(span.from());
            if (group != null) {
                return List.of(group);
            }
        }
        if (signing == null && scene.reading.ends(span.from(), "%sign")) {
            var after = openedBy(span);
            if (!after.isEmpty()) {
                return after;
            }
        }
        var verb = signing != null && signing.active() ? signing : null;
        var found = new ArrayList<>(between(span, clause));
        if (found.size() >= 2) {
            return found;
        }
        int end = verb == null ? span.from() : verb.from();
        found.addAll(last(clause.from(), end));
        if (found.isEmpty()) {
            found.addAll(last(0, end));
        }
        if (verb != null) {
            found.addAll(with(verb.to(), it.first().from()));
        }
        found.addAll(with(span.from(), about(span)));
        if (found.size() < 2) {
            found.addAll(behindSubject(span));
        }
        return found;
    }

    /** "mà A đã ký với B", "được Thủ tướng ba nước thông qua". */
    private List<ActorRef> agents(Span span, Signing signing, Clause clause) {
        if (scene.reading.lower(span.to()).equals("mà")) {
            var both = new ArrayList<>(scene.lastGroup(span.to(), signing.from()));
            both.addAll(with(signing.to(), Math.min(clause.to(), signing.to() + WITH)));
            return both;
        }
        for (int i = span.to(); i < signing.from(); i++) {
            var word = scene.reading.lower(i);
            if (word.equals("được") || word.equals("do") || scene.reading.starts(i, "actor.pair")) {
                return scene.lastGroup(i, signing.from());
            }
        }
        return List.of();
    }

    /** Those behind "với" in a stretch: "ký với Liên Xô Hiệp ước …", "Hiệp định với Pháp". */
    private List<ActorRef> with(int from, int to) {
        for (int i = from; i < to; i++) {
            if (scene.reading.lower(i).equals("với") && !scene.reading.starts(i, "%mediated")) {
                return scene.firstGroup(i + 1, Math.min(scene.reading.size(), Math.max(to, i + WITH)));
            }
        }
        return List.of();
    }

    /** "Hiệp định về hợp tác với B": those right behind the last "với" of a name that says what it is about. */
    private List<ActorRef> behindSubject(Span span) {
        for (int i = Math.min(span.to(), scene.reading.size() - 1); i > about(span); i--) {
            if (scene.reading.lower(i).equals("với")) {
                int at = i + 1;
                boolean next = scene.actors.stream().anyMatch(a -> a.from() >= at && a.from() - at <= TITLED);
                return next ? scene.firstGroup(at, Math.min(scene.reading.size(), at + WITH)) : List.of();
            }
        }
        return List.of();
    }

    /** "Hiệp định ngày … giữa A và B": two behind the date of a name; "của" joins them too. */
    private List<ActorRef> between(Span span, Clause clause) {
        int end = Math.min(clause.to(), span.to() + BETWEEN);
        for (int i = span.to(); i < end; i++) {
            var word = scene.reading.lower(i);
            boolean dated = scene.reading.covered(i, "date")
                    || scene.reading.covered(i, "place")
                    || "(),".contains(word)
                    || SIGNED.contains(word);
            if (word.equals("với") && scene.reading.covered(i - 1, "date")) {
                return scene.firstGroup(i + 1, Math.min(clause.to(), i + WITH));
            }
            if (word.equals("giữa") || word.equals("của")) {
                var group = scene.groupAt(i + 1, Math.min(clause.to(), i + BETWEEN + WITH));
                return group.size() >= 2 ? group : List.of();
            }
            if (!dated) {
                return List.of();
            }
        }
        return List.of();
    }

    /**
     * The actors named last before a place, apart from those in brackets behind a place ("tại Băng Cốc (Thái Lan)"), those of
     * another name, and those who only help.
     */
    private List<ActorRef> last(int from, int to) {
        return scene.lastGroup(from, to, a -> !isBeside(a.from()));
    }

    /** Whether the actor at a token stands in brackets, in the name of an instrument, or behind "dưới sự … của". */
    private boolean isBeside(int at) {
        if (scene.reading.key(at - 1).equals("(") || scene.instruments.stream().anyMatch(i -> i.covers(at))) {
            return true;
        }
        for (int i = at - 1; i >= Math.max(0, at - WITH); i--) {
            if (scene.reading.key(i).equals(",")) {
                return false;
            }
            if (scene.reading.starts(i, "%mediated")) {
                return true;
            }
        }
        return false;
    }

    private @Nullable ActorRef groupBefore(int limit) {
        for (var actor : scene.actors) {
            if (actor.to() <= limit && isGroup(actor.ref())) {
                return actor.ref();
            }
        }
        return null;
    }

    /** "Sau khi ký Hiệp định, Việt Nam …": who signs is the subject of what follows, where nobody stands before. */
    private List<ActorRef> openedBy(Span span) {
        boolean opens = scene.actors.stream().noneMatch(a -> a.to() <= span.from());
        return opens ? scene.firstGroup(span.to(), scene.clauseOf(span).to()) : List.of();
    }

    /** Whether a name is that of a place which belongs to neither side of the document: "Hiệp định Pari". */
    private boolean isOfPlaceElsewhere(Span span) {
        for (var place : scene.reading.all("place")) {
            int gap = place.from() - span.from();
            boolean inName = gap > 0 && place.to() <= span.to() && gap <= 3;
            if (inName && !SUBJECT.contains(scene.reading.lower(place.from() - 1))) {
                var country = scene.sides.countryOf(place);
                return country != null
                        && !scene.sides.pair().contains(country)
                        && !scene.sides.pair().contains(scene.sides.asNamed(country));
            }
        }
        return false;
    }

    /** The group of states that the sentence before speaks of, or whose instruments are the topic. */
    private @Nullable ActorRef groupOfContext() {
        var group = scene.before == null ? null : groupIn(scene.before);
        return group == null ? memory.lastGroup(scene.sentence()) : group;
    }

    /** Whether many sign that are not told one by one: "các bên", "35 nước". */
    private boolean isUnnamed(InstrumentClaims.Named it) {
        if (it.signing() == null) {
            return false;
        }
        var reading = scene.reading;
        int least = it.signing().active() ? 0 : it.span().to();
        for (int i = Math.max(least, it.signing().from() - BETWEEN);
                i < it.signing().from();
                i++) {
            boolean many = (reading.token(i).whole() > 2 || isWordFromThree(i))
                    && (reading.lower(i + 1).equals("nước")
                            || reading.lower(i + 1).equals("bên"));
            if (many || reading.starts(i, "%unnamed")) {
                return true;
            }
        }
        return false;
    }

    private boolean isWordFromThree(int i) {
        return scene.reading.starts(i, "%count") && !SMALL.contains(scene.reading.lower(i));
    }

    /** The three countries of which the sentence before last speaks as "ba nước", at a conference of theirs. */
    private List<ActorRef> threeOfContext() {
        if (scene.before == null) {
            return List.of();
        }
        var actors = scene.sides.actors(scene.before, null);
        for (var span : scene.before.all("actor.three")) {
            var three = actors.stream()
                    .filter(a -> a.from() == span.from() && !a.byName())
                    .map(Sides.Actor::ref)
                    .toList();
            if (!three.isEmpty()) {
                return three;
            }
        }
        return List.of();
    }

    /** A group of states that a sentence speaks of, such as at a conference of theirs. */
    private @Nullable ActorRef groupIn(Reading reading) {
        for (var actor : scene.sides.actors(reading, null)) {
            if (isGroup(actor.ref())) {
                return new ActorRef(actor.ref().code(), actor.ref().key(), null);
            }
        }
        return null;
    }

    /** Who concluded what the name is a part of the title of, or what the sentence of a note's mark names. */
    private List<ActorRef> ofContext(InstrumentClaims.Named it) {
        var titled = it.name().named() ? memory.partiesOfTitle(scene.reading.words(it.span())) : List.<ActorRef>of();
        return titled.isEmpty() ? memory.partiesIn(scene.markOf(scene.sentence())) : titled;
    }

    /** The country of the place of signature, where the document has to do with it and nobody of it is named; else null. */
    private @Nullable String host(LinkedHashMap<String, ActorRef> found, InstrumentClaims.Named it) {
        var code = places.countryOf(it);
        if (code == null || found.containsKey(code)) {
            return null;
        }
        boolean known = scene.sides.isOutstanding(code) || scene.sides.isNamedIn(scene.before, code);
        return known ? code : null;
    }

    private void addSides(LinkedHashMap<String, ActorRef> found, InstrumentClaims.Named it) {
        var sides = scene.sides;
        var pair = sides.pair(scene.reading);
        var host = host(found, it);
        if (host != null) {
            found.put(host, sides.contextual(host));
            if (found.size() == 1) {
                sides.partner(host, scene.reading).ifPresent(c -> found.put(c, sides.contextual(c)));
            }
            return;
        }
        var just = isOfParagraph() ? sides.twoNamedIn(scene.before) : List.<String>of();
        if (just.containsAll(found.keySet()) && !just.isEmpty()) {
            just.forEach(c -> found.putIfAbsent(c, sides.contextual(c)));
        } else if (found.isEmpty() || pair.contains(found.keySet().iterator().next())) {
            pair.forEach(c -> found.putIfAbsent(c, sides.contextual(c)));
        } else {
            found.putIfAbsent(sides.home(), sides.contextual(sides.home()));
        }
    }

    private boolean isOfParagraph() {
        return scene.before != null
                && scene.before.sentence().paragraph() == scene.sentence().paragraph();
    }

    private static boolean isGroup(LinkedHashMap<String, ActorRef> found) {
        return found.size() == 1 && isGroup(found.values().iterator().next());
    }

    /** Whether an actor is a group of states, not a movement that the document alone names. */
    private static boolean isGroup(ActorRef actor) {
        return actor.key() != null && isGroup(actor.code());
    }

    static boolean isGroup(String code) {
        return code.length() > 2;
    }
}
