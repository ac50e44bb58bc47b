package org.banggiao.app.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;
import org.banggiao.text.Range;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * A thing of the graph as gold records describe theirs.
 *
 * @param iri its address
 * @param kind of the record that it would be
 * @param places where claims about it are stated, with the date that each gives
 * @param type as records name it, of an aid flow the status; empty where it has none
 * @param date in EDTF; empty where it has none
 * @param terms of an aid flow, as records name them; else empty
 * @param term of an instrument in EDTF; empty where it has none
 * @param roles the codes of parties, actors, donors and recipients
 */
record ReadThing(
        String iri,
        RecordKind kind,
        List<Place> places,
        String type,
        String date,
        String terms,
        String term,
        Set<String> roles) {
    private static final String PREFIXES = """
            PREFIX bg: <https://w3id.org/banggiao/ontology#>
            PREFIX said: <https://w3id.org/banggiao/said#>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;
    private static final String PLACES = """
            SELECT ?thing ?class ?document ?from ?to ?date WHERE {
              VALUES ?class { bg:Event bg:PlannedAct bg:Instrument bg:AidFlow }
              ?thing a ?class ;
                  bg:hasClaim ?claim .
              ?claim said:statedIn ?passage .
              ?passage oa:hasSource/bg:documentId ?document ;
                  oa:hasSelector ?position .
              ?position oa:start ?from ;
                  oa:end ?to .
              OPTIONAL { ?claim said:date ?date }
              # The signing of an instrument is no record of its own.
              FILTER NOT EXISTS { ?thing bg:derivedFrom ?instrument }
            }
            ORDER BY ?thing ?document ?from ?to ?date
            """;
    private static final String FIELDS = """
            SELECT ?thing ?type ?date ?terms ?term WHERE {
              ?thing bg:eventType|bg:instrumentType|bg:flowStage ?sort .
              ?sort skos:notation ?type .
              OPTIONAL { ?thing bg:date|bg:dateOfSignature ?date }
              OPTIONAL { ?thing bg:financeType/skos:notation ?terms }
              OPTIONAL { ?thing bg:term ?term }
            }
            ORDER BY ?thing
            """;
    private static final String ROLES = """
            SELECT ?thing ?role ?code WHERE {
              { ?thing bg:participant|bg:contractingParty ?actor BIND("" AS ?role) }
              UNION { ?thing bg:donor ?actor BIND("from " AS ?role) }
              UNION { ?thing bg:recipient ?actor BIND("to " AS ?role) }
              ?actor bg:recordCode ?code .
            }
            ORDER BY ?thing
            """;
    /** How records call the stages of aid. */
    private static final Map<String, String> STATUS = Map.of(
            "delivery", "disbursed",
            "commitment", "committed",
            "pledge", "committed",
            "request", "requested",
            "intended", "planned",
            "delayed", "withheld",
            "not-carried-out", "withheld");

    /**
     * Where a claim is stated.
     *
     * @param date in EDTF as it gives it; empty where it gives none
     */
    record Place(String document, Range range, String date) {
        boolean isIn(GoldRecord.Unit unit) {
            return unit.document().equals(document)
                    && unit.range().contains((range.startInclusive() + range.endExclusive()) / 2);
        }

        boolean meets(GoldRecord record) {
            return record.unit().document().equals(document)
                    && record.anchors().stream().anyMatch(range::overlaps);
        }

        @Override
        public String toString() {
            return document + ":" + range.startInclusive();
        }
    }

    /** All that claims are about, by address; only those with a place in one of the ranges, with the places there. */
    static Map<String, ReadThing> in(List<GoldRecord.Unit> units, Store store) {
        Map<String, List<Place>> places = new LinkedHashMap<>();
        Map<String, RecordKind> kinds = new LinkedHashMap<>();
        rows(store, PREFIXES + PLACES, row -> {
            Place place = new Place(
                    row.get("document"),
                    new Range(Integer.parseInt(row.get("from")), Integer.parseInt(row.get("to"))),
                    row.getOrDefault("date", ""));
            if (units.stream().anyMatch(place::isIn)) {
                places.computeIfAbsent(row.get("thing"), t -> new ArrayList<>()).add(place);
                kinds.put(row.get("thing"), kind(row.get("class")));
            }
        });
        Map<String, Map<String, String>> fields = new LinkedHashMap<>();
        rows(store, PREFIXES + FIELDS, row -> fields.put(row.get("thing"), row));
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        rows(
                store,
                PREFIXES + ROLES,
                row -> roles.computeIfAbsent(row.get("thing"), t -> new TreeSet<>())
                        .add(row.get("role") + row.get("code")));
        Map<String, ReadThing> things = new LinkedHashMap<>();
        places.forEach((iri, where) -> {
            Map<String, String> values = fields.getOrDefault(iri, Map.of());
            String type = values.getOrDefault("type", "");
            String terms = values.getOrDefault("terms", "");
            things.put(
                    iri,
                    new ReadThing(
                            iri,
                            kinds.get(iri),
                            where,
                            kinds.get(iri) == RecordKind.AID_FLOW ? STATUS.getOrDefault(type, type) : type,
                            values.getOrDefault("date", ""),
                            terms.equals("unknown") ? "unspecified" : terms,
                            values.getOrDefault("term", ""),
                            roles.getOrDefault(iri, Set.of())));
        });
        return things;
    }

    private static RecordKind kind(String type) {
        return type.endsWith("#AidFlow")
                ? RecordKind.AID_FLOW
                : type.endsWith("#Instrument") ? RecordKind.AGREEMENT : RecordKind.EVENT;
    }

    /** Rows as text, addresses whole. */
    static void rows(Store store, String query, Consumer<Map<String, String>> each) {
        rows(store, QueryFactory.create(query), each);
    }

    static void rows(Store store, Query query, Consumer<Map<String, String>> each) {
        try (var execution = store.query(query, QueryLimits.DEFAULT)) {
            execution.select().forEachRemaining(binding -> {
                Map<String, String> row = new LinkedHashMap<>();
                binding.forEach((variable, node) ->
                        row.put(variable.getVarName(), node.isURI() ? node.getURI() : node.getLiteralLexicalForm()));
                each.accept(row);
            });
        }
    }

    boolean meets(GoldRecord record) {
        return places.stream().anyMatch(p -> p.meets(record));
    }

    /** What it has otherwise than a record of the same kind, in words; empty where they are the same. */
    List<String> differences(GoldRecord record) {
        List<String> differences = new ArrayList<>();
        Reading gold = record.values();
        String goldType = String.valueOf(gold.type());
        if (!goldType.equals(type)) {
            differences.add((kind == RecordKind.AID_FLOW ? "stage " : "type ") + type + " for " + goldType);
        }
        String goldDate = gold.text(kind.dateField()).orElse("");
        if (!Objects.equals(days(date), gold.days())) {
            boolean isSaidHere =
                    places.stream().anyMatch(p -> p.meets(record) && Objects.equals(days(p.date()), gold.days()));
            differences.add("date " + orNone(date) + " for " + orNone(goldDate)
                    + (isSaidHere ? ", which another passage decided" : ""));
        }
        if (!gold.roles().equals(roles)) {
            differences.add("who: " + orNone(String.join(" ", roles)) + " for " + String.join(" ", gold.roles()));
        }
        if (kind == RecordKind.AID_FLOW && !gold.text("terms").orElse("").equals(terms)) {
            differences.add("terms " + terms + " for " + gold.text("terms").orElse("none"));
        }
        String goldTerm = gold.text("valid").orElse("");
        if (kind == RecordKind.AGREEMENT && !Objects.equals(days(term), days(goldTerm))) {
            differences.add("term " + orNone(term) + " for " + orNone(goldTerm));
        }
        return differences;
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }

    private static Reading.@Nullable Days days(String edtf) {
        return edtf.isEmpty() ? null : Reading.Days.of(HistoricalDate.parse(edtf));
    }

    /** The end of its address. */
    String key() {
        String[] parts = iri.split("/");
        return parts[parts.length - 2] + ":" + parts[parts.length - 1];
    }
}
