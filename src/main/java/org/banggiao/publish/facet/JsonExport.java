package org.banggiao.publish.facet;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** A list as JSON, JSON Lines and GeoJSON (RFC 7946); {@code src/docs/browsing.md} says what the members mean. */
public final class JsonExport {
    /**
     * What an answer says of itself.
     *
     * @param address of the list
     * @param query that selects the same
     * @param next the address of the next part, where there is one
     */
    public record About(String address, String query, Optional<String> next) {}

    private JsonExport() {}

    /** Writes one object: what the list is, how many each value of its facets has, and its members. */
    public static void write(ListPart part, About about, Writer out) throws IOException {
        var selection = part.selection();
        var head = head(part, about);
        var facets = new JsonArray();
        for (var facet : selection.state().shape().facets()) {
            if (!facet.isHidden()) {
                facets.add(counts(selection, facet));
            }
        }
        head.put("facets", facets);
        open(head, "items", out);
        var separator = "\n";
        for (int member : part.members().toArray()) {
            out.write(separator);
            out.write(JSON.toStringFlat(item(selection.index(), member)));
            separator = ",\n";
        }
        out.write("\n]}\n");
    }

    /** Writes one object a line for each member. */
    public static void writeLines(ListPart part, Writer out) throws IOException {
        for (int member : part.members().toArray()) {
            out.write(JSON.toStringFlat(item(part.selection().index(), member)));
            out.write("\n");
        }
    }

    /**
     * Writes a feature for each member, those of which no coordinates are known with no geometry.
     *
     */
    public static void writeFeatures(ListPart part, About about, Writer out) throws IOException {
        var head = new JsonObject();
        head.put("type", "FeatureCollection");
        head.put("banggiao", head(part, about));
        open(head, "features", out);
        var separator = "\n";
        for (int member : part.members().toArray()) {
            var item = item(part.selection().index(), member);
            out.write(separator);
            out.write("{\"type\":\"Feature\",\"id\":");
            out.write(JSON.toStringFlat(item.get("id")));
            out.write(",\"geometry\":");
            out.write(geometry(part.selection().index().points(member)));
            out.write(",\"properties\":");
            out.write(JSON.toStringFlat(item));
            out.write("}");
            separator = ",\n";
        }
        out.write("\n]}\n");
    }

    private static String geometry(List<Point> points) {
        if (points.isEmpty()) {
            return "null";
        }
        if (points.size() == 1) {
            return "{\"type\":\"Point\",\"coordinates\":" + coordinates(points.getFirst()) + "}";
        }
        return "{\"type\":\"MultiPoint\",\"coordinates\":["
                + String.join(",", points.stream().map(JsonExport::coordinates).toList()) + "]}";
    }

    private static String coordinates(Point point) {
        return "[" + point.longitude().toPlainString() + "," + point.latitude().toPlainString() + "]";
    }

    private static JsonObject head(ListPart part, About about) {
        var state = part.selection().state();
        var head = new JsonObject();
        head.put("list", state.shape().key());
        head.put("address", about.address());
        head.put("total", part.selection().size());
        head.put("from", part.to() == 0 ? 0 : part.from() + 1);
        head.put("to", part.to());
        head.put("complete", part.isWhole());
        about.next().ifPresent(next -> head.put("next", next));
        var chosen = new JsonObject();
        for (var facet : state.narrowing()) {
            var texts = new JsonArray();
            state.of(facet).forEach(texts::add);
            chosen.put(facet.key(), texts);
        }
        head.put("chosen", chosen);
        head.put("sort", state.order().key());
        head.put("query", about.query());
        return head;
    }

    /** Begins an object whose last member is an array. */
    private static void open(JsonObject head, String array, Writer out) throws IOException {
        var text = JSON.toStringFlat(head).stripTrailing();
        out.write(text.substring(0, text.lastIndexOf('}')).stripTrailing());
        out.write(",\"" + array + "\":[");
    }

    private static JsonObject counts(Selection selection, Facet facet) {
        var json = new JsonObject();
        json.put("key", facet.key());
        json.put("name", labels(facet.names()));
        var values = new JsonArray();
        var counts = selection.counts(facet);
        if (facet.as() == Facet.As.YES_NO) {
            values.add(count(Facet.YES, Map.of(), counts[0]));
            values.add(count(Facet.NO, Map.of(), selection.sizeWithout(facet) - counts[0]));
        } else {
            var all = selection.index().values(facet);
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    values.add(count(all.get(i).text(), all.get(i).labels(), counts[i]));
                }
            }
        }
        json.put("values", values);
        return json;
    }

    private static JsonObject count(String text, Map<String, String> names, int count) {
        var json = new JsonObject();
        json.put("value", text);
        if (!names.isEmpty()) {
            json.put("label", labels(names));
        }
        json.put("count", count);
        return json;
    }

    private static JsonObject item(FacetIndex index, int member) {
        var item = new JsonObject();
        item.put("id", index.member(member).getURI());
        item.put("label", labels(index.labels(member)));
        index.date(member).ifPresent(date -> item.put("date", date));
        index.shape().use().ifPresent(u -> item.put("uses", index.uses(member)));
        for (var facet : index.shape().facets()) {
            if (facet.isHidden()) {
                continue;
            }
            var values = index.values(facet, member);
            if (facet.as() == Facet.As.YES_NO) {
                item.put(facet.key(), !values.isEmpty());
            } else if (!values.isEmpty()) {
                var array = new JsonArray();
                values.forEach(v -> add(facet, v, array));
                item.put(facet.key(), array);
            }
        }
        return item;
    }

    private static void add(Facet facet, FacetValue value, JsonArray array) {
        if (facet.as() == Facet.As.YEARS) {
            array.add(Integer.parseInt(value.text()));
            return;
        }
        var node = value.nodes().getFirst();
        if (!node.isURI()) {
            array.add(value.text());
            return;
        }
        var one = new JsonObject();
        one.put("id", node.getURI());
        one.put("label", labels(value.labels()));
        array.add(one);
    }

    private static JsonObject labels(Map<String, String> names) {
        var labels = new JsonObject();
        new TreeMap<>(names).forEach(labels::put);
        return labels;
    }
}
