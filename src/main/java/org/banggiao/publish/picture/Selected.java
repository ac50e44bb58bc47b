package org.banggiao.publish.picture;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.Prefixes;

/**
 * A list of things that is to be seen as a picture.
 *
 * @param title what is listed, and by what it is narrowed
 * @param things in the order of the list
 * @param ofAllYears the same where the list is not narrowed by years
 * @param window the years that it is narrowed to
 * @param sparql a query that selects the things as {@code ?thing}, with {@code ?label} and, where they are dated, {@code ?date}
 * @param pages where the same list is otherwise
 */
public record Selected(
        String title, List<Listed> things, List<Listed> ofAllYears, Window window, String sparql, Pages pages) {
    private static final Pattern PREFIX_LINES = Pattern.compile("(?m)^PREFIX .*\\R");

    public Selected {
        things = List.copyOf(things);
        ofAllYears = List.copyOf(ofAllYears);
    }

    /** The paths of pages that show the same list otherwise. */
    public interface Pages {
        /** This picture of other years; of all where the window is open. */
        String ofYears(Window window);

        /**
         * The picture at another path, narrowed as this one is.
         *
         * @param path such as {@code /aid/years}
         * @param parameters by name, instead of those of these names that this one has; those that are empty are left out
         */
        String at(String path, Map<String, String> parameters);

        /** The list. */
        String list();

        /** What of the list names an actor or a place. */
        String naming(Node resource);
    }

    /** The query without prefixes and order, as a group that another query can hold. */
    String group() {
        var bare = PREFIX_LINES.matcher(sparql).replaceAll("").strip();
        int order = bare.lastIndexOf("ORDER BY");
        var unordered = order < 0 || bare.indexOf('}', order) >= 0
                ? bare
                : bare.substring(0, order).strip();
        return "  { " + unordered.replace("\n", "\n    ") + " }\n";
    }

    /** The same as a group that gives the things alone, once each: what sums and counts are made over. */
    String things(String variable) {
        return "  { SELECT DISTINCT " + variable + " WHERE {\n  "
                + group().replace("?thing", variable).strip().replace("\n", "\n  ") + "\n  } }\n";
    }

    /** A path with parameters; those that are empty are left out. */
    static String with(String path, Map<String, String> parameters) {
        var query = parameters.entrySet().stream()
                .filter(p -> !p.getValue().isEmpty())
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + (path.contains("?") ? '&' : '?') + query;
    }

    /** The path of the query page with a query. */
    static String query(String sparql) {
        return with("/query", Map.of("query", sparql));
    }

    /** How an address is written in a query. */
    static String shorten(Node node, Prefixes prefixes) {
        return prefixes.shorten(node.getURI()).orElse("<" + node.getURI() + ">");
    }
}
