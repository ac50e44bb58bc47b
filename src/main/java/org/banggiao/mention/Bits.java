package org.banggiao.mention;

import java.util.Arrays;

/** A set of few numbers of many, as those words of its bits that are not zero. */
final class Bits {
    private final int[] places;
    private final long[] words;

    private Bits(int[] places, long[] words) {
        this.places = places;
        this.words = words;
    }

    /** The set of the bits that are set. */
    static Bits of(long[] bits) {
        var places = new int[bits.length];
        var words = new long[bits.length];
        int count = 0;
        for (int i = 0; i < bits.length; i++) {
            if (bits[i] != 0) {
                places[count] = i;
                words[count++] = bits[i];
            }
        }
        return new Bits(Arrays.copyOf(places, count), Arrays.copyOf(words, count));
    }

    boolean isEmpty() {
        return places.length == 0;
    }

    /** Sets the bits of the set in others; whether there are any. */
    boolean addTo(long[] bits) {
        for (int i = 0; i < places.length; i++) {
            bits[places[i]] |= words[i];
        }
        return places.length > 0;
    }

    /** Whether all bits of the set are set in others. */
    boolean isIn(long[] bits) {
        for (int i = 0; i < places.length; i++) {
            if ((words[i] & ~bits[places[i]]) != 0) {
                return false;
            }
        }
        return true;
    }
}
