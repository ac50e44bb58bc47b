package org.banggiao.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banggiao.text.Folding;
import org.banggiao.time.DateAlternatives;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Brings claims together that speak of the same thing. Greedy and in order of the passages: a claim joins the first thing that
 * holds a claim it agrees with, else it opens a new one; nothing depends on the order in which claims are given.
 *
 * <p>Only things are asked that share a key with the claim ({@link MergeIndex}), so that the time grows with the number of claims
 * and not with its square.
 */
public final class Merger {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private final List<MergeGroup> groups = new ArrayList<>();
    private final Map<String, Integer> groupById = new HashMap<>();
    private final MergeIndex index;
    private final Sameness sameness;
    private final Map<String, List<Ties.Tie>> same;
    private final Map<String, List<Ties.Tie>> apart;

    private Merger(List<Claim> claims, Ties ties) {
        sameness = new Sameness(claims);
        index = new MergeIndex(sameness);
        same = byClaim(ties.same());
        apart = byClaim(ties.apart());
    }

    /** The things that the claims speak of, in the order of their first passages. */
    public static List<Thing> merge(List<Claim> claims) {
        return merge(claims, Ties.NONE);
    }

    /**
     * The things that the claims speak of, in the order of their first passages. What people decided on two claims comes before
     * every rule; a claim that they rejected stands alone.
     */
    public static List<Thing> merge(List<Claim> claims, Ties ties) {
        var inOrder = claims.stream().sorted(ClaimFile.ORDER).toList();
        var merger = new Merger(inOrder, ties);
        inOrder.forEach(merger::place);
        return merger.groups.stream().map(MergeGroup::thing).toList();
    }

    private void place(Claim claim) {
        int number = tied(claim);
        if (number < 0 && !claim.said().isRejected()) {
            number = alike(claim);
        }
        if (number < 0) {
            number = groups.size();
            groups.add(new MergeGroup(claim));
        }
        groupById.merge(claim.said().id(), number, Math::min);
        index.put(claim, number);
    }

    /** Joins the thing of a claim that people found to speak of the same; its number, or -1 where there is none. */
    private int tied(Claim claim) {
        for (var tie : same.getOrDefault(claim.said().id(), List.of())) {
            var number = groupById.get(tie.otherThan(claim));
            if (number != null) {
                groups.get(number).add(claim, tie.reason());
                return number;
            }
        }
        return -1;
    }

    /** Joins the thing that it agrees with; its number, or -1 where there is none. */
    private int alike(Claim claim) {
        var others = apart.getOrDefault(claim.said().id(), List.of()).stream()
                .map(tie -> tie.otherThan(claim))
                .collect(Collectors.toSet());
        // The nearest thing before comes first: "the agreement" is the one last spoken of.
        for (int number : index.latestFirst(claim)) {
            var group = groups.get(number);
            var reason = group.isApart(others) ? Optional.<String>empty() : group.reasonFor(claim, sameness);
            if (reason.isPresent()) {
                group.add(claim, reason.get());
                return number;
            }
        }
        return -1;
    }

    private static Map<String, List<Ties.Tie>> byClaim(List<Ties.Tie> ties) {
        var byClaim = new HashMap<String, List<Ties.Tie>>();
        for (var tie : ties) {
            Stream.of(tie.claim(), tie.other())
                    .distinct()
                    .forEach(id ->
                            byClaim.computeIfAbsent(id, k -> new ArrayList<>()).add(tie));
        }
        return byClaim;
    }

    /** How much a claim says: that it was so, grain of a date that is stated, then of one from context, then the number of roles. */
    static int fullness(Claim claim) {
        int grain = claim.knownDate().map(Merger::grain).orElse(0);
        if (claim instanceof Instrument && claim.date() instanceof DateInterval) {
            // It is signed on one day: one day says more than some.
            grain -= 2;
        }
        int stated = claim.said().derivedFromContext().contains("date") ? 0 : 1;
        int roles = switch (claim) {
            case DiplomaticEvent e -> e.actors().size() + e.persons().size();
            case Instrument i -> i.parties().size() + i.signatories().size();
            case AidFlow a -> a.donors().size() + a.recipients().size();
        };
        int affirmed = claim.said().polarity() == Said.Polarity.AFFIRMED ? 1 : 0;
        return affirmed * 1000 + grain * 40 + stated * 20 + Math.min(roles, 19);
    }

    private static int grain(HistoricalDate date) {
        return switch (date) {
            case DatePoint p -> p.grain().ordinal() + 1;
            case DateInterval i ->
                i.start().map(Merger::grain).orElse(0)
                        + (i.start().isPresent() && i.end().isPresent() ? 1 : 0);
            case DateAlternatives a -> 1;
        };
    }

    static boolean sameDate(Claim a, Claim b) {
        return a.date() != null
                && b.date() != null
                && a.date().edtf().equals(b.date().edtf());
    }

    static boolean compatible(Claim a, Claim b) {
        var x = a.date();
        var y = b.date();
        return x != null && y != null && (x.isWithin(y) || y.isWithin(x));
    }

    /** Whether one names all actors of the other, or one none: those who name others speak of something else. */
    static boolean isPart(List<ActorRef> a, List<ActorRef> b) {
        return codes(a).containsAll(codes(b)) || codes(b).containsAll(codes(a));
    }

    static boolean isDay(@Nullable HistoricalDate date) {
        return switch (date) {
            case null -> false;
            case DatePoint p -> p.grain() == DatePoint.Grain.DAY;
            case DateInterval i ->
                i.start().isPresent() && i.end().isPresent() && isDay(i.start().get());
            case DateAlternatives a -> false;
        };
    }

    /** Whether a date says at least the month. */
    static boolean isFine(@Nullable HistoricalDate date) {
        return date instanceof DatePoint p && p.grain().compareTo(DatePoint.Grain.MONTH) >= 0 || isDay(date);
    }

    /** Share of the actors that both name: size of the common part by that of the union. */
    static double share(Set<String> a, Set<String> b) {
        int common = 0;
        for (var code : a) {
            common += b.contains(code) ? 1 : 0;
        }
        int union = a.size() + b.size() - common;
        return union == 0 ? 1 : (double) common / union;
    }

    /** As {@link #share(Set, Set)}, by the codes of the actors. */
    static double share(List<ActorRef> a, List<ActorRef> b) {
        return share(codes(a), codes(b));
    }

    static Set<String> codes(List<ActorRef> actors) {
        var codes = new HashSet<String>();
        actors.forEach(a -> codes.add(a.code()));
        return codes;
    }

    /** Words in lower case with one spelling each and without marks. */
    static String fold(String text) {
        return Stream.of(BETWEEN_WORDS.split(text))
                .filter(w -> !w.isEmpty())
                .map(w -> Folding.syllable(w).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
