package org.banggiao.publish.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;

/** What was found, as JSON; {@code src/docs/search.md} says what the members mean. */
public final class SearchJson {
    private SearchJson() {}

    /**
     * The answer to a search.
     *
     * @param pages the path of the page here of an address, starting with a slash; empty where it has none
     */
    public static String of(Found found, String text, int from, Function<String, Optional<String>> pages) {
        var json = new JsonObject();
        json.put("query", text);
        json.put("total", found.total());
        json.put("from", from);
        json.put(
                "fit",
                switch (found.fit()) {
                    case AS_ASKED -> "as-asked";
                    case ALIKE -> "alike";
                    case IN_PART -> "in-part";
                });
        var kinds = new JsonObject();
        found.kinds().forEach((kind, count) -> kinds.put(kind.path(), count));
        json.put("kinds", kinds);
        var spellings = new JsonArray();
        for (var spelling : found.spellings()) {
            var one = new JsonObject();
            one.put("text", spelling.text());
            one.put("count", spelling.count());
            spellings.add(one);
        }
        json.put("spellings", spellings);
        json.put("spellingsAreFound", found.areSpellingsFound());
        json.put("hits", hits(found.hits(), pages));
        return JSON.toStringFlat(json) + "\n";
    }

    /** Suggestions, with the pages as those of a search. */
    public static String of(List<Hit> hits, String text, Function<String, Optional<String>> pages) {
        var json = new JsonObject();
        json.put("query", text);
        json.put("hits", hits(hits, pages));
        return JSON.toStringFlat(json) + "\n";
    }

    private static JsonArray hits(List<Hit> hits, Function<String, Optional<String>> pages) {
        var array = new JsonArray();
        for (var hit : hits) {
            var one = new JsonObject();
            one.put("iri", hit.iri());
            pages.apply(hit.iri()).ifPresent(path -> one.put("page", path.substring(1)));
            one.put("kind", hit.kind().path());
            var labels = new JsonObject();
            hit.labels().forEach((language, label) -> labels.put(language, label.text()));
            one.put("labels", labels);
            one.put("name", hit.name().text());
            one.put("language", hit.language());
            one.put("property", hit.property());
            one.put("pieces", pieces(hit));
            one.put("score", JsonNumber.value(Math.round(hit.score())));
            array.add(one);
        }
        return array;
    }

    private static JsonArray pieces(Hit hit) {
        var array = new JsonArray();
        for (var piece : hit.name().pieces()) {
            var one = new JsonObject();
            one.put("text", piece.text());
            one.put("marked", new JsonBoolean(piece.isMarked()));
            array.add(one);
        }
        return array;
    }
}
