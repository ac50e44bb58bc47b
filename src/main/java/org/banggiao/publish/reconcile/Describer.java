package org.banggiao.publish.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Listed;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/** Says in a few words what entities are, so that namesakes can be told apart. */
public final class Describer {
    private static final PropertyPath COUNTRY =
            new PropertyPath(List.of(List.of(new PropertyPath.Step(Vocabulary.COUNTRY, false))), "");

    private final Register register;
    private final String language;
    private final Map<Node, Set<Node>> countries = new HashMap<>();

    /**
     * A describer of some entities.
     *
     * @param language of the words (BCP 47)
     */
    public Describer(Collection<Listed> entities, Register register, Store store, QueryLimits limits, String language) {
        this.register = register;
        this.language = language;
        var others = entities.stream()
                .filter(e -> !e.kind().isThing())
                .map(Listed::iri)
                .toList();
        countries.putAll(COUNTRY.values(store, others, limits));
    }

    /** What an entity is: its sort and its name as printed, or its country; empty where nothing more is known. */
    public String of(Listed entity) {
        return of(entity, "");
    }

    /**
     * The same, with the name by which it was found where that is none of its labels.
     *
     * @param found the name; empty where it was found by none
     */
    public String of(Listed entity, String found) {
        var parts = new LinkedHashSet<String>();
        register.sort(entity).flatMap(s -> register.terms().label(s, language)).ifPresent(parts::add);
        entity.printedName().map(Describer::quoted).ifPresent(parts::add);
        for (var country : countries.getOrDefault(entity.iri(), Set.of())) {
            register.catalogue().get(country).map(c -> c.label(language)).ifPresent(parts::add);
        }
        if (!found.isEmpty() && !entity.labels().contains(found)) {
            parts.add(quoted(found));
        }
        return String.join(" · ", new ArrayList<>(parts));
    }

    private static String quoted(String name) {
        return "“" + name + "”";
    }
}
