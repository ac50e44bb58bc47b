package org.banggiao.text;

import java.util.Arrays;

/** From char indices of a string to its code points: the same number where the string has no surrogate pairs. */
final class CodePoints {
    private final int[] lowSurrogates;

    private CodePoints(int[] lowSurrogates) {
        this.lowSurrogates = lowSurrogates;
    }

    static CodePoints of(String text) {
        int[] found = new int[0];
        int count = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isLowSurrogate(text.charAt(i)) && Character.isHighSurrogate(text.charAt(i - 1))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, Math.max(16, count * 2));
                }
                found[count++] = i;
            }
        }
        return new CodePoints(Arrays.copyOf(found, count));
    }

    /** How many code points begin before the char index. */
    int at(int charIndex) {
        if (lowSurrogates.length == 0) {
            return charIndex;
        }
        int found = Arrays.binarySearch(lowSurrogates, charIndex);
        return charIndex - (found >= 0 ? found : -found - 1);
    }
}
