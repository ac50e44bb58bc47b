package org.banggiao.authority;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.banggiao.authority.Table.Row;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Finding;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * The authority data: every key once, every country named by an entry present. Read from a folder of tab-separated tables,
 * one for each {@link Kind}, with a header line that names the columns, and {@code identifiers.tsv}.
 */
public final class Authority {
    private static final String IDENTIFIERS = "identifiers.tsv";
    private static final String COMMON_PHRASES = "common-phrases.tsv";

    private final Path folder;
    private final List<Entry> entries;
    private final Map<String, Entry> byKey = new HashMap<>();
    private final Map<String, String> genericOffices;
    private final Lexicon lexicon;
    private @Nullable Annals annals;

    private Authority(
            Path folder, List<Entry> entries, Map<String, String> genericOffices, List<String> commonPhrases) {
        this.folder = folder;
        this.entries = List.copyOf(entries);
        for (var entry : this.entries) {
            byKey.put(entry.key(), entry);
        }
        this.genericOffices = Map.copyOf(genericOffices);
        lexicon = Lexicon.of(
                this.entries.stream()
                        .filter(e -> !genericOffices.containsKey(e.key()))
                        .toList(),
                commonPhrases);
    }

    /**
     * Reads the tables of a folder.
     *
     * @throws FaultException with every fault found: a table that is missing, a row that is not right, a key that is double
     *     or unknown
     */
    public static Authority load(Path folder) {
        var faults = new ArrayList<Finding>();
        var identifiers = new HashMap<String, List<Identifier>>();
        var identified = new TreeMap<String, Row>();
        Table.read(folder.resolve(IDENTIFIERS), faults, row -> {
            identified.putIfAbsent(row.get("key"), row);
            identifiers
                    .computeIfAbsent(row.get("key"), k -> new ArrayList<>())
                    .add(new Identifier(
                            row.get("scheme"),
                            row.get("value"),
                            row.get("status").equals("verified"),
                            row.get("source")));
        });
        var entries = new TreeMap<String, Entry>();
        var read = new HashMap<String, Row>();
        var posts = new TreeMap<String, String>();
        for (var kind : Kind.values()) {
            Table.read(folder.resolve(kind.table()), faults, row -> {
                var entry = entry(kind, row, identifiers.getOrDefault(row.get("key"), List.of()));
                if (entries.put(entry.key(), entry) != null) {
                    faults.add(row.fault(AuthorityIssue.DOUBLE_KEY, "the key " + entry.key() + " stands twice"));
                }
                read.put(entry.key(), row);
                var post = row.optional("post");
                if (post != null) {
                    posts.put(entry.key(), post);
                }
            });
        }
        for (var entry : entries.values()) {
            if (entry.country() != null && !entries.containsKey(entry.country())) {
                var row = Objects.requireNonNull(read.get(entry.key()));
                faults.add(row.fault(AuthorityIssue.UNKNOWN_KEY, "no entry bears the key " + entry.country()));
            }
        }
        posts.forEach((key, post) -> {
            if (!entries.containsKey(post)) {
                var row = Objects.requireNonNull(read.get(key));
                faults.add(row.fault(AuthorityIssue.UNKNOWN_KEY, "no entry bears the key " + post));
            }
        });
        for (var row : identified.entrySet()) {
            if (!entries.containsKey(row.getKey())) {
                faults.add(row.getValue().fault(AuthorityIssue.UNKNOWN_KEY, "no entry bears the key " + row.getKey()));
            }
        }
        var commonPhrases = new ArrayList<String>();
        Table.read(folder.resolve(COMMON_PHRASES), faults, row -> commonPhrases.add(row.get("phrase")));
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return new Authority(folder, new ArrayList<>(entries.values()), posts, commonPhrases);
    }

    /** Every entry, by key. */
    public List<Entry> entries() {
        return entries;
    }

    public Optional<Entry> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The country whose records bear the code; where several did in turn, the first by key. */
    public Optional<Entry> countryByCode(String code) {
        return entries.stream()
                .filter(e -> e.kind() == Kind.COUNTRY && code.equals(e.code()))
                .findFirst();
    }

    /** The organisations of no one country whose records bear the code. */
    public List<Entry> organisationsOf(String code) {
        return entries.stream()
                .filter(e -> e.kind() == Kind.ORGANISATION && e.country() == null && code.equals(e.code()))
                .toList();
    }

    /** Finds the names of all entries, but for posts of one country: a text names the generic post and the country. */
    public Lexicon lexicon() {
        return lexicon;
    }

    /** The post of whichever country, where the given one is a country's own; else the given one. */
    public String genericOffice(String office) {
        return genericOffices.getOrDefault(office, office);
    }

    /** A country's own entry for a generic post, where it has one. */
    public Optional<Entry> officeIn(String office, String country) {
        return entries.stream()
                .filter(e -> country.equals(e.country()) && office.equals(genericOffices.get(e.key())))
                .findFirst();
    }

    /**
     * Who held which post when, by country, post and time. This and what follows is read from its tables when first asked
     * for, since most uses need names only.
     *
     * @throws FaultException with every fault found in those tables
     */
    public List<Tenure> tenures() {
        return annals().tenures();
    }

    /** The posts that a person can have held at a time. */
    public List<Tenure> postOf(String person, HistoricalDate date) {
        return tenures().stream()
                .filter(t -> t.person().equals(person) && t.canHold(date))
                .toList();
    }

    /**
     * Who can have held a post at a time: more than one where the date or the sources leave it open, or where the post was
     * shared.
     *
     * @param office the generic post, or a country's own
     * @param country the key under which the tenures stand: a country, or a state where states of one country stood side by
     *     side
     */
    public List<Tenure> holders(String office, String country, HistoricalDate date) {
        var post = genericOffice(office);
        return tenures().stream()
                .filter(t -> t.office().equals(post) && t.country().equals(country) && t.canHold(date))
                .toList();
    }

    /** What came of what, and what lies in what, in the order of the table. */
    public List<Succession> successions() {
        return annals().successions();
    }

    /** The point that stands for a place. */
    public Optional<Geometry> geometry(String key) {
        return Optional.ofNullable(annals().geometries().get(key));
    }

    /** The publications that the tables of tenures, successions and points name, by key. */
    public List<Source> sources() {
        return List.copyOf(annals().sources().values());
    }

    private synchronized Annals annals() {
        var known = annals;
        if (known == null) {
            known = Annals.load(folder, this);
            annals = known;
        }
        return known;
    }

    private static Entry entry(Kind kind, Row row, List<Identifier> identifiers) {
        var country = kind == Kind.COUNTRY ? row.get("key") : row.optional("country");
        return new Entry(
                row.get("key"),
                kind,
                row.get("name_vi"),
                row.get("name_en"),
                row.list("variants"),
                row.list("compounds"),
                row.optional("code"),
                country,
                row.optional("type"),
                row.year("from"),
                row.year("until"),
                identifiers);
    }
}
