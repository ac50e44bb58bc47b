package org.banggiao.claim.curation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One decision of a person.
 *
 * @param action what is to be done
 * @param target the claim that it is done to; of {@link Action#ADD} the claim to be
 * @param other the second claim of {@link Action#MERGE} and {@link Action#SPLIT}, else null
 * @param set the values that {@link Action#CHANGE} gives, by name; a value without text is taken away
 * @param by who decided
 * @param on when
 * @param why the reason
 * @param place file and line of its block, for messages
 */
public record Correction(
        Action action,
        Target target,
        @Nullable Target other,
        Map<String, String> set,
        String by,
        LocalDate on,
        String why,
        String place) {
    /** What a correction does. */
    public enum Action {
        /** The reading is right, and stays as listed. */
        ACCEPT,
        /** The passage does not say so: the claim stays, marked, and nothing follows from it. */
        REJECT,
        /** Some values are wrong. */
        CHANGE,
        /** The passage says something that was not read. */
        ADD,
        /** Two claims speak of one thing. */
        MERGE,
        /** Two claims speak of two things. */
        SPLIT;

        /** Whether it is about two claims. */
        boolean takesTwo() {
            return this == MERGE || this == SPLIT;
        }
    }

    /**
     * A claim by its evidence.
     *
     * @param kind {@code event}, {@code agreement} or {@code aidflow}
     * @param anchor the sentence that states it
     * @param values what it says, by name: enough to tell it from others stated there
     */
    public record Target(String kind, Anchor anchor, Map<String, String> values) {
        public Target {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    public Correction {
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        if (action.takesTwo() != (other != null)) {
            throw new IllegalArgumentException(
                    action + (other == null ? " needs a second claim" : " is about one claim"));
        }
    }
}
