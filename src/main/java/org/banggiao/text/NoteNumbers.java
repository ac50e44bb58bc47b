package org.banggiao.text;

/** The numbers with which the lines of notes begin. */
final class NoteNumbers {
    private static final int MOST_DIGITS = 3;

    private final Lines lines;

    NoteNumbers(Lines lines) {
        this.lines = lines;
    }

    /** Whether the line is nothing but the number of a note. */
    boolean isAlone(int line) {
        return lines.isNumber(line, MOST_DIGITS);
    }

    /** The number with which the line begins, in brackets or not. */
    int at(int line) {
        return lines.numberAt(lines.start(line) + (isBracket(lines.first(line)) ? 1 : 0));
    }

    /** How many chars the number takes with which the line begins, if words follow that can begin a note; else 0. */
    int length(int line) {
        String text = lines.text;
        int from = lines.start(line);
        int to = from + (isBracket(text.charAt(from)) ? 1 : 0);
        int digits = to;
        to = digitsEnd(to, lines.end(line));
        if (to == digits || to - digits > MOST_DIGITS) {
            return 0;
        }
        int after = to;
        while (after < lines.end(line) && ".)]".indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        int word = spaceEnd(after, lines.end(line));
        if (word == lines.end(line) || (word == after && after == to)) {
            return 0;
        }
        char c = text.charAt(word);
        boolean opens = text.charAt(from) == '['
                || Character.isUpperCase(c)
                || "“\"'‘(".indexOf(c) >= 0
                || SentenceSplitter.isTonedVowel(c);
        return opens ? to - from : 0;
    }

    /** Whether a full stop or comma, left over from a note's number, stands before the words. */
    boolean isRest(int line) {
        String text = lines.text;
        int start = lines.start(line);
        return lines.length(line) > 2
                && (text.charAt(start) == '.' || text.charAt(start) == ',')
                && text.charAt(start + 1) == ' ';
    }

    /** The note that begins at a line, with its number taken off; 0 where that is lost. */
    NoteDraft begin(int line, int number, int page) {
        String text = lines.text;
        int end = lines.end(line);
        int start = lines.start(line) + (number > 0 && !isAlone(line) ? length(line) : 0);
        int alias = 0;
        if (start < end && text.charAt(start) == ',') {
            int digits = spaceEnd(start + 1, end);
            int after = digitsEnd(digits, end);
            if (after > digits && after - digits <= MOST_DIGITS && after < end && text.charAt(after) == '.') {
                alias = lines.numberAt(digits);
                start = after + 1;
            }
        } else if (start < end && ".)]".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        NoteDraft note = new NoteDraft(number, alias, page, spaceEnd(start, end));
        note.lines.add(line);
        return note;
    }

    private static boolean isBracket(char c) {
        return c == '[' || c == '(';
    }

    private int digitsEnd(int from, int end) {
        int i = from;
        while (i < end && Lines.isDigit(lines.text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int spaceEnd(int from, int end) {
        int i = from;
        while (i < end && Letters.isSpace(lines.text.charAt(i))) {
            i++;
        }
        return i;
    }
}
