package org.banggiao.publish.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Catalogue;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.reconcile.Condition.Quantifier;
import org.banggiao.publish.search.Likely;
import org.banggiao.publish.search.Likeness;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/** A condition made ready to be asked of many entities of one release. */
final class Asking {
    /** A name is taken for a resource from this likeness on. */
    private static final double LIKE_ENOUGH = 0.75;

    private static final double SAME = 0.01;
    private static final int MOST_NAMESAKES = 8;
    /** Where a state is named and the thing has only its country, or the other way round. */
    private static final double BY_COUNTRY = 0.8;
    /** Where nothing is known of the entity that could agree or not. */
    private static final double UNKNOWN = 0.25;
    /** Of a thing that has all parties asked for and others too, what the others cost at most. */
    private static final double COST_OF_OTHERS = 0.15;

    private static final PropertyPath COUNTRY =
            new PropertyPath(List.of(List.of(new PropertyPath.Step(Vocabulary.COUNTRY, false))), "");

    private final Condition condition;
    private final Register register;
    private final Store store;
    private final QueryLimits limits;
    private final List<AskedDate> dates = new ArrayList<>();
    private final List<Set<Node>> nodes = new ArrayList<>();
    private final Map<Node, Set<Node>> countries = new HashMap<>();

    /**
     * A condition to be asked.
     *
     * @param kinds the kinds of resources that its values are of, where they are entities
     */
    Asking(Condition condition, Set<Kind> kinds, Register register, Store store, QueryLimits limits) {
        this.condition = condition;
        this.register = register;
        this.store = store;
        this.limits = limits;
        for (var value : condition.values()) {
            switch (condition.property().values()) {
                case DATE -> SaidDates.of(value.text()).map(this::tolerant).ifPresent(dates::add);
                case ENTITY ->
                    nodes.add(value.isId() ? Set.of(register.resource(value.text())) : named(value.text(), kinds));
                case ADDRESS -> nodes.add(addresses(value.text()));
                case CONCEPT, TEXT, NUMBER -> {}
            }
        }
        if (condition.property().values() == Property.Values.ENTITY) {
            countries.putAll(countriesOf(nodes));
        }
    }

    /** A condition on the parties of things, who are known already. */
    static Asking ofParties(
            Property party, List<Set<Node>> parties, Register register, Store store, QueryLimits limits) {
        var condition = new Condition(party, List.of(), false, Quantifier.ALL, Optional.empty(), false);
        var asking = new Asking(condition, Set.of(), register, store, limits);
        asking.nodes.addAll(parties);
        asking.countries.putAll(asking.countriesOf(parties));
        return asking;
    }

    private Map<Node, Set<Node>> countriesOf(List<Set<Node>> actors) {
        var all = actors.stream().flatMap(Set::stream).collect(Collectors.toSet());
        return COUNTRY.values(store, all, limits);
    }

    private AskedDate tolerant(AskedDate date) {
        return condition.toleranceDays().map(date::within).orElse(date);
    }

    Condition condition() {
        return condition;
    }

    /** Whether it says nothing that could be understood, such as a date that is none. */
    boolean isEmpty() {
        return switch (condition.property().values()) {
            case DATE -> dates.isEmpty();
            case ENTITY, ADDRESS -> nodes.stream().allMatch(Set::isEmpty);
            case CONCEPT, TEXT, NUMBER -> condition.values().isEmpty();
        };
    }

    List<AskedDate> dates() {
        return dates;
    }

    /** For each value the resources that it may mean. */
    List<Set<Node>> nodes() {
        return nodes;
    }

    /** The countries of those resources that are states and organisations. */
    Set<Node> countries(Collection<Node> actors) {
        var found = new LinkedHashSet<Node>();
        actors.forEach(actor -> found.addAll(countries.getOrDefault(actor, Set.of())));
        return found;
    }

    private Set<Node> named(String text, Set<Kind> kinds) {
        var exact = register.entity(text);
        if (exact.isPresent()) {
            return Set.of(exact.get().iri());
        }
        Likeness likeness = register.index().likely().likeness(text);
        double best = LIKE_ENOUGH;
        var found = new LinkedHashSet<Node>();
        for (Likely likely : register.index().likely().find(text, Register.searched(kinds), MOST_NAMESAKES)) {
            double value = likeness.best(likely.names()).value();
            if (value > best + SAME) {
                found.clear();
                best = value;
            }
            if (value > best - SAME) {
                found.add(NodeFactory.createURI(likely.iri()));
            }
        }
        return found;
    }

    private Set<Node> addresses(String text) {
        var beginning = condition.property().path().beginning();
        var bare = text.strip();
        return Set.of(NodeFactory.createURI(bare.contains(":") ? bare : beginning + bare));
    }

    /** How well each entity fulfils it, from 0 to 1. */
    Map<Node, Double> agreements(Collection<Listed> entities) {
        var known = valuesOf(entities);
        var agreements = new HashMap<Node, Double>();
        for (var entity : entities) {
            var its = known.getOrDefault(entity.iri(), Set.of());
            double value = switch (condition.property().values()) {
                case DATE -> ofDate(entity);
                case ENTITY, ADDRESS -> its.isEmpty() ? UNKNOWN : ofNodes(its);
                case CONCEPT, TEXT, NUMBER -> its.isEmpty() ? UNKNOWN : ofTexts(its);
            };
            agreements.put(entity.iri(), value);
        }
        return agreements;
    }

    private Map<Node, Set<Node>> valuesOf(Collection<Listed> entities) {
        var property = condition.property();
        var direct = property.path().direct();
        if (property.values() == Property.Values.DATE) {
            return Map.of();
        }
        var values = new HashMap<Node, Set<Node>>();
        if (property.id().equals("source")) {
            entities.forEach(e -> values.put(e.iri(), e.sources()));
            return values;
        }
        if (direct.isEmpty() || !Catalogue.RELATIONS.containsAll(direct)) {
            return property.path()
                    .values(store, entities.stream().map(Listed::iri).toList(), limits);
        }
        for (var entity : entities) {
            var its = new HashSet<Node>();
            direct.forEach(p -> its.addAll(entity.related(p)));
            values.put(entity.iri(), its);
        }
        return values;
    }

    private double ofDate(Listed entity) {
        var own = entity.parsedDate();
        if (own.isEmpty()) {
            return UNKNOWN;
        }
        var values = dates.stream()
                .map(asked -> condition.isExact()
                        ? (asked.date().isWithin(own.get()) && own.get().isWithin(asked.date()) ? 1.0 : 0.0)
                        : asked.agreement(own.get()))
                .toList();
        return quantified(values);
    }

    private double ofNodes(Set<Node> its) {
        var values = new ArrayList<Double>();
        var used = new HashSet<Node>();
        for (var meant : nodes) {
            var here = meant.stream().filter(its::contains).toList();
            var byCountry = countries(meant).stream().filter(its::contains).toList();
            used.addAll(here);
            used.addAll(byCountry);
            values.add(!here.isEmpty() ? 1 : !byCountry.isEmpty() ? BY_COUNTRY : 0.0);
        }
        double fulfilled = quantified(values);
        if (condition.quantifier() != Quantifier.ALL) {
            return fulfilled;
        }
        double others = 1 - (double) used.size() / its.size();
        return fulfilled * (1 - COST_OF_OTHERS * others);
    }

    private double ofTexts(Set<Node> its) {
        var names = its.stream().flatMap(this::namesOf).toList();
        return quantified(condition.values().stream()
                .map(value -> value.isId()
                        ? (its.contains(NodeFactory.createURI(value.text())) ? 1.0 : 0.0)
                        : register.index()
                                .likely()
                                .likeness(value.text())
                                .best(names)
                                .value())
                .toList());
    }

    private Stream<String> namesOf(Node node) {
        if (node.isLiteral()) {
            return Stream.of(node.getLiteralLexicalForm());
        }
        var code = node.getURI().substring(node.getURI().lastIndexOf('/') + 1);
        return Stream.concat(
                Stream.of("en", "vi").flatMap(l -> register.terms().label(node, l).stream()), Stream.of(code));
    }

    private double quantified(List<Double> values) {
        double most = values.stream().mapToDouble(v -> v).max().orElse(0);
        return switch (condition.quantifier()) {
            case ANY -> most;
            case ALL -> values.stream().mapToDouble(v -> v).average().orElse(0);
            case NONE -> 1 - most;
        };
    }
}
