package org.banggiao.claim.curation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.banggiao.authority.Authority;
import org.banggiao.authority.Entry;
import org.banggiao.claim.Claim;
import org.banggiao.claim.ClaimFile;
import org.banggiao.mention.JsonLine;
import org.jspecify.annotations.Nullable;

/**
 * The values of claims as an editor reads and writes them, one line each: actors, persons and places as {@code name [key]},
 * sums as {@code 5000000 SEK}, things given as {@code 600 | tấn | gạo}, several apart by semicolons, dates in EDTF.
 */
final class ValueForms {
    private static final Set<String> COMMON = Set.of("date", "dateAsPrinted", "polarity", "factuality", "attributedTo");
    private static final Map<String, Set<String>> OF_KIND = Map.of(
            "event", Set.of("type", "place", "actors", "persons", "about"),
            "agreement", Set.of("type", "name", "parties", "place", "signatories", "valid"),
            "aidflow", Set.of("donors", "recipients", "category", "status", "terms", "amounts", "items", "under"));
    private static final Set<String> ACTORS = Set.of("actors", "parties", "donors", "recipients");
    private static final Set<String> PERSONS = Set.of("persons", "signatories");
    private static final Pattern NAMED = Pattern.compile("([^\\[\\]]*?)\\s*(?:\\[([^\\[\\]]+)])?");
    private static final Pattern NUMBER = Pattern.compile(
            "(?:(at-least|at-most|about) )?(\\d+(?:\\.\\d+)?)|between " + "(\\d+(?:\\.\\d+)?) (\\d+(?:\\.\\d+)?)");

    private final Authority authority;

    ValueForms(Authority authority) {
        this.authority = authority;
    }

    /** The names that a claim of a kind can have values for. */
    static Set<String> names(String kind) {
        var names = new TreeSet<>(COMMON);
        names.addAll(OF_KIND.getOrDefault(kind, Set.of()));
        return names;
    }

    /** What a claim says, by name, in the order of claim files. */
    static Map<String, String> of(Claim claim) {
        var map = JsonLine.read(ClaimFile.line(claim));
        var values = new LinkedHashMap<String, String>();
        map.forEach((name, value) -> {
            if (value != null && names(claim.kind()).contains(name)) {
                values.put(name, text(name, value));
            }
        });
        return values;
    }

    private static String text(String name, Object value) {
        return switch (value) {
            case List<?> items ->
                items.stream().map(item -> text(name, (Map<?, ?>) item)).collect(Collectors.joining("; "));
            case Map<?, ?> one -> text(name, one);
            default -> String.valueOf(value);
        };
    }

    private static String text(String name, Map<?, ?> of) {
        if (name.equals("amounts")) {
            return number(of) + " " + of.get("currency");
        }
        if (name.equals("items")) {
            var unit = of.get("unit");
            return spaced(number(of) + " | " + (unit == null ? "" : unit) + " | " + of.get("what"));
        }
        var printed = of.get("printed");
        var key = of.get("key") == null ? of.get("code") : of.get("key");
        return ((printed == null ? "" : printed + " ") + (key == null ? "" : "[" + key + "]")).strip();
    }

    private static String number(Map<?, ?> of) {
        if (!(of.get("value") instanceof BigDecimal value)) {
            return "";
        }
        if (of.get("max") instanceof BigDecimal max) {
            return "between " + value.toPlainString() + " " + max.toPlainString();
        }
        var qualifier = of.get("qualifier");
        return (qualifier == null ? "" : qualifier + " ") + value.toPlainString();
    }

    /**
     * The claim with other values; a value without text is taken away.
     *
     * @throws IllegalArgumentException where a value is not of its form, or the claim would lack what it needs
     */
    Claim with(Claim claim, Map<String, String> values) {
        var map = new LinkedHashMap<>(JsonLine.read(ClaimFile.line(claim)));
        put(map, claim.kind(), values);
        return ClaimFile.parse(JsonLine.write(map));
    }

    /**
     * Puts values into the map that a claim is in JSON.
     *
     * @throws IllegalArgumentException where a value is not of its form
     */
    void put(Map<String, @Nullable Object> map, String kind, Map<String, String> values) {
        values.forEach((name, text) -> {
            if (!names(kind).contains(name)) {
                throw new IllegalArgumentException(
                        "'" + name + "' is no value of an " + kind + "; there are " + String.join(", ", names(kind)));
            }
            if (text.isBlank()) {
                map.remove(name);
            } else {
                map.put(name, value(name, text.strip()));
            }
        });
    }

    private Object value(String name, String text) {
        if (name.equals("place")) {
            return named(name, text);
        }
        boolean several =
                ACTORS.contains(name) || PERSONS.contains(name) || name.equals("amounts") || name.equals("items");
        if (!several) {
            return text;
        }
        var items = new ArrayList<Object>();
        for (var item : parts(text)) {
            items.add(
                    switch (name) {
                        case "amounts" -> amount(item);
                        case "items" -> thing(item);
                        default -> named(name, item);
                    });
        }
        return items;
    }

    /** {@code name [key]}: of actors the key, or a code in capitals, is needed, of others the name. */
    private Map<String, @Nullable Object> named(String name, String text) {
        var form = NAMED.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(name + ": '" + text + "' is not of the form: name [key]");
        }
        var printed = form.group(1).isEmpty() ? null : form.group(1);
        var key = form.group(2);
        var map = new LinkedHashMap<String, @Nullable Object>();
        boolean isCode = key != null && key.equals(key.toUpperCase(Locale.ROOT));
        if (ACTORS.contains(name)) {
            if (key == null) {
                throw new IllegalArgumentException(
                        name + ": '" + text + "' has no key: give one of data/authority, as in Lào [country:laos]");
            }
            map.put("code", isCode ? key : code(name, key));
        }
        if (key != null && !isCode) {
            var entry = entry(name, key);
            map.put("key", key);
            if (printed == null && !ACTORS.contains(name)) {
                printed = entry.nameVi();
            }
        }
        if (printed != null) {
            map.put("printed", printed);
        } else if (!ACTORS.contains(name)) {
            throw new IllegalArgumentException(name + ": '" + text + "' has no name");
        }
        return map;
    }

    private Entry entry(String name, String key) {
        return authority
                .byKey(key)
                .orElseThrow(() -> new IllegalArgumentException(name + ": '" + key
                        + "' is not in data/authority: check the key, or give the name without one"));
    }

    private String code(String name, String key) {
        var entry = entry(name, key);
        if (entry.code() != null) {
            return entry.code();
        }
        var country = entry.country() == null
                ? null
                : authority.byKey(entry.country()).orElse(null);
        if (country == null || country.code() == null) {
            throw new IllegalArgumentException(name + ": '" + key + "' stands for no country that has a code");
        }
        return country.code();
    }

    private static Map<String, @Nullable Object> amount(String text) {
        int space = text.lastIndexOf(' ');
        var currency = text.substring(space + 1);
        if (space < 1 || !currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "amounts: '" + text + "' is not a number and the ISO code of a currency, as in 5000000 SEK");
        }
        var map = number("amounts", text.substring(0, space));
        map.put("currency", currency);
        return map;
    }

    private static Map<String, @Nullable Object> thing(String text) {
        var parts = text.split("\\|", -1);
        if (parts.length != 3 || parts[2].isBlank()) {
            throw new IllegalArgumentException("items: '" + text
                    + "' is not number | unit | what, as in 600 | tấn | gạo; what is unknown stays empty");
        }
        Map<String, @Nullable Object> map =
                parts[0].isBlank() ? new LinkedHashMap<>() : number("items", parts[0].strip());
        if (!parts[1].isBlank()) {
            map.put("unit", parts[1].strip());
        }
        map.put("what", parts[2].strip());
        return map;
    }

    private static Map<String, @Nullable Object> number(String name, String text) {
        var form = NUMBER.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(name + ": '" + text
                    + "' is no number: write it without separators, with at-least, at-most or about before it, or as"
                    + " between 500 550");
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        if (form.group(2) != null) {
            map.put("value", new BigDecimal(form.group(2)));
            if (form.group(1) != null) {
                map.put("qualifier", form.group(1));
            }
        } else {
            map.put("value", new BigDecimal(form.group(3)));
            map.put("max", new BigDecimal(form.group(4)));
            map.put("qualifier", "between");
        }
        return map;
    }

    /** Whether two texts of a value mean the same: printed names do not count where there are keys, nor does order. */
    static boolean same(String name, String one, String other) {
        return meaning(name, one).equals(meaning(name, other));
    }

    private static Set<String> meaning(String name, String text) {
        if (!ACTORS.contains(name) && !PERSONS.contains(name) && !name.equals("place")) {
            return name.equals("amounts") || name.equals("items")
                    ? parts(text).stream().map(ValueForms::spaced).collect(Collectors.toSet())
                    : Set.of(text.strip());
        }
        return parts(text).stream()
                .map(part -> {
                    var form = NAMED.matcher(part);
                    return form.matches() && form.group(2) != null ? form.group(2) : part;
                })
                .collect(Collectors.toSet());
    }

    /** The same text with one space at most between words and around bars. */
    private static String spaced(String text) {
        return text.replace("|", " | ").replaceAll("\\s+", " ").strip();
    }

    private static List<String> parts(String text) {
        return List.of(text.split(";")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
