package org.banggiao.graph;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.authority.Authority;
import org.banggiao.authority.Entry;
import org.banggiao.authority.Identifier;

/**
 * The authority data as quads: actors, posts, persons and places with their names and years of life; and, in the graph of
 * links, their identifiers elsewhere with how each was made. What was not verified is not published.
 */
final class AuthorityMapper {
    /** What stands before an identifier of a scheme in the address of what it names. */
    private static final Map<String, String> PREFIXES = Map.of(
            "wikidata", "http://www.wikidata.org/entity/",
            "geonames", "https://sws.geonames.org/",
            "viaf", "http://viaf.org/viaf/");

    private final Iris iris;
    private final QuadSink sink;
    private final QuadSink links;

    AuthorityMapper(Iris iris, QuadSink sink) {
        this.iris = iris;
        this.sink = sink.into(iris.authorityGraph());
        this.links = sink.into(iris.linksGraph());
    }

    void describe(Authority authority) {
        authority.entries().forEach(this::entry);
    }

    private void entry(Entry entry) {
        var node = iris.ofKey(entry.key());
        sink.add(node, Vocabulary.TYPE, type(entry));
        sink.label(node, entry.nameVi(), entry.nameEn());
        entry.variants().forEach(v -> sink.text(node, Vocabulary.ALT_LABEL, v, "vi"));
        sink.text(node, Vocabulary.RECORD_CODE, entry.code());
        if (entry.country() != null && !entry.country().equals(entry.key())) {
            sink.add(node, Vocabulary.COUNTRY, iris.ofKey(entry.country()));
        }
        sink.text(node, Vocabulary.PLACE_TYPE, entry.type());
        sink.whole(node, Vocabulary.FROM_YEAR, entry.from());
        sink.whole(node, Vocabulary.UNTIL_YEAR, entry.until());
        entry.identifiers().stream().filter(Identifier::verified).forEach(i -> link(node, i));
    }

    private void link(Node node, Identifier identifier) {
        var prefix = PREFIXES.get(identifier.scheme());
        if (prefix == null) {
            throw new IllegalArgumentException(
                    "no address is known for the scheme " + identifier.scheme() + " of " + node);
        }
        var ending = identifier.scheme().equals("geonames") ? "/" : "";
        var target = NodeFactory.createURI(prefix + identifier.value() + ending);
        var link = Iris.part(Iris.part(node, "link"), identifier.scheme());
        links.add(node, Vocabulary.EXACT_MATCH, target);
        links.add(node, Vocabulary.LINK, link);
        links.add(link, Vocabulary.TYPE, Vocabulary.LINK_CLASS);
        links.add(link, Vocabulary.LINK_TARGET, target);
        links.add(link, Vocabulary.LINK_METHOD, Iris.code("linkmethod", "verified"));
        links.text(link, Vocabulary.LINK_BASIS, identifier.source());
    }

    private static Node type(Entry entry) {
        return switch (entry.kind()) {
            case COUNTRY -> Vocabulary.COUNTRY_CLASS;
            case STATE -> Vocabulary.STATE;
            case ORGANISATION ->
                entry.nameVi().startsWith("Đảng ") ? Vocabulary.POLITICAL_PARTY : Vocabulary.ORGANISATION;
            case OFFICE -> Vocabulary.POST_CLASS;
            case PERSON -> Vocabulary.PERSON;
            case PLACE -> Vocabulary.PLACE_CLASS;
            case REGION -> Vocabulary.REGION;
        };
    }
}
