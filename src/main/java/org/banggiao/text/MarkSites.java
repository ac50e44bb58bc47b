package org.banggiao.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the places in a block where digits can be the mark of a note. */
final class MarkSites {
    /** How sure it is that the digits are a mark, by what they look like alone. */
    enum Look {
        /** {@code [12]} or a superscript: nothing else looks so. */
        CERTAIN,
        /** Glued to a word, a bracket or a quotation mark, in brackets or not: {@code hợp tác12}, {@code hợp tác(12)}. */
        GLUED,
        /** Glued to an abbreviation in capitals, which can be a name: {@code ASEAN3}, {@code G7}. */
        GLUED_TO_CAPITALS,
        /** The end of a run of digits that is too long for a year or a group of thousands: {@code 199681}. */
        IN_NUMBER,
        /** One of the ways to part a long run of digits that does not begin with a year: {@code 32420}. */
        IN_AMOUNT
    }

    /**
     * One place.
     *
     * @param block index of the block
     * @param from first char of the mark
     * @param toExclusive the char after the last
     */
    record Site(int block, int from, int toExclusive, int number, Look look) {}

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int MOST_DIGITS = 3;
    private static final int MONTH = 6;

    /** Capitals behind which no number can be part of the name. */
    private static final Set<String> CURRENCIES = Set.of("VNĐ", "VND", "USD", "EUR", "FRF", "RUB");

    private final int block;
    private final String text;
    private final List<Site> sites = new ArrayList<>();

    private MarkSites(int block, String text) {
        this.block = block;
        this.text = text;
    }

    /** The places in a text, in order. */
    static List<Site> find(int block, String text) {
        MarkSites finder = new MarkSites(block, text);
        finder.run();
        return finder.sites;
    }

    private void run() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '[') {
                i = bracket(i);
            } else if (c == '(' && i > 0 && text.charAt(i - 1) != ' ') {
                i = round(i);
            } else if (SUPERSCRIPTS.indexOf(c) >= 0) {
                i = superscript(i);
            } else if (Lines.isDigit(c)) {
                i = digits(i);
            } else {
                i++;
            }
        }
    }

    /** {@code [12]} or {@code [3, 4]}; what else stands in square brackets is left. */
    private int bracket(int open) {
        List<Integer> numbers = new ArrayList<>();
        int i = open + 1;
        while (i < text.length() && numbers.size() < 10) {
            while (i < text.length() && text.charAt(i) == ' ') {
                i++;
            }
            int digits = i;
            int end = digitsEnd(i);
            if (end == digits || end - digits > MOST_DIGITS || end == text.length()) {
                return open + 1;
            }
            numbers.add(number(digits, end));
            i = end;
            while (i < text.length() && text.charAt(i) == ' ') {
                i++;
            }
            if (i == text.length() || (text.charAt(i) != ']' && text.charAt(i) != ',' && text.charAt(i) != ';')) {
                return open + 1;
            }
            if (text.charAt(i++) == ']') {
                int to = i;
                numbers.forEach(n -> sites.add(new Site(block, open, to, n, Look.CERTAIN)));
                return i;
            }
        }
        return open + 1;
    }

    /** {@code hợp tác(12)}, with no space between. */
    private int round(int open) {
        int end = digitsEnd(open + 1);
        boolean closed = end < text.length() && text.charAt(end) == ')' && end > open + 1;
        if (closed && end - open <= MOST_DIGITS && text.charAt(open + 1) != '0') {
            sites.add(new Site(block, open, end + 1, number(open + 1, end), Look.GLUED));
            return end + 1;
        }
        return open + 1;
    }

    private int superscript(int from) {
        int number = 0;
        int i = from;
        while (i < text.length() && i - from < MOST_DIGITS && SUPERSCRIPTS.indexOf(text.charAt(i)) >= 0) {
            number = number * 10 + SUPERSCRIPTS.indexOf(text.charAt(i));
            i++;
        }
        if (number > 0 && !(i - from == 1 && isUnit(from))) {
            sites.add(new Site(block, from, i, number, Look.CERTAIN));
        }
        return i;
    }

    private int digits(int from) {
        int end = digitsEnd(from);
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        char after = end == text.length() ? ' ' : text.charAt(end);
        boolean goesOn = Character.isLetter(after)
                || "%°/-–".indexOf(after) >= 0 && end + 1 < text.length() && text.charAt(end + 1) != ' '
                || (".,".indexOf(after) >= 0 && end + 1 < text.length() && Lines.isDigit(text.charAt(end + 1)));
        if (goesOn) {
            return end;
        }
        boolean inNumber = ".,".indexOf(before) >= 0 && from >= 2 && Lines.isDigit(text.charAt(from - 2));
        if (inNumber) {
            afterSeparator(from, end);
        } else if (before == ' ' || "/-–(“\"".indexOf(before) >= 0) {
            inRun(from, end);
        } else if (end - from <= MOST_DIGITS && text.charAt(from) != '0') {
            glued(from, end, before);
        }
        return end;
    }

    /** {@code 1.65024}: the group of thousands is full after three digits; {@code 1976.12}: a year, a full stop, a mark. */
    private void afterSeparator(int from, int end) {
        int start = from - 1;
        while (start > 0 && Lines.isDigit(text.charAt(start - 1)) && from - start <= 5) {
            start--;
        }
        int before = from - 1 - start;
        boolean fullStop = text.charAt(from - 1) == '.';
        if (before == 4 && fullStop && isYear(start) && end - from <= MOST_DIGITS && text.charAt(from) != '0') {
            sites.add(new Site(block, from, end, number(from, end), Look.GLUED));
        } else if (before <= 3 && fullStop && end - from > 3 && end - from <= 3 + MOST_DIGITS) {
            inNumber(from + 3, end);
        }
    }

    /** {@code 199681}: a year is full after four digits; other runs so long have no separator where one is due. */
    private void inRun(int from, int end) {
        int length = end - from;
        if (length <= 3 && isMonth(from, end)) {
            return;
        }
        if (length <= 4 || length > 4 + MOST_DIGITS) {
            return;
        }
        if (isYear(from)) {
            inNumber(from + 4, end);
            return;
        }
        for (int digits = MOST_DIGITS; digits > 0; digits--) {
            if (text.charAt(end - digits) != '0') {
                sites.add(new Site(block, end - digits, end, number(end - digits, end), Look.IN_AMOUNT));
            }
        }
    }

    /** {@code tháng 113}: of a month that no year has the last digit is a mark. */
    private boolean isMonth(int from, int end) {
        boolean month = end - from > 1
                && text.startsWith("tháng ", from - MONTH)
                && number(from, end) > 12
                && number(from, end - 1) <= 12
                && text.charAt(from) != '0';
        if (month) {
            inNumber(end - 1, end);
        }
        return month;
    }

    private void inNumber(int from, int end) {
        if (text.charAt(from) != '0') {
            sites.add(new Site(block, from, end, number(from, end), Look.IN_NUMBER));
        }
    }

    private void glued(int from, int end, char before) {
        if (Character.isLetter(before)) {
            if (end - from == 1 && isUnit(from)) {
                return;
            }
            boolean capitals = Character.isUpperCase(before) && !isCurrency(from);
            sites.add(new Site(block, from, end, number(from, end), capitals ? Look.GLUED_TO_CAPITALS : Look.GLUED));
        } else if (".,".indexOf(before) >= 0) {
            if (before == ',' || !SentenceSplitter.isAbbreviation(text, from - 1)) {
                sites.add(new Site(block, from, end, number(from, end), Look.GLUED));
            }
        } else if (";:!?…)]”\"’'»%".indexOf(before) >= 0) {
            sites.add(new Site(block, from, end, number(from, end), Look.GLUED));
        }
    }

    /** Whether a 2 or 3 at an index is the power of a unit: km2, m³. */
    private boolean isUnit(int index) {
        int digit = text.charAt(index) == '²' ? 2 : text.charAt(index) == '³' ? 3 : text.charAt(index) - '0';
        int from = index;
        while (from > 0 && index - from < 3 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        boolean wordStart = from == 0 || !Character.isLetter(text.charAt(from - 1));
        String unit = text.substring(from, index);
        return (digit == 2 || digit == 3)
                && wordStart
                && (unit.equals("m")
                        || unit.equals("km")
                        || unit.equals("dm")
                        || unit.equals("cm")
                        || unit.equals("mm"));
    }

    private boolean isCurrency(int end) {
        return end >= 3 && CURRENCIES.contains(text.substring(end - 3, end));
    }

    private boolean isYear(int from) {
        return text.charAt(from) == '1' || (text.charAt(from) == '2' && text.charAt(from + 1) == '0');
    }

    private int digitsEnd(int from) {
        int end = from;
        while (end < text.length() && Lines.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int number(int from, int end) {
        return Integer.parseInt(text.substring(from, end));
    }
}
