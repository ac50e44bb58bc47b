package org.banggiao.federated;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One form of values for all engines. */
final class Values {
    private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";
    private static final String LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

    private Values() {}

    static String iri(String iri) {
        return "<" + iri + ">";
    }

    static String literal(String lexical, String language, String datatype) {
        var quoted = "\"" + lexical.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        if (!language.isEmpty()) {
            return quoted + "@" + language.toLowerCase(Locale.ROOT);
        }
        return datatype.isEmpty() || datatype.equals(STRING) || datatype.equals(LANG_STRING)
                ? quoted
                : quoted + "^^<" + datatype + ">";
    }

    /** A row; variables without a value are not in it. */
    static String row(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("\t"));
    }
}
