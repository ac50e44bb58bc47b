package org.banggiao.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.banggiao.claim.Claim;
import org.banggiao.claim.Thing;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;

/**
 * The table of permanent keys, {@code data/identifiers.tsv}. A key that stands in it never stands for anything else, and is
 * never taken out: it is live, it leads to another, or it is withdrawn with a reason. Keys are added by {@link #mint} alone,
 * never by a build; the result depends on the table and the things only.
 */
public final class Identifiers {
    /** How a key stands. */
    public enum Status {
        /** It names a resource. */
        LIVE,
        /** What it named is now part of another resource. */
        MERGED,
        /** What it named is held to be no thing of its own any more. */
        WITHDRAWN
    }

    /**
     * A key.
     *
     * @param resourceClass class in addresses: {@code event}, {@code plan}, {@code instrument}, {@code aidflow}, {@code claim}
     * @param key opaque, unique in the table
     * @param status how it stands
     * @param note of a merged key the class and key that it leads to ({@code event:k7m2q}), of a withdrawn one the reason, else
     *     empty
     * @param evidence where it is said: {@code document:start-end}, by spaces
     * @param traits what tells it from others said there, by spaces
     */
    public record Row(String resourceClass, String key, Status status, String note, String evidence, String traits) {
        public Row {
            if (!CLASSES.contains(resourceClass) || !key.matches("[a-wyz][a-z0-9]{3,}")) {
                throw new IllegalArgumentException("not a key of a known class: " + resourceClass + ":" + key);
            }
            if (status == Status.MERGED && !note.matches("[a-z]+:[a-z0-9]+")
                    || status == Status.WITHDRAWN && note.isBlank()) {
                throw new IllegalArgumentException(key + " is " + status + " and does not say where to or why");
            }
        }

        Evidenced evidenced() {
            return new Evidenced(
                    resourceClass, words(evidence).stream().map(Row::range).toList(), words(traits));
        }

        private static List<String> words(String cell) {
            return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(" "));
        }

        private static Evidenced.Range range(String text) {
            int colon = text.lastIndexOf(':');
            int dash = text.lastIndexOf('-');
            if (colon < 1 || dash < colon) {
                throw new IllegalArgumentException("evidence is document:start-end: '" + text + "'");
            }
            return new Evidenced.Range(
                    text.substring(0, colon).replace("%20", " "),
                    Integer.parseInt(text.substring(colon + 1, dash)),
                    Integer.parseInt(text.substring(dash + 1)));
        }
    }

    /**
     * What minting did.
     *
     * @param table the new table
     * @param kept keys found again
     * @param minted new keys
     * @param merged keys that now lead to others
     * @param withdrawn keys whose thing was not found again
     */
    public record Minting(Identifiers table, int kept, int minted, int merged, int withdrawn) {}

    private static final List<String> CLASSES = List.of("event", "plan", "instrument", "aidflow", "claim");
    private static final String HEADER = "class\tkey\tstatus\tnote\tevidence\ttraits";
    private static final int KEY_LENGTH = 5;
    private static final double SAME_PLACE = 0.5;
    private static final double SAME_THING = 0.6;

    private final List<Row> rows;
    private final Map<String, Row> byAddress = new HashMap<>();

    private Identifiers(Collection<Row> rows) {
        this.rows = rows.stream()
                .sorted(Comparator.comparing(Row::resourceClass).thenComparing(Row::key))
                .toList();
        for (var row : this.rows) {
            if (byAddress.put(row.resourceClass() + ":" + row.key(), row) != null) {
                throw new IllegalArgumentException("the key " + row.key() + " stands twice");
            }
        }
    }

    /** A table without keys: everything is provisional. */
    public static Identifiers empty() {
        return new Identifiers(List.of());
    }

    /**
     * Reads the table.
     *
     * @throws FaultException with every row that is not right, or where the file cannot be read
     */
    public static Identifiers load(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FaultException(
                    GraphIssue.IDENTIFIERS_UNREADABLE,
                    Location.of(file.toString()),
                    file
                            + " cannot be read as UTF-8 text: permanent keys stand in it, so restore it from the repository.",
                    e);
        }
        var rows = new ArrayList<Row>();
        var faults = new ArrayList<Finding>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                if (i == 0) {
                    if (!lines.get(0).equals(HEADER)) {
                        throw new IllegalArgumentException("the first line names the columns: " + HEADER);
                    }
                } else {
                    rows.add(row(lines.get(i)));
                }
            } catch (IllegalArgumentException e) {
                faults.add(Finding.of(
                        GraphIssue.IDENTIFIERS_BAD_ROW,
                        Location.of(file.toString()),
                        file + ", line " + (i + 1) + ": " + e.getMessage()
                                + "; restore the line from the repository."));
            }
        }
        if (faults.isEmpty()) {
            try {
                return new Identifiers(rows);
            } catch (IllegalArgumentException e) {
                faults.add(Finding.of(
                        GraphIssue.IDENTIFIERS_BAD_ROW,
                        Location.of(file.toString()),
                        file + ": " + e.getMessage() + "; restore the file from the repository."));
            }
        }
        throw new FaultException(faults);
    }

    private static Row row(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != 6) {
            throw new IllegalArgumentException(cells.length + " columns stand where 6 are due");
        }
        var row = new Row(
                cells[0], cells[1], Status.valueOf(cells[2].toUpperCase(Locale.ROOT)), cells[3], cells[4], cells[5]);
        row.evidenced();
        return row;
    }

    /**
     * Writes the table, sorted by class and key, so that it is there whole or not at all.
     *
     * @throws FaultException where it cannot be written
     */
    public void write(Path file) {
        var text = new StringBuilder(HEADER).append('\n');
        for (var row : rows) {
            text.append(String.join(
                            "\t",
                            row.resourceClass(),
                            row.key(),
                            row.status().name().toLowerCase(Locale.ROOT),
                            row.note(),
                            row.evidence(),
                            row.traits()))
                    .append('\n');
        }
        var target = file.toAbsolutePath();
        var beside = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FaultException(
                    GraphIssue.IDENTIFIERS_UNREADABLE,
                    Location.of(file.toString()),
                    file + " cannot be written (" + e.getMessage() + "): check the folder and its rights.",
                    e);
        }
    }

    /** Every key, by class and key. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * What is to be said of addresses that name nothing of their own any more: that they are retired ({@code owl:deprecated}),
     * and what has taken their place ({@code dcterms:isReplacedBy}) or why they are withdrawn ({@code rdfs:comment}).
     *
     * @param iris makes the addresses
     */
    public List<Triple> retired(Iris iris) {
        var triples = new ArrayList<Triple>();
        for (var row : rows) {
            if (row.status() != Status.LIVE) {
                var subject = iris.id(row.resourceClass(), row.key());
                triples.add(Triple.create(
                        subject, Vocabulary.DEPRECATED, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean)));
                triples.add(redirect(row.resourceClass(), row.key())
                        .map(target -> Triple.create(subject, Vocabulary.IS_REPLACED_BY, iris.ofKey(target)))
                        .orElseGet(() -> Triple.create(
                                subject, Vocabulary.COMMENT, NodeFactory.createLiteralLang(row.note(), "en"))));
            }
        }
        return triples;
    }

    /** The row of a class and key. */
    public Optional<Row> find(String resourceClass, String key) {
        return Optional.ofNullable(byAddress.get(resourceClass + ":" + key));
    }

    /** The class and key that a merged key leads to in the end; empty where the key is not merged or unknown. */
    public Optional<String> redirect(String resourceClass, String key) {
        var seen = new HashSet<String>();
        var at = byAddress.get(resourceClass + ":" + key);
        if (at == null || at.status() != Status.MERGED) {
            return Optional.empty();
        }
        var address = at.note();
        while (at != null && at.status() == Status.MERGED && seen.add(address)) {
            address = at.note();
            at = byAddress.get(address);
        }
        return Optional.of(address);
    }

    /** The keys of subjects and claims: from the table where they are found again, else provisional. */
    Keys keys(List<Subject> subjects, Collection<Claim> claims) {
        var wanted = new ArrayList<Evidenced>();
        subjects.forEach(s -> wanted.add(Evidenced.of(s)));
        claims.forEach(c -> wanted.add(Evidenced.of(c)));
        var found = KeyMatcher.match(rows, wanted);
        var taken = new HashSet<String>();
        var keys = new ArrayList<Keys.Key>();
        for (var it : wanted) {
            var row = found.get(it);
            keys.add(row != null ? new Keys.Key(row.key(), false) : new Keys.Key(unique(it, taken), true));
        }
        return Keys.of(subjects, claims, keys);
    }

    private static String unique(Evidenced it, Set<String> taken) {
        var key = it.provisionalKey();
        var candidate = key;
        for (int i = 2; !taken.add(it.resourceClass() + ":" + candidate); i++) {
            candidate = key + "-" + i;
        }
        return candidate;
    }

    /**
     * Finds the known things again and mints keys for the new ones.
     *
     * @param things all things of the documents
     * @param documents ids of the documents that were read; keys with evidence elsewhere are left as they are
     */
    public Minting mint(List<Thing> things, Set<String> documents) {
        var wanted = new ArrayList<Evidenced>();
        for (var thing : things) {
            Subject.of(thing).forEach(s -> wanted.add(Evidenced.of(s)));
        }
        things.forEach(t -> t.claims().forEach(c -> wanted.add(Evidenced.of(c))));
        var found = KeyMatcher.match(rows, wanted);
        var result = new TreeMap<String, Row>();
        var allKeys = new HashSet<String>();
        rows.forEach(r -> allKeys.add(r.key()));
        var keyOf = new IdentityHashMap<Evidenced, String>();
        int minted = 0;
        for (var it : wanted) {
            var row = found.get(it);
            var key = row != null ? row.key() : fresh(it, allKeys);
            minted += row == null ? 1 : 0;
            keyOf.put(it, key);
            result.put(it.resourceClass() + ":" + key, live(it, key));
        }
        int merged = 0;
        int withdrawn = 0;
        for (var row : rows) {
            var address = row.resourceClass() + ":" + row.key();
            if (result.containsKey(address)) {
                continue;
            }
            var old = row.evidenced();
            boolean wasRead = old.evidence().stream().allMatch(r -> documents.contains(r.document()));
            if (row.status() != Status.LIVE || !wasRead) {
                result.put(address, row);
                continue;
            }
            var target = successor(old, wanted);
            merged += target.isPresent() ? 1 : 0;
            withdrawn += target.isPresent() ? 0 : 1;
            result.put(
                    address,
                    new Row(
                            row.resourceClass(),
                            row.key(),
                            target.isPresent() ? Status.MERGED : Status.WITHDRAWN,
                            target.map(t -> t.resourceClass() + ":" + keyOf.get(t))
                                    .orElse("not found any more where it was said"),
                            row.evidence(),
                            row.traits()));
        }
        return new Minting(new Identifiers(result.values()), wanted.size() - minted, minted, merged, withdrawn);
    }

    private static String fresh(Evidenced it, Set<String> allKeys) {
        for (int attempt = 1; ; attempt++) {
            var key = it.mintedKey(KEY_LENGTH + attempt / 8, attempt);
            if (allKeys.add(key)) {
                return key;
            }
        }
    }

    private static Row live(Evidenced it, String key) {
        var evidence = it.evidence().stream()
                .map(r -> r.document().replace(" ", "%20") + ":" + r.startInclusive() + "-" + r.endExclusive())
                .collect(Collectors.joining(" "));
        return new Row(it.resourceClass(), key, Status.LIVE, "", evidence, String.join(" ", it.traits()));
    }

    /**
     * The resource that now says what an old one said: at the same place and alike, or with the old one's traits among its
     * own, as what became one of two has; claims only lead to claims.
     */
    private static Optional<Evidenced> successor(Evidenced old, List<Evidenced> wanted) {
        Evidenced best = null;
        double bestScore = 0;
        for (var it : wanted) {
            boolean comparable =
                    it.resourceClass().equals("claim") == old.resourceClass().equals("claim");
            double likeness = comparable ? Math.max(it.likeness(old), it.holds(old)) : 0;
            double overlap = likeness >= SAME_THING ? it.overlap(old) : 0;
            if (overlap >= SAME_PLACE && likeness + overlap > bestScore) {
                best = it;
                bestScore = likeness + overlap;
            }
        }
        return Optional.ofNullable(best);
    }
}
