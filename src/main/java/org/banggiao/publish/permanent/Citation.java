package org.banggiao.publish.permanent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;

/**
 * What one needs to cite a query.
 *
 * @param query what is cited
 * @param address where it is answered for
 * @param service the name of the service
 * @param licence of the data by the list of SPDX; empty where none is stated
 * @param digest the SHA-256 of what it gives, 64 hexadecimal digits; empty where it is not pinned or has none
 */
public record Citation(PermanentQuery query, String address, String service, String licence, Optional<String> digest) {
    /** The forms that there are, by the names of {@code ?cite=}. */
    public enum Form {
        BIBTEX("bibtex", "application/x-bibtex"),
        CFF("cff", "application/yaml"),
        CSL("csl", "application/vnd.citationstyles.csl+json");

        private final String code;
        private final String mediaType;

        Form(String code, String mediaType) {
            this.code = code;
            this.mediaType = mediaType;
        }

        public String code() {
            return code;
        }

        public String mediaType() {
            return mediaType;
        }

        /** The form of this name. */
        public static Optional<Form> named(String name) {
            return List.of(values()).stream().filter(f -> f.code.equals(name)).findFirst();
        }
    }

    /** The citation in a form. */
    public String in(Form form) {
        return switch (form) {
            case BIBTEX -> bibtex();
            case CFF -> cff();
            case CSL -> csl();
        };
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        notes.add("SPARQL query");
        notes.add(query.release().map(r -> "release " + r).orElse("asks the current release"));
        digest.ifPresent(d -> notes.add("SHA-256 of the result: " + d));
        return notes;
    }

    private String bibtex() {
        return "@misc{query-" + query.id() + ",\n"
                + field("title", tex(query.title()))
                + field("author", "{" + tex(service) + "}")
                + field("year", String.valueOf(query.kept().getYear()))
                + field("month", String.valueOf(query.kept().getMonthValue()))
                + field("url", address)
                + "  note = {" + tex(String.join("; ", notes())) + "}\n}\n";
    }

    private static String field(String name, String value) {
        return "  " + name + " = {" + value + "},\n";
    }

    /** The text with what TeX would take for more than text written as text. */
    private static String tex(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .forEach(c -> out.append(
                        switch (c) {
                            case '\\' -> "{\\textbackslash}";
                            case '{', '}' -> c == '{' ? "(" : ")";
                            case '~' -> "{\\textasciitilde}";
                            case '^' -> "{\\textasciicircum}";
                            case '&', '%', '$', '#', '_' -> "\\" + (char) c;
                            default -> Character.isISOControl(c) ? " " : Character.toString(c);
                        }));
        return out.toString();
    }

    private String cff() {
        var keys = new StringJoiner("\n", "", "\n");
        keys.add("cff-version: 1.2.0");
        keys.add("message: Please cite this query by its address.");
        keys.add("type: dataset");
        keys.add("title: " + quoted(query.title()));
        keys.add("authors:");
        keys.add("  - name: " + quoted(service));
        keys.add("date-released: " + query.kept());
        query.release().ifPresent(r -> keys.add("version: " + quoted(r)));
        keys.add("url: " + quoted(address));
        keys.add("abstract: " + quoted(String.join("; ", notes())));
        if (!licence.isEmpty()) {
            keys.add("license: " + licence);
        }
        return keys.toString();
    }

    /** A string of JSON, which YAML reads alike. */
    private static String quoted(String text) {
        return new JsonString(text.replaceAll("\\p{Cntrl}", " ")).toString();
    }

    private String csl() {
        var author = new JsonObject();
        author.put("literal", service);
        var authors = new JsonArray();
        authors.add(author);
        var day = new JsonArray();
        day.add(query.kept().getYear());
        day.add(query.kept().getMonthValue());
        day.add(query.kept().getDayOfMonth());
        var days = new JsonArray();
        days.add(day);
        var issued = new JsonObject();
        issued.put("date-parts", days);
        var item = new JsonObject();
        item.put("id", query.id());
        item.put("type", "dataset");
        item.put("title", query.title());
        item.put("author", authors);
        item.put("issued", issued);
        item.put("publisher", service);
        item.put("URL", address);
        query.release().ifPresent(r -> item.put("version", r));
        item.put("note", String.join("; ", notes()));
        var items = new JsonArray();
        items.add(item);
        return items + "\n";
    }
}
