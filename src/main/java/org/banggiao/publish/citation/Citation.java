package org.banggiao.publish.citation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;

/**
 * What one needs to cite something that the service answers for.
 *
 * @param id names it among others: letters, digits, hyphens and colons
 * @param title what it is called
 * @param language of the title (BCP 47); empty where it has none
 * @param service the name of the service, which stands as author and publisher
 * @param address where it is answered for
 * @param issued since when it is there, where that is known
 * @param version the release, if it is of one
 * @param licence of the data by the list of SPDX; empty where none is stated
 * @param notes what else to say, in phrases
 */
public record Citation(
        String id,
        String title,
        String language,
        String service,
        String address,
        Optional<LocalDate> issued,
        Optional<String> version,
        String licence,
        List<String> notes) {
    public Citation {
        if (!id.matches("[A-Za-z0-9:.-]+")) {
            throw new IllegalArgumentException("not a name for an entry: '" + id + "'");
        }
        notes = List.copyOf(notes);
    }

    /** The citation in a form. */
    public String in(CitationForm form) {
        return switch (form) {
            case BIBTEX -> bibtex();
            case RIS -> ris();
            case CSL -> csl();
            case CFF -> cff();
        };
    }

    /**
     * The citation as sentences, with what else there is to say, such as the page of a source.
     *
     * @param release the word for a release
     */
    public String text(String release) {
        return service + ". “" + title + "”."
                + version.map(v -> " " + release + " " + v + ".").orElse("")
                + (notes.isEmpty() ? "" : " " + Character.toUpperCase(note().charAt(0)) + note().substring(1) + ".")
                + " " + address;
    }

    private String note() {
        return String.join("; ", notes);
    }

    private String bibtex() {
        var entry = new StringJoiner(",\n", "@misc{" + id + ",\n", "\n}\n");
        // Braces around names and titles keep their capitals.
        entry.add(field("title", "{" + Tex.escape(title) + "}"));
        entry.add(field("author", "{" + Tex.escape(service) + "}"));
        issued.ifPresent(day -> {
            entry.add(field("year", String.valueOf(day.getYear())));
            entry.add(field("month", String.valueOf(day.getMonthValue())));
        });
        version.ifPresent(v -> entry.add(field("version", Tex.escape(v))));
        if (!language.isEmpty()) {
            entry.add(field("langid", language.equals("vi") ? "vietnamese" : "english"));
        }
        entry.add(field("url", Tex.address(address)));
        if (!notes.isEmpty()) {
            entry.add(field("note", Tex.escape(note())));
        }
        return entry.toString();
    }

    private static String field(String name, String value) {
        return "  " + name + " = {" + value + "}";
    }

    private String ris() {
        var lines = new StringJoiner("\r\n", "", "\r\n");
        lines.add("TY  - DATA");
        lines.add("ID  - " + id);
        lines.add("TI  - " + line(title));
        lines.add("AU  - " + line(service));
        issued.ifPresent(day -> {
            lines.add("PY  - " + day.getYear());
            lines.add("DA  - " + day.toString().replace('-', '/') + "/");
        });
        lines.add("PB  - " + line(service));
        version.ifPresent(v -> lines.add("ET  - " + line(v)));
        if (!language.isEmpty()) {
            lines.add("LA  - " + language);
        }
        lines.add("UR  - " + line(address));
        notes.forEach(n -> lines.add("N1  - " + line(n)));
        lines.add("ER  - ");
        return lines.toString();
    }

    /** The text in one line, as a tag of RIS or a value of YAML takes it. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private String cff() {
        var keys = new StringJoiner("\n", "", "\n");
        keys.add("cff-version: 1.2.0");
        keys.add("message: Please cite this by its address.");
        keys.add("type: dataset");
        keys.add("title: " + quoted(title));
        keys.add("authors:");
        keys.add("  - name: " + quoted(service));
        issued.ifPresent(day -> keys.add("date-released: " + day));
        version.ifPresent(v -> keys.add("version: " + quoted(v)));
        keys.add("url: " + quoted(address));
        if (!notes.isEmpty()) {
            keys.add("abstract: " + quoted(note()));
        }
        if (!licence.isEmpty()) {
            keys.add("license: " + licence);
        }
        return keys.toString();
    }

    /** A string of JSON, which YAML reads alike. */
    private static String quoted(String text) {
        return new JsonString(line(text)).toString();
    }

    private String csl() {
        var author = new JsonObject();
        author.put("literal", service);
        var authors = new JsonArray();
        authors.add(author);
        var item = new JsonObject();
        item.put("id", id);
        item.put("type", "dataset");
        item.put("title", title);
        item.put("author", authors);
        issued.ifPresent(day -> {
            var parts = new JsonArray();
            parts.add(day.getYear());
            parts.add(day.getMonthValue());
            parts.add(day.getDayOfMonth());
            var days = new JsonArray();
            days.add(parts);
            var when = new JsonObject();
            when.put("date-parts", days);
            item.put("issued", when);
        });
        item.put("publisher", service);
        item.put("URL", address);
        if (!language.isEmpty()) {
            item.put("language", language);
        }
        version.ifPresent(v -> item.put("version", v));
        if (!notes.isEmpty()) {
            item.put("note", note());
        }
        var items = new JsonArray();
        items.add(item);
        return items + "\n";
    }
}
