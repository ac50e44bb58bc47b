package org.banggiao.mention;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.banggiao.quantity.Amount;
import org.banggiao.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers in digits and words, sums of money and counted things. Classes: {@code amount} (value {@link SaidAmount}), {@code
 * money} (value {@link Money}), {@code measure} (value {@link Measure}), {@code count} (a {@link Measure} of something that no
 * list of units has: only who knows what the sentence is about can tell whether it is one).
 */
final class Quantities {
    private record NumberWord(BigDecimal value, String role) {}

    private record Parsed(BigDecimal value, BigDecimal scale, int to) {}

    private static final Pattern POINTS = Pattern.compile("\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern COMMAS = Pattern.compile("\\d{1,3}(,\\d{3}){2,}");
    private static final Pattern COMMA = Pattern.compile("\\d+,\\d+");
    private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Set<String> VAGUE = Set.of("hàng", "vài", "mấy", "nhiều", "các", "những");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int MOST_PARTS = 20;
    private static final List<String> BEHIND_SUM = List.of("cho", "và", "là", "để", "dành", "trong", "vào", "năm");

    private final Map<String, NumberWord> words = new HashMap<>();
    private final Map<String, String> vague = new HashMap<>();
    private final Phrases qualifiers;
    private final Phrases currencies;
    private final Phrases units;
    private final Uncounted uncounted;
    private final String some;
    private final String one;
    private final String half;
    private final String and;
    private final String to;
    private final String dozen;
    private final String part;
    private final String fourth;
    private final Set<String> after = new HashSet<>();

    // Numbers of the words that begin a quantity.
    private final BitSet firsts = new BitSet();

    Quantities(Tokenizer tokenizer) {
        for (var line : ResourceText.lines(Quantities.class, "numbers.tsv")) {
            var cells = line.split("\t");
            words.put(tokenizer.key(cells[0]), new NumberWord(new BigDecimal(cells[1]), cells[2]));
        }
        VAGUE.forEach(word -> vague.put(tokenizer.key(word), word));
        qualifiers = Phrases.load("qualifiers.tsv", tokenizer);
        currencies = Phrases.load("currencies.tsv", tokenizer);
        units = Phrases.load("units.tsv", tokenizer);
        uncounted = new Uncounted(tokenizer);
        some = tokenizer.key("số");
        one = tokenizer.key("một");
        half = tokenizer.key("nửa");
        and = tokenizer.key("rưỡi");
        to = tokenizer.key("đến");
        dozen = tokenizer.key("chục");
        part = tokenizer.key("phần");
        fourth = tokenizer.key("tư");
        BEHIND_SUM.forEach(word -> after.add(tokenizer.key(word)));
        words.keySet().forEach(key -> firsts.set(tokenizer.number(key)));
        vague.keySet().forEach(key -> firsts.set(tokenizer.number(key)));
        firsts.set(tokenizer.number(one));
        firsts.set(tokenizer.number(half));
        firsts.or(qualifiers.firsts());
        firsts.or(currencies.firsts());
    }

    /** Words for one to ten, folded, with their values. */
    Map<String, Integer> smallNumbers() {
        var out = new HashMap<String, Integer>();
        words.forEach((word, n) -> {
            if (n.role().equals("digit") || n.role().equals("ten")) {
                out.put(word, n.value().intValue());
            }
        });
        return out;
    }

    void read(Reading reading) {
        boolean[] dated = new boolean[reading.size() + 1];
        for (var date : reading.all("date")) {
            Arrays.fill(dated, date.from(), date.to(), true);
        }
        for (int i = 0; i < reading.size(); ) {
            i = dated[i] || !begins(reading, i) ? i + 1 : Math.max(i + 1, readAt(reading, i, dated));
        }
    }

    /** Whether what stands at a token can begin a quantity. */
    private boolean begins(Reading reading, int at) {
        return firsts.get(reading.word(at)) || reading.token(at).kind() == Token.Kind.NUMBER;
    }

    /** Reads what begins at a token; returns the token after it, or the token itself where nothing begins. */
    private int readAt(Reading reading, int from, boolean[] dated) {
        int at = from;
        var bound = qualifiers.at(reading, at);
        var qualifier = bound == null ? Amount.Qualifier.EXACT : Amount.Qualifier.valueOf(bound.value());
        if (bound != null) {
            at = bound.to();
        }
        if (vague.containsKey(reading.key(at)) && at + 1 < reading.size() && isScale(reading.key(at + 1))) {
            int end = at + 1;
            while (isScale(reading.key(end))) {
                end++;
            }
            return addAll(reading, from, end, null);
        }
        if (dated[Math.min(at, reading.size())]) {
            return from;
        }
        var share = share(reading, at);
        if (share != null) {
            var amount = Amount.of(share.value(), qualifier);
            reading.add(Span.of(from, share.to(), "measure", new Measure(amount, "%", false), "quantity.share"));
            return share.to();
        }
        // "US$ 5 triệu": the currency first.
        var before =
                reading.token(Math.min(at, reading.size() - 1)).isCapitalised() ? currencies.at(reading, at) : null;
        if (before != null) {
            var parsed = number(reading, before.to());
            if (parsed == null || dated[Math.min(before.to(), reading.size())]) {
                return from;
            }
            var money = new Money(Amount.of(parsed.value(), qualifier), before.value());
            reading.add(Span.of(from, parsed.to(), "money", money, "quantity.money"));
            return parsed.to();
        }
        var parsed = reading.key(at).equals(one) && reading.key(at + 1).equals(some) ? null : number(reading, at);
        if (parsed == null) {
            return from;
        }
        int end = parsed.to();
        var amount = Amount.of(parsed.value(), qualifier);
        boolean joins = reading.key(end).equals("-") || reading.key(end).equals(to);
        if (joins && end + 1 < reading.size() && !dated[Math.min(end + 1, reading.size())]) {
            var upper = number(reading, end + 1);
            // "5 - 6 vạn": the lower bound is counted in what the upper one is.
            var lower = upper == null || parsed.scale().compareTo(BigDecimal.ONE) != 0
                    ? parsed.value()
                    : parsed.value().multiply(upper.scale());
            boolean counted = reading.token(end + 1).kind() == Token.Kind.NUMBER
                    || (upper != null && hasUnit(reading, upper.to()));
            if (upper != null && counted && upper.value().compareTo(lower) > 0) {
                amount = Amount.between(lower, upper.value());
                end = upper.to();
            }
        }
        return addAll(reading, from, end, amount);
    }

    private boolean hasUnit(Reading reading, int at) {
        return units.at(reading, at) != null || currencies.at(reading, at) != null;
    }

    /** A share in parts: "một nửa", "hai phần ba", "2/3"; in percent, rounded to hundredths. */
    private @Nullable Parsed share(Reading reading, int at) {
        if (reading.key(at).equals(half)
                || (reading.key(at).equals(one) && reading.key(at + 1).equals(half))) {
            boolean firstHalf = reading.key(at).equals(half) && !uncounted.isShared(reading, at + 1);
            return firstHalf
                    ? null
                    : new Parsed(
                            HUNDRED.divide(BigDecimal.TWO),
                            BigDecimal.ONE,
                            at + (reading.key(at).equals(half) ? 1 : 2));
        }
        var above = number(reading, at);
        if (above == null
                || !(reading.key(above.to()).equals(part)
                        || reading.key(above.to()).equals("/"))) {
            return null;
        }
        var below = reading.key(above.to() + 1).equals(fourth)
                ? new Parsed(new BigDecimal(4), BigDecimal.ONE, above.to() + 2)
                : number(reading, above.to() + 1);
        boolean isShare = below != null
                && above.value().compareTo(below.value()) < 0
                && below.value().compareTo(new BigDecimal(MOST_PARTS)) <= 0
                && !reading.key(below.to()).equals("/")
                && (reading.key(above.to()).equals(part) || uncounted.isShared(reading, below.to()));
        return !isShare || below == null
                ? null
                : new Parsed(
                        above.value().multiply(HUNDRED).divide(below.value(), 2, RoundingMode.HALF_UP),
                        BigDecimal.ONE,
                        below.to());
    }

    private int addAll(Reading reading, int from, int end, @Nullable Amount amount) {
        reading.add(Span.of(from, end, "amount", new SaidAmount(amount), "quantity.number"));
        var currency = currencies.at(reading, end);
        var unit = units.at(reading, end);
        // "70 đồng chí" are no money.
        if (currency != null && amount != null && (unit == null || unit.to() <= currency.to())) {
            reading.add(Span.of(from, currency.to(), "money", new Money(amount, currency.value()), "quantity.money"));
            return currency.to();
        }
        var known = currencyBefore(reading, from);
        if (known != null && amount != null && unit == null && isScaleOnly(reading, from, end)) {
            reading.add(Span.of(from, end, "money", new Money(amount, known), "quantity.money-again"));
            return end;
        }
        // A capital begins a name, not a unit: "Công ty 32 Bộ Quốc phòng".
        if (end >= reading.size() || reading.token(end).isCapitalised()) {
            return end;
        }
        if (unit == null) {
            if (reading.token(end).kind() == Token.Kind.WORD && !uncounted.isNumbered(reading, from, end)) {
                reading.add(Span.of(from, end, "count", new Measure(amount, "", false), "quantity.count"));
            }
        } else if (!uncounted.isProperty(reading, from) && uncounted.nobodys(reading, end) < unit.to() - end) {
            var kind = unit.cells().get(2);
            var measure = new Measure(amount, unit.value(), !kind.equals("thing"));
            reading.add(Span.of(from, unit.to(), "measure", measure, "quantity.measure"));
        }
        return end;
    }

    /** The currency of the last sum of the sentence before a token, or null. */
    private static @Nullable String currencyBefore(Reading reading, int from) {
        String last = null;
        for (var span : reading.all("money")) {
            if (span.to() <= from && span.value() instanceof Money money) {
                last = money.currency();
            }
        }
        return last;
    }

    /** Whether a number ends with a scale and counts nothing: of "92 triệu rúp, gồm 40 triệu cho giáo dục" the second. */
    private boolean isScaleOnly(Reading reading, int from, int end) {
        return end - from >= 2
                && isScale(reading.key(end - 1))
                && (end >= reading.size()
                        || reading.token(end).kind() == Token.Kind.MARK
                        || after.contains(reading.key(end)));
    }

    private boolean isScale(String key) {
        var word = words.get(key);
        return key.equals(dozen)
                || (word != null && (word.role().equals("scale") || word.role().equals("hundred")));
    }

    private @Nullable Parsed number(Reading reading, int from) {
        if (from >= reading.size()) {
            return null;
        }
        var token = reading.token(from);
        Parsed base;
        if (token.kind() == Token.Kind.NUMBER) {
            var value = digits(token.text());
            base = value == null ? null : new Parsed(value, BigDecimal.ONE, from + 1);
        } else {
            base = inWords(reading, from);
        }
        if (base == null) {
            return null;
        }
        var value = base.value();
        var scale = BigDecimal.ONE;
        int at = base.to();
        for (var word = words.get(reading.key(at));
                word != null && (word.role().equals("scale") || word.role().equals("hundred"));
                word = words.get(reading.key(at))) {
            value = value.multiply(word.value());
            scale = scale.multiply(word.value());
            at++;
        }
        if (reading.key(at).equals(and)) {
            value = value.add(scale.divide(BigDecimal.TWO));
            at++;
        }
        return new Parsed(value, scale, at);
    }

    /** One to nine hundred and ninety-nine in words. */
    private @Nullable Parsed inWords(Reading reading, int from) {
        int at = from;
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal last = null;
        while (at < reading.size()) {
            var word = words.get(reading.key(at));
            if (word == null || word.role().equals("scale")) {
                break;
            }
            boolean isTail = word.role().equals("tail");
            if (isTail && (at == from || last != null)) {
                break;
            }
            if (isTail || word.role().equals("digit")) {
                if (last != null && last.signum() > 0) {
                    break;
                }
                last = word.value();
            } else if (word.role().equals("ten")) {
                total = total.add(word.value());
            } else {
                if (last == null) {
                    break;
                }
                total = total.add(last.multiply(word.value()));
                last = null;
            }
            at++;
        }
        if (at == from) {
            return null;
        }
        total = last == null ? total : total.add(last);
        return total.signum() == 0 ? null : new Parsed(total, BigDecimal.ONE, at);
    }

    /** Digits as Vietnamese prints them: points part thousands, a comma the decimals; other uses are read by their form. */
    static @Nullable BigDecimal digits(String text) {
        var plain = text;
        if (POINTS.matcher(text).matches()) {
            plain = text.replace(".", "").replace(',', '.');
        } else if (COMMAS.matcher(text).matches()) {
            plain = text.replace(",", "");
        } else if (COMMA.matcher(text).matches()) {
            plain = text.replace(',', '.');
        } else if (!PLAIN.matcher(text).matches()) {
            return null;
        }
        return plain.length() > 20 ? null : new BigDecimal(plain);
    }
}
