package org.banggiao.publish.catalog;

import java.time.ZoneOffset;
import java.util.StringJoiner;
import org.apache.jena.atlas.json.JsonString;
import org.banggiao.publish.settings.PublishSettings;

/**
 * How a release is cited.
 *
 * @param settings who publishes what under which licence
 * @param release what is cited
 */
public record DatasetCitation(PublishSettings settings, HandedOut release) {
    private String address() {
        return DatasetDescription.release(settings, release.id());
    }

    private String author() {
        return settings.publisher().stated().orElse(settings.title());
    }

    private String year() {
        return release.made()
                .map(m -> String.valueOf(m.atOffset(ZoneOffset.UTC).getYear()))
                .orElse("");
    }

    /** A line for a list of references. */
    public String text() {
        var parts = new StringJoiner(". ", "", ".");
        parts.add(author() + (year().isEmpty() ? "" : " (" + year() + ")"));
        parts.add(settings.title() + " [dataset]");
        parts.add("Release " + release.id());
        parts.add(address());
        return parts.toString();
    }

    /** BibTeX. */
    public String bibtex() {
        var fields = new StringJoiner(",\n", "@misc{dataset-" + release.id() + ",\n", "\n}\n");
        fields.add("  title = {" + tex(settings.title()) + "}");
        fields.add("  author = {{" + tex(author()) + "}}");
        if (!year().isEmpty()) {
            fields.add("  year = {" + year() + "}");
        }
        fields.add("  version = {" + release.id() + "}");
        fields.add("  url = {" + address() + "}");
        settings.licence().stated().ifPresent(l -> fields.add("  note = {" + tex(l.name()) + "}"));
        return fields.toString();
    }

    private static String tex(String text) {
        return text.replaceAll("([&%$#_])", "\\\\$1").replaceAll("[{}\\\\~^](?![&%$#_])", " ");
    }

    /** The Citation File Format. */
    public String cff() {
        var lines = new StringJoiner("\n", "", "\n");
        lines.add("cff-version: 1.2.0");
        lines.add("message: Please cite the release that you used.");
        lines.add("type: dataset");
        lines.add("title: " + quoted(settings.title()));
        lines.add("authors:");
        lines.add("  - name: " + quoted(author()));
        lines.add("version: " + quoted(release.id()));
        release.made()
                .ifPresent(made -> lines.add(
                        "date-released: " + made.atOffset(ZoneOffset.UTC).toLocalDate()));
        if (!settings.licence().spdx().isEmpty()) {
            lines.add("license: " + settings.licence().spdx());
        }
        lines.add("url: " + quoted(address()));
        return lines.toString();
    }

    private static String quoted(String text) {
        return new JsonString(text.replaceAll("\\p{Cntrl}", " ")).toString();
    }
}
