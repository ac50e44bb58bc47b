package org.banggiao.claim;

import java.util.Optional;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** What one passage claims of one thing: an event, an instrument or an aid flow, with the values as read there. */
public sealed interface Claim permits DiplomaticEvent, Instrument, AidFlow {
    Said said();

    /** The date of the event or signature, or the period of the flow; null where the passage and its context give none. */
    @Nullable
    HistoricalDate date();

    /** The date's words as printed (300 characters at most), or null where it comes from context. */
    @Nullable
    String dateAsPrinted();

    /** {@code event}, {@code agreement} or {@code aidflow}, as the records for measuring name it. */
    default String kind() {
        return switch (this) {
            case DiplomaticEvent e -> "event";
            case Instrument i -> "agreement";
            case AidFlow a -> "aidflow";
        };
    }

    /** The same values, said otherwise. */
    default Claim with(Said other) {
        return switch (this) {
            case DiplomaticEvent e ->
                new DiplomaticEvent(
                        other, e.type(), e.date(), e.dateAsPrinted(), e.place(), e.actors(), e.persons(), e.about());
            case Instrument i ->
                new Instrument(
                        other,
                        i.type(),
                        i.nameAsPrinted(),
                        i.date(),
                        i.dateAsPrinted(),
                        i.parties(),
                        i.place(),
                        i.signatories(),
                        i.valid(),
                        i.provisions());
            case AidFlow a ->
                new AidFlow(
                        other,
                        a.donors(),
                        a.recipients(),
                        a.category(),
                        a.status(),
                        a.terms(),
                        a.amounts(),
                        a.items(),
                        a.date(),
                        a.dateAsPrinted(),
                        a.under());
        };
    }

    default Optional<HistoricalDate> knownDate() {
        return Optional.ofNullable(date());
    }
}
