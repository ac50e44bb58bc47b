package org.banggiao.publish.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Terms;
import org.banggiao.publish.example.ExampleAnswer;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.publish.example.ExampleQuery;
import org.banggiao.publish.settings.PublishSettings;

/**
 * The example queries of the program with their expected answers, and which of them ask about something: found by what the
 * parsed queries name, and by no list.
 */
final class Questions {
    private final Map<ExampleQuery, Set<Node>> terms = new LinkedHashMap<>();
    private final Map<ExampleQuery, Set<Node>> federated = new LinkedHashMap<>();
    private final Map<String, ExampleAnswer> answers = new HashMap<>();
    private final Cache<Terms, Map<Sort, List<ExampleQuery>>> about =
            Caffeine.newBuilder().weakKeys().build();

    /** Those that a deployment shows. */
    Questions(PublishSettings.Examples shown) {
        boolean isShown = shown == PublishSettings.Examples.PROGRAM;
        if (isShown) {
            answers.putAll(ExampleFolder.answersOfProgram());
            answers.putAll(ExampleFolder.federatedAnswersOfProgram());
            ExampleFolder.ofProgram().forEach(q -> terms.put(q, q.terms()));
            ExampleFolder.federatedOfProgram().forEach(q -> federated.put(q, q.terms()));
        }
    }

    /** All that ask this service alone, those for beginners first. */
    List<ExampleQuery> all() {
        return List.copyOf(terms.keySet());
    }

    /** Those that ask other endpoints together with this one. */
    List<ExampleQuery> federated() {
        return List.copyOf(federated.keySet());
    }

    /** The question of a name. */
    Optional<ExampleQuery> find(String name) {
        return Stream.concat(terms.keySet().stream(), federated.keySet().stream())
                .filter(q -> q.name().equals(name))
                .findFirst();
    }

    /** What a question gave over the released data when it was last looked at. */
    Optional<ExampleAnswer> answer(ExampleQuery question) {
        return Optional.ofNullable(answers.get(question.name()));
    }

    /** The addresses that a question names. */
    Set<Node> terms(ExampleQuery question) {
        return terms.getOrDefault(question, federated.getOrDefault(question, Set.of()));
    }

    /**
     * The questions about a thing: first those that name it, then those that name a class of it, those that name a property of
     * such a class, and those that name another thing of its kind; of these, the easy ones and the narrow classes first.
     *
     * @param types the classes of the thing
     */
    List<ExampleQuery> about(Node thing, Collection<Node> types, Terms ontology) {
        boolean isTerm = thing.isURI() && thing.getURI().startsWith(Vocabulary.BG);
        if (isTerm || terms.values().stream().anyMatch(named -> named.contains(thing))) {
            return find(thing, types, ontology);
        }
        // Which thing of a kind it is makes no difference then.
        var known = Objects.requireNonNull(about.get(ontology, o -> new ConcurrentHashMap<>()));
        return known.computeIfAbsent(new Sort(Set.copyOf(types), kind(thing)), s -> find(thing, types, ontology));
    }

    /** What things have in common that no question names. */
    private record Sort(Set<Node> types, Optional<String> kind) {}

    private List<ExampleQuery> find(Node thing, Collection<Node> types, Terms ontology) {
        var classes = new HashSet<>(types);
        classes.add(thing);
        var found = new ArrayList<Found>();
        terms.forEach((question, named) -> nearness(thing, classes, named, ontology)
                .ifPresent(nearness -> found.add(new Found(question, nearness))));
        return found.stream()
                .sorted(Comparator.comparing((Found f) -> f.nearness().way())
                        .thenComparing(f -> f.question().level())
                        .thenComparing(f -> f.nearness().narrower())
                        .thenComparing(f -> f.question().name()))
                .map(Found::question)
                .toList();
    }

    /** How many questions are about each class and property of the ontology; terms without any are left out. */
    Map<Node, Integer> counts(Terms ontology) {
        var counts = new HashMap<Node, Integer>();
        for (var named : terms.values()) {
            var about = new HashSet<>(named);
            named.forEach(term -> ontology.domains(term).stream()
                    .filter(domain -> isTelling(domain, ontology))
                    .forEach(about::add));
            about.forEach(term -> counts.merge(term, 1, Integer::sum));
        }
        return counts;
    }

    private record Found(ExampleQuery question, Nearness nearness) {}

    private enum Way {
        ITSELF,
        CLASS,
        PROPERTY,
        KIND
    }

    /** How a question comes near a thing; how many classes of the thing are narrower than the one that it is about. */
    private record Nearness(Way way, int narrower) {}

    private static Optional<Nearness> nearness(Node thing, Set<Node> classes, Set<Node> named, Terms ontology) {
        if (named.contains(thing)) {
            return Optional.of(new Nearness(Way.ITSELF, 0));
        }
        var direct = nearest(classes, named, ontology);
        if (direct.isPresent()) {
            return Optional.of(new Nearness(Way.CLASS, direct.getAsInt()));
        }
        var domains = new HashSet<Node>();
        named.forEach(term -> domains.addAll(ontology.domains(term)));
        var indirect = nearest(classes, domains, ontology);
        if (indirect.isPresent()) {
            return Optional.of(new Nearness(Way.PROPERTY, indirect.getAsInt()));
        }
        var kind = kind(thing);
        return kind.isPresent() && named.stream().anyMatch(term -> kind.equals(kind(term)))
                ? Optional.of(new Nearness(Way.KIND, 0))
                : Optional.empty();
    }

    /** How many of the thing's classes are narrower than the narrowest that is named. */
    private static OptionalInt nearest(Set<Node> classes, Set<Node> named, Terms ontology) {
        return classes.stream()
                .filter(named::contains)
                .filter(c -> isTelling(c, ontology))
                .mapToInt(c -> (int) classes.stream()
                        .filter(other -> ontology.isNarrower(other, c))
                        .count())
                .min();
    }

    /** Whether a class is of the ontology and holds no more than one kind of things. */
    private static boolean isTelling(Node type, Terms ontology) {
        return type.isURI()
                && type.getURI().startsWith(Vocabulary.BG)
                && Arrays.stream(Kind.values()).noneMatch(k -> ontology.isNarrower(k.type(), type));
    }

    /** The part of an address that says what kind of thing it is: what comes before its key. */
    private static Optional<String> kind(Node node) {
        var iri = node.isURI() ? node.getURI() : "";
        int key = iri.lastIndexOf('/');
        int kind = iri.lastIndexOf("/id/");
        boolean isThing = kind >= 0 && key > kind + 3 && iri.indexOf('/', kind + 4) == key;
        return isThing ? Optional.of(iri.substring(0, key)) : Optional.empty();
    }
}
