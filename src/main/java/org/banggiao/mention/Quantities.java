package org.banggiao.mention;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.banggiao.quantity.Amount;
import org.banggiao.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers in digits and words, sums of money and counted things. Classes: {@code amount} (value {@link SaidAmount}), {@code
 * money} (value {@link Money}), {@code measure} (value {@link Measure}).
 */
final class Quantities {
    private record NumberWord(BigDecimal value, String role) {}

    private record Parsed(BigDecimal value, int to) {}

    private static final Map<String, Amount.Qualifier> QUALIFIERS = Map.ofEntries(
            Map.entry("hơn", Amount.Qualifier.AT_LEAST),
            Map.entry("trên", Amount.Qualifier.AT_LEAST),
            Map.entry("gần", Amount.Qualifier.AT_MOST),
            Map.entry("dưới", Amount.Qualifier.AT_MOST),
            Map.entry("khoảng", Amount.Qualifier.ABOUT),
            Map.entry("chừng", Amount.Qualifier.ABOUT),
            Map.entry("độ", Amount.Qualifier.ABOUT));
    private static final Set<String> VAGUE = Set.of("hàng", "vài", "mấy", "nhiều", "các", "những");

    private final Map<String, NumberWord> words = new HashMap<>();
    private final Map<String, Amount.Qualifier> qualifiers = new HashMap<>();
    private final Map<String, String> vague = new HashMap<>();
    private final Phrases currencies;
    private final Phrases units;
    private final String some;
    private final String one;
    private final String half;
    private final String to;
    private final String dozen;

    Quantities(Tokenizer tokenizer) {
        for (var line : ResourceText.lines(Quantities.class, "numbers.tsv")) {
            var cells = line.split("\t");
            words.put(tokenizer.key(cells[0]), new NumberWord(new BigDecimal(cells[1]), cells[2]));
        }
        QUALIFIERS.forEach((word, q) -> qualifiers.put(tokenizer.key(word), q));
        VAGUE.forEach(word -> vague.put(tokenizer.key(word), word));
        currencies = Phrases.load("currencies.tsv", tokenizer);
        units = Phrases.load("units.tsv", tokenizer);
        some = tokenizer.key("số");
        one = tokenizer.key("một");
        half = tokenizer.key("nửa");
        to = tokenizer.key("đến");
        dozen = tokenizer.key("chục");
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
            i = dated[i] ? i + 1 : Math.max(i + 1, readAt(reading, i, dated));
        }
    }

    /** Reads what begins at a token; returns the token after it, or the token itself where nothing begins. */
    private int readAt(Reading reading, int from, boolean[] dated) {
        int at = from;
        var qualifier = qualifiers.get(reading.key(at));
        if (qualifier != null) {
            at++;
        }
        if (vague.containsKey(reading.key(at)) && at + 1 < reading.size() && isScale(reading.key(at + 1))) {
            int end = at + 1;
            while (isScale(reading.key(end))) {
                end++;
            }
            return addAll(reading, from, end, null);
        }
        if (reading.key(at).equals(one) && reading.key(at + 1).equals(half)) {
            reading.add(Span.of(
                    from,
                    at + 2,
                    "measure",
                    new Measure(
                            Amount.of(new BigDecimal(50), qualifier == null ? Amount.Qualifier.EXACT : qualifier), "%"),
                    "quantity.half"));
            return at + 2;
        }
        var parsed = reading.key(at).equals(one) && reading.key(at + 1).equals(some) ? null : number(reading, at);
        if (parsed == null || dated[Math.min(at, reading.size())]) {
            return from;
        }
        int end = parsed.to();
        var amount = Amount.of(parsed.value(), qualifier == null ? Amount.Qualifier.EXACT : qualifier);
        boolean joins = reading.key(end).equals("-") || reading.key(end).equals(to);
        if (joins && end + 1 < reading.size() && reading.token(end + 1).kind() == Token.Kind.NUMBER) {
            var upper = number(reading, end + 1);
            if (upper != null
                    && upper.value().compareTo(parsed.value()) > 0
                    && !dated[Math.min(end + 1, reading.size())]) {
                amount = Amount.between(parsed.value(), upper.value());
                end = upper.to();
            }
        }
        return addAll(reading, from, end, amount);
    }

    private int addAll(Reading reading, int from, int end, @Nullable Amount amount) {
        reading.add(Span.of(from, end, "amount", new SaidAmount(amount), "quantity.number"));
        var currency = currencies.at(reading, end);
        if (currency != null && amount != null) {
            reading.add(Span.of(from, currency.to(), "money", new Money(amount, currency.value()), "quantity.money"));
            return currency.to();
        }
        var unit = units.at(reading, end);
        // A capital begins a name, not a unit: "Công ty 32 Bộ Quốc phòng".
        if (unit != null && !reading.token(end).isCapitalised()) {
            reading.add(Span.of(from, unit.to(), "measure", new Measure(amount, unit.value()), "quantity.measure"));
        }
        return end;
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
            base = value == null ? null : new Parsed(value, from + 1);
        } else {
            base = inWords(reading, from);
        }
        if (base == null) {
            return null;
        }
        var value = base.value();
        int at = base.to();
        for (var word = words.get(reading.key(at));
                word != null && (word.role().equals("scale") || word.role().equals("hundred"));
                word = words.get(reading.key(at))) {
            value = value.multiply(word.value());
            at++;
        }
        return new Parsed(value, at);
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
            if (word.role().equals("digit")) {
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
        return total.signum() == 0 ? null : new Parsed(total, at);
    }

    /** Digits as Vietnamese prints them: points part thousands, a comma the decimals; other uses are read by their form. */
    static @Nullable BigDecimal digits(String text) {
        var plain = text;
        if (text.matches("\\d{1,3}(\\.\\d{3})+(,\\d+)?")) {
            plain = text.replace(".", "").replace(',', '.');
        } else if (text.matches("\\d{1,3}(,\\d{3}){2,}")) {
            plain = text.replace(",", "");
        } else if (text.matches("\\d+,\\d+")) {
            plain = text.replace(',', '.');
        } else if (!text.matches("\\d+(\\.\\d+)?")) {
            return null;
        }
        return plain.length() > 20 ? null : new BigDecimal(plain);
    }
}
