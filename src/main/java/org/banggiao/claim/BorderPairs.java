package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Span;

/** The pairs of border gates that one act opens or raises: "khai trương các cặp cửa khẩu A (Hà Giang) - B, C - D và E - F". */
final class BorderPairs {
    /** Words between two pairs that only say of which rank the next are. */
    private static final int BETWEEN = 8;

    private static final int LONGEST_NAME = 8;

    private BorderPairs() {}

    /** The pairs behind an act, in order; none where it names fewer than two. */
    static List<Clause> of(Reading reading, Span act) {
        var pairs = new ArrayList<Clause>();
        if (!act.rule().equals("border") || !isOfGates(reading, act)) {
            return pairs;
        }
        int depth = 0;
        for (int i = act.to(); i < reading.size(); i++) {
            var key = reading.key(i);
            depth = Math.max(0, depth + (key.equals("(") ? 1 : key.equals(")") ? -1 : 0));
            if (depth > 0 || !(key.equals("-") || key.equals("–"))) {
                continue;
            }
            int least = pairs.isEmpty() ? act.to() : pairs.get(pairs.size() - 1).to();
            int from = nameBefore(reading, i, least);
            int to = nameBehind(reading, i + 1);
            if (from == i || to == i + 1 || !isNext(reading, least, from)) {
                break;
            }
            pairs.add(new Clause(from, to));
        }
        return pairs.size() < 2 ? List.of() : pairs;
    }

    private static boolean isOfGates(Reading reading, Span act) {
        for (int i = act.from(); i < Math.min(reading.size() - 1, act.to() + BETWEEN); i++) {
            if (reading.lower(i).equals("cửa") && reading.lower(i + 1).equals("khẩu")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a pair goes on with the one before: only marks and words of rank stand between. */
    private static boolean isNext(Reading reading, int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.starts(i, "act") || reading.key(i).equals(".")) {
                return false;
            }
        }
        return to - from <= BETWEEN;
    }

    /** Where the capitalised name before a token begins, a bracket behind it counted in; the token where there is none. */
    private static int nameBefore(Reading reading, int token, int least) {
        int i = token - 1;
        if (i > least && reading.key(i).equals(")")) {
            while (i > least && !reading.key(i).equals("(")) {
                i--;
            }
            i--;
        }
        int last = i;
        while (i >= Math.max(least, last - LONGEST_NAME) && reading.token(i).isCapitalised()) {
            i--;
        }
        return i == last ? token : i + 1;
    }

    private static int nameBehind(Reading reading, int token) {
        int i = token;
        while (i < Math.min(reading.size(), token + LONGEST_NAME)
                && (reading.token(i).isCapitalised() || (i > token && isLostCapital(reading, i)))) {
            i++;
        }
        if (i > token && i < reading.size() && reading.key(i).equals("(")) {
            while (i < reading.size() && !reading.key(i).equals(")")) {
                i++;
            }
            i = Math.min(reading.size(), i + 1);
        }
        return i;
    }

    /** "Đắc Tà óc": a toned vowel that lost its capital. */
    private static boolean isLostCapital(Reading reading, int token) {
        var text = reading.token(token).text();
        return text.length() <= 3 && text.codePointAt(0) > 0xFF;
    }
}
