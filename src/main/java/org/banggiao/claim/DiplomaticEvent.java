package org.banggiao.claim;

import java.util.List;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * A claim of an event. Every event has a date of at least a year.
 *
 * @param said how and where it is said
 * @param type what kind of event
 * @param date when
 * @param dateAsPrinted the date's words, or null where it comes from context
 * @param place where, or null
 * @param actors who acts or is acted on, in the order of the text, each once
 * @param persons who is named with it
 * @param about what the event is called or concerns, as printed, in 8 words at most, or null
 */
public record DiplomaticEvent(
        Said said,
        EventType type,
        HistoricalDate date,
        @Nullable String dateAsPrinted,
        @Nullable PlaceRef place,
        List<ActorRef> actors,
        List<PersonRef> persons,
        @Nullable String about)
        implements Claim {
    public DiplomaticEvent {
        actors = List.copyOf(actors);
        persons = List.copyOf(persons);
    }

    /** The same with other actors. */
    DiplomaticEvent withActors(List<ActorRef> others) {
        return new DiplomaticEvent(said, type, date, dateAsPrinted, place, others, persons, about);
    }
}
