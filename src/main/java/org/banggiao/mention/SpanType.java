package org.banggiao.mention;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The class of a span, such as {@code actor.country}, which lies below {@code actor}: of each name one object, whoever asks for it. */
public final class SpanType {
    private static final int TO_SIX_BITS = 26;
    private static final int SPREAD = 0x9E3779B9;

    // As many as rules and their readers name.
    private static final Map<String, SpanType> ALL = new ConcurrentHashMap<>();
    private static final AtomicInteger LAST = new AtomicInteger(-1);

    private final String name;
    private final int number;
    private final @Nullable SpanType above;
    private final long signs;

    private SpanType(String name, @Nullable SpanType above) {
        this.name = name;
        this.above = above;
        number = LAST.incrementAndGet();
        signs = sign(name) | (above == null ? 0 : above.signs);
    }

    /** The class of a name; a full stop leads from a class to one below it. */
    public static SpanType of(String name) {
        var known = ALL.get(name);
        if (known != null) {
            return known;
        }
        int dot = name.lastIndexOf('.');
        var above = dot < 0 ? null : of(name.substring(0, dot));
        return ALL.computeIfAbsent(name, n -> new SpanType(n, above));
    }

    public String name() {
        return name;
    }

    /** From 0, without gaps but in no order that means anything. */
    int number() {
        return number;
    }

    /** One bit of 64 for a name; names may share it. */
    static long sign(String name) {
        return 1L << (name.hashCode() * SPREAD >>> TO_SIX_BITS);
    }

    /** The signs of its name and of those above it. */
    long signs() {
        return signs;
    }

    /** Whether it is a class or below it. */
    boolean is(SpanType wanted) {
        for (var type = this; type != null; type = type.above) {
            if (type == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is the class of a name or below it. */
    boolean is(String wanted) {
        if ((signs & sign(wanted)) == 0) {
            return false;
        }
        for (var type = this; type != null; type = type.above) {
            if (type.name.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return name;
    }
}
