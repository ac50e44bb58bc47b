package org.banggiao.publish.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.reconcile.Matcher.Part;
import org.banggiao.publish.reconcile.Matcher.Scored;
import org.banggiao.publish.search.Likeness;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/** Gathers the entities that may be meant, so that only these need be compared: by names, by dates and by who took part. */
final class Gathering {
    private static final int MOST_BY_NAME = 80;
    private static final int MOST_BY_HINT = 400;
    /** The same where there is a name too. */
    private static final int MOST_BESIDE_NAMES = 120;

    private static final int MOST_LOOKED_AT = 5000;
    private static final double UNKNOWN = 0.25;
    /** Below this likeness a name says nothing. */
    private static final double LEAST_LIKE = 0.3;

    private final Schema schema;
    private final Register register;
    private final Store store;
    private final QueryLimits limits;

    Gathering(Schema schema, Register register, Store store, QueryLimits limits) {
        this.schema = schema;
        this.register = register;
        this.store = store;
        this.limits = limits;
    }

    /** What a name may mean, each with how like it is; things whose date or parties the name tells too. */
    List<Scored> byName(String name, Set<Kind> kinds, List<Asking> askings) {
        var found = new ArrayList<Scored>();
        var things = EnumSet.noneOf(Kind.class);
        var others = EnumSet.noneOf(Kind.class);
        kinds.forEach(kind -> (kind.isThing() ? things : others).add(kind));
        if (!others.isEmpty()) {
            var likeness = register.index().likely().likeness(name);
            namesakes(name, others).forEach((entity, names) -> add(entity, likeness.best(names), found));
        }
        // Who is named and nothing else is meant, and not everything where it took part.
        boolean isActor = !others.isEmpty() && !register.actors().named(name).isEmpty();
        if (!things.isEmpty() && !isActor) {
            found.addAll(things(name, things, askings));
        }
        return found;
    }

    private static void add(Listed entity, Likeness.Best best, List<Scored> found) {
        if (best.value() >= LEAST_LIKE) {
            found.add(new Scored(entity, best.name(), List.of(new Part("name", "name", best.value()))));
        }
    }

    private Map<Listed, List<String>> namesakes(String text, Set<Kind> kinds) {
        var found = new LinkedHashMap<Listed, List<String>>();
        for (var likely : register.index().likely().find(text, Register.searched(kinds), MOST_BY_NAME)) {
            register.catalogue()
                    .get(NodeFactory.createURI(likely.iri()))
                    .filter(e -> kinds.contains(e.kind()))
                    .ifPresent(e -> found.put(e, likely.names()));
        }
        return found;
    }

    private List<Scored> things(String name, Set<Kind> kinds, List<Asking> askings) {
        var read = ReadText.of(name, register.actors());
        var text = read.isMoreThanName() ? read.rest() : name;
        var likeness = register.index().likely().likeness(text);
        var named = new LinkedHashMap<Listed, List<String>>();
        byHints(kinds, read.dates(), read.parties(), askings, likeness.isEmpty() ? MOST_BY_HINT : MOST_BESIDE_NAMES)
                .forEach(e -> named.put(e, Matcher.names(e)));
        if (!likeness.isEmpty()) {
            named.putAll(namesakes(text, kinds));
        }
        var parties = read.parties().isEmpty()
                ? Map.<Node, Double>of()
                : Asking.ofParties(schema.property("party").orElseThrow(), read.parties(), register, store, limits)
                        .agreements(named.keySet());
        var found = new ArrayList<Scored>();
        named.forEach((entity, names) -> {
            var parts = new ArrayList<Part>();
            var best = likeness.together(names);
            if (!likeness.isEmpty()) {
                parts.add(new Part("name", "name", best.value()));
            }
            if (!read.dates().isEmpty()) {
                parts.add(new Part("text-date", "text-date", ofDates(read.dates(), entity)));
            }
            if (!parties.isEmpty()) {
                parts.add(new Part("text-party", "text-party", parties.getOrDefault(entity.iri(), 0.0)));
            }
            if (!parts.isEmpty()) {
                found.add(new Scored(entity, best.name(), parts));
            }
        });
        return found;
    }

    private static double ofDates(List<AskedDate> dates, Listed entity) {
        return entity.parsedDate()
                .map(own ->
                        dates.stream().mapToDouble(d -> d.agreement(own)).max().orElse(UNKNOWN))
                .orElse(UNKNOWN);
    }

    /** What fulfils some of the conditions; first what fulfils most. */
    List<Listed> byConditions(Set<Kind> kinds, List<Asking> askings) {
        return byHints(kinds, List.of(), List.of(), askings, MOST_BY_HINT);
    }

    private List<Listed> byHints(
            Set<Kind> kinds, List<AskedDate> dates, List<Set<Node>> parties, List<Asking> askings, int most) {
        var allDates = new ArrayList<>(dates);
        var allNodes = new ArrayList<>(parties);
        Collection<Listed> base = Set.of();
        for (var asking : askings) {
            allDates.addAll(asking.dates());
            if (asking.condition().quantifier() != Condition.Quantifier.NONE) {
                asking.nodes().forEach(meant -> allNodes.add(withCountries(meant, asking)));
            }
        }
        if (!allDates.isEmpty()) {
            base = allDates.stream()
                    .flatMap(d -> near(d).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        if (base.isEmpty()) {
            base = smallest(allNodes);
        }
        if (base.isEmpty()) {
            base = byPaths(askings);
        }
        var counted = new LinkedHashMap<Listed, Integer>();
        base.stream()
                .filter(e -> kinds.contains(e.kind()))
                .limit(MOST_LOOKED_AT)
                .forEach(e -> counted.put(e, hints(e, allDates, allNodes)));
        return counted.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<Node> withCountries(Set<Node> meant, Asking asking) {
        var all = new LinkedHashSet<>(meant);
        all.addAll(asking.countries(meant));
        return all;
    }

    private Set<Listed> near(AskedDate asked) {
        int years = asked.toleranceDays().map(days -> (days + 365) / 366).orElse(1);
        int from = asked.date()
                .earliestStart()
                .or(asked.date()::latestEnd)
                .map(LocalDate::getYear)
                .orElse(0);
        int to = asked.date()
                .latestEnd()
                .or(asked.date()::earliestStart)
                .map(LocalDate::getYear)
                .orElse(-1);
        return register.within(from - years, to + years);
    }

    private Collection<Listed> smallest(List<Set<Node>> nodes) {
        return nodes.stream()
                .map(meant -> meant.stream()
                        .flatMap(n -> register.catalogue().things(n).stream())
                        .toList())
                .filter(things -> !things.isEmpty())
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private Set<Listed> byPaths(List<Asking> askings) {
        var found = new LinkedHashSet<Listed>();
        for (var asking : askings) {
            var path = asking.condition().property().path();
            for (var meant : asking.nodes()) {
                path.entities(store, meant, MOST_LOOKED_AT, limits)
                        .forEach(node -> register.catalogue().get(node).ifPresent(found::add));
            }
        }
        return found;
    }

    private static int hints(Listed entity, List<AskedDate> dates, List<Set<Node>> nodes) {
        int count = 0;
        for (var date : dates) {
            count += entity.parsedDate()
                            .filter(own -> date.agreement(own) >= 0.5)
                            .isPresent()
                    ? 2
                    : 0;
        }
        for (var meant : nodes) {
            count += entity.relations().stream()
                            .anyMatch(p -> entity.related(p).stream().anyMatch(meant::contains))
                    ? 1
                    : 0;
        }
        return count;
    }
}
