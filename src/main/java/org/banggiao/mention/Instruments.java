package org.banggiao.mention;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads names of instruments: a head, such as "Hiệp định", and what belongs to the name behind it, up to a mark, a date of
 * signature, a word that no name holds or the next head. A comma goes on only in a list of nouns. Class {@code instrument}, value {@link InstrumentName}.
 */
final class Instruments {
    private static final int LONGEST = 45;
    private static final int LONGEST_LISTED = 6;
    private static final int SHORTEST_LISTED = 3;

    private static final int LONGEST_TITLE = 40;
    private static final int TO_PASSIVE = 10;
    private static final Map<String, String> KINDS = Map.of(
            "hiệp định", "agreement",
            "hiệp ước", "treaty",
            "nghị định thư", "protocol",
            "thỏa thuận", "arrangement",
            "thoả thuận", "arrangement",
            "biên bản", "minutes",
            "bản ghi nhớ", "memorandum",
            "biên bản ghi nhớ", "memorandum",
            "hợp đồng", "contract");
    private static final int TO_SIGNATURE = 6;
    private static final Set<String> BEHIND_ABOVE = Set.of(
            "đây", "đã", "được", "là", "có", "sẽ", "nêu", "cũng", "không", "chưa", "đều", "quy", "do", "mà", "và",
            "vẫn", "còn", "ký", "với", "của", "giữa", "cho", "trong", "đang", "mới", "thể", "đánh", "tạo", "góp");
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2100;
    private static final Set<String> YEAR_GOES_ON =
            Set.of("về", "giữa", "của", "cho", "với", "do", "và", "đến", "tới", "kèm", "tại", "ở", "lần");
    private static final Set<String> NAME_GOES_ON =
            Set.of("về", "năm", "giữa", "cho", "(", "-", "–", "và", "lần", "của", "với", "do");

    private static final Pattern MONTH = Pattern.compile("(\\d{4}|YYYY)-");

    private final RuleSet rules;
    private final RuleSet provisions;
    private final Map<String, Integer> numberWords;
    private final String ten;

    Instruments(Tokenizer tokenizer, Map<String, Integer> numberWords) {
        rules = RuleSet.load(Instruments.class, "rules/instruments.rules", tokenizer);
        provisions = RuleSet.load(Instruments.class, "rules/provisions.rules", tokenizer);
        this.numberWords = new HashMap<>(numberWords);
        this.numberWords.put(tokenizer.key("nhất"), 1);
        ten = tokenizer.key("mười");
    }

    List<RuleSet> ruleSets() {
        return List.of(rules, provisions);
    }

    void read(Reading reading) {
        rules.readLists(reading);
        provisions.readLists(reading);
        provisions.apply(reading, (rule, captures) -> value(reading, rule, captures));
        var found = rules.apply(reading, (rule, captures) -> value(reading, rule, captures));
        int done = 0;
        // The kind of the last one, and of those that a number counted.
        String kind = null;
        String counted = null;
        for (var head : found) {
            if (!head.is("head") || head.from() < done) {
                continue;
            }
            String type = String.valueOf(head.value());
            if (head.is("head.same")) {
                var same = head.rule().equals("instrument.one-of") ? counted : kind;
                if (same == null) {
                    continue;
                }
                type = same;
            }
            kind = type;
            if (head.is("head.counted")) {
                var noun = head.parts().getOrDefault("kind", List.of());
                counted = noun.isEmpty()
                        ? "other"
                        : KINDS.getOrDefault(reading.words(noun.get(0)).toLowerCase(Locale.ROOT), "other");
                kind = counted;
                int count = head.value() instanceof Integer n ? n : 0;
                if (count > 1) {
                    reading.add(new Span(
                            head.from(),
                            head.to(),
                            SpanType.of("instrument"),
                            new InstrumentName("other", false, false, false, false, count),
                            head.rule(),
                            Map.of()));
                }
                done = head.to();
                continue;
            }
            int end = end(reading, head);
            boolean plural = head.from() > 0 && reading.ends(head.from(), "%plural");
            boolean anaphor =
                    isAnaphor(reading, end) && !reading.lower(head.from() - 1).equals("một");
            boolean named = end > head.to() || head.rule().equals("instrument.points");
            boolean capitalised = reading.token(head.from()).isCapitalised();
            reading.add(new Span(
                    head.from(),
                    end,
                    SpanType.of("instrument"),
                    new InstrumentName(type, named, plural, anaphor, capitalised, 0),
                    head.rule(),
                    Map.of()));
            done = end;
        }
    }

    /** Of a rule with a number its value, of one with printed words these, else what the rule yields. */
    private @Nullable Object value(Reading reading, Rule rule, Map<String, List<Span>> captures) {
        var number = captures.get("n");
        if (number != null) {
            return number(reading, number.get(0));
        }
        var printed = captures.get("number");
        return printed == null ? rule.yield() : reading.words(printed.get(0));
    }

    /** The number that digits or words say; 0 where they say none. */
    private int number(Reading reading, Span words) {
        int value = reading.token(words.from()).whole();
        if (value >= 0) {
            return value;
        }
        int sum = 0;
        for (int i = words.from(); i < words.to(); i++) {
            sum += numberWords.getOrDefault(reading.key(i), 0);
        }
        return words.to() - words.from() == 1 || reading.key(words.from()).equals(ten) ? sum : 0;
    }

    /** A title in quotation marks directly behind a head belongs to the name; the token behind it, or the same token. */
    private static int title(Reading reading, int from) {
        if (!reading.key(from).equals("\"") || reading.isQuoted(from - 1)) {
            return from;
        }
        for (int i = from + 1; i < reading.size() && i - from <= LONGEST_TITLE; i++) {
            if (reading.key(i).equals("\"")) {
                return i - from > 2 ? i + 1 : from;
            }
        }
        return from;
    }

    /** "Hiệp định Giơnevơ" is a whole name, but where a subject, parties or a year follow; the token behind it, or the same token. */
    private static int place(Reading reading, int from) {
        if (from >= reading.size()) {
            return from;
        }
        for (var span : reading.startingAt(from)) {
            var next = reading.lower(span.to());
            boolean goesOn = NAME_GOES_ON.contains(next) || !next.isEmpty() && Character.isDigit(next.charAt(0));
            if (span.is("place") && !goesOn && reading.token(from).isCapitalised()) {
                return span.to();
            }
        }
        return from;
    }

    private static int end(Reading reading, Span head) {
        if (reading.starts(head.to(), "%anaphor")) {
            return head.to();
        }
        int titled = title(reading, head.to());
        if (titled > head.to()) {
            return titled;
        }
        int placed = place(reading, head.to());
        if (placed > head.to()) {
            return placed;
        }
        int depth = 0;
        boolean quoted = head.from() > 0 && reading.isQuoted(head.from());
        int i = head.to();
        while (i < reading.size() && i - head.from() < LONGEST) {
            var key = reading.key(i);
            if (key.equals(",") && i == head.to()) {
                break;
            }
            if (key.equals("(")) {
                if (!bracketBelongs(reading, i)) {
                    break;
                }
                depth++;
            } else if (key.equals(")")) {
                if (depth == 0) {
                    break;
                }
                depth--;
            } else if (";:.?!".contains(key) || key.equals("...") || (key.equals("\"") && (quoted || depth == 0))) {
                break;
            } else if (depth == 0 && stops(reading, i)) {
                break;
            }
            i++;
            if (depth == 0 && isYearAtEnd(reading, i)) {
                break;
            }
        }
        while (i > head.to() && isLoose(reading.lower(i - 1))) {
            i--;
        }
        return i;
    }

    /** "Hiệp định Anh - Ailen năm 1938 trả lại …": whether a year before a token ends the name. */
    private static boolean isYearAtEnd(Reading reading, int i) {
        int year = reading.token(i - 1).whole();
        var next = reading.key(i);
        return year >= FIRST_YEAR
                && year <= LAST_YEAR
                && reading.lower(i - 2).equals("năm")
                && !next.isEmpty()
                && Character.isLetter(next.codePointAt(0))
                && !YEAR_GOES_ON.contains(reading.lower(i));
    }

    /** Whether a word points back: "trên" does so by itself, not before a noun ("trên tàu"). */
    private static boolean isAnaphor(Reading reading, int i) {
        if (!reading.starts(i, "%anaphor")) {
            return false;
        }
        var next = reading.key(i + 1);
        return !reading.lower(i).equals("trên")
                || next.isEmpty()
                || !Character.isLetter(next.codePointAt(0))
                || BEHIND_ABOVE.contains(reading.lower(i + 1));
    }

    /** A bracket belongs to the name where it holds an abbreviation, another name or years. */
    private static boolean bracketBelongs(Reading reading, int open) {
        if (reading.starts(open + 1, "head")) {
            return true;
        }
        var next = open + 1 < reading.size() ? reading.token(open + 1) : null;
        return next != null
                && reading.key(open + 2).equals(")")
                && next.text().length() > 1
                && next.text().chars().allMatch(Character::isUpperCase);
    }

    private static boolean stops(Reading reading, int i) {
        // "hàng không" and "không hoàn lại" hold a word that else ends a name.
        if (reading.starts(i, "%name.keep") || reading.starts(i - 1, "%name.keep")) {
            return false;
        }
        if (reading.starts(i, "%name.stop") && !reading.lower(i - 1).equals("về")) {
            return !reading.lower(i).equals("để") || i > 0;
        }
        for (var span : reading.startingAt(i)) {
            if (span.is("date") && span.value() instanceof SaidDate d && isDayOrMonth(d)) {
                return true;
            }
            if (span.is("actor.pair")
                    && (reading.key(i - 1).equals(",")
                            || (!reading.lower(i - 1).equals("giữa") && isSigned(reading, span.to())))) {
                return true;
            }
        }
        var word = reading.lower(i);
        if ((word.equals("trong") || word.equals("theo")) && reading.starts(i + 1, "head")) {
            return true;
        }
        if ((word.equals("tại") || word.equals("ở")) && isPlace(reading, i + 1)) {
            return true;
        }
        if (word.equals(",")
                && reading.lower(i - 1).equals("đổi")
                && reading.lower(i + 1).equals("bổ")) {
            return false;
        }
        if (word.equals(",")) {
            // "…, một bước tiến của hai nước" says what it is, and is no part of its name.
            boolean apposition =
                    reading.lower(i + 1).equals("một") && !reading.lower(i + 2).equals("số");
            return apposition || !isListed(reading, i + 1);
        }
        if (word.equals("và") || word.equals("cùng")) {
            int next = i + 1;
            while ((reading.starts(next, "%plural") || reading.starts(next, "%count")) && next < i + 4) {
                next++;
            }
            boolean jubilee = reading.token(Math.min(next, reading.size() - 1)).kind() == Token.Kind.NUMBER
                    && reading.lower(next + 1).equals("năm");
            return jubilee
                    || reading.starts(next, "head")
                    || (reading.starts(next, "%name.stop") && !reading.starts(next, "%name.keep"))
                    || reading.starts(next, "%name.apart")
                    || reading.starts(next, "%sign");
        }
        return false;
    }

    /** "Hiệp định vận tải hai bên ký ngày …": whether a word of signing follows who does it. */
    private static boolean isSigned(Reading reading, int from) {
        for (int i = from; i < Math.min(reading.size(), from + TO_SIGNATURE); i++) {
            if (reading.starts(i, "%sign.by")) {
                return true;
            }
            if (!Character.isLetterOrDigit(reading.key(i).codePointAt(0))
                    && !reading.key(i).equals("-")) {
                return false;
            }
        }
        return false;
    }

    private static boolean isPlace(Reading reading, int i) {
        return reading.starts(i, "place")
                || (reading.lower(i).equals("thành") && reading.lower(i + 1).equals("phố"));
    }

    /** Whether a comma parts nouns of one list: a short stretch without a verb, with more of the name behind it. */
    private static boolean isListed(Reading reading, int from) {
        if (leadsToPassive(reading, from)) {
            return true;
        }
        int i = from;
        while (i < reading.size() && i - from <= LONGEST_LISTED) {
            var word = reading.lower(i);
            boolean goesOn =
                    word.equals("và") || word.equals("-") || word.equals("–") || reading.starts(i, "%name.link");
            if (goesOn && i > from) {
                return true;
            }
            if (word.equals(",") && i > from) {
                return isListed(reading, i + 1) || i - from <= SHORTEST_LISTED;
            }
            if (i > from && !Character.isLetterOrDigit(reading.key(i).codePointAt(0))) {
                return i - from <= SHORTEST_LISTED;
            }
            if (reading.starts(i, "head")
                    || reading.starts(i, "date")
                    || reading.starts(i, "actor")
                    || reading.starts(i, "person")
                    || reading.starts(i, "money")
                    || reading.starts(i, "measure")
                    || reading.starts(i, "%name.stop")
                    || reading.starts(i, "%name.apart")
                    || reading.starts(i, "%name.verb")
                    || reading.starts(i, "%plural")
                    || reading.starts(i, "%sign")) {
                return false;
            }
            i++;
        }
        return i >= reading.size() && i - from <= SHORTEST_LISTED;
    }

    /** "…, lập lại hòa bình ở Việt Nam được ký": what stands before "được ký" without a mark belongs to the name. */
    private static boolean leadsToPassive(Reading reading, int from) {
        for (int i = from; i < Math.min(reading.size(), from + TO_PASSIVE); i++) {
            if (reading.starts(i, "%sign.passive")) {
                return i > from;
            }
            boolean word = Character.isLetterOrDigit(reading.key(i).codePointAt(0))
                    || reading.key(i).equals("-");
            if (!word || reading.starts(i, "head") || reading.starts(i, "date") || reading.starts(i, "%sign")) {
                return false;
            }
        }
        return false;
    }

    private static boolean isDayOrMonth(SaidDate date) {
        return MONTH.matcher(date.form()).lookingAt();
    }

    private static boolean isLoose(String key) {
        return ",\"-".contains(key) || key.equals("và") || key.equals("của") || key.equals("các") || key.equals("với");
    }
}
