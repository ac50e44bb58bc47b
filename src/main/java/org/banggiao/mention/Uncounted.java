package org.banggiao.mention;

import java.util.HashSet;
import java.util.Set;

/** Tells numbers that count things from those that number them, say a property, or count what nobody gives. */
final class Uncounted {
    private static final int LONGEST = 3;
    private static final Set<String> WHOLES =
            Set.of("số", "tổng", "viện", "vốn", "kinh", "là", "khoản", "trong", "dành", "ngân", "chi");

    private final Set<String> before = new HashSet<>();
    private final Set<String> property = new HashSet<>();
    private final Set<String> behind = new HashSet<>();
    private final Set<String> wholes = new HashSet<>();

    Uncounted(Tokenizer tokenizer) {
        for (var line : ResourceText.lines(Uncounted.class, "uncounted.tsv")) {
            var cells = line.split("\t");
            var key = String.join(
                    " ", tokenizer.tokens(cells[0]).stream().map(Token::key).toList());
            switch (cells[1]) {
                case "before" -> before.add(key);
                case "property" -> property.add(key);
                case "behind" -> behind.add(key);
                default -> throw new IllegalStateException("uncounted.tsv: no such place as '" + cells[1] + "'");
            }
        }
        WHOLES.forEach(w -> wholes.add(tokenizer.key(w)));
    }

    /** Whether the words before a number say that it is a property of a thing: "trọng tải 5 tấn". */
    boolean isProperty(Reading reading, int from) {
        return endsWith(property, reading, from);
    }

    /** Whether a number from one token to another numbers something, or counts what nobody gives. */
    boolean isNumbered(Reading reading, int from, int to) {
        if (isProperty(reading, from) || endsWith(before, reading, from)) {
            return true;
        }
        return nobodys(reading, to) > 0;
    }

    /** How many tokens behind a number name what nobody gives, such as "khu vực" and "bộ trưởng"; 0 where none do. */
    int nobodys(Reading reading, int to) {
        int longest = 0;
        var words = new StringBuilder();
        for (int i = to; i < to + LONGEST; i++) {
            words.append(i == to ? "" : " ").append(reading.key(i));
            longest = behind.contains(words.toString()) ? i + 1 - to : longest;
        }
        return longest;
    }

    /** Whether a whole that is shared begins at a token: "2/3 số viện trợ". */
    boolean isShared(Reading reading, int at) {
        return wholes.contains(reading.key(at));
    }

    private static boolean endsWith(Set<String> phrases, Reading reading, int from) {
        var words = "";
        for (int i = from - 1; i >= Math.max(0, from - LONGEST); i--) {
            words = words.isEmpty() ? reading.key(i) : reading.key(i) + " " + words;
            if (phrases.contains(words)) {
                return true;
            }
        }
        return false;
    }
}
