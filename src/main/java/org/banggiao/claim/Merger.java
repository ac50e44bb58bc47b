package org.banggiao.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banggiao.quantity.Money;
import org.banggiao.text.Folding;
import org.banggiao.time.DateAlternatives;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Brings claims together that speak of the same thing. Greedy and in order of the passages: a claim joins the first thing that
 * holds a claim it agrees with, else it opens a new one; nothing depends on the order in which claims are given.
 */
public final class Merger {
    private static final Pattern DECREE_KIND = Pattern.compile(
            "nghị quyết|chỉ thị|thông tri|thông tư|quyết định|thông báo|sắc lệnh|nghị định",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DECREE =
            Pattern.compile("(?:Nghị quyết|Chỉ thị|Thông tri|Thông tư|Quyết định|Thông báo)(?: số)? (\\d{1,5})");
    private final InstrumentIdentity instruments = new InstrumentIdentity();

    private Merger() {}

    /** The things that the claims speak of, in the order of their first passages. */
    public static List<Thing> merge(List<Claim> claims) {
        return merge(claims, Ties.NONE);
    }

    /**
     * The things that the claims speak of, in the order of their first passages. What people decided on two claims comes before
     * every rule; a claim that they rejected stands alone.
     */
    public static List<Thing> merge(List<Claim> claims, Ties ties) {
        var merger = new Merger();
        var groups = new ArrayList<Group>();
        for (var claim : claims.stream().sorted(ClaimFile.ORDER).toList()) {
            var joined = joinTied(claim, groups, ties);
            // The nearest thing before comes first: "the agreement" is the one last spoken of.
            for (var group : groups.reversed()) {
                if (joined || claim.said().isRejected()) {
                    break;
                }
                if (group.isApart(claim, ties)) {
                    continue;
                }
                var reason = group.reasonFor(claim, merger);
                if (reason.isPresent()) {
                    group.claims.add(claim);
                    group.reasons.add(reason.get());
                    joined = true;
                }
            }
            if (!joined) {
                groups.add(new Group(claim));
            }
        }
        return groups.stream()
                .map(g -> new Thing(g.claims.get(0).kind(), g.claims, g.reasons))
                .toList();
    }

    /** Joins the thing of a claim that people found to speak of the same; whether there is one. */
    private static boolean joinTied(Claim claim, List<Group> groups, Ties ties) {
        for (var tie : ties.same()) {
            for (var group : groups) {
                if (group.claims.stream().anyMatch(known -> tie.joins(known, claim))) {
                    group.claims.add(claim);
                    group.reasons.add(tie.reason());
                    return true;
                }
            }
        }
        return false;
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

    private static final class Group {
        final List<Claim> claims = new ArrayList<>();
        final List<String> reasons = new ArrayList<>();

        Group(Claim first) {
            claims.add(first);
        }

        /** Whether people found that the claim speaks of another thing, or that what opened this one is not said at all. */
        boolean isApart(Claim claim, Ties ties) {
            return claims.get(0).said().isRejected()
                    || !ties.apart().isEmpty()
                            && ties.apart().stream()
                                    .anyMatch(tie -> claims.stream().anyMatch(known -> tie.joins(known, claim)));
        }

        /** Why the claim speaks of this thing: it must contradict none of its claims, and agree with one. */
        Optional<String> reasonFor(Claim claim, Merger merger) {
            Optional<String> reason = Optional.empty();
            for (var known : claims) {
                if (!known.kind().equals(claim.kind())) {
                    return Optional.empty();
                }
                boolean contradicts = contradicts(known, claim);
                var slip = contradicts || reason.isEmpty() ? merger.slip(known, claim) : Optional.<String>empty();
                if (contradicts && slip.isEmpty()) {
                    return Optional.empty();
                }
                if (reason.isEmpty()) {
                    reason = merger.sameThing(known, claim).or(() -> slip);
                }
            }
            return reason;
        }
    }

    private static boolean contradicts(Claim a, Claim b) {
        var x = a.date();
        var y = b.date();
        return x != null && y != null && !x.isWithin(y) && !y.isWithin(x);
    }

    private Optional<String> sameThing(Claim known, Claim claim) {
        if (known instanceof Instrument a && claim instanceof Instrument b) {
            return instruments.same(a, b);
        }
        if (known instanceof DiplomaticEvent a && claim instanceof DiplomaticEvent b) {
            return sameEvent(a, b);
        }
        if (known instanceof AidFlow a && claim instanceof AidFlow b) {
            return sameFlow(a, b);
        }
        return Optional.empty();
    }

    /**
     * The same thing with a date that one passage gives wrong: nothing but the month, or of instruments the year, tells
     * them apart. Both dates are kept, as a conflict.
     */
    private Optional<String> slip(Claim a, Claim b) {
        boolean isSame = false;
        if (a instanceof Instrument x && b instanceof Instrument y && isSlip(a.date(), b.date(), true)) {
            isSame = instruments.isSameSubject(x, y);
        } else if (a instanceof DiplomaticEvent x
                && b instanceof DiplomaticEvent y
                && isSlip(a.date(), b.date(), false)) {
            var persons = keys(x.persons());
            isSame = x.type() == y.type()
                    && share(x.actors(), y.actors()) == 1
                    && (sameAbout(x, y) || !persons.isEmpty() && persons.equals(keys(y.persons())));
        }
        return isSame
                ? Optional.of("same type, parties and subject, and of the dates one number only differs: one is a slip")
                : Optional.empty();
    }

    private static boolean isSlip(@Nullable HistoricalDate a, @Nullable HistoricalDate b, boolean alsoInYear) {
        if (!(a instanceof DatePoint x && b instanceof DatePoint y)
                || x.grain() != DatePoint.Grain.DAY
                || y.grain() != DatePoint.Grain.DAY
                || x.day() != y.day()) {
            return false;
        }
        return x.year() == y.year() ? x.month() != y.month() : alsoInYear && x.month() == y.month();
    }

    private static Set<String> keys(List<PersonRef> persons) {
        return persons.stream()
                .map(PersonRef::key)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Optional<String> sameEvent(DiplomaticEvent a, DiplomaticEvent b) {
        if (a.type() != b.type()
                || !a.said().factuality().equals(b.said().factuality())
                || share(a.actors(), b.actors()) < 0.5) {
            return Optional.empty();
        }
        var decree = decree(a);
        var other = decree(b);
        if (a.type() == EventType.DECISION && decree != null && other != null && compatible(a, b)) {
            return decree.equals(other)
                    ? Optional.of("same number of a resolution, and the dates agree")
                    : Optional.empty();
        }
        if (isOtherDecree(a, b)) {
            return Optional.empty();
        }
        if (sameDate(a, b) && isDay(a.date())) {
            return Optional.of("same type and actors on the same day");
        }
        // "From 1965 on" leaves open when, and "1980 to 1986" tells of several: they agree with every date inside, and
        // so with
        // none.
        boolean open = isOpen(a.date()) || isOpen(b.date()) || overYears(a.date()) || overYears(b.date());
        if (a.type() == EventType.VISIT
                && !open
                && saysMonth(a)
                && saysMonth(b)
                && samePerson(a, b)
                && compatible(a, b)) {
            return Optional.of("same visitor and actors in the same month, and the dates agree");
        }
        if ((open ? sameDate(a, b) : compatible(a, b)) && sameAbout(a, b)) {
            return Optional.of("same type, actors and subject, and the dates agree");
        }
        return Optional.empty();
    }

    private static Optional<String> sameFlow(AidFlow a, AidFlow b) {
        if (a.status() != b.status()
                || !sameDate(a, b)
                || !codes(a.donors()).equals(codes(b.donors()))
                || !codes(a.recipients()).equals(codes(b.recipients()))) {
            return Optional.empty();
        }
        Set<Money> money = new HashSet<>(a.amounts());
        boolean sameMoney = !money.isEmpty() && money.equals(new HashSet<>(b.amounts()));
        boolean sameItems = a.amounts().isEmpty()
                && b.amounts().isEmpty()
                && !a.items().isEmpty()
                && a.items().equals(b.items());
        if (refines(a, b)) {
            return Optional.of("same donors, recipients and period, and one sum is the other more exactly");
        }
        return sameMoney || sameItems
                ? Optional.of("same donors, recipients, period and " + (sameMoney ? "amount" : "items"))
                : Optional.empty();
    }

    /** Whether both give one sum, one of them exactly and the other as what that can be called in round numbers. */
    private static boolean refines(AidFlow a, AidFlow b) {
        if (a.amounts().size() != 1 || b.amounts().size() != 1 || !a.items().equals(b.items())) {
            return false;
        }
        var x = a.amounts().get(0);
        var y = b.amounts().get(0);
        boolean sameTerms = a.terms() == b.terms()
                || a.terms() == AidFlow.Terms.UNSPECIFIED
                || b.terms() == AidFlow.Terms.UNSPECIFIED;
        return sameTerms
                && x.currency().equals(y.currency())
                && (x.amount().isRoundOf(y.amount()) || y.amount().isRoundOf(x.amount()));
    }

    /** Whether two decisions are called by different kinds: a directive is no circular. */
    private static boolean isOtherDecree(DiplomaticEvent a, DiplomaticEvent b) {
        var kind = decreeKind(a);
        var other = decreeKind(b);
        return a.type() == EventType.DECISION && kind != null && other != null && !kind.equals(other);
    }

    private static @Nullable String decreeKind(DiplomaticEvent event) {
        var kind = event.about() == null ? null : DECREE_KIND.matcher(event.about());
        return kind != null && kind.find() ? fold(kind.group()) : null;
    }

    /** Whether the date of an event says at least the month. */
    private static boolean saysMonth(DiplomaticEvent event) {
        return switch (event.date()) {
            case DatePoint p -> p.grain().compareTo(DatePoint.Grain.MONTH) >= 0;
            case DateInterval i ->
                i.start()
                        .filter(s -> s.grain().compareTo(DatePoint.Grain.MONTH) >= 0)
                        .isPresent();
            case DateAlternatives a -> false;
        };
    }

    private static boolean samePerson(DiplomaticEvent a, DiplomaticEvent b) {
        return a.persons().stream()
                .anyMatch(p -> b.persons().stream()
                        .anyMatch(q -> p.key() != null
                                ? p.key().equals(q.key())
                                : p.printed().equals(q.printed())));
    }

    /** The number of a resolution or directive that an event is about, or null. */
    private static @Nullable String decree(DiplomaticEvent event) {
        if (event.about() == null) {
            return null;
        }
        var number = DECREE.matcher(event.about());
        return number.find() ? number.group(1) : null;
    }

    private static boolean sameDocument(Claim a, Claim b) {
        return a.said().statedIn().document().equals(b.said().statedIn().document());
    }

    private static boolean sameAbout(DiplomaticEvent a, DiplomaticEvent b) {
        return a.about() != null && b.about() != null && fold(a.about()).equals(fold(b.about()));
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

    private static boolean isOpen(@Nullable HistoricalDate date) {
        return date instanceof DateInterval i && (i.start().isEmpty() || i.end().isEmpty());
    }

    private static boolean overYears(@Nullable HistoricalDate date) {
        return date instanceof DateInterval && date.singleYear().isEmpty();
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
    static double share(List<ActorRef> a, List<ActorRef> b) {
        var common = codes(a);
        var union = codes(a);
        common.retainAll(codes(b));
        union.addAll(codes(b));
        return union.isEmpty() ? 1 : (double) common.size() / union.size();
    }

    private static Set<String> codes(List<ActorRef> actors) {
        return actors.stream().map(ActorRef::code).collect(Collectors.toCollection(HashSet::new));
    }

    /** Words in lower case with one spelling each and without marks. */
    static String fold(String text) {
        return Stream.of(text.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(w -> !w.isEmpty())
                .map(w -> Folding.syllable(w).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
