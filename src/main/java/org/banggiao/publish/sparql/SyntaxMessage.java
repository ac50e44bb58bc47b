package org.banggiao.publish.sparql;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryParseException;

/**
 * What the parser says about a syntax error, for people: where, what was met, and some of what could stand there.
 *
 * @param line from 1; less where the place is not known
 * @param column in characters of the line, from 1; less where the place is not known
 * @param text one or two sentences, led by the place
 */
record SyntaxMessage(int line, int column, String text) {
    private static final Pattern MET = Pattern.compile(
            "^(?:Line \\d+, column \\d+: )?(?:Unexpected|This is no word of SPARQL:|Unresolved prefixed name:) (\\S+?)\\.?(?: |$)");

    private static final Pattern PLACE = Pattern.compile("\\b[Ll]ine (\\d+), column (\\d+)");
    private static final Pattern LED_BY_PLACE = Pattern.compile("^Line \\d+, column \\d+: ");
    private static final Pattern TOKEN = Pattern.compile(
            "(?s)^Encountered \"(?: (?:<\\w+>|\".*?\") \")?(.*?) ?\"\" at line \\d+, column \\d+\\.(.*)$");
    private static final Pattern END = Pattern.compile("(?s)^Encountered \"<EOF>\" at line \\d+, column \\d+\\.(.*)$");
    private static final Pattern LEXICAL = Pattern.compile(
            "(?s)^Lexical error at line \\d+, column \\d+\\.\\s+Encountered: (.*?) after(?: prefix)?:? ?\"(.*)\"$");
    private static final int EXPECTED_SHOWN = 12;
    private static final int LONGEST = 600;

    /** @param query the text that was parsed */
    static SyntaxMessage of(QueryParseException e, String query) {
        String message = String.valueOf(e.getMessage()).strip();
        int line = e.getLine();
        int column = e.getColumn();
        var place = PLACE.matcher(message);
        if (line <= 0 && place.find()) {
            line = Integer.parseInt(place.group(1));
            column = Integer.parseInt(place.group(2));
        }
        String bare = LED_BY_PLACE.matcher(message).replaceFirst("");
        column = beginning(bare, query, line, column);
        String text = sentence(bare);
        if (text.length() > LONGEST) {
            text = text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST) - 1)) + " …";
        }
        return new SyntaxMessage(line, column, line > 0 ? "Line " + line + ", column " + column + ": " + text : text);
    }

    /**
     * Where in its line the word begins that a message is about: the parser tells only about where it stopped reading.
     *
     * @param column what the parser tells
     */
    private static int beginning(String message, String query, int line, int column) {
        var lexical = LEXICAL.matcher(message);
        var lines = query.split("\\R", -1);
        if (line < 1 || line > lines.length || !lexical.find()) {
            return column;
        }
        String word = unescaped(lexical.group(2));
        int nearest = column;
        int distance = Integer.MAX_VALUE;
        for (int at = lines[line - 1].indexOf(word); at >= 0; at = lines[line - 1].indexOf(word, at + 1)) {
            int end = at + word.length() + 1;
            int far = Math.min(Math.abs(end - column), Math.abs(at + 1 - column));
            if (far < distance) {
                distance = far;
                nearest = at + 1;
            }
        }
        return word.isEmpty() ? column : nearest;
    }

    private static String unescaped(String shown) {
        return shown.replaceAll("\\\\(.)", "$1");
    }

    /** What was met, as it stands in the query; empty where that is not known. */
    String token() {
        var met = MET.matcher(text);
        return met.find() ? met.group(1) : "";
    }

    private static String sentence(String message) {
        var end = END.matcher(message);
        if (end.find()) {
            return "The query ends too early." + expected(end.group(1));
        }
        var token = TOKEN.matcher(message);
        if (token.find()) {
            return "Unexpected " + token.group(1).strip() + "." + expected(token.group(2));
        }
        var lexical = LEXICAL.matcher(message);
        if (lexical.find()) {
            return (lexical.group(1).startsWith("<EOF>") ? "This is not finished: " : "This is no word of SPARQL: ")
                    + unescaped(lexical.group(2)) + " .";
        }
        return message.endsWith(".") ? message : message + ".";
    }

    private static String expected(String list) {
        var tokens = Arrays.stream(list.replaceFirst("(?s)^.*?one of:", "").split("\\.\\.\\.|\\n"))
                .map(token -> token.strip().replaceAll("^\"|\"$", ""))
                .filter(token -> !token.isEmpty() && !token.startsWith("Was expecting"))
                .toList();
        if (tokens.isEmpty()) {
            return "";
        }
        return " Here may stand: "
                + tokens.stream().limit(EXPECTED_SHOWN).collect(Collectors.joining(" "))
                + (tokens.size() > EXPECTED_SHOWN ? " …" : "");
    }
}
