package org.banggiao.mention;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was read in a sentence, by class. A table of its own, as it is asked for every span of every sentence. */
final class SpanClasses {
    // By the name of the class, or at the next free place behind; a power of two, at most half of it taken.
    private @Nullable SpanClass[] table = new SpanClass[32];
    private int size;

    /** What was read of a class and of those below it, or null where nothing was. */
    @Nullable
    SpanClass get(String name) {
        return table[slot(name)];
    }

    /** The same, made where there is none yet. */
    SpanClass of(SpanType type) {
        var known = table[slot(type.name())];
        if (known != null) {
            return known;
        }
        var above = type.above();
        var added = new SpanClass(type, above == null ? null : of(above));
        if (2 * ++size > table.length) {
            var old = table;
            table = new SpanClass[2 * old.length];
            for (var each : old) {
                if (each != null) {
                    table[slot(each.type().name())] = each;
                }
            }
        }
        table[slot(type.name())] = added;
        return added;
    }

    void forEach(Consumer<SpanClass> action) {
        for (var each : table) {
            if (each != null) {
                action.accept(each);
            }
        }
    }

    private int slot(String name) {
        int mask = table.length - 1;
        int hash = name.hashCode();
        int at = (hash ^ (hash >>> 16)) & mask;
        for (var there = table[at]; there != null && !there.type().name().equals(name); there = table[at]) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
