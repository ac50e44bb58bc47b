package org.banggiao.publish.entity;

/** Texts as people order them: runs of digits by their value, so that {@code item/2} comes before {@code item/10}. */
final class NaturalOrder {
    private NaturalOrder() {}

    static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int endA = endOfDigits(a, i);
                int endB = endOfDigits(b, j);
                int c = compareNumbers(a, i, endA, b, j, endB);
                if (c != 0) {
                    return c;
                }
                i = endA;
                j = endB;
            } else {
                int c = Character.compare(a.charAt(i++), b.charAt(j++));
                if (c != 0) {
                    return c;
                }
            }
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    /** Compares two runs of digits by their values: noughts before them count nothing. */
    private static int compareNumbers(String a, int fromA, int endA, String b, int fromB, int endB) {
        int i = afterNoughts(a, fromA, endA);
        int j = afterNoughts(b, fromB, endB);
        if (endA - i != endB - j) {
            return Integer.compare(endA - i, endB - j);
        }
        while (i < endA) {
            int c = Character.compare(a.charAt(i++), b.charAt(j++));
            if (c != 0) {
                return c;
            }
        }
        return 0;
    }

    /** Where the first digit that counts stands; the last one always does. */
    private static int afterNoughts(String s, int from, int end) {
        int i = from;
        while (i < end - 1 && s.charAt(i) == '0') {
            i++;
        }
        return i;
    }

    private static int endOfDigits(String s, int from) {
        int i = from;
        while (i < s.length() && isDigit(s.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
