package org.banggiao.publish.facet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;

/** Reads lists and facets from the graph of their shapes; all that is wrong is said at once, each with its shape. */
final class ShapeReader {
    static final String FACET = "https://w3id.org/banggiao/facet#";
    /** Parameters that are of every list. */
    static final Set<String> RESERVED = Set.of("page", "sort", "part", "format", "lang", "sparql", "find");

    private static final Node KEY = facet("key");
    private static final Node AS = facet("as");
    private static final Node BROADER = facet("broader");
    private static final Node WITHIN = facet("within");
    private static final Node NAMESPACE = facet("namespace");
    private static final Node HIDDEN = facet("hidden");
    private static final Node DATE = facet("date");
    private static final Node USE = facet("use");
    private static final Node GEOMETRY = facet("geometry");
    private static final Set<Node> OF_LISTS = Set.of(KEY, DATE, USE, GEOMETRY);
    private static final Set<Node> OF_FACETS = Set.of(KEY, AS, BROADER, WITHIN, NAMESPACE, HIDDEN);
    private static final Map<Node, Facet.As> SORTS = Map.of(
            facet("Terms"), Facet.As.TERMS,
            facet("Hierarchy"), Facet.As.HIERARCHY,
            facet("Years"), Facet.As.YEARS,
            facet("YesNo"), Facet.As.YES_NO);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Graph graph;
    private final String where;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Node, Optional<Facet>> read = new HashMap<>();

    private ShapeReader(Graph graph, String where) {
        this.graph = graph;
        this.where = where;
    }

    /**
     * The lists that a graph describes, in their order.
     *
     * @param where the graph comes from, for messages
     * @throws FaultException where anything in it is wrong
     */
    static List<ListShape> read(Graph graph, String where) {
        var reader = new ShapeReader(graph, where);
        var lists = reader.lists();
        if (lists.isEmpty() && reader.findings.isEmpty()) {
            reader.fault("the file", "describes no list. A list is a sh:NodeShape with sh:targetClass and facet:key.");
        }
        if (!reader.findings.isEmpty()) {
            throw new FaultException(reader.findings);
        }
        return lists;
    }

    private List<ListShape> lists() {
        var shapes = graph.stream(null, RDF.type.asNode(), SHACL.NodeShape)
                .map(t -> t.getSubject())
                .distinct()
                .sorted(Comparator.comparingDouble(this::order).thenComparing(n -> n.toString()))
                .toList();
        var lists = new ArrayList<ListShape>();
        var keys = new HashSet<String>();
        for (var shape : shapes) {
            list(shape).ifPresent(list -> {
                if (!keys.add(list.key())) {
                    fault(name(shape), "has the facet:key \"" + list.key() + "\" of another list.");
                }
                lists.add(list);
            });
        }
        return lists;
    }

    private Optional<ListShape> list(Node shape) {
        var said = findings.size();
        knowsOnly(shape, OF_LISTS, "a list");
        var key = key(shape);
        var type = one(shape, SHACL.targetClass, "sh:targetClass");
        if (type.filter(Node::isURI).isEmpty()) {
            fault(name(shape), "needs one sh:targetClass, the class of what is listed.");
        }
        var date = path(shape, DATE, "facet:date");
        var use = path(shape, USE, "facet:use");
        var geometry = path(shape, GEOMETRY, "facet:geometry");
        var needs = new ArrayList<Path>();
        var facets = new ArrayList<Node>();
        for (var property : objects(shape, SHACL.property)) {
            if (objects(property, KEY).isEmpty() && objects(property, AS).isEmpty()) {
                need(property).ifPresent(needs::add);
            } else {
                facets.add(property);
            }
        }
        facets.sort(Comparator.comparingDouble(this::order).thenComparing(n -> n.toString()));
        var made = facets.stream().flatMap(f -> shared(f).stream()).toList();
        var keys = new HashSet<String>();
        made.stream()
                .filter(f -> !keys.add(f.key()))
                .forEach(f -> fault(name(shape), "has two facets with the facet:key \"" + f.key() + "\"."));
        var names = names(shape);
        if (findings.size() > said || key.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ListShape(key.get(), names, type.get(), needs, date, use, geometry, made));
    }

    /** A property shape without a key says what every member has. */
    private Optional<Path> need(Node property) {
        boolean isNeeded = objects(property, SHACL.minCount).stream()
                .anyMatch(n -> n.isLiteral() && n.getLiteralLexicalForm().equals("1"));
        if (!isNeeded) {
            fault(
                    name(property),
                    "needs a facet:key and facet:as to be a facet, or sh:minCount 1 to say what members have.");
            return Optional.empty();
        }
        return path(property, SHACL.path, "sh:path");
    }

    /** The facet of a shape, which several lists may share. */
    private Optional<Facet> shared(Node shape) {
        var known = read.get(shape);
        if (known == null) {
            known = facet(shape);
            read.put(shape, known);
        }
        return known;
    }

    private Optional<Facet> facet(Node shape) {
        var said = findings.size();
        knowsOnly(shape, OF_FACETS, "a facet");
        var key = key(shape);
        key.filter(RESERVED::contains)
                .ifPresent(k -> fault(
                        name(shape),
                        "has the facet:key \"" + k + "\", which is a parameter of every list. Choose another."));
        var sort = one(shape, AS, "facet:as");
        var as = sort.flatMap(s -> Optional.ofNullable(SORTS.get(s)));
        if (as.isEmpty()) {
            fault(
                    name(shape),
                    "needs one facet:as, of facet:Terms, facet:Hierarchy, facet:Years and facet:YesNo"
                            + sort.map(s -> ", not " + name(s)).orElse("") + ".");
        }
        var path = path(shape, SHACL.path, "sh:path");
        if (path.isEmpty() && findings.size() == said) {
            fault(name(shape), "needs one sh:path, from what is listed to the values.");
        }
        var broader = one(shape, BROADER, "facet:broader");
        var within = one(shape, WITHIN, "facet:within");
        as.ifPresent(a -> {
            boolean isHierarchy = a == Facet.As.HIERARCHY;
            if (isHierarchy && broader.filter(Node::isURI).isEmpty()) {
                fault(name(shape), "is a facet:Hierarchy and needs one facet:broader, such as skos:broader.");
            }
            if (!isHierarchy && (broader.isPresent() || within.isPresent())) {
                fault(name(shape), "has facet:broader or facet:within, which only a facet:Hierarchy has.");
            }
        });
        var in = in(shape);
        var names = names(shape);
        if (findings.size() > said) {
            return Optional.empty();
        }
        return Optional.of(new Facet(
                key.orElseThrow(),
                as.orElseThrow(),
                names,
                path.orElseThrow(),
                broader,
                within,
                in,
                one(shape, NAMESPACE, "facet:namespace")
                        .filter(Node::isURI)
                        .map(Node::getURI)
                        .orElse(""),
                one(shape, HIDDEN, "facet:hidden")
                        .filter(Node::isLiteral)
                        .map(n -> n.getLiteralLexicalForm().equals("true"))
                        .orElse(false)));
    }

    private List<Node> in(Node shape) {
        var list = one(shape, SHACL.in, "sh:in");
        if (list.isEmpty()) {
            return List.of();
        }
        var members = new ArrayList<Node>();
        var rest = list.get();
        var seen = new HashSet<Node>();
        while (!rest.equals(RDF.nil.asNode()) && seen.add(rest)) {
            members.addAll(objects(rest, RDF.first.asNode()));
            var next = objects(rest, RDF.rest.asNode());
            if (next.size() != 1) {
                fault(name(shape), "has an sh:in that is no list.");
                return List.of();
            }
            rest = next.getFirst();
        }
        return members;
    }

    private Optional<String> key(Node shape) {
        var key = one(shape, KEY, "facet:key")
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(k -> NAME.matcher(k).matches());
        if (key.isEmpty()) {
            fault(name(shape), "needs one facet:key: lower-case letters, digits and hyphens, a letter first.");
        }
        return key;
    }

    private Map<String, String> names(Node shape) {
        var names = new TreeMap<String, String>();
        for (var name : objects(shape, SHACL.name)) {
            if (name.isLiteral() && !name.getLiteralLexicalForm().isBlank()) {
                names.put(name.getLiteralLanguage(), name.getLiteralLexicalForm());
            }
        }
        if (names.isEmpty()) {
            fault(name(shape), "needs an sh:name for each language of the pages.");
        }
        return names;
    }

    private Optional<Path> path(Node shape, Node property, String called) {
        var node = one(shape, property, called);
        try {
            return node.map((Function<Node, Path>) n -> ShaclPaths.parsePath(graph, n));
        } catch (RuntimeException e) {
            fault(
                    name(shape),
                    "has a " + called + " that is no path of SHACL (section 2.3.1): " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private Optional<Node> one(Node shape, Node property, String called) {
        var objects = objects(shape, property);
        if (objects.size() > 1) {
            fault(name(shape), "has " + objects.size() + " values of " + called + ". Leave one.");
        }
        return objects.stream().findFirst();
    }

    /** A misspelled term would be passed over in silence. */
    private void knowsOnly(Node shape, Set<Node> terms, String called) {
        graph.stream(shape, null, null)
                .map(t -> t.getPredicate())
                .filter(p -> p.getURI().startsWith(FACET) && !terms.contains(p))
                .distinct()
                .forEach(p -> fault(name(shape), "has " + name(p) + ", which is no property of " + called + "."));
    }

    private double order(Node shape) {
        return objects(shape, SHACL.order).stream()
                .filter(n -> n.isLiteral() && n.getLiteralValue() instanceof Number)
                .mapToDouble(n -> ((Number) n.getLiteralValue()).doubleValue())
                .findFirst()
                .orElse(Double.MAX_VALUE);
    }

    private List<Node> objects(Node subject, Node property) {
        return graph.stream(subject, property, null)
                .map(t -> t.getObject())
                .sorted(Comparator.comparing((Node n) -> n.toString()))
                .toList();
    }

    private void fault(String what, String how) {
        findings.add(Finding.of(
                FacetIssue.BAD_FACETS,
                Location.of(where),
                where + ": " + what + " " + how + " src/docs/browsing.md describes such a file."));
    }

    private static String name(Node node) {
        return node.isURI()
                ? node.getURI().startsWith(FACET)
                        ? "facet:" + node.getURI().substring(FACET.length())
                        : "<" + node.getURI() + ">"
                : "a shape without an address";
    }

    private static Node facet(String name) {
        return NodeFactory.createURI(FACET + name);
    }
}
