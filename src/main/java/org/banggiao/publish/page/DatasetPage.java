package org.banggiao.publish.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banggiao.publish.catalog.HandedOut;
import org.banggiao.publish.dump.Changes;
import org.banggiao.publish.dump.Table;

/**
 * The page of a release, or of the data as a whole, which is that of the current one.
 *
 * @param isCurrent whether the release is the one that is served
 * @param description what the data are; empty where nothing is said
 * @param facts what is known of the release
 * @param files to download
 * @param tables what the columns of the tables mean
 * @param services that answer from the data; empty for releases before the current one
 * @param changes what changed since the release before, if that was worked out
 * @param citation how it is cited
 * @param jsonLd the description for search engines, safe in a script element
 */
public record DatasetPage(
        boolean isCurrent,
        String description,
        List<Stated> facts,
        List<FileRow> files,
        List<TableRow> tables,
        List<Service> services,
        Optional<Difference> changes,
        Citation citation,
        String jsonLd) {
    /** A fact, with a link where there is one. */
    public record Stated(String term, String value, Optional<String> href) {}

    /**
     * A file.
     *
     * @param what is in it
     * @param plain the address of it unpacked, where it has one that people would open
     */
    public record FileRow(String name, String what, String href, String size, String sha256, Optional<String> plain) {}

    /** A table with its columns. */
    public record TableRow(String name, List<ColumnRow> columns) {}

    /** A column. */
    public record ColumnRow(String heads, String meaning) {}

    /** A service. */
    public record Service(String name, String address, Optional<String> href) {}

    /**
     * What changed.
     *
     * @param counts a row for each kind
     * @param first the first of those that changed
     * @param list the address of all of them
     */
    public record Difference(
            String before, List<CountRow> counts, String triples, List<ChangeRow> first, long total, String list) {}

    /** How many of a kind were added, changed, withdrawn and merged. */
    public record CountRow(String kind, long added, long changed, long withdrawn, long merged) {}

    /** One thing that changed. */
    public record ChangeRow(String what, String kind, String label, Optional<String> href, String iri, String into) {}

    /** The forms of a citation. */
    public record Citation(String text, String bibtex, String cff) {}

    /** The kinds of things that changed, each in words. */
    static List<CountRow> counts(Changes.Summary summary, Map<String, String> words) {
        return summary.counts().keySet().stream()
                .map(kind -> new CountRow(
                        words.getOrDefault(kind, kind),
                        summary.count(kind, Changes.What.ADDED),
                        summary.count(kind, Changes.What.CHANGED),
                        summary.count(kind, Changes.What.WITHDRAWN),
                        summary.count(kind, Changes.What.MERGED)))
                .toList();
    }

    /** The columns of a table, in a language. */
    static TableRow table(Table table, Language language) {
        return new TableRow(
                table.name(),
                table.columns().stream()
                        .map(c -> new ColumnRow(
                                String.join(", ", c.heads()), language == Language.VI ? c.vietnamese() : c.english()))
                        .toList());
    }

    /** A release in the list of them. */
    public record ReleaseRow(
            HandedOut release, String href, boolean isCurrent, String made, String size, String changed) {}
}
