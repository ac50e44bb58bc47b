package org.banggiao.text;

import java.text.Normalizer;

/**
 * Repairs stretches of a source text as they are appended to a text in the making: spaces, NFC, letters of other encodings. Each
 * repair keeps the place it comes from.
 */
final class Repair {
    /** A cluster of combining marks is normalised up to here; more is no language, and would take time without bound. */
    private static final int LONGEST_CLUSTER = 30;

    private final String text;
    private final CodePoints codePoints;

    Repair(String text, CodePoints codePoints) {
        this.text = text;
        this.codePoints = codePoints;
    }

    /** Appends the chars from {@code start} to {@code end}, which hold no line end. */
    void append(NormalText.Builder out, int start, int end) {
        if (hasSigns(start, end) && Tcvn3.isLikely(text, start, end)) {
            appendTcvn3(out, start, end);
        } else {
            appendPlain(out, start, end);
        }
    }

    /** Appends one space for what stands between two lines, unless there is one or nothing comes before it. */
    void appendSpace(NormalText.Builder out, int start, int end) {
        if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
            out.append(' ', codePoints.at(start), codePoints.at(end));
        }
    }

    private void appendPlain(NormalText.Builder out, int start, int end) {
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (isPlain(c) && (i + 1 == end || isPlain(text.charAt(i + 1)) || !isJoining(text.charAt(i + 1)))) {
                int at = codePoints.at(i);
                out.append(c, at, at + 1);
                i++;
            } else if (Letters.isSpace(c)) {
                i = appendSpaces(out, i, end);
            } else {
                i = appendCluster(out, i, end);
            }
        }
    }

    /** A run of spaces as one; chars without width as nothing. */
    private int appendSpaces(NormalText.Builder out, int from, int end) {
        int i = from;
        boolean space = false;
        while (i < end && Letters.isSpace(text.charAt(i))) {
            space |= !Letters.isInvisible(text.charAt(i));
            i++;
        }
        if (space) {
            appendSpace(out, from, i);
        }
        return i;
    }

    /** A char with the marks that join it, composed. */
    private int appendCluster(NormalText.Builder out, int from, int end) {
        int i = from + Character.charCount(text.codePointAt(from));
        int count = 1;
        while (i < end && count < LONGEST_CLUSTER && isJoining(text.charAt(i))) {
            i++;
            count++;
        }
        i = Math.min(i, end);
        String cluster = text.substring(from, i);
        String composed = switch (cluster) {
            case "Ð", "Ɖ" -> "Đ";
            case "ð" -> "đ";
            default -> Normalizer.normalize(cluster, Normalizer.Form.NFC);
        };
        out.append(composed, codePoints.at(from), codePoints.at(i));
        return i;
    }

    private void appendTcvn3(NormalText.Builder out, int start, int end) {
        int i = start;
        while (i < end) {
            if (Letters.isSpace(text.charAt(i)) && text.charAt(i) != '\u00AD') {
                i = appendSpaces(out, i, end);
                continue;
            }
            int word = i;
            StringBuilder letters = new StringBuilder();
            while (i < end && isLetterOfTcvn3(text.charAt(i))) {
                char c = text.charAt(i);
                letters.append(c == '\u00AD' ? 'ư' : Tcvn3.decode(c));
                i++;
            }
            if (word == i) {
                i = appendCluster(out, i, end);
                continue;
            }
            int lost = Tcvn3.lostLetter(letters);
            for (int k = 0; k <= letters.length(); k++) {
                int at = codePoints.at(word + k);
                if (k == lost) {
                    out.append('ư', at, at);
                }
                if (k < letters.length()) {
                    out.append(letters.charAt(k), at, at + 1);
                }
            }
        }
    }

    private static boolean isLetterOfTcvn3(char c) {
        return c == '\u00AD' || Character.isLetter(Tcvn3.decode(c));
    }

    private boolean hasSigns(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0xA1 && c <= 0xBF && c != '«' && c != '»' && c != '°' && c != '·') {
                return true;
            }
        }
        return false;
    }

    /** Chars that are in NFC whatever stands before them, and are no spaces. */
    private static boolean isPlain(char c) {
        return (c > ' ' && c < 0x7F)
                || (c > 0xA0 && c < 0x300 && c != '\u00AD' && c != 'Ð' && c != 'ð' && c != 'Ɖ')
                || (c >= 0x1E00 && c < 0x1F00)
                || (c >= 0x2010 && c < 0x2028);
    }

    private static boolean isJoining(char c) {
        if (c < 0x300) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || (c >= 0x1160 && c <= 0x11FF);
    }
}
