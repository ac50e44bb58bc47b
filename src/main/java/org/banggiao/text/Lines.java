package org.banggiao.text;

import java.util.Arrays;

/**
 * The lines of a text. A line ends at CR LF, LF, CR, a form feed, or one of Unicode's line and paragraph separators; its content is
 * what stands between the spaces at its two ends.
 */
final class Lines {
    final String text;
    private int[] lineStart = new int[16];
    private int[] start = new int[16];
    private int[] end = new int[16];
    private int[] lineEnd = new int[16];
    private boolean[] afterFormFeed = new boolean[16];
    private int count;

    /** For each line the next that is not blank. */
    private final int[] next;

    Lines(String text) {
        this.text = text;
        int from = 0;
        boolean formFeed = false;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c > '\r' && c != '\u0085' && c != '\u2028' && c != '\u2029') {
                i++;
            } else if (c == '\n' || c >= '\u000B') {
                add(from, i, formFeed);
                formFeed = c == '\f';
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 2 : 1;
                from = i;
            } else {
                i++;
            }
        }
        add(from, text.length(), formFeed);
        next = new int[count];
        int filled = count;
        for (int line = count - 1; line >= 0; line--) {
            next[line] = filled;
            if (start[line] < end[line]) {
                filled = line;
            } else if (afterFormFeed[line] && filled < count) {
                afterFormFeed[filled] = true;
            }
        }
    }

    int count() {
        return count;
    }

    /** First char of the content; the end of the line where it is blank. */
    int start(int line) {
        return start[line];
    }

    /** The char after the content. */
    int end(int line) {
        return end[line];
    }

    int length(int line) {
        return end[line] - start[line];
    }

    boolean isBlank(int line) {
        return start[line] == end[line];
    }

    /** How many spaces stand before the content; in a blank line, how many it has. */
    int indent(int line) {
        return start[line] - lineStart[line];
    }

    boolean hasSpaceAtEnd(int line) {
        return lineEnd[line] > end[line];
    }

    /** Whether a form feed stands between the line and the last before it that is not blank. */
    boolean isAfterFormFeed(int line) {
        return afterFormFeed[line];
    }

    /** The line after it that is not blank, or the number of lines. */
    int next(int line) {
        return next[line];
    }

    char first(int line) {
        return text.charAt(start[line]);
    }

    char last(int line) {
        return text.charAt(end[line] - 1);
    }

    String content(int line) {
        return text.substring(start[line], end[line]);
    }

    /** Whether the content is nothing but ASCII digits, at most {@code most} of them. */
    boolean isNumber(int line, int most) {
        if (isBlank(line) || length(line) > most) {
            return false;
        }
        for (int i = start[line]; i < end[line]; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the content is a drawn line: nothing but five or more dashes or underscores. */
    boolean isDrawnRule(int line) {
        if (length(line) < 5) {
            return false;
        }
        for (int i = start[line]; i < end[line]; i++) {
            if ("_-–—─".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The number of the digits from a char on, at most nine. */
    int numberAt(int from) {
        int number = 0;
        for (int i = from; i < text.length() && i < from + 9 && isDigit(text.charAt(i)); i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void add(int from, int to, boolean formFeed) {
        if (count == start.length) {
            int size = count * 2;
            lineStart = Arrays.copyOf(lineStart, size);
            start = Arrays.copyOf(start, size);
            end = Arrays.copyOf(end, size);
            lineEnd = Arrays.copyOf(lineEnd, size);
            afterFormFeed = Arrays.copyOf(afterFormFeed, size);
        }
        int s = from;
        while (s < to && Letters.isSpace(text.charAt(s))) {
            s++;
        }
        int e = to;
        while (e > s && Letters.isSpace(text.charAt(e - 1))) {
            e--;
        }
        lineStart[count] = from;
        start[count] = s;
        end[count] = e;
        lineEnd[count] = to;
        afterFormFeed[count] = formFeed;
        count++;
    }
}
