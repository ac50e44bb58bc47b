package org.banggiao.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banggiao.mention.Aid;
import org.banggiao.mention.Span;
import org.banggiao.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Who gives and who receives, by a word of giving: who stands before and behind it, else as in what was read just before, else
 * the other of the two sides that the document speaks of.
 *
 * @param donors who gives
 * @param recipients who receives
 */
record AidRoles(List<ActorRef> donors, List<ActorRef> recipients) {
    private static final int REACH = 22;
    private static final int MEMORY = 4;
    private static final Set<String> WHERE = Set.of("tại", "ở", "đến", "tới", "sang", "lại", "thăm", "về", "từ");

    AidRoles {
        donors = List.copyOf(donors);
        recipients = List.copyOf(recipients);
    }

    /** Who gave to whom in what was read before: in the sentences just before, or in the sentence of a note's mark. */
    static final class Memory {
        private record Kept(AidRoles roles, AidFlow.Terms terms, Sentence sentence) {}

        private final Map<Integer, Kept> kept = new HashMap<>();
        private @Nullable Kept last;
        private @Nullable Kept recent;

        /** The roles of what was read just before a sentence of the running text, or null. */
        @Nullable
        AidRoles before(Sentence next) {
            var said = recent;
            if (said != null && said.sentence().number() == next.number() - 1) {
                return said.roles();
            }
            var known = last;
            if (known == null) {
                return null;
            }
            int distance = next.number() - known.sentence().number();
            boolean near = next.paragraph() == known.sentence().paragraph() || distance == 1;
            return near && distance <= MEMORY ? known.roles() : null;
        }

        /** The roles of a sentence, or null where it says nothing of giving. */
        @Nullable
        AidRoles of(int sentence) {
            var known = kept.get(sentence);
            return known == null ? null : known.roles();
        }

        /** The terms of a sentence. */
        AidFlow.Terms termsOf(int sentence) {
            var known = kept.get(sentence);
            return known == null ? AidFlow.Terms.UNSPECIFIED : known.terms();
        }

        void keep(AidRoles roles, AidFlow.Terms terms, Sentence where, boolean flowed) {
            var known = new Kept(roles, terms, where);
            kept.put(where.number(), known);
            recent = known;
            if (flowed) {
                last = known;
            }
        }
    }

    /** The same roles, none of them printed in the sentence that is read. */
    AidRoles fromContext(Scene scene) {
        return new AidRoles(contextual(scene, donors), contextual(scene, recipients));
    }

    /** The roles at a word in a stretch of a clause, or null where they cannot be told. */
    static @Nullable AidRoles of(Scene scene, Span word, Clause part, @Nullable AidRoles before) {
        if (!(word.value() instanceof Aid aid)) {
            return null;
        }
        var subject = sides(scene, part.from(), word.from(), true);
        if (aid.receives()) {
            // Who receives stands next to the word, whoever was told of before.
            var nearest = scene.lastGroup(part.from(), word.from());
            subject = nearest.isEmpty() ? subject : nearest;
        }
        int end = Math.min(part.to(), word.to() + REACH);
        var object = sides(scene, word.from(), end, false);
        if (aid.needs().equals("recipient") && object.isEmpty() && before == null) {
            return null;
        }
        if (subject.isEmpty() && object.isEmpty() && !aid.receives()) {
            object = destination(scene, part.from(), word.from());
        }
        var first = aid.receives() ? object : subject;
        var second = aid.receives() ? subject : object;
        var donors = new ArrayList<>(first);
        var recipients = new ArrayList<>(second);
        recipients.removeIf(r -> donors.stream().anyMatch(d -> d.code().equals(r.code())));
        if (before != null) {
            boolean goesOn = recipients.isEmpty() || recipients.stream().anyMatch(r -> isIn(r, before.recipients()));
            if (donors.isEmpty() && goesOn) {
                donors.addAll(contextual(scene, before.donors()));
            }
            if (recipients.isEmpty() && donors.stream().allMatch(d -> isIn(d, before.donors()))) {
                recipients.addAll(contextual(scene, before.recipients()));
            }
        }
        if (recipients.stream().anyMatch(r -> !isIn(r, donors))) {
            recipients.removeIf(r -> isIn(r, donors));
        }
        complete(scene, donors, recipients);
        return donors.isEmpty() || recipients.isEmpty() || same(donors, recipients)
                ? null
                : new AidRoles(donors, recipients);
    }

    private static boolean isIn(ActorRef actor, List<ActorRef> actors) {
        return actors.stream().anyMatch(a -> a.code().equals(actor.code()));
    }

    private static List<ActorRef> contextual(Scene scene, List<ActorRef> actors) {
        return actors.stream().map(a -> scene.sides.contextual(a.code())).toList();
    }

    /** The side nearest to the word: an actor with those joined to it, or the country of a place. */
    private static List<ActorRef> sides(Scene scene, int from, int to, boolean before) {
        var named = before ? scene.groupAt(from, to) : scene.firstGroup(from, to);
        var places = scene.reading.all("place").stream()
                .filter(p -> p.from() >= from && p.to() <= to)
                .filter(p -> !before || !isWhere(scene, p))
                .toList();
        if (places.isEmpty()) {
            return named;
        }
        var place = places.get(0);
        int actorAt = scene.actors.stream()
                .filter(a -> a.from() >= from && a.to() <= to)
                .mapToInt(Sides.Actor::from)
                .min()
                .orElse(Integer.MAX_VALUE);
        if (actorAt < place.from()) {
            return named;
        }
        var code = scene.sides.countryOf(place);
        return code == null ? named : List.of(scene.sides.contextual(code));
    }

    /** Whether a place says where something was or went, so that it does not act. */
    private static boolean isWhere(Scene scene, Span place) {
        return WHERE.contains(scene.reading.lower(place.from() - 1));
    }

    /** The country of a place that someone went to, before a word of giving: "tới Hà Nội và hứa cấp". */
    private static List<ActorRef> destination(Scene scene, int from, int to) {
        for (var place : scene.reading.all("place")) {
            var code = scene.sides.countryOf(place);
            if (place.from() >= from && place.to() <= to && code != null && isWhere(scene, place)) {
                return List.of(scene.sides.contextual(code));
            }
        }
        return List.of();
    }

    private static boolean same(List<ActorRef> a, List<ActorRef> b) {
        return a.stream()
                .map(ActorRef::code)
                .toList()
                .equals(b.stream().map(ActorRef::code).toList());
    }

    /** A side that is not named is the other of the two that the document speaks of. */
    private static void complete(Scene scene, List<ActorRef> donors, List<ActorRef> recipients) {
        if (donors.isEmpty() && recipients.isEmpty()) {
            return;
        }
        if (donors.isEmpty()) {
            other(scene, recipients).ifPresent(donors::add);
        } else if (recipients.isEmpty() || same(donors, recipients)) {
            recipients.clear();
            other(scene, donors).ifPresent(recipients::add);
        }
    }

    private static Optional<ActorRef> other(Scene scene, List<ActorRef> known) {
        return scene.sides.pair().stream()
                .filter(c -> known.stream().noneMatch(k -> k.code().equals(c)))
                .filter(c -> known.stream().allMatch(k -> scene.sides.pair().contains(k.code())))
                .findFirst()
                .map(scene.sides::contextual);
    }
}
