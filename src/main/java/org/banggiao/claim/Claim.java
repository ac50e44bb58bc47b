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

    default Optional<HistoricalDate> knownDate() {
        return Optional.ofNullable(date());
    }
}
