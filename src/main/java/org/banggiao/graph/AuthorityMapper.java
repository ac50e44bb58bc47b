package org.banggiao.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.authority.Authority;
import org.banggiao.authority.Entry;
import org.banggiao.authority.Geometry;
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
        for (var entry : authority.entries()) {
            entry(entry);
            var generic = authority.genericOffice(entry.key());
            if (!generic.equals(entry.key())) {
                sink.add(iris.ofKey(entry.key()), Vocabulary.GENERIC_POST, iris.ofKey(generic));
            }
            authority.geometry(entry.key()).ifPresent(this::point);
        }
        tenures(authority);
        successions(authority);
        for (var source : authority.sources()) {
            var node = iris.id("reference", source.key());
            sink.add(node, Vocabulary.TYPE, Vocabulary.REFERENCE_CLASS);
            sink.label(node, source.title(), source.title());
            sink.text(node, Vocabulary.WEB_ADDRESS, source.address());
        }
    }

    /** Who held which post: a part of the person, numbered in the order of posts and time. */
    private void tenures(Authority authority) {
        var numbers = new HashMap<String, Integer>();
        for (var tenure : authority.tenures()) {
            var person = iris.ofKey(tenure.person());
            var node = Iris.part(person, "tenure", numbers.merge(tenure.person(), 1, Integer::sum));
            var post = authority
                    .officeIn(tenure.office(), tenure.country())
                    .map(Entry::key)
                    .orElse(tenure.office());
            sink.add(person, Vocabulary.TENURE, node);
            sink.add(node, Vocabulary.TYPE, Vocabulary.TENURE_CLASS);
            sink.add(node, Vocabulary.POST, iris.ofKey(post));
            sink.add(node, Vocabulary.POST_OF, iris.ofKey(tenure.country()));
            tenure.from().ifPresent(d -> {
                sink.edtf(node, Vocabulary.HELD_FROM, d.edtf());
                sink.whole(node, Vocabulary.FROM_YEAR, d.year());
            });
            tenure.until().ifPresent(d -> {
                sink.edtf(node, Vocabulary.HELD_UNTIL, d.edtf());
                sink.whole(node, Vocabulary.UNTIL_YEAR, d.year());
            });
            var standing = tenure.standing().name().toLowerCase(Locale.ROOT);
            sink.add(node, Vocabulary.STANDING, Iris.code("standing", standing));
            references(node, tenure.sources());
        }
    }

    /** What came of what, and what lies in what: a direct triple, and a part of the later one with the date. */
    private void successions(Authority authority) {
        var numbers = new HashMap<String, Integer>();
        for (var it : authority.successions()) {
            var later = iris.ofKey(it.key());
            var other = iris.ofKey(it.other());
            var node = Iris.part(later, "succession", numbers.merge(it.key(), 1, Integer::sum));
            sink.add(later, it.relation().replaces() ? Vocabulary.SUCCEEDS : Vocabulary.LIES_IN, other);
            sink.add(later, Vocabulary.SUCCESSION, node);
            sink.add(node, Vocabulary.TYPE, Vocabulary.SUCCESSION_CLASS);
            sink.add(
                    node,
                    Vocabulary.SUCCESSION_RELATION,
                    Iris.code("succession", it.relation().toString()));
            sink.add(node, Vocabulary.PREDECESSOR, other);
            it.date().ifPresent(d -> sink.edtf(node, Vocabulary.SINCE, d.edtf()));
            references(node, it.sources());
        }
    }

    private void point(Geometry geometry) {
        var place = iris.ofKey(geometry.key());
        var node = Iris.part(place, "geometry");
        sink.add(place, Vocabulary.HAS_GEOMETRY, node);
        sink.add(node, Vocabulary.TYPE, Vocabulary.GEOMETRY);
        sink.wkt(node, Vocabulary.AS_WKT, geometry.wkt());
        var precision = geometry.precision().name().toLowerCase(Locale.ROOT);
        sink.add(node, Vocabulary.PRECISION, Iris.code("precision", precision));
        references(node, geometry.sources());
    }

    private void references(Node node, List<String> keys) {
        keys.forEach(k -> sink.add(node, Vocabulary.REFERENCE, iris.id("reference", k)));
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
