package org.banggiao.mention;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has read in a sentence: a stretch of tokens with a class, a value and the parts that it was made of.
 *
 * @param from first token
 * @param to the token after the last, greater than {@code from}
 * @param of its class, such as {@code date} or {@code actor.country}; a list of words is {@code %} with the list's name
 * @param value what it says, or null where the class says it all
 * @param rule name of the rule that read it
 * @param parts captured parts by name
 */
public record Span(int from, int to, SpanType of, @Nullable Object value, String rule, Map<String, List<Span>> parts) {
    public Span {
        if (to <= from) {
            throw new IllegalArgumentException("an empty stretch of tokens: " + from + " to " + to + " as " + of);
        }
    }

    /** A span without parts. */
    public static Span of(int from, int to, String type, @Nullable Object value, String rule) {
        return new Span(from, to, SpanType.of(type), value, rule, Map.of());
    }

    /** The name of its class. */
    public String type() {
        return of.name();
    }

    /** Whether it is of a class or of one below it: {@code actor.country} is of {@code actor}. */
    public boolean is(String wanted) {
        return of.is(wanted);
    }

    /** Whether it is of a class or of one below it. */
    boolean is(SpanType wanted) {
        return of.is(wanted);
    }

    public boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    /** Whether it covers the token. */
    public boolean covers(int token) {
        return from <= token && token < to;
    }
}
