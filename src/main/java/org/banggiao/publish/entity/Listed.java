package org.banggiao.publish.entity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.banggiao.store.PackedInput;
import org.banggiao.store.PackedOutput;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/** A resource as lists show it. */
public final class Listed {
    private final Node iri;
    private final Kind kind;
    private final List<Node> types = new ArrayList<>();
    private final Map<String, String> labels = new TreeMap<>();
    private final Map<Node, Set<Node>> related = new TreeMap<>(Subgraph.ORDER);
    private final Set<Node> sources = new TreeSet<>(Subgraph.ORDER);
    private final Set<Integer> years = new TreeSet<>();
    private @Nullable String printedName;
    private @Nullable String date;
    private @Nullable HistoricalDate parsedDate;
    private int claims;
    private boolean disputed;

    Listed(Node iri, Kind kind) {
        this.iri = iri;
        this.kind = kind;
    }

    /** Writes all of it, for {@link #read}. */
    void write(PackedOutput out) throws IOException {
        out.node(iri);
        out.text(kind.path());
        out.nodes(types);
        out.texts(labels);
        out.number(related.size());
        for (var entry : related.entrySet()) {
            out.node(entry.getKey());
            out.nodes(entry.getValue());
        }
        out.nodes(sources);
        out.numbers(years.stream().mapToInt(Integer::intValue).toArray());
        out.text(printedName);
        out.text(date);
        out.number(claims);
        out.number(disputed ? 1 : 0);
    }

    static Listed read(PackedInput in) throws IOException {
        var listed = new Listed(in.node(), Kind.of(in.text()).orElseThrow());
        listed.types.addAll(in.nodes());
        listed.labels.putAll(in.texts());
        for (int count = in.number(); count > 0; count--) {
            var property = in.node();
            in.nodes().forEach(other -> listed.addRelated(property, other));
        }
        listed.sources.addAll(in.nodes());
        for (int year : in.numbers()) {
            listed.addYear(year);
        }
        listed.printedName = in.textOrNull();
        var date = in.textOrNull();
        if (date != null) {
            listed.date(date);
        }
        listed.claims = in.number();
        listed.disputed = in.number() == 1;
        return listed;
    }

    void addType(Node type) {
        if (!types.contains(type)) {
            types.add(type);
        }
    }

    void addLabel(String language, String label) {
        labels.putIfAbsent(language, label);
    }

    void addRelated(Node property, Node other) {
        related.computeIfAbsent(property, p -> new TreeSet<>(Subgraph.ORDER)).add(other);
    }

    void addSource(Node source) {
        sources.add(source);
    }

    void addYear(int year) {
        years.add(year);
    }

    void printedName(String name) {
        if (printedName == null || name.compareTo(printedName) < 0) {
            printedName = name;
        }
    }

    void countClaim() {
        claims++;
    }

    void dispute() {
        disputed = true;
    }

    void date(String edtf) {
        if (date == null || edtf.compareTo(date) < 0) {
            date = edtf;
            try {
                parsedDate = HistoricalDate.parse(edtf);
            } catch (IllegalArgumentException e) {
                parsedDate = null;
            }
        }
    }

    public Node iri() {
        return iri;
    }

    public Kind kind() {
        return kind;
    }

    /** What sort of its kind: classes of events, types of instruments, stages of aid. */
    public List<Node> types() {
        return Collections.unmodifiableList(types);
    }

    /** What it is called in a language (BCP 47), else in any, else its address. */
    public String label(String language) {
        var own = labels.get(language);
        return own != null ? own : labels.values().stream().findFirst().orElse(iri.getURI());
    }

    /** All that it is called. */
    public Collection<String> labels() {
        return Collections.unmodifiableCollection(labels.values());
    }

    /** Its name or subject as a source prints it. */
    public Optional<String> printedName() {
        return Optional.ofNullable(printedName);
    }

    /** Its date as the data write it. */
    public Optional<String> date() {
        return Optional.ofNullable(date);
    }

    /** Its date, where it can be read. */
    public Optional<HistoricalDate> parsedDate() {
        return Optional.ofNullable(parsedDate);
    }

    /** The first year in which it can have begun. */
    public Optional<Integer> firstYear() {
        return parsedDate().flatMap(HistoricalDate::earliestStart).map(day -> day.getYear());
    }

    /** The years that its date covers, as the data say. */
    public Set<Integer> years() {
        return Collections.unmodifiableSet(years);
    }

    /** Actors, persons and places that it names at a property. */
    public Set<Node> related(Node property) {
        return Collections.unmodifiableSet(related.getOrDefault(property, Set.of()));
    }

    /** The properties at which it names actors, persons and places. */
    public Set<Node> relations() {
        return Collections.unmodifiableSet(related.keySet());
    }

    /** The works that state it. */
    public Set<Node> sources() {
        return Collections.unmodifiableSet(sources);
    }

    /** How many claims are on it. */
    public int claims() {
        return claims;
    }

    /** Whether its claims contradict each other. */
    public boolean isDisputed() {
        return disputed;
    }
}
