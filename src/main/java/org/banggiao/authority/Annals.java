package org.banggiao.authority;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.banggiao.authority.Table.Row;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Finding;

/**
 * What the authority data say of entries beyond their names: who held which post, what came of what, where places lie.
 * Every key and every source in it exists, and a post has one certain holder at a time unless marked.
 */
record Annals(
        Map<String, Source> sources,
        List<Tenure> tenures,
        List<Succession> successions,
        Map<String, Geometry> geometries) {
    static Annals load(Path folder, Authority authority) {
        return new Loader(authority).load(folder);
    }

    private static final class Loader {
        private final Authority authority;
        private final List<Finding> faults = new ArrayList<>();
        private final Map<String, Source> sources = new TreeMap<>();
        private final Map<Tenure, Row> tenures = new LinkedHashMap<>();
        private final List<Succession> successions = new ArrayList<>();
        private final Map<String, Geometry> geometries = new TreeMap<>();

        Loader(Authority authority) {
            this.authority = authority;
        }

        Annals load(Path folder) {
            Table.read(folder.resolve("sources.tsv"), faults, row -> {
                var source = new Source(row.get("key"), row.get("title"), row.get("address"));
                if (sources.put(source.key(), source) != null) {
                    faults.add(row.fault(AuthorityIssue.DOUBLE_KEY, "the source " + source.key() + " stands twice"));
                }
            });
            Table.read(folder.resolve("tenures.tsv"), faults, this::tenure);
            Table.read(folder.resolve("successions.tsv"), faults, this::succession);
            Table.read(folder.resolve("geometry.tsv"), faults, this::geometry);
            oneHolderAtATime();
            if (!faults.isEmpty()) {
                throw new FaultException(faults);
            }
            var order = Comparator.comparing(Tenure::country)
                    .thenComparing(Tenure::office)
                    .thenComparing(t -> t.from().or(t::until).orElseThrow().firstDay())
                    .thenComparing(Tenure::person);
            return new Annals(
                    sources, tenures.keySet().stream().sorted(order).toList(), List.copyOf(successions), geometries);
        }

        private void tenure(Row row) {
            var standing = row.optional("standing");
            var tenure = new Tenure(
                    key(row, "person", Kind.PERSON),
                    key(row, "office", Kind.OFFICE),
                    key(row, "country", Kind.COUNTRY, Kind.STATE),
                    row.date("from"),
                    row.date("until"),
                    standing == null ? Tenure.Standing.HOLDER : constant(Tenure.Standing.values(), standing),
                    sources(row));
            if (!authority.genericOffice(tenure.office()).equals(tenure.office())) {
                throw new IllegalArgumentException(
                        tenure.office() + " is the post of one country; name the generic post");
            }
            tenures.put(tenure, row);
        }

        private void succession(Row row) {
            successions.add(new Succession(
                    key(row, "key", Kind.values()),
                    Succession.Relation.parse(row.get("relation")),
                    key(row, "other", Kind.values()),
                    row.date("date"),
                    sources(row)));
        }

        private void geometry(Row row) {
            var geometry = new Geometry(
                    key(row, "key", Kind.PLACE, Kind.REGION),
                    new BigDecimal(row.get("longitude")),
                    new BigDecimal(row.get("latitude")),
                    constant(Geometry.Precision.values(), row.get("precision")),
                    sources(row));
            if (geometries.put(geometry.key(), geometry) != null) {
                throw new IllegalArgumentException(geometry.key() + " has a point already");
            }
        }

        private void oneHolderAtATime() {
            var byPost = new HashMap<String, List<Tenure>>();
            tenures.forEach((tenure, row) -> {
                if (tenure.standing() != Tenure.Standing.HOLDER) {
                    return;
                }
                var holders = byPost.computeIfAbsent(tenure.office() + " " + tenure.country(), k -> new ArrayList<>());
                for (var other : holders) {
                    if (tenure.clashes(other)) {
                        faults.add(row.fault(
                                AuthorityIssue.TWO_HOLDERS,
                                tenure.person() + " and " + other.person() + " hold " + tenure.office() + " of "
                                        + tenure.country() + " at one time, and neither is marked as acting or joint"));
                    }
                }
                holders.add(tenure);
            });
        }

        private String key(Row row, String column, Kind... kinds) {
            var key = row.get(column);
            var entry = authority.byKey(key);
            if (entry.isEmpty()) {
                faults.add(row.fault(AuthorityIssue.UNKNOWN_KEY, "no entry bears the key " + key));
            } else if (!Arrays.asList(kinds).contains(entry.get().kind())) {
                throw new IllegalArgumentException("the column " + column + " cannot be " + key);
            }
            return key;
        }

        private List<String> sources(Row row) {
            var keys = row.list("sources");
            for (var key : keys) {
                if (!sources.containsKey(key)) {
                    faults.add(row.fault(AuthorityIssue.UNKNOWN_KEY, "no source bears the key " + key));
                }
            }
            return keys;
        }

        private static <T extends Enum<T>> T constant(T[] values, String name) {
            for (var value : values) {
                if (value.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return value;
                }
            }
            throw new IllegalArgumentException(
                    "'" + name + "' is none of " + Arrays.toString(values).toLowerCase(Locale.ROOT));
        }
    }
}
