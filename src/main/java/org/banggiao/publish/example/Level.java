package org.banggiao.publish.example;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whom a question suits, from those who start to those who know SPARQL well. */
public enum Level {
    /** At most four triple patterns, or eight where it adds up; nothing nested. */
    BEGINNER,
    /** Optional parts, alternatives, a step or two to the sources. */
    INTERMEDIATE,
    /** Whatever the question takes. */
    EXPERT;

    /** The value of {@code schema:educationalLevel}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of a code. */
    public static Optional<Level> of(String code) {
        return Arrays.stream(values()).filter(l -> l.code().equals(code)).findFirst();
    }
}
