package org.banggiao.claim;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.banggiao.authority.Entry;
import org.banggiao.mention.Derivation;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Span;
import org.banggiao.text.Document;
import org.banggiao.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Says by which words the actors of claims are meant; of those that the passage does not name, from where they were taken:
 * words that stand for a side, a person or place of it, the context, or the two sides that a text speaks of.
 */
final class ActorOrigins {
    /** Sentences before one in which a side that it does not name is looked for. */
    private static final int REACH = 12;

    private static final Map<String, String> WORDS = Map.of(
            "actor.pair", "one of the two countries spoken of",
            "actor.these", "one of the two countries named last",
            "actor.this", "the country named last",
            "actor.ours", "the side that the text is written from",
            "actor.friend", "the other of the two sides",
            "actor.indochina", "one of the three countries of Indochina",
            "actor.three", "one of the three countries named last");

    private final Document document;
    private final Map<Integer, Reading> readings;
    private final Sides sides;
    private final Regimes regimes;

    /** @param readings by the numbers of their sentences */
    ActorOrigins(Document document, Map<Integer, Reading> readings, Sides sides, Regimes regimes) {
        this.document = document;
        this.readings = readings;
        this.sides = sides;
        this.regimes = regimes;
    }

    /** An actor of a claim in a role: the words that name it, or from where it was taken. */
    Derivation of(Scene scene, Claim claim, String role, ActorRef actor) {
        var reading = scene.reading;
        if (actor.printed() != null) {
            for (var named : scene.actors) {
                if (named.byName() && actor.printed().equals(named.ref().printed())) {
                    return Derivations.at(
                            reading, named.from(), named.to(), role, actor.code() + ", " + byName(reading, named));
                }
            }
            return Derivations.at(claim.said().statedIn(), role, actor.code() + ", named " + actor.printed());
        }
        var code = actor.code();
        var word = find(scene.actors, a -> !a.byName() && isOf(a.ref().code(), code));
        if (word != null) {
            return Derivations.at(reading, word.from(), word.to(), role, code + ", " + meaning(reading, word));
        }
        var named = find(scene.actors, a -> a.byName() && isOf(a.ref().code(), code));
        if (named != null) {
            return Derivations.at(reading, named.from(), named.to(), role, code + ", named elsewhere in the sentence");
        }
        for (var type : List.of("person.known", "place")) {
            for (var span : reading.all(type)) {
                var country = sides.countryOf(span);
                if (country != null && isOf(country, code)) {
                    var why = type.equals("place") ? ", where " + key(span) + " lies" : ", the country of " + key(span);
                    return Derivations.at(reading, span.from(), span.to(), role, code + why);
                }
            }
        }
        var earlier = earlier(scene, claim, code);
        var passage = claim.said().statedIn();
        return earlier == null
                ? Derivations.at(passage, role, code + ", one of the sides that the text mostly speaks of")
                : new Derivation(
                        role,
                        earlier.startInclusive(),
                        earlier.endExclusive(),
                        code + ", not named in the passage; " + earlier.says(),
                        List.of());
    }

    /** Where a side was named that the sentence does not name: in its context, or last before it; null where nowhere near. */
    private @Nullable Derivation earlier(Scene scene, Claim claim, String code) {
        int here = scene.sentence().number();
        for (var passage : claim.said().contextIn()) {
            // What was not read yet is left alone: who is meant there depends on what comes before.
            if (passage.sentence() >= here) {
                continue;
            }
            var source = document.sentence(passage.sentence());
            var found = named(source, code, "named in the context" + Derivations.where(scene, source));
            if (found != null) {
                return found;
            }
        }
        var mark = scene.markOf(scene.sentence());
        if (mark != null) {
            var found = named(mark, code, "named in the sentence of the note's mark");
            if (found != null) {
                return found;
            }
        }
        int from = (mark == null ? scene.sentence() : mark).number();
        for (int i = from - 1; i >= Math.max(1, from - REACH); i--) {
            var found = named(
                    document.sentence(i),
                    code,
                    sides.isCountry(code) ? "one of the two sides, named last here" : "spoken of last here");
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Derivation named(Sentence sentence, String code, String how) {
        var reading = readings.get(sentence.number());
        var found = reading == null
                ? null
                : find(sides.actors(reading, null), a -> isOf(a.ref().code(), code));
        return reading == null || found == null ? null : Derivations.at(reading, found.from(), found.to(), "", how);
    }

    private static Sides.@Nullable Actor find(List<Sides.Actor> actors, Predicate<Sides.Actor> test) {
        return actors.stream().filter(test).findFirst().orElse(null);
    }

    /** Whether a code is the one that a claim has, or becomes it at its date. */
    private boolean isOf(String read, String code) {
        return read.equals(code) || code.equals(regimes.earlier(read));
    }

    private static String byName(Reading reading, Sides.Actor named) {
        for (var span : reading.all("actor")) {
            if (span.from() == named.from()
                    && span.value() instanceof List<?> entries
                    && entries.get(0) instanceof Entry entry) {
                return entry.key()
                        + switch (entry.kind()) {
                            case ORGANISATION -> entry.country() == null ? "" : ", a body of " + entry.country();
                            case STATE -> ", a state of " + entry.country();
                            default -> "";
                        };
            }
        }
        return "a name that is not in the authority data";
    }

    private static String key(Span span) {
        return span.value() instanceof List<?> entries && entries.get(0) instanceof Entry entry ? entry.key() : "it";
    }

    private static String meaning(Reading reading, Sides.Actor word) {
        for (var span : reading.all("actor")) {
            if (span.from() == word.from() && span.to() == word.to() && WORDS.containsKey(span.type())) {
                return WORDS.get(span.type());
            }
        }
        return "whom these words mean";
    }
}
