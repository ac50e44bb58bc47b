package org.banggiao.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.banggiao.quantity.Amount;
import org.banggiao.quantity.Money;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** Claims as maps for JSON and back; absent keys mean null or nothing. */
final class ClaimJson {
    private ClaimJson() {}

    static Map<String, @Nullable Object> map(Claim claim) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        var said = claim.said();
        out.put("id", said.id());
        out.put("kind", claim.kind());
        switch (claim) {
            case DiplomaticEvent e -> {
                out.put("type", e.type().code());
                date(out, e);
                put(out, "place", e.place() == null ? null : place(e.place()));
                list(out, "actors", e.actors(), ClaimJson::actor);
                list(out, "persons", e.persons(), ClaimJson::person);
                put(out, "about", e.about());
            }
            case Instrument i -> {
                out.put("type", i.type().code());
                out.put("name", i.nameAsPrinted());
                date(out, i);
                list(out, "parties", i.parties(), ClaimJson::actor);
                put(out, "place", i.place() == null ? null : place(i.place()));
                list(out, "signatories", i.signatories(), ClaimJson::person);
                put(out, "valid", i.valid() == null ? null : i.valid().edtf());
                provisions(out, i.provisions());
            }
            case AidFlow a -> {
                list(out, "donors", a.donors(), ClaimJson::actor);
                list(out, "recipients", a.recipients(), ClaimJson::actor);
                out.put("category", a.category().code());
                out.put("status", a.status().code());
                out.put("terms", a.terms().code());
                list(out, "amounts", a.amounts(), ClaimJson::money);
                list(out, "items", a.items(), ClaimJson::item);
                date(out, a);
                put(out, "under", a.under());
            }
        }
        out.put("statedIn", passage(said.statedIn()));
        list(out, "contextIn", said.contextIn(), ClaimJson::passage);
        if (said.polarity() != Said.Polarity.AFFIRMED) {
            out.put("polarity", code(said.polarity()));
        }
        if (said.factuality() != Said.Factuality.ACTUAL) {
            out.put("factuality", code(said.factuality()));
        }
        put(out, "attributedTo", said.attributedTo());
        out.put("rule", said.rule());
        list(out, "derivedFromContext", List.copyOf(said.derivedFromContext()), s -> s);
        out.put("confidence", said.confidence());
        put(out, "review", said.review() == null ? null : review(said.review()));
        return out;
    }

    static Claim claim(Map<String, @Nullable Object> in) {
        var fields = new Fields(in);
        var said = said(fields);
        var date = fields.has("date") ? HistoricalDate.parse(fields.text("date")) : null;
        var printed = fields.orNull("dateAsPrinted");
        return switch (fields.text("kind")) {
            case "event" -> {
                if (date == null) {
                    throw new IllegalArgumentException("the event " + said.id() + " has no date");
                }
                yield new DiplomaticEvent(
                        said,
                        EventType.parse(fields.text("type")),
                        date,
                        printed,
                        fields.has("place") ? placeOf(fields.object("place")) : null,
                        fields.list("actors", ClaimJson::actorOf),
                        fields.list("persons", ClaimJson::personOf),
                        fields.orNull("about"));
            }
            case "agreement" ->
                new Instrument(
                        said,
                        InstrumentType.parse(fields.text("type")),
                        fields.text("name"),
                        date,
                        printed,
                        fields.list("parties", ClaimJson::actorOf),
                        fields.has("place") ? placeOf(fields.object("place")) : null,
                        fields.list("signatories", ClaimJson::personOf),
                        fields.has("valid") ? HistoricalDate.parse(fields.text("valid")) : null,
                        provisionsOf(fields));
            case "aidflow" ->
                new AidFlow(
                        said,
                        fields.list("donors", ClaimJson::actorOf),
                        fields.list("recipients", ClaimJson::actorOf),
                        AidFlow.Category.valueOf(constant(fields.text("category"))),
                        AidFlow.Status.valueOf(constant(fields.text("status"))),
                        AidFlow.Terms.valueOf(constant(fields.text("terms"))),
                        fields.list("amounts", ClaimJson::moneyOf),
                        fields.list("items", ClaimJson::itemOf),
                        date,
                        printed,
                        fields.orNull("under"));
            default -> throw new IllegalArgumentException("no kind of claim: '" + fields.text("kind") + "'");
        };
    }

    private static Said said(Fields in) {
        return new Said(
                in.text("id"),
                passageOf(in.object("statedIn")),
                in.list("contextIn", ClaimJson::passageOf),
                in.has("polarity") ? Said.Polarity.valueOf(constant(in.text("polarity"))) : Said.Polarity.AFFIRMED,
                in.has("factuality")
                        ? Said.Factuality.valueOf(constant(in.text("factuality")))
                        : Said.Factuality.ACTUAL,
                in.orNull("attributedTo"),
                in.texts("rule"),
                new TreeSet<>(in.texts("derivedFromContext")),
                in.number("confidence"),
                in.has("review") ? reviewOf(in.object("review")) : null);
    }

    private static Map<String, @Nullable Object> review(Review r) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put("verdict", code(r.verdict()));
        out.put("by", r.by());
        out.put("on", r.on().toString());
        out.put("why", r.why());
        put(out, "before", r.before().isEmpty() ? null : r.before());
        return out;
    }

    private static Review reviewOf(Fields in) {
        var before = new TreeMap<String, String>();
        if (in.has("before")) {
            in.object("before").map().forEach((name, value) -> before.put(name, String.valueOf(value)));
        }
        return new Review(
                Review.Verdict.valueOf(constant(in.text("verdict"))),
                in.text("by"),
                LocalDate.parse(in.text("on")),
                in.text("why"),
                before);
    }

    private static void date(Map<String, @Nullable Object> out, Claim claim) {
        put(out, "date", claim.knownDate().map(HistoricalDate::edtf).orElse(null));
        put(out, "dateAsPrinted", claim.dateAsPrinted());
    }

    static Map<String, @Nullable Object> passage(Passage p) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put("document", p.document());
        out.put("fileSha256", p.fileSha256());
        out.put("start", p.startInclusive());
        out.put("end", p.endExclusive());
        put(out, "page", p.page());
        put(out, "section", p.section());
        put(out, "note", p.note());
        out.put("sentence", p.sentence());
        out.put("digest", p.digest());
        return out;
    }

    private static Passage passageOf(Fields in) {
        return new Passage(
                in.text("document"),
                in.text("fileSha256"),
                in.number("start").intValueExact(),
                in.number("end").intValueExact(),
                in.wholeOrNull("page"),
                in.wholeOrNull("section"),
                in.wholeOrNull("note"),
                in.number("sentence").intValueExact(),
                in.text("digest"));
    }

    private static Map<String, @Nullable Object> actor(ActorRef a) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put("code", a.code());
        put(out, "key", a.key());
        put(out, "printed", a.printed());
        return out;
    }

    private static ActorRef actorOf(Fields in) {
        return new ActorRef(in.text("code"), in.orNull("key"), in.orNull("printed"));
    }

    private static Map<String, @Nullable Object> person(PersonRef p) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put("printed", p.printed());
        put(out, "key", p.key());
        put(out, "title", p.title());
        put(out, "role", p.role() == PersonRef.Role.PRESENT ? null : code(p.role()));
        return out;
    }

    private static PersonRef personOf(Fields in) {
        return new PersonRef(
                in.text("printed"),
                in.orNull("key"),
                in.orNull("title"),
                in.has("role") ? PersonRef.Role.valueOf(constant(in.text("role"))) : PersonRef.Role.PRESENT);
    }

    private static void provisions(Map<String, @Nullable Object> out, Provisions p) {
        put(out, "termYears", p.termYears());
        put(out, "renewalYears", p.renewalYears());
        put(out, "noticeMonths", p.noticeMonths());
        put(
                out,
                "entryIntoForce",
                p.entryIntoForce() == null ? null : p.entryIntoForce().edtf());
        put(out, "number", p.number());
        put(out, "replaces", p.replaces());
        put(out, "amends", p.amends());
        put(out, "supplements", p.supplements());
    }

    private static Provisions provisionsOf(Fields in) {
        return new Provisions(
                in.wholeOrNull("termYears"),
                in.wholeOrNull("renewalYears"),
                in.wholeOrNull("noticeMonths"),
                in.has("entryIntoForce") ? HistoricalDate.parse(in.text("entryIntoForce")) : null,
                in.orNull("number"),
                in.orNull("replaces"),
                in.orNull("amends"),
                in.orNull("supplements"));
    }

    private static Map<String, @Nullable Object> place(PlaceRef p) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put("printed", p.printed());
        put(out, "key", p.key());
        return out;
    }

    private static PlaceRef placeOf(Fields in) {
        return new PlaceRef(in.text("printed"), in.orNull("key"));
    }

    private static Map<String, @Nullable Object> money(Money m) {
        var out = amount(m.amount());
        out.put("currency", m.currency());
        return out;
    }

    private static Money moneyOf(Fields in) {
        return new Money(amountOf(in), in.text("currency"));
    }

    private static Map<String, @Nullable Object> item(AidFlow.Item i) {
        var amount = i.amount();
        Map<String, @Nullable Object> out = amount == null ? new LinkedHashMap<>() : amount(amount);
        put(out, "unit", i.unit());
        out.put("what", i.what());
        return out;
    }

    private static AidFlow.Item itemOf(Fields in) {
        return new AidFlow.Item(in.has("value") ? amountOf(in) : null, in.orNull("unit"), in.text("what"));
    }

    private static Map<String, @Nullable Object> amount(Amount a) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put("value", a.value());
        if (a.qualifier() == Amount.Qualifier.BETWEEN) {
            out.put("max", a.max());
        }
        if (a.qualifier() != Amount.Qualifier.EXACT) {
            out.put("qualifier", code(a.qualifier()));
        }
        return out;
    }

    private static Amount amountOf(Fields in) {
        var value = in.number("value");
        return new Amount(
                value,
                in.has("max") ? in.number("max") : value,
                in.has("qualifier")
                        ? Amount.Qualifier.valueOf(constant(in.text("qualifier")))
                        : Amount.Qualifier.EXACT);
    }

    private static void put(Map<String, @Nullable Object> out, String key, @Nullable Object value) {
        if (value != null) {
            out.put(key, value);
        }
    }

    private static <T> void list(
            Map<String, @Nullable Object> out, String key, List<T> items, Function<T, Object> form) {
        if (!items.isEmpty()) {
            out.put(key, items.stream().map(form).toList());
        }
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private record Fields(Map<String, @Nullable Object> map) {
        boolean has(String key) {
            return map.get(key) != null;
        }

        String text(String key) {
            if (map.get(key) instanceof String s) {
                return s;
            }
            throw new IllegalArgumentException("'" + key + "' is to be a text, not " + map.get(key));
        }

        @Nullable
        String orNull(String key) {
            return has(key) ? text(key) : null;
        }

        BigDecimal number(String key) {
            if (map.get(key) instanceof BigDecimal d) {
                return d;
            }
            throw new IllegalArgumentException("'" + key + "' is to be a number, not " + map.get(key));
        }

        @Nullable
        Integer wholeOrNull(String key) {
            return has(key) ? number(key).intValueExact() : null;
        }

        @SuppressWarnings("unchecked")
        Fields object(String key) {
            if (map.get(key) instanceof Map<?, ?> m) {
                return new Fields((Map<String, @Nullable Object>) m);
            }
            throw new IllegalArgumentException("'" + key + "' is to be an object, not " + map.get(key));
        }

        List<String> texts(String key) {
            return items(key).stream().map(String::valueOf).toList();
        }

        @SuppressWarnings("unchecked")
        <T> List<T> list(String key, Function<Fields, T> form) {
            var out = new ArrayList<T>();
            for (var item : items(key)) {
                if (!(item instanceof Map<?, ?> m)) {
                    throw new IllegalArgumentException("'" + key + "' is to hold objects, not " + item);
                }
                out.add(form.apply(new Fields((Map<String, @Nullable Object>) m)));
            }
            return out;
        }

        private List<?> items(String key) {
            if (!has(key)) {
                return List.of();
            }
            if (map.get(key) instanceof List<?> l) {
                return l;
            }
            throw new IllegalArgumentException("'" + key + "' is to be a list, not " + map.get(key));
        }
    }
}
