package org.banggiao.claim;

import java.util.List;
import java.util.Set;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Span;
import org.jspecify.annotations.Nullable;

/**
 * A few words of a sentence that say what something is called or concerns: never a sentence. Ends at a mark, a date, words that
 * open a clause, or after {@link #MOST} words.
 */
final class Phrase {
    /** The most words that a value taken from a text may have, names of instruments apart. */
    static final int MOST = 8;

    private static final Set<String> LOOSE = Set.of(
            "và", "của", "với", "cho", "về", "các", "những", "trong", "ngoài", "giữa", "tại", "ở", "từ", "đến", "đã",
            "sẽ", "đang", "được", "bị", "một", "số", "nước", "-", "–", "cùng", "theo", "việc", "để", "sự", "tới",
            "trên", "có", "/", "sang");
    private static final Set<String> COMPOUND = Set.of("quân", "dân", "nhân", "hình", "lịch", "thời");
    private static final List<String> WHOLE = List.of("actor", "person", "place", "money", "measure", "instrument");

    private Phrase() {}

    /** The phrase from a token, before another; null where fewer than {@code least} words are left. */
    static @Nullable String of(Reading reading, int from, int limit, int least) {
        int to = end(reading, from, limit);
        return to - from < least ? null : reading.words(from, to);
    }

    /** The first words of a name, as many as a value may have. */
    static @Nullable String name(Reading reading, Span name) {
        int to = Math.min(name.to(), name.from() + MOST);
        while (to > name.from() && LOOSE.contains(reading.lower(to - 1))) {
            to--;
        }
        return to == name.from() ? null : reading.words(name.from(), to);
    }

    /** The token after the last of the phrase that begins at a token; the token itself where there is none. */
    static int end(Reading reading, int from, int limit) {
        int most = Math.min(Math.min(limit, reading.size()), from + MOST);
        int to = from;
        while (to < most && !ends(reading, to)) {
            to++;
        }
        // Half a name is none.
        for (int i = from; i < to; i++) {
            for (var span : reading.startingAt(i)) {
                if (span.to() > to && WHOLE.stream().anyMatch(span::is)) {
                    to = i;
                }
            }
        }
        while (to > from && LOOSE.contains(reading.lower(to - 1)) && !isCompound(reading, to - 1)) {
            to--;
        }
        return to;
    }

    /** Whether a loose word is the second half of another: "quân sự". */
    private static boolean isCompound(Reading reading, int token) {
        return reading.lower(token).equals("sự") && COMPOUND.contains(reading.lower(token - 1));
    }

    private static boolean ends(Reading reading, int token) {
        var key = reading.key(token);
        boolean mark = !key.isEmpty()
                && !Character.isLetterOrDigit(key.codePointAt(0))
                && !key.equals("-")
                && !key.equals("–")
                && !key.equals("%");
        return mark || reading.starts(token, "date") || reading.starts(token, "%phrase.end") || reading.isQuoted(token);
    }
}
