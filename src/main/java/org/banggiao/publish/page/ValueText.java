package org.banggiao.publish.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Catalogue;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.publish.entity.Terms;
import org.banggiao.publish.facet.Point;
import org.banggiao.text.Folding;

/** Says values of the data in words of one language, for one page. */
final class ValueText {
    private static final String EDTF = "http://id.loc.gov/datatypes/edtf/";
    private static final Map<String, String> SITES = Map.of(
            "http://www.wikidata.org/entity/", "Wikidata",
            "http://viaf.org/viaf/", "VIAF",
            "https://sws.geonames.org/", "GeoNames");
    private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String VOID_TRIPLES = "http://rdfs.org/ns/void#triples";
    private static final Set<Node> AMOUNT_PARTS =
            Set.of(Vocabulary.VALUE, Vocabulary.MIN, Vocabulary.MAX, Vocabulary.SAID_VALUE, Vocabulary.SAID_MAX);

    private final Subgraph graph;
    private final Terms terms;
    private final Catalogue catalogue;
    private final Prefixes prefixes;
    private final Texts texts;
    private final Links links;
    private final DateWords dates;

    ValueText(Subgraph graph, Terms terms, Catalogue catalogue, Prefixes prefixes, Texts texts, Links links) {
        this.graph = graph;
        this.terms = terms;
        this.catalogue = catalogue;
        this.prefixes = prefixes;
        this.texts = texts;
        this.links = links;
        this.dates = new DateWords(texts.language());
    }

    /** What a resource is called; its short name or address where it is called nothing. */
    String name(Node resource) {
        var language = texts.language().code();
        return graph.label(resource, language)
                .or(() -> terms.label(resource, language))
                .or(() -> catalogue.get(resource).map(l -> l.label(language)))
                .or(() -> term(resource))
                .or(() -> prefixes.shorten(resource.getURI()))
                .orElse(resource.getURI());
    }

    /** What a property is called; the words of its address where nothing names it. */
    String property(Node property) {
        return terms.label(property, texts.language().code())
                .or(() -> term(property))
                .orElseGet(() -> words(property.getURI()));
    }

    /** What the pages call a term of another vocabulary. */
    private Optional<String> term(Node resource) {
        return prefixes.shorten(resource.getURI()).flatMap(s -> texts.find("term." + s.replace(':', '.')));
    }

    /** {@code …#dateAsPrinted} as words: date as printed. */
    private static String words(String iri) {
        var local = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
        return local.isEmpty() ? iri : NEXT_WORD.matcher(local).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** A property with its values; links explain the properties of our ontology. */
    Fact fact(Node property, List<Node> values, boolean disputed) {
        var own =
                property.getURI().startsWith(Vocabulary.BG) || property.getURI().startsWith(Vocabulary.SAID);
        return new Fact(
                capital(property(property)),
                own ? links.resource(property) : Optional.empty(),
                values.stream().map(v -> value(property, v)).toList(),
                disputed);
    }

    /** A value of a property. */
    Value value(Node property, Node value) {
        if (value.isLiteral()) {
            return literal(property, value);
        }
        if (graph.isA(value, Vocabulary.AMOUNT_CLASS)
                || graph.isA(value, Vocabulary.AID_ITEM)
                || graph.isA(value, Vocabulary.SAID_FIGURE)) {
            return figure(value);
        }
        if (graph.isA(value, Vocabulary.BREAKDOWN_CLASS) || graph.isA(value, Vocabulary.SHARE_CLASS)) {
            return breakdown(value);
        }
        if (graph.isA(value, Vocabulary.PARTICIPATION_CLASS)) {
            return participation(value);
        }
        if (graph.isA(value, Vocabulary.NAMING)) {
            return naming(value);
        }
        if (graph.isA(value, Vocabulary.LINK_CLASS)) {
            return link(value);
        }
        if (graph.isA(value, Vocabulary.TENURE_CLASS)) {
            return tenure(value);
        }
        if (graph.isA(value, Vocabulary.GEOMETRY)) {
            return geometry(value);
        }
        if (graph.isA(value, Vocabulary.SUCCESSION_CLASS)) {
            return succession(value);
        }
        return property.equals(Vocabulary.EXACT_MATCH) ? elsewhere(value) : told(value);
    }

    /** A resource; an instrument with its printed name, since several between the same parties are of one day. */
    private Value told(Node value) {
        var printed = catalogue
                .get(value)
                .filter(l -> l.kind() == Kind.INSTRUMENT)
                .flatMap(Listed::printedName)
                .orElse("");
        return resource(value).withQuoted(printed);
    }

    /** A resource by its name, linked. */
    Value resource(Node value) {
        return Value.of(name(value)).withHref(links.resource(value));
    }

    private Value literal(Node property, Node value) {
        var text = value.getLiteralLexicalForm();
        var type = value.getLiteralDatatypeURI();
        if (type.startsWith(EDTF) || type.equals(XSD + "date")) {
            return Value.of(capital(dates.ofText(text))).withCode(text);
        }
        if (type.equals(XSD + "boolean")) {
            return Value.of(texts.get(text.equals("true") || text.equals("1") ? "yes" : "no"));
        }
        if (property.equals(DCTerms.language.asNode())) {
            return Value.of(Locale.forLanguageTag(text)
                    .getDisplayLanguage(Locale.forLanguageTag(texts.language().code())));
        }
        if (property.equals(Vocabulary.PLACE_TYPE)) {
            return Value.of(texts.find("placetype." + text).orElse(text));
        }
        if (AMOUNT_PARTS.contains(property) || property.getURI().equals(VOID_TRIPLES)) {
            return Value.of(number(text));
        }
        if (type.equals(XSD + "decimal")) {
            return Value.of(bare(text));
        }
        var language = value.getLiteralLanguage();
        return language.isEmpty() || language.equals(texts.language().code())
                ? Value.of(text)
                : Value.of(text).in(language);
    }

    /** An amount, item or figure in a line: about 2,000 tonnes of rice. */
    private Value figure(Node figure) {
        var words = new ArrayList<String>();
        first(figure, Vocabulary.QUALIFIER, Vocabulary.SAID_QUALIFIER)
                .filter(q -> !q.isURI() || !q.getURI().endsWith("/exact"))
                .ifPresent(q -> words.add(plain(q)));
        var low = first(figure, Vocabulary.VALUE, Vocabulary.SAID_VALUE, Vocabulary.MIN);
        var high = first(figure, Vocabulary.MAX, Vocabulary.SAID_MAX);
        low.ifPresent(l -> words.add(number(l.getLiteralLexicalForm())
                + high.filter(h -> !h.equals(l))
                        .map(h -> "–" + number(h.getLiteralLexicalForm()))
                        .orElse("")));
        var unit = first(figure, Vocabulary.UNIT, Vocabulary.SAID_UNIT).filter(u -> !isCount(u));
        var printed = first(figure, Vocabulary.UNIT_AS_PRINTED, Vocabulary.SAID_UNIT_AS_PRINTED)
                .map(this::plain)
                .or(() -> unit.filter(u -> texts.language() == Language.VI).map(this::plain));
        var what = first(figure, Vocabulary.WHAT, Vocabulary.SAID_WHAT).map(this::plain);
        var notes = new ArrayList<String>();
        var thing = "";
        if (what.isPresent()) {
            // What a source counts stands in its words, with the unit among them; the page's language explains the
            // unit.
            thing = printed.filter(p -> low.isPresent() && !same(p, what.get()))
                            .map(p -> p + " ")
                            .orElse("")
                    + what.get();
            unit.filter(u -> texts.language() != Language.VI).ifPresent(u -> notes.add(plain(u)));
        } else {
            unit.map(this::unit).or(() -> printed).ifPresent(words::add);
            unit.filter(u -> !unit(u).equals(plain(u))).ifPresent(u -> notes.add(plain(u)));
        }
        first(figure, Vocabulary.AMOUNT_ROLE)
                .filter(r -> !r.getURI().endsWith("/principal"))
                .ifPresent(r -> notes.add(plain(r)));
        if (texts.language() == Language.VI && !thing.isEmpty()) {
            words.add(thing);
            thing = "";
        }
        return words.isEmpty() && thing.isEmpty()
                ? resource(figure)
                : Value.of(String.join(" ", words)).withQuoted(thing).withNote(String.join("; ", notes));
    }

    /** The shares of a whole, or one of them, with what they are shares by. */
    private Value breakdown(Node breakdown) {
        var shares = graph.isA(breakdown, Vocabulary.SHARE_CLASS)
                ? List.of(breakdown)
                : graph.objects(breakdown, Vocabulary.SHARE);
        var words = new ArrayList<String>();
        for (var share : shares) {
            var percentage = first(share, Vocabulary.PERCENTAGE, Vocabulary.VALUE)
                    .map(p -> number(p.getLiteralLexicalForm()) + " %")
                    .orElse("");
            var what = first(share, Vocabulary.WHAT)
                    .map(this::plain)
                    .filter(w -> !w.equals("%"))
                    .orElse("");
            words.add((percentage + " " + what).strip());
        }
        words.removeIf(String::isEmpty);
        return words.isEmpty()
                ? resource(breakdown)
                : Value.of(String.join("; ", words))
                        .withHref(links.resource(breakdown))
                        .withNote(first(breakdown, Vocabulary.AXIS)
                                .filter(a -> !a.getURI().endsWith("/unknown"))
                                .map(this::plain)
                                .orElse(""));
    }

    private static boolean same(String a, String b) {
        return Folding.forMatching(a).equals(Folding.forMatching(b));
    }

    /** A unit as one writes it after a number: a currency by its code. */
    private String unit(Node unit) {
        return terms.code(unit).orElseGet(() -> plain(unit));
    }

    private static boolean isCount(Node unit) {
        return unit.isURI() && unit.getURI().endsWith("/unit/one");
    }

    private Value participation(Node participation) {
        var notes = new ArrayList<String>();
        first(participation, Vocabulary.POST_AS_PRINTED).ifPresent(p -> notes.add(plain(p)));
        first(participation, Vocabulary.ROLE).ifPresent(r -> notes.add(plain(r)));
        first(participation, Vocabulary.SIDE).ifPresent(s -> notes.add(plain(s)));
        return first(participation, Vocabulary.ACTOR)
                .map(a -> resource(a).withNote(String.join(", ", notes)))
                .orElseGet(() -> resource(participation));
    }

    private Value naming(Node naming) {
        var printed = first(naming, Vocabulary.SAID_AS_PRINTED).map(this::plain).orElse("");
        var title = first(naming, Vocabulary.SAID_TITLE).map(this::plain).orElse("");
        var words = (title + " " + printed).strip();
        return first(naming, Vocabulary.SAID_NAMES)
                .map(this::resource)
                .orElseGet(() -> Value.of(""))
                .withQuoted(words);
    }

    private Value link(Node link) {
        return first(link, Vocabulary.LINK_TARGET)
                .map(t -> elsewhere(t)
                        .withNote(first(link, Vocabulary.LINK_METHOD)
                                .map(this::plain)
                                .orElse("")))
                .orElseGet(() -> resource(link));
    }

    /** A resource of another site, by the site's name and the key there. */
    Value elsewhere(Node target) {
        var iri = target.getURI();
        for (var site : SITES.entrySet()) {
            if (iri.startsWith(site.getKey())) {
                return Value.of(site.getValue() + " "
                                + iri.substring(site.getKey().length()).replaceFirst("/$", ""))
                        .withHref(links.resource(target));
            }
        }
        return resource(target);
    }

    /** A post with the years in which it was held. */
    private Value tenure(Node tenure) {
        var from = first(tenure, Vocabulary.HELD_FROM).map(d -> dates.ofText(plain(d)));
        var until = first(tenure, Vocabulary.HELD_UNTIL).map(d -> dates.ofText(plain(d)));
        var notes = new ArrayList<String>();
        from.ifPresent(f -> notes.add(texts.get("from", f)));
        until.ifPresent(u -> notes.add(texts.get("until", u)));
        return first(tenure, Vocabulary.POST)
                .map(p -> resource(p).withNote(String.join(" ", notes)))
                .orElseGet(() -> resource(tenure));
    }

    /** What came before, with how the two are related. */
    private Value succession(Node succession) {
        var relation = first(succession, Vocabulary.SUCCESSION_RELATION)
                .map(this::plain)
                .orElse("");
        return first(succession, Vocabulary.PREDECESSOR)
                .map(p -> resource(p).withNote(relation))
                .orElseGet(() -> resource(succession));
    }

    /** A point, with how precise it is, linked to the map of what took place there; another shape by its text. */
    private Value geometry(Node geometry) {
        var wkt = first(geometry, Vocabulary.AS_WKT).map(Node::getLiteralLexicalForm);
        if (wkt.isEmpty()) {
            return resource(geometry);
        }
        var place = graph.subjects(Vocabulary.HAS_GEOMETRY, geometry).stream()
                .filter(p -> !catalogue.things(p).isEmpty())
                .flatMap(p -> prefixes.shorten(p.getURI()).stream())
                .findFirst();
        return Value.of(Point.ofWkt(wkt.get())
                        .map(p -> Coordinates.of(p, texts))
                        .orElse(wkt.get()))
                .withHref(place.map(p -> links.page("/map/thing?with=" + Links.encode(p))))
                .withNote(first(geometry, Vocabulary.PRECISION).map(this::plain).orElse(""));
    }

    private Optional<Node> first(Node subject, Node... properties) {
        for (var property : properties) {
            var found = graph.object(subject, property);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private String plain(Node value) {
        return value.isLiteral() ? value.getLiteralLexicalForm() : name(value);
    }

    private String number(String text) {
        try {
            return Numbers.decimal(new BigDecimal(text), texts.language());
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** A decimal without noughts at its end: stores differ in how many they keep. */
    private static String bare(String decimal) {
        try {
            var number = new BigDecimal(decimal);
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return decimal;
        }
    }

    DateWords dates() {
        return dates;
    }

    /** Names in a row: A, B and C. */
    String and(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", ")) + " " + texts.get("and")
                + " " + names.getLast();
    }

    /** The text with a capital at its start. */
    static String capital(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toTitleCase(first))
                .append(text, Character.charCount(first), text.length())
                .toString();
    }
}
