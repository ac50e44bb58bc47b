package org.banggiao.graph;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Units of measure by the Vietnamese names under which texts print them, from the code list of units. */
final class Units {
    private final TreeMap<String, Node> byName = new TreeMap<>();

    private Units() {}

    static Units from(Graph schema) {
        var result = new Units();
        var scheme = Iris.code("unit", "").getURI();
        for (var property : new Node[] {Vocabulary.ALT_LABEL, Vocabulary.PREF_LABEL}) {
            schema.find(Node.ANY, property, Node.ANY).forEachRemaining(t -> {
                if (t.getSubject().getURI().startsWith(scheme)
                        && t.getObject().getLiteralLanguage().equals("vi")) {
                    result.byName.put(fold(t.getObject().getLiteralLexicalForm()), t.getSubject());
                }
            });
        }
        return result;
    }

    /** The unit of a printed name, or empty where the list does not have it. */
    Optional<Node> named(@Nullable String printed) {
        return printed == null ? Optional.empty() : Optional.ofNullable(byName.get(fold(printed)));
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
