package org.banggiao.publish.entity;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.banggiao.graph.Vocabulary;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a release lists: every thing, actor, place and source with what lists and counts need of it, read once. A release
 * never changes, so that no request scans it again.
 */
public final class Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
    private static final QueryLimits LIMITS = new QueryLimits(Duration.ofMinutes(10));
    private static final String PREFIXES = "PREFIX bg: <" + Vocabulary.BG + "> PREFIX said: <" + Vocabulary.SAID
            + "> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX oa: <http://www.w3.org/ns/oa#> ";
    private static final Pattern YEAR = Pattern.compile("[0-9]{1,4}");
    private static final String THINGS =
            " VALUES ?kind { bg:Event bg:PlannedAct bg:Instrument bg:AidFlow } ?s a ?kind . ";

    /** The properties by which things name actors, persons and places, and the countries behind them. */
    public static final List<Node> RELATIONS = List.of(
            Vocabulary.PARTICIPANT,
            Vocabulary.PARTICIPANT_COUNTRY,
            Vocabulary.INVOLVES_PERSON,
            Vocabulary.PLACE,
            Vocabulary.CONTRACTING_PARTY,
            Vocabulary.CONTRACTING_COUNTRY,
            Vocabulary.SIGNING_BODY,
            Vocabulary.SIGNED_BY,
            Vocabulary.PLACE_OF_SIGNATURE,
            Vocabulary.DONOR,
            Vocabulary.DONOR_COUNTRY,
            Vocabulary.DONOR_SET,
            Vocabulary.RECIPIENT,
            Vocabulary.RECIPIENT_COUNTRY);

    private static final Comparator<Listed> BY_DATE = Comparator.comparing(Catalogue::begin)
            .thenComparing(l -> l.date().orElse(""))
            .thenComparing(Listed::iri, Subgraph.ORDER);

    private final Map<Node, Listed> all = new LinkedHashMap<>();
    private final Map<Kind, List<Listed>> byKind = new LinkedHashMap<>();
    private final Map<Node, List<Listed>> byRelated = new HashMap<>();
    private final Map<Node, List<Listed>> bySource = new HashMap<>();
    private final Map<List<Node>, List<Listed>> byParties = new HashMap<>();

    private Catalogue() {}

    /** That of a store's release, as it keeps it; where it was made without, it is read from its quads. */
    public static Catalogue of(Store store) {
        long start = System.nanoTime();
        var kept = CataloguePart.kept(store);
        if (kept.isEmpty()) {
            var read = read(store);
            LOG.info(
                    "catalogue: {} entries, not kept in the release: read from its quads in {} ms",
                    read.all.size(),
                    (System.nanoTime() - start) / 1_000_000);
            return read;
        }
        var it = new Catalogue();
        kept.get().forEach(listed -> it.all.put(listed.iri(), listed));
        it.sort();
        return it;
    }

    /** Reads it from the quads of a store. */
    static Catalogue read(Store store) {
        var it = new Catalogue();
        for (var kind : Kind.values()) {
            it.rows(store, "SELECT DISTINCT ?s ?o { VALUES ?o { <" + kind.type().getURI() + "> } ?s a ?o }", (s, o) -> {
                it.all.putIfAbsent(s, new Listed(s, kind));
            });
        }
        for (var kind : Kind.values()) {
            it.rows(
                    store,
                    "SELECT ?s ?o { ?s a <" + kind.type().getURI() + "> ; rdfs:label ?o }",
                    (s, o) -> it.with(s).ifPresent(l -> label(l, o)));
        }
        it.readThings(store);
        it.sort();
        return it;
    }

    private void readThings(Store store) {
        rows(
                store,
                "SELECT ?s ?o {" + THINGS + "?s bg:date|bg:dateOfSignature ?o }",
                (s, o) -> with(s).filter(l -> o.isLiteral()).ifPresent(l -> l.date(o.getLiteralLexicalForm())));
        rows(
                store,
                "SELECT ?s ?o { ?s a bg:Event ; a ?o FILTER(STRSTARTS(STR(?o), STR(bg:)) && ?o NOT IN (bg:Event, bg:ClaimedThing)) }",
                (s, o) -> with(s).ifPresent(l -> l.addType(o)));
        rows(
                store,
                "SELECT ?s ?o { ?s bg:instrumentType|bg:flowStage ?o }",
                (s, o) -> with(s).ifPresent(l -> l.addType(o)));
        rows(
                store,
                "SELECT ?s ?o { ?s a bg:PlannedAct ; bg:eventType|bg:realisation ?o }",
                (s, o) -> with(s).ifPresent(l -> l.addType(o)));
        rows(
                store,
                "SELECT ?s ?o { ?s bg:nameAsPrinted ?o }",
                (s, o) -> with(s).filter(l -> o.isLiteral()).ifPresent(l -> l.printedName(o.getLiteralLexicalForm())));
        rows(
                store,
                "SELECT ?s ?o { ?s bg:coversYear ?o }",
                (s, o) -> with(s).filter(l -> o.isLiteral()
                                && YEAR.matcher(o.getLiteralLexicalForm()).matches())
                        .ifPresent(l -> l.addYear(Integer.parseInt(o.getLiteralLexicalForm()))));
        for (var property : RELATIONS) {
            rows(
                    store,
                    "SELECT ?s ?o { ?s <" + property.getURI() + "> ?o FILTER(isIRI(?o)) }",
                    (s, o) -> with(s).ifPresent(l -> l.addRelated(property, o)));
        }
        rows(store, "SELECT ?s ?o { ?s bg:hasClaim ?o }", (s, o) -> with(s).ifPresent(Listed::countClaim));
        rows(
                store,
                "SELECT DISTINCT ?s ?o { ?o bg:hasFile ?file . ?passage oa:hasSource ?file . ?claim said:statedIn ?passage ."
                        + " ?s bg:hasClaim ?claim }",
                (s, o) -> with(s).ifPresent(l -> l.addSource(o)));
        rows(store, "SELECT DISTINCT ?s ?o { ?s bg:conflict ?o }", (s, o) -> with(s).ifPresent(Listed::dispute));
    }

    private void rows(Store store, String text, BiConsumer<Node, Node> row) {
        Query query = QueryFactory.create(PREFIXES + text, Syntax.syntaxSPARQL_11);
        try (var exec = store.query(query, LIMITS)) {
            var rows = exec.select();
            while (rows.hasNext()) {
                var binding = rows.next();
                if (binding.get("s").isURI()) {
                    row.accept(binding.get("s"), binding.get("o"));
                }
            }
        }
    }

    private Optional<Listed> with(Node iri) {
        return Optional.ofNullable(all.get(iri));
    }

    private static void label(Listed listed, Node label) {
        if (label.isLiteral()) {
            listed.addLabel(label.getLiteralLanguage(), label.getLiteralLexicalForm());
        }
    }

    private void sort() {
        for (var listed : all.values()) {
            if (listed.kind().isThing()) {
                byKind.computeIfAbsent(listed.kind(), k -> new ArrayList<>()).add(listed);
            }
        }
        byKind.values().forEach(list -> list.sort(BY_DATE));
        for (var kind : Kind.things()) {
            for (var thing : list(kind)) {
                thing.relations().stream()
                        .flatMap(p -> thing.related(p).stream())
                        .distinct()
                        .forEach(other -> byRelated
                                .computeIfAbsent(other, o -> new ArrayList<>())
                                .add(thing));
                var parties = parties(thing);
                if (!parties.isEmpty() && thing.parsedDate().isPresent()) {
                    byParties.computeIfAbsent(parties, p -> new ArrayList<>()).add(thing);
                }
                thing.sources()
                        .forEach(source -> bySource.computeIfAbsent(source, o -> new ArrayList<>())
                                .add(thing));
            }
        }
        for (var listed : all.values()) {
            if (!listed.kind().isThing()) {
                byKind.computeIfAbsent(listed.kind(), k -> new ArrayList<>()).add(listed);
            }
        }
        var byUse = Comparator.comparingInt((Listed l) -> -things(l.iri()).size())
                .thenComparing(Listed::iri, Subgraph.ORDER);
        byKind.forEach((kind, list) -> {
            if (!kind.isThing()) {
                list.sort(byUse);
            }
        });
    }

    /** What tells who acted: the kind, the parties and, of aid, which of them give. Empty where no party is known. */
    private static List<Node> parties(Listed thing) {
        var parties = new ArrayList<Node>();
        switch (thing.kind()) {
            case EVENT, PLAN -> either(thing, Vocabulary.PARTICIPANT_COUNTRY, Vocabulary.PARTICIPANT, parties);
            case INSTRUMENT -> either(thing, Vocabulary.CONTRACTING_COUNTRY, Vocabulary.CONTRACTING_PARTY, parties);
            case AID_FLOW -> {
                either(thing, Vocabulary.DONOR_COUNTRY, Vocabulary.DONOR, parties);
                either(thing, Vocabulary.RECIPIENT_COUNTRY, Vocabulary.RECIPIENT, parties);
            }
            case COUNTRY, STATE, ORGANISATION, PERSON, PLACE, SOURCE -> {}
        }
        if (!parties.isEmpty()) {
            parties.addFirst(thing.kind().type());
        }
        return parties;
    }

    private static void either(Listed thing, Node wide, Node narrow, List<Node> parties) {
        var property = thing.related(wide).isEmpty() ? narrow : wide;
        if (!thing.related(property).isEmpty()) {
            parties.add(property);
            parties.addAll(thing.related(property));
        }
    }

    /** The nearest before or after a thing among those of its kind between the same parties; empty where none has a date. */
    public Optional<Listed> neighbour(Listed thing, boolean isAfter) {
        var all = byParties.getOrDefault(parties(thing), List.of());
        int at = Collections.binarySearch(all, thing, BY_DATE);
        int other = at + (isAfter ? 1 : -1);
        return at < 0 || other < 0 || other >= all.size() ? Optional.empty() : Optional.of(all.get(other));
    }

    private static LocalDate begin(Listed listed) {
        return listed.parsedDate()
                .flatMap(d -> d.earliestStart().or(() -> d.latestEnd()))
                .orElse(LocalDate.MAX);
    }

    /** All of a kind: things by date, the undated last; others by how many things name them, the most first. */
    public List<Listed> list(Kind kind) {
        return Collections.unmodifiableList(byKind.getOrDefault(kind, List.of()));
    }

    /** The resource at an address, where lists show it. */
    public Optional<Listed> get(Node iri) {
        return with(iri);
    }

    /** The things that name an actor, person or place, or are stated in a source; each kind by date. */
    public List<Listed> things(Node iri) {
        return Collections.unmodifiableList(byRelated.getOrDefault(iri, bySource.getOrDefault(iri, List.of())));
    }

    /** Everything that lists show. */
    Collection<Listed> all() {
        return Collections.unmodifiableCollection(all.values());
    }
}
