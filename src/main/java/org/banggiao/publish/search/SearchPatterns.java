package org.banggiao.publish.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.banggiao.publish.sparql.QueryExtension;
import org.banggiao.store.Store;

/**
 * Search in queries: {@code ?thing search:matches "duong"}, or in the shape of Jena's text index {@code (?thing ?score ?name)
 * text:query (rdfs:label "duong" 10)}. What is found stands in the query as {@code VALUES} before a store runs it, so that every
 * store can, under the limits that all queries have.
 */
public final class SearchPatterns implements QueryExtension {
    /** The property of the search. */
    public static final String MATCHES = "https://w3id.org/banggiao/search#matches";

    /** The property of Jena's text index, which is taken too. */
    public static final String JENA_QUERY = "http://jena.apache.org/text#query";

    private static final Set<String> PROPERTIES = Set.of(MATCHES, JENA_QUERY);
    private static final int MOST = 10_000;
    private static final int USUAL = 1_000;
    private static final int MOST_IN_A_QUERY = 8;
    private static final String SHAPE =
            " Write (?thing ?score ?name) search:matches (property … \"words\" limit \"lang:vi\"),"
                    + " where all but ?thing and the words may be left out.";

    private final SearchIndexes indexes;

    public SearchPatterns(SearchIndexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public Query expand(Query query, Store store) {
        if (query.getQueryPattern() == null) {
            return query;
        }
        var patterns = new Patterns(store);
        var expanded = QueryTransformOps.transform(query, patterns, new ExprTransformApplyElementTransform(patterns));
        return patterns.count == 0 ? query : expanded;
    }

    /**
     * What one pattern asks.
     *
     * @param properties that give the names; any where empty
     * @param language of the names; any where empty
     */
    private record Pattern(List<Node> variables, Set<String> properties, String words, int most, String language) {}

    private final class Patterns extends ElementTransformCopyBase {
        private final Store store;
        private int count;

        Patterns(Store store) {
            this.store = store;
        }

        @Override
        public Element transform(ElementPathBlock block) {
            var triples = new ArrayList<TriplePath>();
            block.patternElts().forEachRemaining(triples::add);
            var searches = triples.stream().filter(SearchPatterns::isSearch).toList();
            if (searches.isEmpty()) {
                return block;
            }
            var plain = new BasicPattern();
            triples.stream().filter(t -> t.isTriple() && !isSearch(t)).forEach(t -> plain.add(t.asTriple()));
            var group = new ElementGroup();
            var ofLists = new HashSet<Triple>();
            for (var search : searches) {
                count++;
                if (count > MOST_IN_A_QUERY) {
                    throw new IllegalArgumentException(
                            "A query has " + MOST_IN_A_QUERY + " searches at most: search for several words at once.");
                }
                var subject = members(search.getSubject(), plain, ofLists);
                var object = members(search.getObject(), plain, ofLists);
                group.addElement(values(pattern(subject, object)));
            }
            var rest = new ElementPathBlock();
            triples.stream()
                    .filter(t -> !isSearch(t))
                    .filter(t -> !t.isTriple() || !ofLists.contains(t.asTriple()))
                    .forEach(rest::addTriplePath);
            if (!rest.isEmpty()) {
                group.addElement(rest);
            }
            return group;
        }

        private Element values(Pattern pattern) {
            var index = indexes.of(store)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "This release was made without a search index. Make it again with this program."));
            var variables = new ArrayList<Var>();
            for (var node : pattern.variables) {
                variables.add(node.isVariable() ? Var.alloc(node) : Var.alloc("_search" + count));
            }
            var rows = new ArrayList<Binding>();
            var wanted = pattern.variables.getFirst();
            for (var name : index.names(pattern.words, pattern.properties, pattern.language, pattern.most)) {
                if (wanted.isVariable() || wanted.hasURI(name.iri())) {
                    rows.add(row(variables, name));
                }
            }
            return new ElementData(variables, rows);
        }

        private Binding row(List<Var> variables, SearchIndex.Name name) {
            var row = BindingFactory.builder();
            row.add(variables.getFirst(), NodeFactory.createURI(name.iri()));
            if (variables.size() > 1) {
                row.add(
                        variables.get(1),
                        NodeFactory.createLiteralDT(Long.toString(Math.round(name.value())), XSDDatatype.XSDinteger));
            }
            if (variables.size() > 2) {
                row.add(
                        variables.get(2),
                        name.language().isEmpty()
                                ? NodeFactory.createLiteralString(name.text())
                                : NodeFactory.createLiteralLang(name.text(), name.language()));
            }
            return row.build();
        }
    }

    private static boolean isSearch(TriplePath triple) {
        return triple.isTriple()
                && triple.getPredicate().isURI()
                && PROPERTIES.contains(triple.getPredicate().getURI());
    }

    /** The members of a list in the pattern, or the node itself where it is none. */
    private static List<Node> members(Node node, BasicPattern pattern, Set<Triple> ofLists) {
        var start = new GNode(pattern, node);
        if (!GraphList.isListNode(start)) {
            return List.of(node);
        }
        ofLists.addAll(GraphList.allTriples(start));
        return GraphList.members(start);
    }

    private static Pattern pattern(List<Node> subject, List<Node> object) {
        boolean isShape = !subject.isEmpty()
                && subject.size() <= 3
                && (subject.getFirst().isVariable() || subject.getFirst().isURI())
                && subject.stream().skip(1).allMatch(Node::isVariable);
        if (!isShape) {
            throw new IllegalArgumentException("A search gives a thing, a score and a name, as variables." + SHAPE);
        }
        var properties = new HashSet<String>();
        String words = null;
        int most = USUAL;
        var language = "";
        for (var node : object) {
            if (node.isURI() && words == null) {
                properties.add(node.getURI());
            } else if (node.isLiteral() && words == null) {
                words = node.getLiteralLexicalForm();
            } else if (node.isLiteral() && node.getLiteralValue() instanceof Integer number) {
                most = number;
            } else if (node.isLiteral() && node.getLiteralLexicalForm().startsWith("lang:")) {
                language =
                        node.getLiteralLexicalForm().substring("lang:".length()).toLowerCase(Locale.ROOT);
            } else {
                throw new IllegalArgumentException("A search cannot take the argument " + node + "." + SHAPE);
            }
        }
        if (words == null) {
            throw new IllegalArgumentException("A search needs its words as a string." + SHAPE);
        }
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("A search finds 1 to " + MOST + " things, not " + most + "." + SHAPE);
        }
        return new Pattern(subject, properties, words, most, language);
    }
}
