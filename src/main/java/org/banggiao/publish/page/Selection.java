package org.banggiao.publish.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Catalogue;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.Prefixes;

/**
 * What a list shows: its address says it in full, and its query selects the same.
 *
 * @param kind what is listed
 * @param with the actor, person, place or donor set that things name, by class and key, or empty
 * @param type the last part of a type's address, or empty
 * @param year a year that things cover, or empty
 * @param source the source that states things, by class and key, or empty
 * @param isDisputed whether only things whose claims differ are listed
 */
record Selection(Kind kind, String with, String type, Optional<Integer> year, String source, boolean isDisputed) {
    private static final String RELATED = Catalogue.RELATIONS.stream()
            .map(p -> "bg:" + p.getURI().substring(Vocabulary.BG.length()))
            .collect(Collectors.joining("|"));

    static Selection of(Kind kind) {
        return new Selection(kind, "", "", Optional.empty(), "", false);
    }

    Selection with(String key) {
        return new Selection(kind, key, type, year, source, isDisputed);
    }

    Selection ofType(String name) {
        return new Selection(kind, with, name, year, source, isDisputed);
    }

    Selection inYear(Optional<Integer> covered) {
        return new Selection(kind, with, type, covered, source, isDisputed);
    }

    Selection from(String key) {
        return new Selection(kind, with, type, year, key, isDisputed);
    }

    Selection disputed(boolean only) {
        return new Selection(kind, with, type, year, source, only);
    }

    /** What is listed, in the order of the list. */
    List<Listed> in(Catalogue catalogue, String baseIri) {
        Stream<Listed> all = catalogue.list(kind).stream();
        if (!kind.isThing()) {
            return all.filter(l -> !catalogue.things(l.iri()).isEmpty()).toList();
        }
        if (!with.isEmpty()) {
            var related = resource(with, baseIri);
            all = all.filter(
                    l -> l.relations().stream().anyMatch(p -> l.related(p).contains(related)));
        }
        if (!source.isEmpty()) {
            var stating = resource(source, baseIri);
            all = all.filter(l -> l.sources().contains(stating));
        }
        if (!type.isEmpty()) {
            all = all.filter(l -> l.types().stream().anyMatch(t -> name(t).equals(type)));
        }
        if (year.isPresent()) {
            all = all.filter(l -> l.years().contains(year.get()));
        }
        if (isDisputed) {
            all = all.filter(Listed::isDisputed);
        }
        return all.toList();
    }

    /** The last part of an address: what a type is called in addresses of lists. */
    static String name(Node type) {
        return type.getURI().replaceFirst("^.*[/#]", "");
    }

    /** The resource of a class and key, such as {@code country:laos}. */
    static Node resource(String key, String baseIri) {
        return NodeFactory.createURI(baseIri + "id/" + key.replaceFirst(":", "/"));
    }

    /** The path and query of the list's address. */
    String path(int page) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("with", with);
        parameters.put("type", type);
        parameters.put("year", year.map(String::valueOf).orElse(""));
        parameters.put("source", source);
        parameters.put("disputed", isDisputed ? "1" : "");
        parameters.put("page", page > 1 ? String.valueOf(page) : "");
        var query = parameters.entrySet().stream()
                .filter(p -> !p.getValue().isEmpty())
                .map(p -> p.getKey() + "=" + Links.encode(p.getValue()))
                .collect(Collectors.joining("&"));
        return "/browse/" + kind.path() + (query.isEmpty() ? "" : "?" + query);
    }

    /** A query that selects what is listed, each with its name in a language and its date. */
    String sparql(Prefixes prefixes, String baseIri, Language language, List<Node> types) {
        var lines =
                new StringBuilder("SELECT DISTINCT ?thing ?label" + (kind.isThing() ? " ?date" : "") + " WHERE {\n");
        lines.append("  ?thing a ").append(shorten(kind.type(), prefixes)).append(" ; rdfs:label ?label .\n");
        lines.append("  FILTER(lang(?label) = \"").append(language.code()).append("\")\n");
        if (!with.isEmpty()) {
            lines.append("  ?thing ").append(RELATED).append(' ');
            lines.append(shorten(resource(with, baseIri), prefixes)).append(" .\n");
        }
        if (!type.isEmpty()) {
            var all = types.stream().filter(t -> name(t).equals(type)).toList();
            all.forEach(t -> lines.append("  ?thing ")
                    .append(typing(t))
                    .append(' ')
                    .append(shorten(t, prefixes))
                    .append(" .\n"));
        }
        year.ifPresent(y -> lines.append("  ?thing bg:coversYear ").append(y).append(" .\n"));
        if (!source.isEmpty()) {
            lines.append("  ?thing bg:hasClaim/said:statedIn/oa:hasSource ?file .\n  ");
            lines.append(shorten(resource(source, baseIri), prefixes)).append(" bg:hasFile ?file .\n");
        }
        if (isDisputed) {
            lines.append("  ?thing bg:conflict ?conflict .\n");
        }
        if (!kind.isThing()) {
            var path =
                    kind == Kind.SOURCE ? "bg:hasFile/^oa:hasSource/^said:statedIn/^bg:hasClaim" : "^(" + RELATED + ")";
            lines.append("  ?thing ").append(path).append(" ?named .\n");
        }
        kind.date()
                .ifPresent(d -> lines.append("  OPTIONAL { ?thing ")
                        .append(shorten(d, prefixes))
                        .append(" ?date }\n"));
        lines.append("} ORDER BY ").append(kind.isThing() ? "?date" : "?label");
        return prefixes.declare(lines.toString()) + lines;
    }

    private String typing(Node type) {
        return switch (kind) {
            case EVENT -> "a";
            case PLAN -> "bg:eventType|bg:realisation";
            case INSTRUMENT -> "bg:instrumentType";
            case AID_FLOW -> "bg:flowStage";
            case COUNTRY, STATE, ORGANISATION, PERSON, PLACE, SOURCE ->
                throw new IllegalStateException("no types of " + kind + ": " + type);
        };
    }

    private static String shorten(Node node, Prefixes prefixes) {
        return prefixes.shorten(node.getURI()).orElse("<" + node.getURI() + ">");
    }
}
