package org.banggiao.claim;

import java.util.Set;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Span;

/** Stretches of a sentence that hang on another: "sau khi …", "mà …", "vì …", "việc …". */
final class Subordinate {
    /** What opens a stretch that tells what came true, where a date stands with it. */
    private static final Set<String> FACTUAL =
            Set.of("khi", "lúc", "mà", "do", "vì", "bởi", "việc", "nơi", "dù", "dẫu", "tuy");
    /** What opens a stretch at whose comma another begins, with a subject of its own. */
    private static final Set<String> OPENERS =
            Set.of("dù", "dẫu", "tuy", "vì", "bởi", "do", "khi", "bất", "mặc", "nhờ", "trước", "sau", "theo");
    /** Words by which a date stands with what is told before it. */
    private static final Set<String> STANDING = Set.of(
            "ngày", "vào", "tháng", "hồi", "hôm", "đầu", "giữa", "cuối", "ngay", "đêm", "sáng", "từ", "trong", "năm",
            "mùa");

    /** Tokens from "chọn" to what it was chosen for. */
    private static final int CHOICE = 10;

    private Subordinate() {}

    /** "Để" that says what for; "để rồi" goes on to what came next, and what one chose something for was done with it. */
    static boolean isPurpose(Reading reading, int token) {
        if (!reading.lower(token).equals("để") || reading.lower(token + 1).equals("rồi")) {
            return false;
        }
        for (int i = token - 1;
                i >= Math.max(0, token - CHOICE) && !reading.key(i).equals(",");
                i--) {
            if (reading.lower(i).equals("chọn")) {
                return false;
            }
        }
        return true;
    }

    /** Whether a date stands so with a verb of such a stretch that it tells when it came true. */
    static boolean isDated(Reading reading, int start, Span verb, Timeline.Dated attached) {
        if (!STANDING.contains(reading.lower(attached.span().from())) || DateResolver.isYears(attached.date())) {
            return false;
        }
        for (int i = verb.from() - 1; i >= start; i--) {
            if (FACTUAL.contains(reading.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the stretch that begins at a token hangs on what follows its comma. */
    static boolean opens(Reading reading, int start) {
        return OPENERS.contains(reading.lower(start))
                || (reading.lower(start + 1).equals("khi")
                        && reading.lower(start).equals("ngay"));
    }

    /** Whether a stretch says after or before what something else was: "chỉ sau khi …". */
    static boolean isTimeOf(Reading reading, int start) {
        for (int i = start; i <= start + 1; i++) {
            var word = reading.lower(i);
            if ((word.equals("sau") || word.equals("trước") || word.equals("từ"))
                    && reading.lower(i + 1).equals("khi")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a bracket that opens in a stretch is still open behind it. */
    static boolean opensBracket(Reading reading, int from, int to) {
        int open = 0;
        for (int i = from; i <= to; i++) {
            var key = reading.key(i);
            open += key.equals("(") ? 1 : key.equals(")") ? -1 : 0;
        }
        return open > 0;
    }

    /** Whether a comma, semicolon or colon stands in a stretch. */
    static boolean hasComma(Reading reading, int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.isMark(i, ",;:")) {
                return true;
            }
        }
        return false;
    }

    /** Where the stretch between marks begins that holds the token. */
    static int chunkStart(Reading reading, int token) {
        int depth = 0;
        for (int i = token - 1; i >= 0; i--) {
            var key = reading.key(i);
            depth += key.equals(")") ? 1 : key.equals("(") ? -1 : 0;
            if (depth <= 0 && (key.equals(",") || key.equals(";") || key.equals(":"))) {
                return i + 1;
            }
        }
        return 0;
    }
}
