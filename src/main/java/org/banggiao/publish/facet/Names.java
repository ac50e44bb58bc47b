package org.banggiao.publish.facet;

import java.util.Map;
import java.util.TreeMap;

/** Names by language. */
final class Names {
    private Names() {}

    /** The name in a language (BCP 47), else without one, else the first of any; empty where there is none. */
    static String in(Map<String, String> names, String language) {
        var own = names.get(language);
        if (own != null) {
            return own;
        }
        var plain = names.get("");
        if (plain != null || names.isEmpty()) {
            return plain == null ? "" : plain;
        }
        return new TreeMap<>(names).firstEntry().getValue();
    }
}
