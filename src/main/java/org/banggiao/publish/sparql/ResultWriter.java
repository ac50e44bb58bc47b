package org.banggiao.publish.sparql;

import java.io.OutputStream;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.store.LimitExceededException;

/** Runs a query and writes what it gives. */
final class ResultWriter {
    /** Triples up to which Turtle is laid out for people; larger graphs are written as they come, in less memory. */
    static final int PRETTY = 20_000;

    private ResultWriter() {}

    /**
     * Writes all results; where that fails, what was written is not complete.
     *
     * @param mostRows rows or triples that there may be
     */
    static void write(QueryExec exec, Query query, ResultFormat format, long mostRows, OutputStream out) {
        if (query.isSelectType()) {
            var selected = new CountedRows(exec.select(), mostRows);
            if (format == ResultFormat.CSV) {
                CsvRows.write(selected, out);
            } else {
                rows(format).write(out, selected, ARQ.getContext());
            }
        } else if (query.isAskType()) {
            rows(format).write(out, exec.ask(), ARQ.getContext());
        } else {
            var graph = GraphFactory.createDefaultGraph();
            var triples = query.isConstructType() ? exec.constructTriples() : exec.describeTriples();
            while (triples.hasNext()) {
                graph.add(triples.next());
                if (graph.size() > mostRows) {
                    throw new LimitExceededException("The answer has more than " + mostRows + " triples.");
                }
            }
            write(graph, query.getPrefixMapping().getNsPrefixMap(), format, out);
        }
    }

    /** Writes a graph with namespaces by prefix. */
    static void write(Graph graph, Map<String, String> prefixes, ResultFormat format, OutputStream out) {
        graph.getPrefixMapping().setNsPrefixes(prefixes);
        RDFWriter.source(graph).format(layout(format.lang(), graph)).output(out);
    }

    private static RowSetWriter rows(ResultFormat format) {
        return RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
    }

    private static RDFFormat layout(Lang lang, Graph graph) {
        boolean large = graph.size() > PRETTY;
        if (lang.equals(Lang.TURTLE)) {
            return large ? RDFFormat.TURTLE_BLOCKS : RDFFormat.TURTLE_PRETTY;
        }
        if (lang.equals(Lang.TRIG)) {
            return large ? RDFFormat.TRIG_BLOCKS : RDFFormat.TRIG_PRETTY;
        }
        if (lang.equals(Lang.RDFXML)) {
            return RDFFormat.RDFXML_PLAIN;
        }
        if (lang.equals(Lang.JSONLD)) {
            return RDFFormat.JSONLD_PRETTY;
        }
        return lang.equals(Lang.NQUADS) ? RDFFormat.NQUADS : RDFFormat.NTRIPLES;
    }
}
