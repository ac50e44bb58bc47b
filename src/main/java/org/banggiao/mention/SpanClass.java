package org.banggiao.mention;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read in a sentence of one class and of those below it. */
final class SpanClass {
    private static final Comparator<Span> BY_PLACE =
            (a, b) -> a.from() == b.from() ? Integer.compare(a.to(), b.to()) : Integer.compare(a.from(), b.from());

    private final SpanType type;
    private final @Nullable SpanClass above;

    // In the order in which they were read, or by place; those at one place always as they were read.
    private final List<Span> spans = new ArrayList<>(4);
    private boolean ordered = true;
    private @Nullable List<Span> asked;

    /** A class, with the one above it: {@code actor} is above {@code actor.country}. */
    SpanClass(SpanType type, @Nullable SpanClass above) {
        this.type = type;
        this.above = above;
    }

    SpanType type() {
        return type;
    }

    /** Adds to this class and to all above. */
    void add(Span span) {
        ordered &= spans.isEmpty() || BY_PLACE.compare(spans.getLast(), span) <= 0;
        spans.add(span);
        asked = null;
        if (above != null) {
            above.add(span);
        }
    }

    /** What was read so far, by place; later additions do not change it. */
    List<Span> byPlace() {
        var known = asked;
        if (known == null) {
            if (!ordered) {
                spans.sort(BY_PLACE);
                ordered = true;
            }
            known = Collections.unmodifiableList(new ArrayList<>(spans));
            asked = known;
        }
        return known;
    }

    /** Whether one ends before a token and begins no earlier than another. */
    boolean ends(int token, int earliest) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).to() == token && spans.get(i).from() >= earliest) {
                return true;
            }
        }
        return false;
    }
}
