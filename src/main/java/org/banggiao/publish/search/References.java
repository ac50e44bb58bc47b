package org.banggiao.publish.search;

/** Counts how often addresses are named, in little memory: by a hash of 64 bits, without the addresses themselves. */
final class References {
    private long[] keys = new long[1 << 12];
    private int[] counts = new int[1 << 12];
    private int used;

    void add(String address) {
        int slot = slot(hash(address));
        if (keys[slot] == 0) {
            keys[slot] = hash(address);
            used++;
        }
        counts[slot]++;
        if (used * 2 > keys.length) {
            grow();
        }
    }

    /** How often an address was added. */
    int of(String address) {
        return counts[slot(hash(address))];
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** FNV-1a with a last mix; never 0, which marks an empty slot. */
    private static long hash(String address) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < address.length(); i++) {
            hash = (hash ^ address.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
