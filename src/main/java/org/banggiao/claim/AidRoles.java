package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.banggiao.mention.Aid;
import org.banggiao.mention.Span;
import org.jspecify.annotations.Nullable;

/**
 * Who gives and who receives, by a word of giving: who stands before and behind it and with which preposition, else as in what
 * was read just before, else the other of the two sides that the document speaks of.
 *
 * @param donors who gives
 * @param recipients who receives
 */
record AidRoles(List<ActorRef> donors, List<ActorRef> recipients) {
    private static final int REACH = 26;
    private static final int TITLE = 3;

    /** Prepositions that keep an actor before a word of giving from being its subject. */
    private static final Set<String> ASIDE =
            Set.of("với", "cho", "tại", "ở", "sang", "đến", "tới", "thăm", "từ", "vào", "giữa", "về", "trong", "lại");

    private static final Set<String> TO = Set.of("cho", "sang", "đến", "tới", "giúp", "dành", "vào");
    private static final Set<String> THERE = Set.of("sang", "đến", "tới", "qua", "tại", "ở", "bên");
    private static final Set<String> TURNS = Set.of("còn", "nhưng", "song", "trong khi");
    private static final Set<String> OF = Set.of("của", "từ", "do", "bởi", "nhờ");

    AidRoles {
        donors = List.copyOf(donors);
        recipients = List.copyOf(recipients);
    }

    /** These roles, with the actor that opens a chunk before a sum of its own as the one who gives. */
    AidRoles ofChunk(Scene scene, Clause chunk) {
        for (var actor : scene.actors) {
            boolean opens = actor.from() - chunk.from() <= 1 && actor.from() >= chunk.from() && actor.to() < chunk.to();
            if (opens
                    && AidParty.isElliptic(scene, actor.from(), actor.to())
                    && recipients.stream()
                            .noneMatch(r -> r.code().equals(actor.ref().code()))) {
                return new AidRoles(List.of(actor.ref()), recipients);
            }
        }
        return this;
    }

    /** The same roles, none of them printed in the sentence that is read. */
    AidRoles fromContext(Scene scene) {
        return new AidRoles(contextual(scene, donors), contextual(scene, recipients));
    }

    /**
     * The roles at a word in a part of a clause, or null where they cannot be told.
     *
     * @param request where a request begins before the word, or -1
     * @param before who gave to whom in what was read before
     * @param givers who gives to whom in the document
     */
    static @Nullable AidRoles of(
            Scene scene, Span word, Clause part, int request, @Nullable AidRoles before, Givers givers) {
        return of(scene, word, part, request, before, Optional.of(givers));
    }

    /** The roles at a word where its clause names both sides, else null. */
    static @Nullable AidRoles stated(Scene scene, Span word, Clause part) {
        return of(scene, word, part, -1, null, Optional.empty());
    }

    private static @Nullable AidRoles of(
            Scene scene, Span word, Clause part, int request, @Nullable AidRoles before, Optional<Givers> givers) {
        if (!(word.value() instanceof Aid aid)) {
            return null;
        }
        int end = turn(scene, word.to(), Math.min(part.to(), word.to() + REACH));
        var ahead = AidParty.of(scene, part.from(), word.from());
        var inside = AidParty.of(scene, word.from(), word.to());
        // "Mỹ giúp 56 triệu, Anh 14 triệu": who stands before a sum of its own receives nothing.
        var behind = AidParty.of(scene, word.to(), end).stream()
                .filter(p -> !AidParty.isElliptic(scene, p.from(), p.to()))
                .filter(p -> !p.marker().equals("vào") || !hasComma(scene, word.to(), p.from()))
                .toList();
        List<ActorRef> donors;
        List<ActorRef> recipients;
        if (aid.needs().equals("context")) {
            var subject = nearest(scene, part, ahead, p -> p.marker().isEmpty() && word.from() - p.to() <= 1);
            boolean others = before != null && subject.stream().noneMatch(a -> isIn(a, before.donors()));
            return before == null
                            || (others && !subject.isEmpty() && !aid.thing().isEmpty())
                    ? null
                    : before.fromContext(scene);
        }
        if (aid.receives()) {
            // Who receives stands next to the word, whoever was told of before.
            recipients = nearest(scene, part, ahead, p -> !p.is(ASIDE) && !p.is(OF));
            if (word.rule().equals("aid.learn")) {
                // "đưa 180 công nhân Việt Nam sang Thụy Điển thực tập": they go to the one who gives.
                int there = there(scene, word);
                var people = inside.stream().filter(p -> p.from() < there).toList();
                recipients = people.isEmpty() ? recipients : group(scene, people);
                inside = inside.stream().filter(p -> p.from() > there).toList();
            }
            donors = inside.isEmpty() ? first(scene, part, behind, p -> p.is(OF)) : group(scene, inside);
            donors = donors.isEmpty() ? first(scene, part, behind, p -> !p.is(TO)) : donors;
            recipients = recipients.isEmpty()
                    ? nearest(scene, part, ahead, p -> p.is(OF) || p.is(Set.of("cho")))
                    : recipients;
            var known = donors;
            if (recipients.isEmpty() && aid.thing().equals("around")) {
                // "Nhờ vốn vay của Pháp, Marốc xây dựng"
                recipients = first(scene, part, behind, p -> p.marker().isEmpty() && !isSame(p.refs(), known));
            }
            recipients = recipients.isEmpty()
                    ? first(scene, part, behind, p -> p.is(TO) || p.is(Set.of("tại", "ở")))
                    : recipients;
            recipients = recipients.isEmpty() && before == null
                    ? nearest(scene, part, ahead, p -> p.is(Set.of("tại", "ở")))
                    : recipients;
        } else {
            boolean ofIt = !behind.isEmpty()
                    && (behind.get(0).is(OF)
                            || (aid.noun() && behind.get(0).marker().isEmpty()))
                    && isNominal(scene, word.to(), behind.get(0).from());
            if (request >= 0) {
                var asked = AidParty.of(scene, request, word.from());
                if (asked.isEmpty() && aid.needs().equals("recipient")) {
                    // "đề nghị cùng xây dựng" asks for nothing.
                    return null;
                }
                donors = group(scene, asked);
                recipients = nearest(scene, part, AidParty.of(scene, part.from(), request), p -> !p.is(ASIDE));
                recipients = recipients.isEmpty() ? first(scene, part, behind, p -> p.is(TO)) : recipients;
            } else {
                donors = ofIt
                        ? first(scene, part, behind, p -> true)
                        : nearest(scene, part, ahead, p -> !p.is(ASIDE) && !p.is(OF));
                donors = donors.isEmpty() ? nearest(scene, part, ahead, p -> p.is(OF)) : donors;
                recipients = inside.isEmpty() ? List.of() : group(scene, inside);
            }
            if (donors.isEmpty() && request < 0 && !ofIt && !behind.isEmpty()) {
                // "chuyển giao công nghệ chế biến cá của Na Uy"
                var last = behind.get(behind.size() - 1);
                donors = last.marker().equals("của") && last.to() == part.to() ? last.refs() : donors;
            }
            if (donors.isEmpty() && request < 0 && isByInstrument(scene, part, word)) {
                // "Hiệp định tín dụng ký ở Vácsava mở cho Marốc 3 triệu"
                donors = nearest(scene, part, ahead, p -> true);
            }
            if (donors.isEmpty() && request < 0) {
                // "viện trợ Pháp dành cho Marốc"
                var next = adjacent(scene, part, word, behind);
                boolean others = behind.stream().anyMatch(p -> p.is(TO) && !isSame(p.refs(), next));
                donors = others ? next : donors;
            }
            if (donors.isEmpty() && aid.noun()) {
                // "khoản vay mà Pháp cấp cho Marốc"
                donors = first(
                        scene,
                        part,
                        behind,
                        p -> scene.reading.lower(p.from() - 1).equals("mà"));
            }
            var known = donors;
            recipients = recipients.isEmpty() ? adjacent(scene, part, word, behind) : recipients;
            recipients = isSame(recipients, donors) ? List.of() : recipients;
            recipients = recipients.isEmpty()
                    ? first(scene, part, behind, p -> p.is(TO) && !isSame(p.refs(), known))
                    : recipients;
            recipients = recipients.isEmpty() && !ofIt
                    ? first(scene, part, behind, p -> !p.is(OF) && !isSame(p.refs(), known))
                    : recipients;
            if (recipients.isEmpty() && donors.isEmpty()) {
                recipients = first(
                        scene,
                        part,
                        ahead,
                        p -> p.is(Set.of("đến", "tới", "sang", "thăm", "về", "lại", "tại", "ở", "cho")));
            }
            if (donors.size() > 1 && recipients.size() >= donors.size()) {
                recipients = first(scene, part, behind, p -> p.is(Set.of("tại", "ở", "cho")));
            }
            recipients = recipients.isEmpty() && before == null && !ofIt
                    ? first(scene, part, behind, p -> !isSame(p.refs(), known))
                    : recipients;
            recipients = recipients.isEmpty() && request < 0
                    ? first(scene, part, ahead, p -> p.is(Set.of("cho")) && !isSame(p.refs(), known))
                    : recipients;
        }
        if (aid.needs().equals("recipient") && recipients.isEmpty() && before == null) {
            return null;
        }
        return completed(scene, word, part, new ArrayList<>(donors), new ArrayList<>(recipients), before, givers);
    }

    /** Where another is spoken of, behind "; " or ", còn" and the like, or the end. */
    private static int turn(Scene scene, int from, int end) {
        for (int i = from; i < end; i++) {
            boolean opens = scene.reading.key(i).equals(",") && TURNS.contains(scene.reading.lower(i + 1));
            if (opens) {
                return i;
            }
        }
        return end;
    }

    private static boolean hasInside(Scene scene, Span word, List<ActorRef> actors) {
        return scene.actors.stream()
                .anyMatch(a -> a.from() >= word.from() && a.to() <= word.to() && isIn(a.ref(), actors));
    }

    private static @Nullable AidRoles completed(
            Scene scene,
            Span word,
            Clause part,
            List<ActorRef> donors,
            List<ActorRef> recipients,
            @Nullable AidRoles before,
            Optional<Givers> givers) {
        boolean pair = donors.size() == 2 && donors.stream().allMatch(d -> d.printed() == null);
        if (pair
                && before != null
                && before.donors().size() > 1
                && recipients.stream().anyMatch(r -> isIn(r, donors))) {
            // Of "hai nước" none is the one that receives: those two who gave before.
            donors.clear();
            donors.addAll(contextual(scene, before.donors()));
        }
        if (donors.size() > 1 && !recipients.isEmpty() && recipients.stream().allMatch(r -> isIn(r, donors))) {
            // Of two that work together, the one where it is done receives.
            donors.removeIf(d -> isIn(d, recipients));
        }
        if (!recipients.isEmpty()
                && recipients.stream().allMatch(r -> isIn(r, donors))
                && donors.stream().allMatch(d -> isIn(d, recipients))
                && hasInside(scene, word, recipients)) {
            // "trong chiến tranh Triều Tiên gửi tặng Triều Tiên": who stands in the word receives.
            donors.clear();
        }
        recipients.removeIf(r -> donors.stream().anyMatch(d -> d.code().equals(r.code())));
        if (before != null) {
            boolean follows = Clause.at(scene.clauses, part.from()).from() < part.from();
            boolean goesOn =
                    recipients.isEmpty() || follows || recipients.stream().anyMatch(r -> isIn(r, before.recipients()));
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
        givers.ifPresent(g -> g.complete(scene, part, donors, recipients));
        return donors.isEmpty() || recipients.isEmpty() || isSame(donors, recipients)
                ? null
                : new AidRoles(donors, recipients);
    }

    /** The last of the parties that pass, with those joined to it. */
    private static List<ActorRef> nearest(Scene scene, Clause part, List<AidParty> parties, Predicate<AidParty> test) {
        for (int i = parties.size() - 1; i >= 0; i--) {
            var party = parties.get(i);
            if (test.test(party)) {
                var group = scene.lastGroup(part.from(), party.to());
                return group.containsAll(party.refs()) ? group : party.refs();
            }
        }
        return List.of();
    }

    /** The first of the parties that pass, with those joined to it. */
    private static List<ActorRef> first(Scene scene, Clause part, List<AidParty> parties, Predicate<AidParty> test) {
        for (var party : parties) {
            if (test.test(party)) {
                var group = scene.firstGroup(party.from(), part.to());
                return group.containsAll(party.refs()) ? group : party.refs();
            }
        }
        return List.of();
    }

    /** Who stands right behind a word of giving: "viện trợ Lào". */
    private static List<ActorRef> adjacent(Scene scene, Clause part, Span word, List<AidParty> behind) {
        return first(scene, part, behind, p -> p.marker().isEmpty() && p.from() - word.to() <= 1);
    }

    private static List<ActorRef> group(Scene scene, List<AidParty> parties) {
        return parties.isEmpty()
                ? List.of()
                : scene.actorsIn(
                                        parties.get(0).from(),
                                        parties.get(parties.size() - 1).to())
                                .isEmpty()
                        ? parties.get(0).refs()
                        : scene.actorsIn(
                                parties.get(0).from(),
                                parties.get(parties.size() - 1).to());
    }

    /** Whether between a word and the "của" behind it only words stand that say which aid: "viện trợ kinh tế của". */
    private static boolean isNominal(Scene scene, int from, int to) {
        int i = from;
        while (i < to) {
            int next = i;
            for (var span : scene.reading.startingAt(i)) {
                next = span.is("%aid.qualify") || span.is("%party.title") ? Math.max(next, span.to()) : next;
            }
            if (next == i
                    && !OF.contains(scene.reading.lower(i))
                    && !scene.reading.lower(i).equals("được")) {
                return false;
            }
            i = Math.max(next, i + 1);
        }
        return true;
    }

    private static boolean isIn(ActorRef actor, List<ActorRef> actors) {
        for (var other : actors) {
            if (other.code().equals(actor.code())) {
                return true;
            }
        }
        return false;
    }

    private static List<ActorRef> contextual(Scene scene, List<ActorRef> actors) {
        return actors.stream().map(a -> scene.sides.contextual(a.code())).toList();
    }

    static boolean isSame(List<ActorRef> a, List<ActorRef> b) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = a.get(i).code().equals(b.get(i).code());
        }
        return same;
    }

    private static boolean hasComma(Scene scene, int from, int to) {
        for (int i = from; i < to; i++) {
            if (scene.reading.key(i).equals(",")) {
                return true;
            }
        }
        return false;
    }

    /** Where a word of learning says where to. */
    private static int there(Scene scene, Span word) {
        for (int i = word.from(); i < word.to(); i++) {
            if (THERE.contains(scene.reading.lower(i))) {
                return i;
            }
        }
        return word.from();
    }

    /** Whether an instrument opens a part, with no one between it and the word but where it was signed. */
    private static boolean isByInstrument(Scene scene, Clause part, Span word) {
        return scene.instruments.stream()
                .filter(i -> i.from() >= part.from() && i.to() <= word.from() && i.from() - part.from() <= TITLE)
                .anyMatch(i -> scene.actors.stream().noneMatch(a -> a.from() >= i.to() && a.to() <= word.from()));
    }
}
