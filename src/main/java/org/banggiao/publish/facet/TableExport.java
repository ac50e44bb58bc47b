package org.banggiao.publish.facet;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A list as a table (RFC 4180): address, names, date, and each facet with the texts of its values, and what they are called.
 * Fields are what the data say, to the letter: nothing is put before those that a spreadsheet might take for a formula, since
 * programs that read the table would take it for data.
 */
public final class TableExport {
    /** What stands between several values in a field. */
    static final String BETWEEN = "|";

    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]|^\\s|\\s$");
    private static final String END = "\r\n";

    private TableExport() {}

    /**
     * Writes a part of a list.
     *
     * @param languages of the columns of names (BCP 47), the reader's first
     */
    public static void write(ListPart part, List<String> languages, Writer out) throws IOException {
        var index = part.selection().index();
        var facets = index.shape().facets().stream().filter(f -> !f.isHidden()).toList();
        var head = new ArrayList<String>();
        head.add("id");
        languages.forEach(l -> head.add("label_" + l));
        index.shape().date().ifPresent(d -> head.add("date"));
        index.shape().use().ifPresent(u -> head.add("uses"));
        for (var facet : facets) {
            head.add(facet.key());
            if (hasLabels(facet)) {
                head.add(facet.key() + "_label");
            }
        }
        line(head, out);
        for (int member : part.members().toArray()) {
            var fields = new ArrayList<String>();
            fields.add(index.member(member).getURI());
            languages.forEach(l -> fields.add(index.ownLabel(member, l).orElse("")));
            index.shape().date().ifPresent(d -> fields.add(index.date(member).orElse("")));
            index.shape().use().ifPresent(u -> fields.add(String.valueOf(index.uses(member))));
            for (var facet : facets) {
                var values = index.values(facet, member);
                if (facet.as() == Facet.As.YES_NO) {
                    fields.add(values.isEmpty() ? Facet.NO : Facet.YES);
                    continue;
                }
                fields.add(values.stream().map(FacetValue::text).collect(Collectors.joining(BETWEEN)));
                if (hasLabels(facet)) {
                    fields.add(values.stream()
                            .map(v -> v.label(languages.getFirst()))
                            .collect(Collectors.joining(BETWEEN)));
                }
            }
            line(fields, out);
        }
    }

    private static boolean hasLabels(Facet facet) {
        return facet.as() == Facet.As.TERMS || facet.as() == Facet.As.HIERARCHY;
    }

    private static void line(List<String> fields, Writer out) throws IOException {
        var separator = "";
        for (var field : fields) {
            out.write(separator);
            out.write(QUOTED.matcher(field).find() ? '"' + field.replace("\"", "\"\"") + '"' : field);
            separator = ",";
        }
        out.write(END);
    }
}
