package org.banggiao.claim;

import java.util.List;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * A claim of an instrument: something that parties concluded together.
 *
 * @param said how and where it is said
 * @param type what kind of instrument
 * @param nameAsPrinted the name as in the text, with normalised white space (300 characters at most)
 * @param date when it was signed, or null where only referred to
 * @param dateAsPrinted the date's words, or null where it comes from context
 * @param parties who concluded it
 * @param place where it was signed, or null
 * @param signatories persons who signed
 * @param valid its term, or null
 * @param provisions what else is said of how it holds
 */
public record Instrument(
        Said said,
        InstrumentType type,
        String nameAsPrinted,
        @Nullable HistoricalDate date,
        @Nullable String dateAsPrinted,
        List<ActorRef> parties,
        @Nullable PlaceRef place,
        List<PersonRef> signatories,
        @Nullable HistoricalDate valid,
        Provisions provisions)
        implements Claim {
    /** An instrument of whose provisions but the term is said. */
    public Instrument(
            Said said,
            InstrumentType type,
            String nameAsPrinted,
            @Nullable HistoricalDate date,
            @Nullable String dateAsPrinted,
            List<ActorRef> parties,
            @Nullable PlaceRef place,
            List<PersonRef> signatories,
            @Nullable HistoricalDate valid) {
        this(said, type, nameAsPrinted, date, dateAsPrinted, parties, place, signatories, valid, Provisions.NONE);
    }

    public Instrument {
        parties = List.copyOf(parties);
        signatories = List.copyOf(signatories);
        if (nameAsPrinted.isBlank()) {
            throw new IllegalArgumentException("an instrument has a name: " + said.statedIn());
        }
    }

    /** The same with other parties. */
    Instrument withParties(List<ActorRef> others) {
        return new Instrument(
                said, type, nameAsPrinted, date, dateAsPrinted, others, place, signatories, valid, provisions);
    }
}
