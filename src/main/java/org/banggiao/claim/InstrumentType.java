package org.banggiao.claim;

import java.util.Locale;

/** The kinds of instrument that records tell apart. */
public enum InstrumentType {
    TREATY,
    AGREEMENT,
    PROTOCOL,
    MEMORANDUM,
    MINUTES,
    JOINT_STATEMENT,
    CONVENTION,
    ARRANGEMENT,
    CONTRACT,
    PLAN,
    OTHER;

    /** The name in records, such as {@code joint-statement}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException where there is no such type */
    public static InstrumentType parse(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
