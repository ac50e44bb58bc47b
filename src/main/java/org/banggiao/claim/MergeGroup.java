package org.banggiao.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Claims on one thing, as far as they have been met, in the order of their passages. */
final class MergeGroup {
    private final List<Claim> claims = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    // What was said so far, wherever, and the places of the claims that were the first to say it.
    private final Set<Claim> said = new HashSet<>();
    private final List<Integer> firsts = new ArrayList<>();

    MergeGroup(Claim first) {
        claims.add(first);
        remember(first);
    }

    void add(Claim claim, String reason) {
        claims.add(claim);
        reasons.add(reason);
        remember(claim);
    }

    private void remember(Claim claim) {
        if (said.add(Sameness.anywhere(claim))) {
            firsts.add(claims.size() - 1);
        }
    }

    Thing thing() {
        return new Thing(claims.get(0).kind(), claims, reasons);
    }

    /** Whether what opened this group is not said at all, as people found, or the group holds one of some claims. */
    boolean isApart(Set<String> ids) {
        return claims.get(0).said().isRejected()
                || !ids.isEmpty()
                        && claims.stream()
                                .anyMatch(known -> ids.contains(known.said().id()));
    }

    /** Why a claim speaks of this thing: it must contradict none of its claims, and agree with one. */
    Optional<String> reasonFor(Claim claim, Sameness sameness) {
        Optional<String> reason = Optional.empty();
        for (var known : asked(claim)) {
            if (!known.kind().equals(claim.kind())) {
                return Optional.empty();
            }
            boolean contradicts = Sameness.contradict(known, claim);
            var slip = contradicts || reason.isEmpty() ? sameness.slip(known, claim) : Optional.<String>empty();
            if (contradicts && slip.isEmpty()) {
                return Optional.empty();
            }
            if (reason.isEmpty()) {
                reason = sameness.same(known, claim).or(() -> slip);
            }
        }
        return reason;
    }

    /** The claims that a further one is compared with, in order: of those that say the same from afar the first stands for all. */
    private List<Claim> asked(Claim claim) {
        int near = claims.size();
        while (near > 0 && InstrumentIdentity.isPlaceCounted(claims.get(near - 1), claim)) {
            near--;
        }
        var asked = new ArrayList<Claim>();
        for (int first : firsts) {
            if (first < near) {
                asked.add(claims.get(first));
            }
        }
        asked.addAll(claims.subList(near, claims.size()));
        return asked;
    }
}
