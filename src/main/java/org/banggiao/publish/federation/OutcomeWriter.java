package org.banggiao.publish.federation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.banggiao.publish.federation.FederationRun.Outcome;
import org.banggiao.publish.sparql.GuestQueries;
import org.banggiao.publish.sparql.GuestQueries.Asked;
import org.banggiao.publish.sparql.ResultFormat;
import org.eclipse.rdf4j.query.resultio.AbstractQueryResultWriter;
import org.eclipse.rdf4j.query.resultio.BooleanQueryResultWriter;
import org.eclipse.rdf4j.query.resultio.TupleQueryResultWriter;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLBooleanJSONWriter;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.query.resultio.sparqlxml.SPARQLBooleanXMLWriter;
import org.eclipse.rdf4j.query.resultio.sparqlxml.SPARQLResultsXMLWriter;
import org.eclipse.rdf4j.query.resultio.text.csv.SPARQLResultsCSVWriter;
import org.eclipse.rdf4j.query.resultio.text.tsv.SPARQLResultsTSVWriter;

/** Writes what a federated query gave. */
final class OutcomeWriter {
    private OutcomeWriter() {}

    /**
     * Writes all of it.
     *
     * @param links for the head of the result, where the format has one
     */
    static void write(Outcome outcome, Asked asked, List<String> links, OutputStream out) throws IOException {
        switch (outcome) {
            case Outcome.Rows rows -> write(rows, asked.format(), links, out);
            case Outcome.Truth truth -> write(truth.value(), asked.format(), links, out);
            case Outcome.Triples triples ->
                GuestQueries.write(
                        Terms.graph(triples.triples()),
                        asked.query().getPrefixMapping().getNsPrefixMap(),
                        asked.format(),
                        out);
        }
    }

    private static void write(Outcome.Rows rows, ResultFormat format, List<String> links, OutputStream out) {
        TupleQueryResultWriter writer = switch (format) {
            case XML -> new SPARQLResultsXMLWriter(out);
            case CSV -> new SPARQLResultsCSVWriter(out);
            case TSV -> new SPARQLResultsTSVWriter(out);
            default -> new SPARQLResultsJSONWriter(out);
        };
        writer.startDocument();
        writer.startHeader();
        writer.startQueryResult(rows.variables());
        if (!links.isEmpty()) {
            writer.handleLinks(links);
        }
        writer.endHeader();
        rows.rows().forEach(writer::handleSolution);
        writer.endQueryResult();
    }

    private static void write(boolean value, ResultFormat format, List<String> links, OutputStream out)
            throws IOException {
        if (format == ResultFormat.CSV || format == ResultFormat.TSV) {
            var name = format == ResultFormat.CSV ? "_askResult\r\n" : "?_askResult\n";
            out.write((name + value + (format == ResultFormat.CSV ? "\r\n" : "\n")).getBytes(StandardCharsets.UTF_8));
            return;
        }
        AbstractQueryResultWriter writer =
                format == ResultFormat.XML ? new SPARQLBooleanXMLWriter(out) : new SPARQLBooleanJSONWriter(out);
        writer.startDocument();
        writer.startHeader();
        if (!links.isEmpty()) {
            writer.handleLinks(links);
        }
        writer.endHeader();
        ((BooleanQueryResultWriter) writer).handleBoolean(value);
    }
}
