package org.banggiao.graph;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.banggiao.claim.ActorRef;
import org.banggiao.claim.AidFlow;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of promised aid. A delivery fulfils the latest commitment, not later than itself, of the same donors to the
 * same recipients that names the same sum or the same goods; where it brings fewer of the same goods, it fulfils it in part.
 * What was not carried out at a time reports on such a commitment too, and was delayed where it was delivered later. Where two
 * commitments are equally good, neither is taken.
 */
final class Deliveries {
    /**
     * What is known of a commitment.
     *
     * @param realisation notation in the code list {@code realisation}
     * @param asOf when that was so, or null where nothing is known
     */
    record Outcome(String realisation, @Nullable HistoricalDate asOf) {
        static final Outcome UNKNOWN = new Outcome("unknown", null);
    }

    private record Transfer(
            Subject subject,
            String stage,
            String roles,
            Set<String> goods,
            Map<String, BigDecimal> numbers,
            HistoricalDate date) {
        boolean isOf(Transfer other) {
            return roles.equals(other.roles) && goods.stream().anyMatch(other.goods::contains);
        }

        /** Whether this brings some of the same goods, and of none as many. */
        boolean isPartOf(Transfer other) {
            return roles.equals(other.roles)
                    && numbers.entrySet().stream()
                            .anyMatch(n -> other.numbers.containsKey(n.getKey())
                                    && n.getValue().compareTo(other.numbers.get(n.getKey())) < 0);
        }

        boolean isPromise() {
            return stage.equals("commitment") || stage.equals("pledge");
        }
    }

    private final Map<Subject, Node> stages = new IdentityHashMap<>();
    private final Map<Subject, Subject> fulfils = new IdentityHashMap<>();
    private final Map<Subject, Subject> reportsOn = new IdentityHashMap<>();
    private final Map<Subject, Outcome> outcomes = new IdentityHashMap<>();

    Deliveries(List<Subject> subjects) {
        var transfers = new ArrayList<Transfer>();
        for (var subject : subjects) {
            if (subject.resourceClass() == Subject.Class.AID_FLOW) {
                transfer(subject).ifPresent(transfers::add);
            }
        }
        transfers.stream().filter(Transfer::isPromise).forEach(t -> outcomes.put(t.subject(), Outcome.UNKNOWN));
        var deliveries =
                transfers.stream().filter(t -> t.stage().equals("delivery")).toList();
        for (var missed : transfers) {
            if (missed.stage().equals("not-carried-out")) {
                boolean cameLater =
                        deliveries.stream().anyMatch(d -> d.isOf(missed) && endsAfter(d.date(), missed.date()));
                if (cameLater) {
                    stages.put(missed.subject(), Iris.code("flowstage", "delayed"));
                }
                promised(transfers, missed, p -> missed.isOf(p)).ifPresent(p -> {
                    reportsOn.put(missed.subject(), p.subject());
                    outcomes.put(p.subject(), new Outcome("did-not", missed.date()));
                });
            }
        }
        for (var delivery : deliveries) {
            promised(transfers, delivery, p -> delivery.isPartOf(p)).ifPresent(p -> {
                fulfils.put(delivery.subject(), p.subject());
                outcomes.put(p.subject(), new Outcome("partly", delivery.date()));
            });
        }
        for (var delivery : deliveries) {
            promised(transfers, delivery, p -> delivery.isOf(p)).ifPresent(p -> {
                fulfils.put(delivery.subject(), p.subject());
                outcomes.put(p.subject(), new Outcome("occurred", delivery.date()));
            });
        }
    }

    /** The stage of a flow. */
    Node stage(Subject flow) {
        var stage = stages.get(flow);
        if (stage == null) {
            throw new IllegalArgumentException("no aid flow of this build: " + flow);
        }
        return stage;
    }

    /** The commitment that a delivery carries out, whole or in part. */
    Optional<Subject> fulfils(Subject delivery) {
        return Optional.ofNullable(fulfils.get(delivery));
    }

    /** The commitment that a flow says was not carried out in time. */
    Optional<Subject> reportsOn(Subject missed) {
        return Optional.ofNullable(reportsOn.get(missed));
    }

    /** What became of a commitment; empty for flows that are none. */
    Optional<Outcome> outcome(Subject commitment) {
        return Optional.ofNullable(outcomes.get(commitment));
    }

    private Optional<Transfer> transfer(Subject subject) {
        var first = (AidFlow) subject.claims().get(0);
        var stage = GuideTerms.stage(first.status(), first.said().factuality());
        stages.put(subject, stage);
        return DateDecision.of(subject.claims()).map(decision -> {
            var goods = new TreeSet<String>();
            var numbers = new TreeMap<String, BigDecimal>();
            for (var claim : subject.claims()) {
                var flow = (AidFlow) claim;
                flow.amounts().forEach(m -> goods.add(m.amount().value().toPlainString() + " " + m.currency()));
                for (var item : flow.items()) {
                    var kind = (item.unit() == null ? "" : item.unit()) + " "
                            + item.what().strip().toLowerCase(Locale.ROOT);
                    var number = item.amount() == null ? null : item.amount().value();
                    goods.add((number == null ? "" : number.toPlainString()) + " " + kind);
                    if (number != null) {
                        numbers.putIfAbsent(kind, number);
                    }
                }
            }
            return new Transfer(
                    subject,
                    stage.getURI().substring(stage.getURI().lastIndexOf('/') + 1),
                    codes(first.donors()) + ">" + codes(first.recipients()),
                    goods,
                    numbers,
                    decision.date());
        });
    }

    private static Optional<Transfer> promised(List<Transfer> transfers, Transfer later, Predicate<Transfer> isMeant) {
        return latest(transfers.stream()
                .filter(Transfer::isPromise)
                .filter(isMeant)
                .filter(p -> !beginsAfter(p.date(), later.date()))
                .toList());
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

    private static Set<String> codes(Collection<ActorRef> actors) {
        return actors.stream().map(ActorRef::code).collect(Collectors.toCollection(TreeSet::new));
    }
}
