package org.banggiao.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says whether two claims speak of one thing, and why. But for instruments, that depends on what they say alone and not on where
 * they say it; keeps what it has worked out of each claim.
 */
final class Sameness {
    private static final Passage NOWHERE = new Passage("", "", 0, 1, null, null, null, 1, "");

    private final EventIdentity events = new EventIdentity();
    private final InstrumentIdentity instruments;

    /** For these claims. */
    Sameness(List<Claim> claims) {
        instruments = new InstrumentIdentity(claims);
    }

    /** Why a claim speaks of the same as one known before; empty where it does not. */
    Optional<String> same(Claim known, Claim claim) {
        if (known instanceof Instrument a && claim instanceof Instrument b) {
            return instruments.same(a, b);
        }
        if (known instanceof DiplomaticEvent a && claim instanceof DiplomaticEvent b) {
            return events.same(a, b);
        }
        if (known instanceof AidFlow a && claim instanceof AidFlow b) {
            return FlowIdentity.same(a, b);
        }
        return Optional.empty();
    }

    /** What a claim says wherever it says it: claims that differ in place alone give equal ones. */
    static Claim anywhere(Claim claim) {
        var said = claim.said();
        return claim.with(new Said(
                "",
                NOWHERE,
                List.of(),
                said.polarity(),
                said.factuality(),
                null,
                List.of("any"),
                Set.of(),
                BigDecimal.ONE));
    }

    /** Whether neither date lies within the other. */
    static boolean contradict(Claim a, Claim b) {
        return a.date() != null && b.date() != null && !Merger.compatible(a, b);
    }

    /**
     * The same thing with a date that one passage gives wrong: nothing but the month, or of instruments the year, tells
     * them apart. Both dates are kept, as a conflict.
     */
    Optional<String> slip(Claim a, Claim b) {
        boolean isSame = false;
        if (a instanceof Instrument x && b instanceof Instrument y && isSlip(a.date(), b.date(), true)) {
            isSame = instruments.isSameSubject(x, y);
        } else if (a instanceof DiplomaticEvent x
                && b instanceof DiplomaticEvent y
                && isSlip(a.date(), b.date(), false)) {
            isSame = events.isSameButDate(x, y);
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

    /** The keys by which a claim is found: {@link #sought} of another has one of them wherever the two are the same or a slip. */
    Set<Object> keys(Claim claim) {
        return switch (claim) {
            case DiplomaticEvent e -> events.keys(e);
            case Instrument i -> instruments.keys(i);
            case AidFlow a -> FlowIdentity.keys(a);
        };
    }

    /** The keys of which the claims have one that can be the same as this one, or a slip. */
    Set<Object> sought(Claim claim) {
        return claim instanceof Instrument i ? instruments.sought(i) : keys(claim);
    }
}
