package org.banggiao.publish.sparql;

import java.util.regex.Pattern;
import org.apache.jena.query.QueryParseException;

/** The parser's message about a syntax error, without its repetitions: what was met, then what could stand there. */
final class SyntaxMessage {
    private static final Pattern PLACE = Pattern.compile("^Line (\\d+), column (\\d+): ");
    private static final Pattern ENCOUNTERED =
            Pattern.compile("^Encountered(?: unexpected token)?:? (?s:(.*?)) at line \\d+, column \\d+\\.");
    private static final int LONGEST = 500;

    private SyntaxMessage() {}

    static String of(QueryParseException e) {
        String message = String.valueOf(e.getMessage()).strip();
        String text = PLACE.matcher(message).replaceFirst("");
        var encountered = ENCOUNTERED.matcher(text);
        if (encountered.find()) {
            String expected = text.substring(encountered.end()).strip().replaceAll("\\s+", " ");
            text = "Unexpected " + encountered.group(1).strip() + "." + (expected.isEmpty() ? "" : " " + expected);
        }
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST) + " …";
        }
        return e.getLine() > 0 ? "Line " + e.getLine() + ", column " + e.getColumn() + ": " + text : text;
    }
}
