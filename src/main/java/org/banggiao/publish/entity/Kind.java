package org.banggiao.publish.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.banggiao.graph.Vocabulary;

/** The kinds of resources that people look for in lists. */
public enum Kind {
    EVENT("event", Vocabulary.EVENT, Vocabulary.DATE),
    INSTRUMENT("instrument", Vocabulary.INSTRUMENT, Vocabulary.DATE_OF_SIGNATURE),
    AID_FLOW("aidflow", Vocabulary.AID_FLOW, Vocabulary.DATE),
    PLAN("plan", Vocabulary.PLANNED_ACT, Vocabulary.DATE),
    COUNTRY("country", Vocabulary.COUNTRY_CLASS),
    STATE("state", Vocabulary.STATE),
    ORGANISATION("organisation", Vocabulary.ORGANISATION),
    PERSON("person", Vocabulary.PERSON),
    PLACE("place", Vocabulary.PLACE_CLASS),
    SOURCE("source", Vocabulary.SOURCE);

    private final String path;
    private final Node type;
    private final List<Node> date;

    Kind(String path, Node type, Node... date) {
        this.path = path;
        this.type = type;
        this.date = List.of(date);
    }

    /** The name in addresses. */
    public String path() {
        return path;
    }

    /** The class of all of this kind. */
    public Node type() {
        return type;
    }

    /** The property that dates it; empty for kinds that are not dated. */
    public Optional<Node> date() {
        return date.stream().findFirst();
    }

    /** Whether claims are about it. */
    public boolean isThing() {
        return !date.isEmpty();
    }

    /** What claims are about. */
    public static List<Kind> things() {
        return Arrays.stream(values()).filter(Kind::isThing).toList();
    }

    /** The kind of a name in addresses. */
    public static Optional<Kind> of(String path) {
        return Arrays.stream(values()).filter(k -> k.path.equals(path)).findFirst();
    }
}
