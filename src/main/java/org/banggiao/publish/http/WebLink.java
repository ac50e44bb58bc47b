package org.banggiao.publish.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A typed link (RFC 8288).
 *
 * @param target where it leads: an address, or a reference relative to what links
 * @param rel its relations, separated by spaces
 * @param attributes of the target, such as {@code type}
 */
public record WebLink(String target, String rel, Map<String, String> attributes) {
    private static final Pattern TARGET = Pattern.compile("[!-~&&[^<>]]+");
    private static final Pattern RELATIONS = Pattern.compile("[!-~&&[^\"\\\\]]+( [!-~&&[^\"\\\\]]+)*");

    public WebLink {
        if (!TARGET.matcher(target).matches() || !RELATIONS.matcher(rel).matches()) {
            throw new IllegalArgumentException("not a link that a header can carry: <" + target + "> rel=" + rel);
        }
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    public static WebLink of(String target, String rel) {
        return new WebLink(target, rel, Map.of());
    }

    /** A link to something of a media type. */
    public static WebLink of(String target, String rel, String mediaType) {
        return new WebLink(target, rel, Map.of("type", mediaType));
    }

    /** The value of a {@code Link} header. */
    public String header() {
        var text = new StringBuilder("<")
                .append(target)
                .append(">; rel=\"")
                .append(rel)
                .append('"');
        attributes.forEach((name, value) -> text.append("; ")
                .append(name)
                .append("=\"")
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"'));
        return text.toString();
    }
}
