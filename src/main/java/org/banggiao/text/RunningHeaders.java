package org.banggiao.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Running headers and footers: lines that come again and again with nothing changed but a page number that rises, and that stand
 * apart from the lines around them.
 */
final class RunningHeaders {
    private static final int LONGEST = 200;
    private static final int FEWEST = 3;
    /** Two are enough where they are set apart in the line as well. */
    private static final int FEWEST_WITH_GAP = 2;

    private static final int DEEP = 4;
    private static final int FEWEST_LINES_BETWEEN = 15;

    /**
     * One line.
     *
     * @param words its words, decoded
     * @param page the page number
     */
    record Header(String words, int page) {}

    private RunningHeaders() {}

    /** The headers by line. */
    static Map<Integer, Header> find(Lines lines, LayoutStyle style) {
        Map<String, List<Integer>> alike = new HashMap<>();
        for (int i = 0; i < lines.count(); i++) {
            if (!lines.isBlank(i) && lines.length(i) <= LONGEST && !lines.isNumber(i, LONGEST)) {
                int number = numberFrom(lines, i);
                if (number >= 0 && standsApart(lines, style, i)) {
                    alike.computeIfAbsent(key(lines, i), k -> new ArrayList<>()).add(i);
                }
            }
        }
        Map<Integer, Header> headers = new TreeMap<>();
        alike.forEach((key, found) -> {
            if (key.indexOf(' ') != key.lastIndexOf(' ') && isSeries(lines, found)) {
                for (int line : found) {
                    headers.put(line, new Header(key, lines.numberAt(numberFrom(lines, line))));
                }
            }
        });
        return headers;
    }

    private static boolean isSeries(Lines lines, List<Integer> found) {
        boolean wide = found.stream().allMatch(line -> lines.indent(line) >= DEEP || hasWideGap(lines, line));
        if (found.size() < (wide ? FEWEST_WITH_GAP : FEWEST)) {
            return false;
        }
        for (int k = 1; k < found.size(); k++) {
            int step = lines.numberAt(numberFrom(lines, found.get(k)))
                    - lines.numberAt(numberFrom(lines, found.get(k - 1)));
            if (step <= 0 || found.get(k) - found.get(k - 1) < FEWEST_LINES_BETWEEN) {
                return false;
            }
        }
        return true;
    }

    /** Whether more than one space parts the number from the words, as where they stand at the two sides of a page. */
    private static boolean hasWideGap(Lines lines, int line) {
        int number = numberFrom(lines, line);
        if (number > lines.start(line)) {
            return Letters.isSpace(lines.text.charAt(number - 2));
        }
        int end = number;
        while (Lines.isDigit(lines.text.charAt(end))) {
            end++;
        }
        return Letters.isSpace(lines.text.charAt(end + 1));
    }

    private static boolean standsApart(Lines lines, LayoutStyle style, int line) {
        if (lines.isAfterFormFeed(line) || line == 0) {
            return true;
        }
        int before = 0;
        while (before < line && lines.isBlank(line - 1 - before)) {
            before++;
        }
        int next = lines.next(line);
        return before > style.usualGap()
                || lines.indent(line) >= DEEP
                || next == lines.count()
                || lines.isAfterFormFeed(next)
                || next - line - 1 > style.usualGap();
    }

    /** Where the page number of the line begins: at its end, or at its start; -1 where there is none. */
    private static int numberFrom(Lines lines, int line) {
        int i = lines.end(line);
        while (i > lines.start(line) && Lines.isDigit(lines.text.charAt(i - 1))) {
            i--;
        }
        int digits = lines.end(line) - i;
        if (digits > 0) {
            return digits <= 4 && i > lines.start(line) && Letters.isSpace(lines.text.charAt(i - 1)) ? i : -1;
        }
        i = lines.start(line);
        while (i < lines.end(line) && Lines.isDigit(lines.text.charAt(i))) {
            i++;
        }
        digits = i - lines.start(line);
        return digits > 0 && digits <= 4 && i < lines.end(line) && Letters.isSpace(lines.text.charAt(i))
                ? lines.start(line)
                : -1;
    }

    private static String key(Lines lines, int line) {
        int number = numberFrom(lines, line);
        String content = lines.content(line);
        int at = number - lines.start(line);
        if (at > 0) {
            content = content.substring(0, at);
        } else {
            int i = 0;
            while (Lines.isDigit(content.charAt(i))) {
                i++;
            }
            content = content.substring(i);
        }
        NormalText.Builder words = new NormalText.Builder();
        new Repair(content, CodePoints.of(content)).append(words, 0, content.length());
        return words.build().value().strip();
    }
}
