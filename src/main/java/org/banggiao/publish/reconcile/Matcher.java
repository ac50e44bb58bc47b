package org.banggiao.publish.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/**
 * Finds the entities that a query may mean and says how well each does. A score is the sum of features, each how well one thing
 * agrees (0 to 100) times its share; the shares of what was asked for make up the whole.
 */
public final class Matcher {
    /** From this score on a candidate can be a match by itself, where the next has less by {@value #AHEAD}. */
    static final double ENOUGH = 85;

    static final double AHEAD = 5;
    /** What is required is there from this agreement on. */
    private static final double THERE = 0.5;
    /** Nothing below this score is a candidate. */
    private static final double LEAST = 20;

    private static final double DECIMALS = 10_000;

    private final Schema schema;
    private final QueryLimits limits;

    Matcher(Schema schema, QueryLimits limits) {
        this.schema = schema;
        this.limits = limits;
    }

    /** The candidates for a query, the best first. */
    public List<Candidate> match(MatchQuery query, Register register, Store store) {
        var kinds = schema.kinds(query.types());
        var found = query.types().isEmpty() || !kinds.isEmpty()
                ? candidates(query, kinds, register, store)
                : List.<Scored>of();
        boolean isOfType = true;
        if (found.isEmpty() && !query.types().isEmpty() && !query.isTypeStrict()) {
            found = candidates(query, schema.kinds(List.of()), register, store);
            isOfType = false;
        }
        return finish(found, query, isOfType, register);
    }

    private List<Scored> candidates(MatchQuery query, Set<Kind> kinds, Register register, Store store) {
        var askings = query.conditions().stream()
                .map(c -> new Asking(c, schema.kinds(c.property().valueTypes()), register, store, limits))
                .toList();
        boolean isImpossible =
                askings.stream().anyMatch(a -> a.isEmpty() && a.condition().isRequired())
                        || query.unknown().stream().anyMatch(MatchQuery.Unknown::isRequired);
        if (isImpossible) {
            return List.of();
        }
        var useful = askings.stream().filter(a -> !a.isEmpty()).toList();
        var gathering = new Gathering(schema, register, store, limits);
        var scored = new HashMap<Node, Scored>();
        for (var id : query.ids()) {
            register.entity(id)
                    .filter(e -> kinds.contains(e.kind()))
                    .ifPresent(e -> put(new Scored(e, "", List.of(new Part("id", "id", 1))), scored));
        }
        for (var name : query.names()) {
            register.entity(name)
                    .filter(e -> kinds.contains(e.kind()))
                    .ifPresent(e -> put(new Scored(e, "", List.of(new Part("id", "id", 1))), scored));
            gathering.byName(name, kinds, useful).forEach(s -> put(s, scored));
        }
        if (query.names().isEmpty() && query.ids().isEmpty()) {
            gathering.byConditions(kinds, useful).forEach(e -> put(new Scored(e, "", List.of()), scored));
        }
        return withConditions(scored.values(), useful);
    }

    private static void put(Scored scored, Map<Node, Scored> all) {
        all.merge(scored.entity.iri(), scored, (a, b) -> a.value() >= b.value() ? a : b);
    }

    private List<Scored> withConditions(Collection<Scored> found, List<Asking> askings) {
        var all = new LinkedHashMap<Node, Scored>();
        found.forEach(s -> all.put(s.entity.iri(), s));
        var entities = found.stream().map(Scored::entity).toList();
        var used = new HashMap<String, Integer>();
        for (var asking : askings) {
            var property = asking.condition().property().id();
            int times = used.merge(property, 1, Integer::sum);
            var id = times == 1 ? property : property + "-" + times;
            asking.agreements(entities).forEach((node, agreement) -> {
                if (agreement < THERE && asking.condition().isRequired()) {
                    all.remove(node);
                } else {
                    all.computeIfPresent(node, (n, s) -> s.with(new Part(id, property, agreement)));
                }
            });
        }
        return List.copyOf(all.values());
    }

    /** One agreement, from 0 to 1. */
    record Part(String id, String kind, double value) {}

    /** An entity with what agrees. */
    record Scored(Listed entity, String name, List<Part> parts) {
        Scored with(Part part) {
            var more = new ArrayList<>(parts);
            more.add(part);
            return new Scored(entity, name, more);
        }

        double value() {
            return parts.stream().mapToDouble(Part::value).average().orElse(0);
        }
    }

    private List<Candidate> finish(List<Scored> found, MatchQuery query, boolean isOfType, Register register) {
        var candidates = new ArrayList<Candidate>();
        for (var scored : found) {
            var parts = new ArrayList<>(scored.parts);
            if (!isOfType) {
                parts.add(new Part("type", "type", 0));
            }
            var features = features(parts);
            // What is not known here is told, and does not count.
            query.unknown().forEach(u -> features.add(new Feature(u.property(), "condition", 0, 0)));
            double score =
                    features.stream().mapToDouble(f -> f.value() * f.weight()).sum();
            if (score >= LEAST) {
                candidates.add(new Candidate(scored.entity, scored.name, round(Math.min(100, score)), features, false));
            }
        }
        candidates.sort(Comparator.comparingDouble((Candidate c) -> -c.score())
                .thenComparingInt(c -> schema.place(c.entity().kind()))
                .thenComparingInt(c -> -importance(c.entity(), register))
                .thenComparing(c -> c.entity().iri(), Subgraph.ORDER));
        var shown = new ArrayList<>(candidates.subList(0, Math.min(query.limit(), candidates.size())));
        if (!shown.isEmpty()) {
            var first = shown.getFirst();
            boolean isAhead =
                    candidates.size() == 1 || first.score() - candidates.get(1).score() >= AHEAD;
            boolean isMatch = isOfType && first.score() >= ENOUGH && isAhead && tellsEnough(first.features());
            shown.set(0, new Candidate(first.entity(), first.name(), first.score(), first.features(), isMatch));
        }
        return shown;
    }

    /** How much the release says of an entity; what is said more of comes first where scores are the same. */
    private static int importance(Listed entity, Register register) {
        return entity.kind().isThing()
                ? entity.claims()
                : register.catalogue().things(entity.iri()).size();
    }

    /** Whether there is a name or an identifier, or two things beside: a date alone is no match however well it fits. */
    private static boolean tellsEnough(List<Feature> features) {
        return features.stream()
                        .anyMatch(f -> f.kind().equals("name") || f.kind().equals("id"))
                || features.stream().filter(f -> f.weight() > 0).count() > 1;
    }

    /** The parts with their shares, which make up 1 to four decimals. */
    private List<Feature> features(List<Part> parts) {
        double whole =
                parts.stream().mapToDouble(p -> schema.feature(p.kind).weight()).sum();
        var features = new ArrayList<Feature>();
        double rest = 1;
        for (var part : parts) {
            boolean isLast = features.size() == parts.size() - 1;
            var kind = schema.feature(part.kind);
            double share = isLast ? rest : Math.round(kind.weight() / whole * DECIMALS) / DECIMALS;
            rest = Math.round((rest - share) * DECIMALS) / DECIMALS;
            features.add(new Feature(part.id, kind.id(), round(100 * part.value), share));
        }
        return features;
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    static List<String> names(Listed entity) {
        var names = new ArrayList<>(entity.labels());
        entity.printedName().ifPresent(names::add);
        return names;
    }
}
