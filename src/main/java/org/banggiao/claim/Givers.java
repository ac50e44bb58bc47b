package org.banggiao.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.banggiao.mention.Reading;

/**
 * Who gives to whom in a document, counted over all of its sentences that name both with a sum or a quantity: a sentence that
 * names only one of them, or none, speaks of those who mostly do so.
 */
final class Givers {
    /** Flows from which on a document speaks mostly of one giver and one receiver. */
    private static final int ENOUGH = 3;

    private static final int MANIFOLD = 4;

    private final Sides sides;
    private final Map<String, Map<String, Integer>> receivers = new TreeMap<>();
    private final Map<String, Map<String, Integer>> donors = new TreeMap<>();
    private int flows;

    private Givers(Sides sides) {
        this.sides = sides;
    }

    /** Reads who gives to whom in the sentences that name both. */
    static Givers of(Sides sides, List<Reading> readings, Function<Reading, Scene> scenes) {
        var givers = new Givers(sides);
        for (var reading : readings) {
            boolean figures =
                    !reading.all("money").isEmpty() || !reading.all("measure").isEmpty();
            if (figures && !reading.all("aid").isEmpty()) {
                givers.count(scenes.apply(reading));
            }
        }
        return givers;
    }

    private void count(Scene scene) {
        var parts = new AidParts(scene);
        var pairs = new java.util.TreeSet<String>();
        for (var clause : scene.clauses) {
            for (var part : parts.of(clause, false)) {
                var word = part.word();
                var roles = word == null ? null : AidRoles.stated(scene, word, part.stretch());
                if (roles != null) {
                    flows++;
                    for (var donor : roles.donors()) {
                        for (var receiver : roles.recipients()) {
                            // Of funds and leagues that owe or are owed nothing can be told for others.
                            if (!sides.isCountry(receiver.code()) || !pairs.add(donor.code() + " " + receiver.code())) {
                                continue;
                            }
                            count(receivers, sides.asNamed(donor.code()), sides.asNamed(receiver.code()));
                            count(donors, sides.asNamed(receiver.code()), sides.asNamed(donor.code()));
                        }
                    }
                }
            }
        }
    }

    private static void count(Map<String, Map<String, Integer>> into, String key, String value) {
        into.computeIfAbsent(key, k -> new TreeMap<>()).merge(value, 1, Integer::sum);
    }

    /** Who receives where the donors are known: who mostly receives of them, else who mostly receives, other than they. */
    Optional<ActorRef> receiver(List<ActorRef> known) {
        var all = new TreeMap<String, Integer>();
        for (var donor : known) {
            receivers
                    .getOrDefault(sides.asNamed(donor.code()), Map.of())
                    .forEach((r, n) -> all.merge(r, n, Integer::sum));
        }
        var own = most(all, known);
        if (own.isPresent()) {
            return own;
        }
        all.merge(sides.subject(), 2, Integer::sum);
        for (var each : receivers.values()) {
            each.forEach((r, n) -> all.merge(r, n, Integer::sum));
        }
        return most(all, known);
    }

    /** Who gives where those who receive are known: who mostly gives to them. */
    Optional<ActorRef> donor(List<ActorRef> known) {
        var all = new TreeMap<String, Integer>();
        for (var receiver : known) {
            donors.getOrDefault(sides.asNamed(receiver.code()), Map.of())
                    .forEach((d, n) -> all.merge(d, n, Integer::sum));
        }
        return most(all, known);
    }

    /** Which of two mostly receives from the other, if it is so. */
    Optional<ActorRef> receiverOf(ActorRef one, ActorRef other) {
        int to = flows(one, other);
        int back = flows(other, one);
        if (Math.max(to, back) < ENOUGH || Math.max(to, back) < 2 * Math.min(to, back)) {
            return Optional.empty();
        }
        return Optional.of(to > back ? other : one);
    }

    private static boolean isMostly(int much, int little) {
        return much >= ENOUGH && much >= MANIFOLD * little;
    }

    private int givenBy(List<ActorRef> actors) {
        return sum(receivers, actors);
    }

    private int receivedBy(List<ActorRef> actors) {
        return sum(donors, actors);
    }

    private int sum(Map<String, Map<String, Integer>> flows, List<ActorRef> actors) {
        return actors.stream()
                .flatMap(a -> flows.getOrDefault(sides.asNamed(a.code()), Map.of()).values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Whether one is told to give to the other at all. */
    boolean gives(ActorRef donor, ActorRef receiver) {
        return flows(donor, receiver) > 0;
    }

    private int flows(ActorRef donor, ActorRef receiver) {
        return receivers
                .getOrDefault(sides.asNamed(donor.code()), Map.of())
                .getOrDefault(sides.asNamed(receiver.code()), 0);
    }

    /** Who gives to whom where neither is named: one giver and one receiver of most of the flows, or null. */
    @org.jspecify.annotations.Nullable
    AidRoles usual() {
        var pairs = new ArrayList<String[]>();
        receivers.forEach((d, each) -> each.forEach((r, n) -> {
            if (n >= ENOUGH && 2 * n > flows) {
                pairs.add(new String[] {d, r});
            }
        }));
        return pairs.size() != 1
                ? null
                : new AidRoles(List.of(sides.contextual(pairs.get(0)[0])), List.of(sides.contextual(pairs.get(0)[1])));
    }

    private Optional<ActorRef> most(Map<String, Integer> counts, List<ActorRef> apart) {
        return counts.entrySet().stream()
                .filter(e ->
                        apart.stream().noneMatch(a -> sides.asNamed(a.code()).equals(e.getKey())))
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(e -> sides.contextual(e.getKey()));
    }

    /**
     * A side that is not named: who mostly gives to those who are named, or receives of them, else the other of the two that
     * the document speaks of.
     */
    void complete(Scene scene, Clause part, List<ActorRef> donors, List<ActorRef> recipients) {
        if (donors.isEmpty() && recipients.isEmpty()) {
            if (hasFigure(scene, part)) {
                unnamed(scene).ifPresent(r -> {
                    donors.addAll(r.donors());
                    recipients.addAll(r.recipients());
                });
            }
            return;
        }
        if (donors.isEmpty() && recipients.size() > 1) {
            // Whoever gives to two is named.
            return;
        }
        if (donors.size() == 2 && recipients.isEmpty()) {
            boolean pair = donors.stream().allMatch(d -> d.printed() == null);
            // Of "hai nước" the one receives that mostly does, where it is said how much.
            var receiver = pair && !hasFigure(scene, part)
                    ? Optional.<ActorRef>empty()
                    : receiverOf(donors.get(0), donors.get(1));
            if (pair || receiver.isPresent()) {
                donors.removeIf(d -> receiver.isEmpty() || AidRoles.isSame(List.of(d), List.of(receiver.get())));
                receiver.ifPresent(recipients::add);
                return;
            }
        }
        if (recipients.isEmpty() && donors.size() == 1 && isMostly(receivedBy(donors), givenBy(donors))) {
            // Who only ever receives gives nothing to one who is not named.
            recipients.addAll(donors);
            donors.clear();
        } else if (donors.isEmpty()
                && recipients.size() == 1
                && isMostly(givenBy(recipients), receivedBy(recipients))) {
            donors.addAll(recipients);
            recipients.clear();
        }
        if (donors.isEmpty()) {
            partner(scene, recipients)
                    .or(() -> donor(recipients))
                    .or(() -> other(scene, recipients))
                    .or(() -> subject(recipients))
                    .ifPresent(donors::add);
        } else if (recipients.isEmpty() || AidRoles.isSame(donors, recipients)) {
            recipients.clear();
            receiver(donors).or(() -> other(scene, donors)).ifPresent(recipients::add);
        }
    }

    /** Who gives to those who are named, of the one that the document speaks of beside them. */
    private Optional<ActorRef> partner(Scene scene, List<ActorRef> recipients) {
        return recipients.size() != 1
                ? Optional.empty()
                : scene.sides
                        .partner(recipients.get(0).code(), scene.reading)
                        .map(scene.sides::contextual)
                        .filter(p -> gives(p, recipients.get(0)));
    }

    /** Who gives to whom where neither is named beside the word: of two countries of the sentence the one that mostly does. */
    private Optional<AidRoles> unnamed(Scene scene) {
        var named = scene.actorsIn(0, scene.reading.size()).stream()
                .filter(a -> scene.sides.isCountry(a.code()))
                .toList();
        if (named.isEmpty()) {
            return Optional.ofNullable(usual());
        }
        return named.size() != 2
                ? Optional.empty()
                : receiverOf(named.get(0), named.get(1))
                        .map(r -> AidRoles.isSame(List.of(r), List.of(named.get(0)))
                                ? new AidRoles(List.of(named.get(1)), List.of(named.get(0)))
                                : new AidRoles(List.of(named.get(0)), List.of(named.get(1))));
    }

    private Optional<ActorRef> subject(List<ActorRef> apart) {
        var subject = sides.contextual(sides.subject());
        return apart.stream().anyMatch(a -> AidRoles.isSame(List.of(a), List.of(subject)))
                ? Optional.empty()
                : Optional.of(subject);
    }

    private static boolean hasFigure(Scene scene, Clause part) {
        return Stream.of("money", "measure")
                .flatMap(type -> scene.reading.all(type).stream())
                .anyMatch(f -> part.holds(f.from()));
    }

    private static Optional<ActorRef> other(Scene scene, List<ActorRef> known) {
        return scene.sides.pair().stream()
                .filter(c -> known.stream().noneMatch(k -> k.code().equals(c)))
                .filter(c -> known.stream().allMatch(k -> scene.sides.pair().contains(k.code())))
                .findFirst()
                .map(scene.sides::contextual);
    }
}
