package org.banggiao.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;
import org.jspecify.annotations.Nullable;

/**
 * Checks a dataset by the shapes and checks of the ontology. They see the union of all graphs and the ontology's own; no
 * finding means that all holds.
 */
public final class Check {
    private Check() {}

    /** Every fault: which resource or term, what is wrong, why and what to do, in one sentence each; sorted. */
    public static List<Finding> check(DatasetGraph dataset, Ontology ontology) {
        var union = GraphFactory.createGraphMem();
        dataset.find().forEachRemaining(q -> union.add(q.asTriple()));
        ontology.published().forEach(union::add);
        var findings = new TreeMap<String, Finding>();
        for (var finding : shapes(union, ontology)) {
            findings.put(finding.location() + " " + finding.message(), finding);
        }
        for (var query : ontology.checks()) {
            for (var finding : rows(union, query)) {
                findings.put(finding.location() + " " + finding.message(), finding);
            }
        }
        return List.copyOf(findings.values());
    }

    private static List<Finding> shapes(Graph union, Ontology ontology) {
        var findings = new ArrayList<Finding>();
        var report = ShaclValidator.get().validate(Shapes.parse(ontology.shapes()), union);
        report.getEntries().stream()
                .sorted(Comparator.comparing((ReportEntry e) -> text(e.focusNode())))
                .forEach(e -> findings.add(Finding.of(
                        GraphIssue.SHAPE_BROKEN,
                        Location.of(text(e.focusNode())),
                        text(e.focusNode()) + ": " + e.message() + value(e.value()))));
        return findings;
    }

    private static String value(@Nullable Node value) {
        return value == null ? "" : " The value met is " + text(value) + ".";
    }

    private static List<Finding> rows(Graph union, Ontology.CheckQuery check) {
        var findings = new ArrayList<Finding>();
        try (var execution =
                QueryExec.graph(union).query(QueryFactory.create(check.text())).build()) {
            execution.select().forEachRemaining(row -> {
                var resource = text(row.get("resource"));
                var message = row.get("message");
                findings.add(new Finding(
                        GraphIssue.CHECK_FAILED,
                        check.severity(),
                        Location.of(resource),
                        resource + ": "
                                + (message == null
                                        ? "the check " + check.name() + " failed"
                                        : message.getLiteralLexicalForm())));
            });
        }
        return findings;
    }

    private static String text(@Nullable Node node) {
        if (node == null) {
            return "something without an address";
        }
        return node.isLiteral() ? "\"" + node.getLiteralLexicalForm() + "\"" : node.toString();
    }
}
