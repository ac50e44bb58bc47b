package org.banggiao.publish.reconcile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Prefixes;

/** What can be reconciled, by which properties, and what a score is made of; read from {@code schema.tsv}. */
public final class Schema {
    private static final String FILE = "schema.tsv";

    private final Map<String, EntityType> types = new LinkedHashMap<>();
    private final Map<String, Property> properties = new LinkedHashMap<>();
    private final Map<String, FeatureKind> features = new LinkedHashMap<>();

    private Schema() {}

    /**
     * What a score is made of.
     *
     * @param id as answers name it
     * @param weight beside the others that are asked for
     * @param names by language (BCP 47)
     */
    public record FeatureKind(String id, int weight, Map<String, String> names) {
        public FeatureKind {
            names = Map.copyOf(names);
        }
    }

    /** The schema that comes with the program. */
    static Schema own(String baseIri) {
        var it = new Schema();
        var prefixes = Prefixes.of(baseIri).namespaces();
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Schema.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            in.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> it.read(line.split("\t", -1), prefixes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return it;
    }

    private void read(String[] cells, Map<String, String> prefixes) {
        switch (cells[0]) {
            case "type" ->
                types.put(
                        cells[1],
                        new EntityType(
                                cells[1],
                                Arrays.stream(cells[2].split(",", -1))
                                        .map(k -> Kind.of(k).orElseThrow())
                                        .toList(),
                                Optional.of(cells[3]).filter(b -> !b.equals("-")),
                                names(cells[4], cells[5])));
            case "property" ->
                properties.put(
                        cells[1],
                        new Property(
                                cells[1],
                                List.of(cells[2].split(",", -1)),
                                Property.Values.valueOf(cells[3].split(":", 2)[0].toUpperCase(Locale.ROOT)),
                                cells[3].contains(":") ? List.of(cells[3].split(":", 2)[1].split(",", -1)) : List.of(),
                                cells[4].equals("yes"),
                                PropertyPath.of(cells[5], prefixes),
                                names(cells[6], cells[7]),
                                names(cells[8], cells[9])));
            case "feature" ->
                features.put(
                        cells[1], new FeatureKind(cells[1], Integer.parseInt(cells[2]), names(cells[3], cells[4])));
            default -> throw new IllegalArgumentException(FILE + ": no such line: " + cells[0]);
        }
    }

    private static Map<String, String> names(String english, String vietnamese) {
        return Map.of("en", english, "vi", vietnamese);
    }

    /** All types, in the order of the file. */
    public Collection<EntityType> types() {
        return Collections.unmodifiableCollection(types.values());
    }

    /** The type of an id. */
    public Optional<EntityType> type(String id) {
        return Optional.ofNullable(types.get(id));
    }

    /** The narrowest type of a kind of resources. */
    public Optional<EntityType> typeOf(Kind kind) {
        return types.values().stream()
                .filter(t -> t.kinds().contains(kind))
                .min((a, b) -> Integer.compare(a.kinds().size(), b.kinds().size()));
    }

    /** The place of a kind's narrowest type in the order of the file. */
    int place(Kind kind) {
        return typeOf(kind).map(t -> List.copyOf(types.values()).indexOf(t)).orElse(types.size());
    }

    /** All properties, in the order of the file. */
    public Collection<Property> properties() {
        return Collections.unmodifiableCollection(properties.values());
    }

    /** The property of an id. */
    public Optional<Property> property(String id) {
        return Optional.ofNullable(properties.get(id));
    }

    /** The properties of a type; all where there is no such type. */
    public List<Property> propertiesOf(String type) {
        return types.containsKey(type)
                ? properties.values().stream()
                        .filter(p -> p.types().contains(type))
                        .toList()
                : List.copyOf(properties.values());
    }

    /** What a score can be made of. */
    public Collection<FeatureKind> features() {
        return Collections.unmodifiableCollection(features.values());
    }

    /**
     * What a score can be made of, by its id; a condition on a property that has no feature of its own is one of the others.
     */
    FeatureKind feature(String id) {
        return Objects.requireNonNullElseGet(
                features.get(id), () -> Objects.requireNonNull(features.get("condition"), "condition"));
    }

    /** What a feature compares, in words. */
    public String nameOf(Feature feature, String language) {
        var kind = feature(feature.kind()).names().getOrDefault(language, feature.kind());
        var property = feature.id().replaceFirst("-[0-9]+$", "");
        return feature.kind().equals("condition")
                ? kind + ": " + property(property).map(p -> p.name(language)).orElse(feature.id())
                : kind;
    }

    /** The kinds of resources of these types, or of all types where none is given. */
    Set<Kind> kinds(Collection<String> ids) {
        var kinds = new LinkedHashSet<Kind>();
        types.values().stream()
                .filter(t -> ids.isEmpty() || ids.contains(t.id()))
                .forEach(t -> kinds.addAll(t.kinds()));
        return kinds;
    }

    /** A list of all ids, for messages. */
    String typeIds() {
        return String.join(", ", new ArrayList<>(types.keySet()));
    }
}
