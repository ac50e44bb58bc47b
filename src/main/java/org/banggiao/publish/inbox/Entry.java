package org.banggiao.publish.inbox;

import java.time.Instant;

/**
 * A link that came, and what became of it.
 *
 * @param id that of the link
 * @param received when it came
 * @param decision the last one; that it is held where there is none yet
 */
public record Entry(String id, RecordLink link, Sender sender, Instant received, Decision decision) {
    public Entry {
        if (!id.equals(link.id())) {
            throw new IllegalArgumentException("the id " + id + " is not that of the link");
        }
    }

    /** Where a link stands. */
    public enum State {
        /** It waits for review; nobody but reviewers sees it. */
        HELD,
        /** It is published. */
        ACCEPTED,
        /** It was not published. */
        REFUSED,
        /** It was published, and is no more. */
        REMOVED
    }

    /**
     * What was decided.
     *
     * @param by the reviewer's name; empty where nobody has decided
     * @param at when it was decided or came
     * @param reason as the reviewer gives it, or empty
     */
    public record Decision(State state, String by, Instant at, String reason) {
        public Decision {
            by = RecordLink.text(by, RecordLink.MOST_OF_NAME);
            reason = RecordLink.text(reason, RecordLink.MOST_OF_TEXT);
        }
    }

    public State state() {
        return decision.state();
    }

    /** The same after a decision. */
    Entry with(Decision next) {
        return new Entry(id, link, sender, received, next);
    }

    /** Whether reviewers can decide so, as things stand. */
    public boolean canBecome(State next) {
        return switch (state()) {
            case HELD -> next == State.ACCEPTED || next == State.REFUSED;
            case ACCEPTED -> next == State.REMOVED;
            case REFUSED, REMOVED -> next == State.ACCEPTED;
        };
    }
}
