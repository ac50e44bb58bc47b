package org.banggiao.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.banggiao.claim.ActorRef;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.Claim;
import org.banggiao.claim.DiplomaticEvent;
import org.banggiao.claim.Instrument;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which promises were kept. A plan came true in the one act of its type, between the same actors, whose date lies within the
 * plan's. A delivery fulfils the latest commitment, not later than itself, of the same donors to the same recipients that
 * names the same sum or the same goods; what was not carried out at a time and was delivered later was delayed. Where two
 * answers are equally good, there is none.
 */
final class Promises {
    private final Map<Subject, Subject> realisedBy = new IdentityHashMap<>();
    private final Map<Subject, Subject> fulfils = new IdentityHashMap<>();
    private final Map<Subject, Node> stages = new IdentityHashMap<>();

    private Promises() {}

    static Promises of(List<Subject> subjects) {
        var promises = new Promises();
        promises.plans(subjects);
        promises.flows(subjects);
        return promises;
    }

    /** What a plan came true in. */
    Optional<Subject> realisedBy(Subject plan) {
        return Optional.ofNullable(realisedBy.get(plan));
    }

    /** The commitment that a delivery carries out. */
    Optional<Subject> fulfils(Subject delivery) {
        return Optional.ofNullable(fulfils.get(delivery));
    }

    /** The stage of a flow. */
    Node stage(Subject flow) {
        var stage = stages.get(flow);
        if (stage == null) {
            throw new IllegalArgumentException("no aid flow of this build: " + flow);
        }
        return stage;
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
        var date = date(subject);
        var type = switch (subject.claims().get(0)) {
            case DiplomaticEvent e -> e.type().code();
            case Instrument i -> "signing " + i.type().code();
            case AidFlow a -> null;
        };
        var who = new TreeSet<String>();
        for (var claim : subject.claims()) {
            who.addAll(
                    switch (claim) {
                        case DiplomaticEvent e -> codes(e.actors());
                        case Instrument i -> codes(i.parties());
                        case AidFlow a -> Set.<String>of();
                    });
        }
        return type == null || date == null || who.isEmpty()
                ? Optional.empty()
                : Optional.of(new Act(subject, type, who, date));
    }

    private record Transfer(Subject subject, String stage, String roles, Set<String> goods, HistoricalDate date) {
        boolean isOf(Transfer other) {
            return roles.equals(other.roles) && goods.stream().anyMatch(other.goods::contains);
        }
    }

    private void flows(List<Subject> subjects) {
        var transfers = new ArrayList<Transfer>();
        for (var subject : subjects) {
            if (subject.resourceClass() == Subject.Class.AID_FLOW) {
                var first = (AidFlow) subject.claims().get(0);
                var stage = GuideTerms.stage(first.status(), first.said().factuality());
                stages.put(subject, stage);
                var date = date(subject);
                if (date != null) {
                    transfers.add(new Transfer(
                            subject,
                            stage.getURI().substring(stage.getURI().lastIndexOf('/') + 1),
                            codes(first.donors()) + ">" + codes(first.recipients()),
                            goods(subject),
                            date));
                }
            }
        }
        var deliveries =
                transfers.stream().filter(t -> t.stage().equals("delivery")).toList();
        for (var delivery : deliveries) {
            var promised = transfers.stream()
                    .filter(t -> t.stage().equals("commitment") || t.stage().equals("pledge"))
                    .filter(t -> t.isOf(delivery) && !beginsAfter(t.date(), delivery.date()))
                    .toList();
            latest(promised).ifPresent(t -> fulfils.put(delivery.subject(), t.subject()));
        }
        for (var missed : transfers) {
            if (missed.stage().equals("not-carried-out")
                    && deliveries.stream().anyMatch(d -> d.isOf(missed) && endsAfter(d.date(), missed.date()))) {
                stages.put(missed.subject(), Iris.code("flowstage", "delayed"));
            }
        }
    }

    private static Optional<Transfer> latest(List<Transfer> transfers) {
        Transfer best = null;
        boolean isOnly = true;
        for (var it : transfers) {
            if (best == null || beginsAfter(it.date(), best.date())) {
                best = it;
                isOnly = true;
            } else if (!beginsAfter(best.date(), it.date())) {
                isOnly = false;
            }
        }
        return isOnly ? Optional.ofNullable(best) : Optional.empty();
    }

    /** Sums and goods, each as one text. */
    private static Set<String> goods(Subject subject) {
        var goods = new TreeSet<String>();
        for (var claim : subject.claims()) {
            var flow = (AidFlow) claim;
            flow.amounts().forEach(m -> goods.add(m.amount().value().toPlainString() + " " + m.currency()));
            flow.items()
                    .forEach(i -> goods.add(
                            (i.amount() == null ? "" : i.amount().value().toPlainString()) + " "
                                    + (i.unit() == null ? "" : i.unit()) + " "
                                    + i.what().strip().toLowerCase(Locale.ROOT)));
        }
        return goods;
    }

    private static boolean beginsAfter(HistoricalDate a, HistoricalDate b) {
        return a.earliestStart().isPresent()
                && b.earliestStart().isPresent()
                && a.earliestStart().get().isAfter(b.earliestStart().get());
    }

    private static boolean endsAfter(HistoricalDate a, HistoricalDate b) {
        return a.latestEnd().isPresent()
                && b.latestEnd().isPresent()
                && a.latestEnd().get().isAfter(b.latestEnd().get());
    }

    private static @Nullable HistoricalDate date(Subject subject) {
        List<Claim> claims = subject.claims();
        return DateDecision.of(claims).map(DateDecision::date).orElse(null);
    }

    private static Set<String> codes(Collection<ActorRef> actors) {
        return actors.stream().map(ActorRef::code).collect(Collectors.toCollection(TreeSet::new));
    }
}
