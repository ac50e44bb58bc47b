package org.banggiao.publish.entity;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.banggiao.text.Folding;

/** Finds what somebody may have meant who asked for an address that does not exist. */
public final class NearKeys {
    private static final int MOST = 8;
    private static final int MOST_LETTERS = 120;

    private NearKeys() {}

    private record Candidate(Listed listed, int distance) {}

    /**
     * The resources whose class and key, or whose name, are nearest to those of a path.
     *
     * @param classAndKey such as {@code country/laos}, decoded
     */
    static List<Listed> find(Catalogue catalogue, String classAndKey, LocalAddress address) {
        int slash = classAndKey.indexOf('/');
        if (slash < 0 || classAndKey.length() > MOST_LETTERS) {
            return List.of();
        }
        var type = classAndKey.substring(0, slash);
        var key = fold(classAndKey.substring(slash + 1));
        int bound = Math.max(1, key.length() / 4);
        return catalogue.all().stream()
                .map(listed -> new Candidate(listed, distance(listed, type, key, bound, address)))
                .filter(c -> c.distance() <= 2 * bound + 1)
                .sorted(Comparator.comparingInt(Candidate::distance)
                        .thenComparing(c -> c.listed().iri(), Subgraph.ORDER))
                .limit(MOST)
                .map(Candidate::listed)
                .toList();
    }

    /** Twice the letters to change in key or name, one more where the class differs; large where it is not near. */
    private static int distance(Listed listed, String type, String key, int bound, LocalAddress address) {
        var path = address.path(listed.iri().getURI()).orElse("");
        var parts = path.split("/", 4);
        if (parts.length < 4) {
            return Integer.MAX_VALUE;
        }
        int best = edits(parts[3], key, bound);
        if (!listed.kind().isThing()) {
            for (var label : listed.labels()) {
                best = Math.min(best, edits(fold(label), key, bound));
            }
        }
        return best > bound ? Integer.MAX_VALUE : 2 * best + (parts[2].equals(type) ? 0 : 1);
    }

    private static String fold(String text) {
        return Folding.bare(Normalizer.normalize(text, Normalizer.Form.NFC))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }

    /**
     * Letters to add, take away, change or swap with their neighbour to make one of the other, or more than the bound where
     * it is more.
     */
    public static int edits(String a, String b, int bound) {
        if (Math.abs(a.length() - b.length()) > bound) {
            return bound + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > bound) {
                return bound + 1;
            }
            int[] next = before;
            before = above;
            above = row;
            row = next;
        }
        return above[b.length()];
    }
}
