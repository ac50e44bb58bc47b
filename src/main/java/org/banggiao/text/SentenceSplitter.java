package org.banggiao.text;

import java.util.Locale;
import java.util.Set;

/**
 * Where sentences end. A full stop, question or exclamation mark or an ellipsis ends one if what follows begins like a sentence,
 * unless it belongs to an abbreviation, a number or the number of an item, or stands in brackets. What goes on for longer than any
 * sentence does, such as a table or a text without full stops, is cut, so that the time of all that reads sentences is bounded.
 */
final class SentenceSplitter {
    private static final String CLOSERS = "”\"’')]»";
    private static final String OPENERS = "“\"‘'([«";

    /**
     * A sentence of so many chars is cut: behind the next semicolon, after a quarter more behind any word, and after half as much
     * more wherever it is.
     */
    static final int LONGEST = 4000;

    /** A bracket that is open for longer was never closed. */
    private static final int LONGEST_BRACKET = 400;

    /** What a full stop shortens, in lower case; what can stand at the end of a sentence as well (v.v., Sđd) is not here. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "tp", "tx", "tt", "nxb", "tr", "trg", "t", "gs", "ts", "ths", "pgs", "th", "bs", "ks", "ls", "ncs", "đ/c",
            "đc", "mr", "mrs", "ms", "dr", "prof", "st", "no", "vol", "pp", "p", "ed", "eds", "q", "ph", "x", "h", "cb",
            "cf", "tc", "vs");

    /** "Đông Nam Á", "với Ý": capitals that are names by themselves, no initials. */
    private static final String WORDS_OF_ONE_LETTER = "ÁÝ";

    /** Words before a Roman number that ends its sentence: Đại hội V. */
    private static final Set<String> COUNTED = Set.of(
            "hội", "lần", "thứ", "khóa", "khoá", "kỷ", "kỉ", "kì", "kỳ", "phần", "chương", "quý", "quí", "loại", "hạng",
            "tập");

    private final String text;
    private final Sink sink;
    private int brackets;
    private int bracketFrom;
    private int quotes;
    private boolean straightQuote;

    /** Takes sentences in order. */
    interface Sink {
        /** A sentence from one char to another; {@code insideQuote} if a quotation was open when it began. */
        void sentence(int from, int toExclusive, boolean insideQuote);
    }

    private SentenceSplitter(String text, Sink sink) {
        this.text = text;
        this.sink = sink;
    }

    static void split(String text, Sink sink) {
        new SentenceSplitter(text, sink).run();
    }

    /**
     * Whether it is a small vowel with a tone mark. TCVN3 has no capitals for these, so that a sentence or name that begins with one
     * begins small.
     */
    static boolean isTonedVowel(char c) {
        return Letters.tone(c) != 0 && Character.isLowerCase(c);
    }

    /** Whether the full stop at an index closes an abbreviation. */
    static boolean isAbbreviation(String text, int fullStop) {
        int from = fullStop;
        while (from > 0 && fullStop - from < 12 && isPartOfToken(text.charAt(from - 1))) {
            from--;
        }
        String token = text.substring(from, fullStop);
        if (token.isEmpty()) {
            return false;
        }
        if (token.length() == 1 && Character.isUpperCase(token.charAt(0))) {
            if (WORDS_OF_ONE_LETTER.indexOf(token.charAt(0)) >= 0) {
                return false;
            }
            return "IVX".indexOf(token.charAt(0)) < 0 || !COUNTED.contains(wordBefore(text, from));
        }
        int dot = token.lastIndexOf('.');
        if (dot >= 0 && dot == token.length() - 2 && Character.isUpperCase(token.charAt(dot + 1))) {
            return true;
        }
        return ABBREVIATIONS.contains(token.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private void run() {
        int start = 0;
        boolean startsInQuote = false;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            track(c, i);
            if (i - start >= LONGEST && isCut(start, i)) {
                sink.sentence(start, i, startsInQuote);
                start = c == ' ' ? i + 1 : i;
                startsInQuote = quotes > 0 || straightQuote;
            }
            if (!isTerminal(c)) {
                i++;
                continue;
            }
            int first = i;
            while (i < text.length() && isTerminal(text.charAt(i))) {
                i++;
            }
            int terminals = i;
            while (i < text.length() && CLOSERS.indexOf(text.charAt(i)) >= 0 && !opensStraightQuote(i)) {
                track(text.charAt(i), i);
                i++;
            }
            if (i < text.length() && text.charAt(i) == ' ' && brackets == 0 && ends(start, first, terminals, i + 1)) {
                sink.sentence(start, i, startsInQuote);
                i++;
                start = i;
                startsInQuote = quotes > 0 || straightQuote;
            }
        }
        if (start < text.length()) {
            sink.sentence(start, text.length(), startsInQuote);
        }
    }

    /** Whether a sentence that is too long is cut before a char. */
    private boolean isCut(int start, int i) {
        if (i - start >= LONGEST + LONGEST / 2) {
            return !Character.isLowSurrogate(text.charAt(i))
                    && Character.getType(text.charAt(i)) != Character.NON_SPACING_MARK;
        }
        return text.charAt(i) == ' ' && (text.charAt(i - 1) == ';' || i - start >= LONGEST + LONGEST / 4);
    }

    private boolean opensStraightQuote(int i) {
        return text.charAt(i) == '"' && !straightQuote;
    }

    private void track(char c, int i) {
        switch (c) {
            case '(' -> {
                if (brackets++ == 0) {
                    bracketFrom = i;
                }
            }
            case ')' -> brackets = Math.max(0, brackets - 1);
            case '“', '«' -> quotes++;
            case '”', '»' -> quotes = Math.max(0, quotes - 1);
            case '"' -> straightQuote = !straightQuote;
            default -> {
                if (brackets > 0 && i - bracketFrom > LONGEST_BRACKET) {
                    brackets = 0;
                }
            }
        }
    }

    /** Whether the terminals from {@code first} on end the sentence, with the next word at {@code next}. */
    private boolean ends(int start, int first, int afterTerminals, int next) {
        int word = next;
        while (word < text.length() && OPENERS.indexOf(text.charAt(word)) >= 0) {
            word++;
        }
        if (word < text.length() && "-–•".indexOf(text.charAt(word)) >= 0 && word + 2 < text.length()) {
            word += text.charAt(word + 1) == ' ' ? 2 : 1;
        }
        if (word >= text.length()) {
            return true;
        }
        char c = text.charAt(word);
        boolean ellipsis = text.charAt(first) == '…' || afterTerminals - first > 1;
        boolean opens = Character.isUpperCase(c) || Character.isTitleCase(c);
        boolean small = !ellipsis && isTonedVowel(c);
        boolean digit = Lines.isDigit(c);
        if (!opens && !small && !digit && !isCaseless(c) && !isItemLetter(word)) {
            return false;
        }
        if (text.charAt(first) != '.' || ellipsis) {
            return true;
        }
        return !isItemNumber(start, first) && !isAbbreviation(text, first);
    }

    /** Whether an item of a list begins with a small letter: {@code b. Việc sau}. */
    private boolean isItemLetter(int at) {
        return at + 3 < text.length()
                && Character.isLetter(text.charAt(at))
                && (text.charAt(at + 1) == '.' || text.charAt(at + 1) == ')')
                && text.charAt(at + 2) == ' '
                && Character.isUpperCase(text.charAt(at + 3));
    }

    /** A letter of a script without capitals, or a char outside the BMP. */
    private static boolean isCaseless(char c) {
        return Character.isSurrogate(c) || Character.getType(c) == Character.OTHER_LETTER;
    }

    /** Whether the full stop closes the number of an item: at the start of the sentence, or after a colon or semicolon. */
    private boolean isItemNumber(int start, int fullStop) {
        int from = fullStop;
        while (from > start && fullStop - from <= 5 && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        if (from == fullStop || fullStop - from > 5) {
            return false;
        }
        boolean number = true;
        boolean roman = true;
        for (int i = from; i < fullStop; i++) {
            number &= Lines.isDigit(text.charAt(i));
            roman &= "IVX".indexOf(text.charAt(i)) >= 0;
        }
        number &= fullStop - from <= 2;
        boolean letter = fullStop - from == 1;
        if (!number && !roman && !letter) {
            return false;
        }
        return from == start
                || (from >= start + 2 && text.charAt(from - 1) == ' ' && ":;".indexOf(text.charAt(from - 2)) >= 0);
    }

    private static boolean isTerminal(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…';
    }

    private static boolean isPartOfToken(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '/';
    }

    private static String wordBefore(String text, int from) {
        int end = from;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < 8 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
