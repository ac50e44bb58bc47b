package org.banggiao.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.banggiao.claim.AidFlow;
import org.banggiao.claim.Claim;
import org.banggiao.claim.DiplomaticEvent;
import org.banggiao.claim.Instrument;
import org.banggiao.claim.Said;
import org.banggiao.claim.Thing;

/**
 * What gets a resource of its own: a thing, or one side of it where some claims have it as fact and others as intention.
 *
 * @param resourceClass its class in addresses
 * @param thing the thing that it is, or is a side of
 * @param claims the claims that decide it, at least one, earliest passage first
 * @param denials claims that deny it
 */
record Subject(Class resourceClass, Thing thing, List<Claim> claims, List<Claim> denials) {
    /** The classes of things in addresses. */
    enum Class {
        EVENT("event"),
        PLAN("plan"),
        INSTRUMENT("instrument"),
        AID_FLOW("aidflow");

        private final String path;

        Class(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    Subject {
        claims = List.copyOf(claims);
        denials = List.copyOf(denials);
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("a subject needs a claim that affirms it");
        }
    }

    /** All claims on it. */
    Stream<Claim> all() {
        return Stream.concat(claims.stream(), denials.stream());
    }

    /**
     * What a thing gives: nothing where every source denies it or people rejected every claim, or where it is a flow without donors or
     * recipients; a planned act apart from the event where both are claimed,
     * the event first.
     */
    static List<Subject> of(Thing thing) {
        var facts = new ArrayList<Claim>();
        var plans = new ArrayList<Claim>();
        var denials = new ArrayList<Claim>();
        for (var claim : thing.claims()) {
            if (claim.said().isRejected()) {
                continue;
            }
            if (claim.said().polarity() == Said.Polarity.DENIED) {
                denials.add(claim);
            } else if (claim.said().factuality() == Said.Factuality.ACTUAL || claim instanceof AidFlow) {
                facts.add(claim);
            } else {
                plans.add(claim);
            }
        }
        var subjects = new ArrayList<Subject>();
        if (isIncomplete(facts)) {
            return subjects;
        }
        if (!facts.isEmpty()) {
            var factClass = switch (facts.get(0)) {
                case DiplomaticEvent e -> Class.EVENT;
                case Instrument i -> Class.INSTRUMENT;
                case AidFlow a -> Class.AID_FLOW;
            };
            subjects.add(new Subject(factClass, thing, facts, denials));
        }
        if (!plans.isEmpty()) {
            subjects.add(new Subject(Class.PLAN, thing, plans, facts.isEmpty() ? denials : List.of()));
        }
        return subjects;
    }

    /** Whether these are claims of a flow of which none says who gives, or none who receives: no sum can hold it. */
    static boolean isIncomplete(List<Claim> claims) {
        return !claims.isEmpty()
                && claims.get(0) instanceof AidFlow
                && (claims.stream().allMatch(c -> ((AidFlow) c).donors().isEmpty())
                        || claims.stream()
                                .allMatch(c -> ((AidFlow) c).recipients().isEmpty()));
    }
}
