package org.banggiao.text;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a heading: its number, its capitals, and that it ends without a full stop. */
final class Headings {
    private static final int LONGEST = 320;

    /** The rank of headings that hold no others. */
    private static final int LABEL = 10;

    private static final Set<String> ABSTRACTS = Set.of(
            "TÓM TẮT", "ABSTRACT", "SUMMARY", "TỪ KHÓA", "TỪ KHOÁ", "KEYWORDS", "KEY WORDS", "MỞ ĐẦU", "KẾT LUẬN");
    private static final Set<String> CHAPTER_WORDS = Set.of("chương", "phần", "thiên", "chapter", "part");

    private Headings() {}

    /**
     * What a heading says.
     *
     * @param rank how far inside: 1 for chapters, 2 for Roman numbers and capitals, 3 and more for Arabic ones, 9
     *     for letters, 10 for signs and labels
     * @param number as printed, without the full stop or bracket
     * @param title the rest
     */
    record Parts(int rank, String number, String title) {}

    /** The heading that a block is, or null where it is none. */
    static @Nullable Parts parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST || ".;,!?…:".indexOf(text.charAt(text.length() - 1)) >= 0) {
            return isLabel(text) ? new Parts(LABEL, "", text.substring(0, text.length() - 1)) : null;
        }
        if (isChapter(text)) {
            int space = text.indexOf(' ');
            int end = space + 1;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            return new Parts(1, text.substring(0, end), text.substring(end).replaceFirst("^[ .:–-]+", ""));
        }
        int length = numberLength(text, 0, text.length());
        if (length == 0) {
            if (text.length() > 2 && "*•+".indexOf(text.charAt(0)) >= 0 && Character.isUpperCase(text.charAt(2))) {
                return new Parts(LABEL, text.substring(0, 1), text.substring(2));
            }
            return isUpper(text) ? new Parts(ABSTRACTS.contains(text) ? LABEL : 2, "", text) : null;
        }
        String number = text.substring(0, length);
        int after = length;
        while (after < text.length() && ".) ".indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        String title = text.substring(after);
        if (title.isEmpty()
                || title.indexOf(". ") >= 0
                || !Character.isLetter(title.charAt(0)) && title.charAt(0) != '“') {
            return null;
        }
        return new Parts(rank(number), number, title);
    }

    /** Whether it begins like {@code Chương VII} and is short. */
    static boolean isChapter(String text) {
        int space = text.indexOf(' ');
        if (space < 0
                || space + 1 == text.length()
                || !CHAPTER_WORDS.contains(text.substring(0, space).toLowerCase(Locale.ROOT))) {
            return false;
        }
        int end = space + 1;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        String number = text.substring(space + 1, end);
        boolean counted = number.chars().allMatch(c -> c >= '0' && c <= '9')
                || number.chars().allMatch(c -> "IVXLC".indexOf(c) >= 0)
                || Set.of("một", "hai", "ba", "bốn", "năm", "thứ", "nhất", "mở", "kết")
                        .contains(number.toLowerCase(Locale.ROOT));
        return !number.isEmpty()
                && counted
                && (end == text.length() || ".: –-".indexOf(text.charAt(end)) >= 0)
                && Character.isUpperCase(text.charAt(0));
    }

    /**
     * How long the number is with which a heading or an item of a list begins ({@code I}, {@code 1}, {@code 1.2}, {@code a}), if a
     * full stop or bracket and a space follow it; else 0.
     */
    static int numberLength(String text, int from, int to) {
        int i = from;
        while (i < to && i - from < 6 && "IVX".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (i == from) {
            while (i < to && i - from < 9 && (Lines.isDigit(text.charAt(i)) || (text.charAt(i) == '.' && i > from))) {
                i++;
            }
            if (i > from && text.charAt(i - 1) == '.') {
                i--;
            }
            if (i - from > 2 && text.substring(from, i).indexOf('.') < 0) {
                return 0;
            }
        }
        boolean letter = i == from;
        if (letter && i + 1 < to && ((text.charAt(i) >= 'a' && text.charAt(i) <= 'z') || text.charAt(i) == 'đ')) {
            i++;
        }
        if (i == from || i + 1 >= to) {
            return 0;
        }
        char end = text.charAt(i);
        boolean closed = end == ')' || (end == '.' && !letter);
        return closed && i + 2 < to && Letters.isSpace(text.charAt(i + 1)) ? i - from : 0;
    }

    /** The years that a title states as its time: {@code (1976-1981)}, {@code từ năm 1976 đến năm 1977}, {@code (tháng 7 năm 1977)}. */
    static @Nullable YearRange years(String title) {
        int first = 0;
        int last = 0;
        int count = 0;
        boolean inBrackets = false;
        boolean bracketed = false;
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            inBrackets = c == '(' || (inBrackets && c != ')');
            if (!Lines.isDigit(c)) {
                continue;
            }
            int end = i;
            while (end < title.length() && Lines.isDigit(title.charAt(end))) {
                end++;
            }
            int year = end - i == 4 ? Integer.parseInt(title.substring(i, end)) : 0;
            if (year >= 1000 && year < 2100) {
                first = count == 0 ? year : Math.min(first, year);
                last = Math.max(last, year);
                count++;
                bracketed |= inBrackets;
            }
            i = end - 1;
        }
        return count > 1 || bracketed ? new YearRange(first, last) : null;
    }

    private static int rank(String number) {
        if (Lines.isDigit(number.charAt(0))) {
            return 3 + (int) number.chars().filter(c -> c == '.').count();
        }
        return Character.isUpperCase(number.charAt(0)) ? 2 : 9;
    }

    /** A word or two in capitals with a colon: {@code TÓM TẮT:}. */
    private static boolean isLabel(String text) {
        return text.length() > 4 && text.length() < 40 && text.endsWith(":") && isUpper(text);
    }

    private static boolean isUpper(String text) {
        int upper = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c) && !SentenceSplitter.isTonedVowel(c)) {
                return false;
            }
            upper += Character.isUpperCase(c) ? 1 : 0;
        }
        return upper >= 4;
    }
}
