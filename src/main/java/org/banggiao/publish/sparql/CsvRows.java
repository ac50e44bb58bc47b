package org.banggiao.publish.sparql;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Rows as CSV (SPARQL 1.1 Query Results CSV and TSV Formats, section 3). The engine's own writer leaves out the mark of blank
 * nodes.
 */
final class CsvRows {
    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");
    private static final String END = "\r\n";

    private final Map<Node, String> labels = new HashMap<>();

    private CsvRows() {}

    /** Writes the variables and all rows. */
    static void write(RowSet rows, OutputStream out) {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            new CsvRows().write(rows, writer);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(RowSet rows, Writer out) throws IOException {
        var variables = rows.getResultVars();
        var separator = "";
        for (var variable : variables) {
            out.write(separator);
            out.write(field(variable.getVarName()));
            separator = ",";
        }
        out.write(END);
        while (rows.hasNext()) {
            var row = rows.next();
            separator = "";
            for (var variable : variables) {
                out.write(separator);
                var value = row.get(variable);
                out.write(value == null ? "" : field(text(value)));
                separator = ",";
            }
            out.write(END);
        }
    }

    private String text(Node value) {
        if (value.isBlank()) {
            return labels.computeIfAbsent(value, v -> "_:b" + labels.size());
        }
        return value.isURI() ? value.getURI() : value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    }

    private static String field(String text) {
        return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
