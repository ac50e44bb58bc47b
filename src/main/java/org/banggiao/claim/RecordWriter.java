package org.banggiao.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.banggiao.mention.JsonLine;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Things as records for measuring: one line of JSON for each thing in each document, with the values that say most, and the
 * values of each place where they differ.
 */
public final class RecordWriter {
    /** Fields of an instrument that any of its passages may give. */
    private static final List<String> ADDED = List.of("place", "valid");

    /** Acts by which one goes to another country, or from it. */
    private static final Set<EventType> ABROAD =
            EnumSet.of(EventType.VISIT, EventType.DEPLOYMENT, EventType.WITHDRAWAL);

    private final Labels labels;

    public RecordWriter(Labels labels) {
        this.labels = labels;
    }

    /** The lines, by document and then in the order of the things, each with a line break. */
    public String write(List<Thing> things) {
        var lines = new TreeMap<String, StringBuilder>();
        for (var thing : things) {
            var byDocument = new TreeMap<String, List<Claim>>();
            for (var claim : thing.claims()) {
                if (claim.said().isRejected()) {
                    continue;
                }
                byDocument
                        .computeIfAbsent(claim.said().statedIn().document(), d -> new ArrayList<>())
                        .add(claim);
            }
            byDocument.forEach((document, claims) -> lines.computeIfAbsent(document, d -> new StringBuilder())
                    .append(JsonLine.write(record(document, thing.fullest(), claims)))
                    .append('\n'));
        }
        return String.join("", lines.values());
    }

    private Map<String, @Nullable Object> record(String document, Claim main, List<Claim> claims) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put("doc", document);
        out.put("kind", main.kind());
        var values = values(main);
        for (var claim : claims) {
            // What another passage adds to an instrument is part of what is said of it.
            if (claim instanceof Instrument i) {
                var others = values(claim);
                ADDED.forEach(key -> values.computeIfAbsent(key, others::get));
                if (main.date() != null) {
                    var term = InstrumentProvisions.term(i.provisions(), main.date());
                    values.computeIfAbsent("valid", key -> term == null ? null : term.edtf());
                }
            }
        }
        // The place that says most comes first: three places count in a range.
        var ordered = new ArrayList<>(claims);
        ordered.sort((a, b) -> Integer.compare(Merger.fullness(b), Merger.fullness(a)));
        var evidence = new ArrayList<Map<String, @Nullable Object>>();
        for (var claim : ordered) {
            var place = new LinkedHashMap<String, @Nullable Object>();
            place.put("start", claim.said().statedIn().startInclusive());
            place.put("end", claim.said().statedIn().endExclusive());
            var differing = new LinkedHashMap<>(values(claim));
            differing.entrySet().removeIf(e -> java.util.Objects.equals(e.getValue(), values.get(e.getKey())));
            if (!differing.isEmpty()) {
                place.put("values", differing);
            }
            evidence.add(place);
        }
        out.put("evidence", evidence);
        out.putAll(values);
        out.put("label", labels.en(main));
        out.put("rule", main.said().rule());
        out.put("confidence", main.said().confidence());
        out.put("derivedFromContext", List.copyOf(main.said().derivedFromContext()));
        out.put("claims", claims.stream().map(c -> c.said().id()).toList());
        return out;
    }

    /**
     * The country to which one went or was sent, where no finer place is known: in records it is the place, in the graph a
     * participant. It is the one that the words of the act name; else the second, but of who receives the first. Null for other acts.
     */
    private @Nullable String visited(DiplomaticEvent event) {
        var actors = event.actors();
        if (!ABROAD.contains(event.type()) || actors.size() != 2) {
            return null;
        }
        var about = event.about() == null ? "" : event.about();
        var named = actors.stream()
                .filter(a -> a.printed() != null && about.contains(a.printed()))
                .toList();
        boolean first = event.said().rule().get(0).equals("visit.host");
        var actor = named.size() == 1 ? named.get(0) : actors.get(first ? 0 : 1);
        return labels.vietnamese(actor.code());
    }

    private Map<String, @Nullable Object> values(Claim claim) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        var date = claim.knownDate().map(HistoricalDate::edtf).orElse(null);
        switch (claim) {
            case DiplomaticEvent e -> {
                out.put("type", e.type().code());
                out.put("date", date);
                out.put("place", e.place() == null ? visited(e) : e.place().printed());
                out.put("actors", codes(e.actors()));
                out.put("persons", names(e.persons()));
                out.put("modality", modality(e.said()));
            }
            case Instrument i -> {
                out.put("type", i.type().code());
                out.put("name_vi", i.nameAsPrinted());
                out.put("signed", date);
                out.put("parties", codes(i.parties()));
                out.put("place", i.place() == null ? null : i.place().printed());
                out.put("signatories", names(i.signatories()));
                out.put("valid", i.valid() == null ? null : i.valid().edtf());
            }
            case AidFlow a -> {
                out.put("donors", codes(a.donors()));
                out.put("recipients", codes(a.recipients()));
                out.put("category", a.category().code());
                out.put("status", a.status().code());
                out.put("terms", a.terms().code());
                out.put(
                        "amounts",
                        a.amounts().stream()
                                .map(m -> fields("value", m.amount().value(), "currency", m.currency()))
                                .toList());
                out.put("items", a.items().stream().map(RecordWriter::item).toList());
                out.put("period", date);
                out.put("under", a.under());
            }
        }
        return out;
    }

    private static Map<String, @Nullable Object> item(AidFlow.Item item) {
        BigDecimal value = item.amount() == null ? null : item.amount().value();
        var out = fields("value", value, "unit", item.unit());
        out.put("what", item.what());
        return out;
    }

    private static String modality(Said said) {
        if (said.polarity() == Said.Polarity.DENIED) {
            return "denied";
        }
        if (said.factuality() != Said.Factuality.ACTUAL) {
            return "planned";
        }
        return said.attributedTo() == null ? "asserted" : "reported";
    }

    private static List<String> codes(List<ActorRef> actors) {
        var codes = new LinkedHashSet<String>();
        actors.forEach(a -> codes.add(a.code()));
        return List.copyOf(codes);
    }

    private static List<String> names(List<PersonRef> persons) {
        return persons.stream().map(PersonRef::printed).toList();
    }

    private static Map<String, @Nullable Object> fields(
            String key, @Nullable Object value, String otherKey, @Nullable Object otherValue) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put(key, value);
        out.put(otherKey, otherValue);
        return out;
    }
}
