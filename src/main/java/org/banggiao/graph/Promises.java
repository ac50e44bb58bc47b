package org.banggiao.graph;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.banggiao.claim.ActorRef;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.DiplomaticEvent;
import org.banggiao.claim.Instrument;
import org.banggiao.time.HistoricalDate;

/**
 * What became of plans. A plan came true in the one act of its type, between the same actors, whose date lies within the
 * plan's. Where two are equally good, neither is taken.
 */
final class Promises {
    private final Map<Subject, Subject> realisedBy = new IdentityHashMap<>();

    private Promises() {}

    static Promises of(List<Subject> subjects) {
        var promises = new Promises();
        promises.plans(subjects);
        return promises;
    }

    /** What a plan came true in. */
    Optional<Subject> realisedBy(Subject plan) {
        return Optional.ofNullable(realisedBy.get(plan));
    }

    private record Act(Subject subject, String type, Set<String> who, HistoricalDate date) {}

    private void plans(List<Subject> subjects) {
        var facts = new ArrayList<Act>();
        var plans = new ArrayList<Act>();
        for (var subject : subjects) {
            act(subject).ifPresent(a -> (subject.resourceClass() == Subject.Class.PLAN ? plans : facts).add(a));
        }
        for (var subject : subjects) {
            if (subject.resourceClass() == Subject.Class.PLAN) {
                subjects.stream()
                        .filter(other -> other != subject && other.thing() == subject.thing())
                        .findFirst()
                        .ifPresent(other -> realisedBy.put(subject, other));
            }
        }
        for (var plan : plans) {
            var found = facts.stream()
                    .filter(f -> f.type().equals(plan.type()) && f.who().equals(plan.who()))
                    .filter(f -> f.date().isWithin(plan.date()))
                    .toList();
            if (found.size() == 1) {
                realisedBy.putIfAbsent(plan.subject(), found.get(0).subject());
            }
        }
    }

    private static Optional<Act> act(Subject subject) {
        var date = DateDecision.of(subject.claims()).map(DateDecision::date).orElse(null);
        var type = switch (subject.claims().get(0)) {
            case DiplomaticEvent e -> e.type().code();
            case Instrument i -> "signing " + i.type().code();
            case AidFlow a -> null;
        };
        var who = new TreeSet<String>();
        for (var claim : subject.claims()) {
            var actors = switch (claim) {
                case DiplomaticEvent e -> e.actors();
                case Instrument i -> i.parties();
                case AidFlow a -> List.<ActorRef>of();
            };
            actors.forEach(a -> who.add(a.code()));
        }
        return type == null || date == null || who.isEmpty()
                ? Optional.empty()
                : Optional.of(new Act(subject, type, who, date));
    }
}
