package org.banggiao.store;

/** Counts different values by 64-bit hashes of them: of a million, no two are likely to meet. */
final class Hash64Set {
    private static final int FIRST_CAPACITY = 8;

    private long[] slots = new long[FIRST_CAPACITY];
    private int size;
    private boolean hasZero;

    /** The hash of a text. */
    static long hash(String text) {
        long hash = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    /** The hash of hashes in their order. */
    static long hash(long first, long second, long third) {
        return mix(mix(mix(first) * 31 + second) * 31 + third);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Whether it was not in here before. */
    boolean add(long hash) {
        if (hash == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        if (size * 2 >= slots.length) {
            grow();
        }
        int slot = slot(hash, slots);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        size++;
        return true;
    }

    /** How many different ones there are. */
    long count() {
        return size + (hasZero ? 1 : 0);
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        for (long hash : slots) {
            if (hash != 0) {
                larger[slot(hash, larger)] = hash;
            }
        }
        slots = larger;
    }

    private static int slot(long hash, long[] slots) {
        int slot = (int) (hash & (slots.length - 1));
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
