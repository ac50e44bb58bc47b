package org.banggiao.mention;

import java.util.Arrays;

/** The classes of what was read in a sentence, each once, in the order in which they first came. */
final class SpanTypes {

    private SpanType[] types = new SpanType[8];
    private int size;
    private long signs;

    // By number, which of them are in.
    private long[] seen = new long[4];

    void add(SpanType type) {
        int word = type.number() >>> 6;
        if (word >= seen.length) {
            seen = Arrays.copyOf(seen, word + 1);
        }
        long bit = 1L << type.number();
        if ((seen[word] & bit) != 0) {
            return;
        }
        seen[word] |= bit;
        signs |= type.signs();
        types = size < types.length ? types : Arrays.copyOf(types, 2 * size);
        types[size++] = type;
    }

    int size() {
        return size;
    }

    SpanType get(int index) {
        return types[index];
    }

    /** Whether one of the class may be in; where not, none is. */
    boolean mayHave(String type) {
        return (signs & SpanType.sign(type)) != 0;
    }

    /** Whether one of the class is in. */
    boolean has(String type) {
        if (mayHave(type)) {
            for (int i = 0; i < size; i++) {
                if (types[i].is(type)) {
                    return true;
                }
            }
        }
        return false;
    }
}
