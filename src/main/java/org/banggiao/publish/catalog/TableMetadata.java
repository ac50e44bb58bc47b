package org.banggiao.publish.catalog;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.banggiao.publish.dump.Table;

/** What the columns of the tables mean, as Metadata for Tabular Data (CSV on the Web, W3C). */
public final class TableMetadata {
    private static final String TITLES_VI = " (tiếng Việt)";

    private TableMetadata() {}

    /** The JSON for all tables of a release. */
    public static String json(HandedOut release) {
        var group = new JsonObject();
        group.put("@context", "http://www.w3.org/ns/csvw");
        var tables = new JsonArray();
        for (var file : release.files()) {
            file.table().ifPresent(t -> tables.add(table(t, file.unpackedName())));
        }
        group.put("tables", tables);
        return group + "\n";
    }

    private static JsonObject table(Table table, String url) {
        var columns = new JsonArray();
        for (var column : table.columns()) {
            for (var head : column.heads()) {
                var json = new JsonObject();
                json.put("name", head);
                json.put("titles", head);
                var description = new JsonObject();
                description.put("en", column.english() + language(head, column, " (Vietnamese)", " (English)"));
                description.put("vi", column.vietnamese() + language(head, column, TITLES_VI, " (tiếng Anh)"));
                json.put("dc:description", description);
                if (column.form() != Table.Form.ADDRESS) {
                    json.put("separator", "|");
                }
                if (column.path().size() == 1 && !column.path().getFirst().isInverse()) {
                    json.put("propertyUrl", column.path().getFirst().property().getURI());
                }
                columns.add(json);
            }
        }
        var schema = new JsonObject();
        schema.put("columns", columns);
        schema.put("primaryKey", "id");
        var json = new JsonObject();
        json.put("url", url);
        json.put("tableSchema", schema);
        return json;
    }

    private static String language(String head, Table.Column column, String vietnamese, String english) {
        return head.equals(column.name()) ? "" : head.endsWith("_vi") ? vietnamese : english;
    }
}
