package org.banggiao.claim;

import java.util.Locale;

/** The kinds of diplomatic event that records tell apart. */
public enum EventType {
    VISIT,
    MEETING,
    CONFERENCE,
    RECOGNITION,
    RELATIONS,
    STATEMENT,
    PROPOSAL,
    REFUSAL,
    DECISION,
    APPOINTMENT,
    MILITARY,
    WITHDRAWAL,
    DEPLOYMENT,
    SANCTION,
    FOUNDING,
    BORDER,
    PROJECT,
    MEMBERSHIP,
    TRAINING,
    CELEBRATION,
    OTHER;

    /** The name in records, such as {@code visit}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException where there is no such type */
    public static EventType parse(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
