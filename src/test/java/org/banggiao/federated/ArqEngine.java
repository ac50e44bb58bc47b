package org.banggiao.federated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;

/** Apache Jena ARQ with the data of the partner at which the example is asked; the others by {@code SERVICE}. */
final class ArqEngine implements CallingEngine {
    private double millis;

    @Override
    public String name() {
        return "Jena ARQ, SERVICE";
    }

    @Override
    public List<String> ask(FederatedExample example, Map<Member, String> endpoints) {
        var data = RDFDataMgr.loadDatasetGraph(example.at().data().toString());
        long start = System.nanoTime();
        try (var exec = QueryExec.dataset(data).query(example.text(endpoints)).build()) {
            var rows = new ArrayList<Binding>();
            exec.select().forEachRemaining(rows::add);
            millis = (System.nanoTime() - start) / 1e6;
            return rows.stream().map(ArqEngine::row).sorted().toList();
        }
    }

    private static String row(Binding binding) {
        var values = new HashMap<String, String>();
        binding.forEach((variable, value) -> values.put(variable.getVarName(), value(value)));
        return Values.row(values);
    }

    private static String value(Node node) {
        return node.isURI()
                ? Values.iri(node.getURI())
                : Values.literal(node.getLiteralLexicalForm(), node.getLiteralLanguage(), node.getLiteralDatatypeURI());
    }

    @Override
    public double millis() {
        return millis;
    }
}
