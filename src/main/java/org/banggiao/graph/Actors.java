package org.banggiao.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.banggiao.authority.Authority;
import org.banggiao.authority.Entry;
import org.banggiao.authority.Kind;
import org.banggiao.claim.ActorRef;
import org.banggiao.claim.PersonRef;
import org.banggiao.claim.PlaceRef;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who and what the names in claims stand for. Names that the authority data know get its resource; the others get one of
 * their own, by the name, without identifiers elsewhere, and are described at the end.
 */
final class Actors {
    /**
     * An actor, resolved.
     *
     * @param iri the actor as named
     * @param key its key with class
     * @param country the country behind it, by key with class; a country's is its own
     */
    record Resolved(Node iri, String key, @Nullable String country) {
        /** The country where there is one, else the actor: what donor sets are made of. */
        String member() {
            return country == null ? key : country;
        }
    }

    private record Unknown(
            Node type,
            String vi,
            String en,
            @Nullable String code,
            @Nullable String country) {}

    private final Authority authority;
    private final Iris iris;
    private final Map<String, Unknown> unknown = new TreeMap<>();
    private final TreeSet<String> foreignKeys = new TreeSet<>();
    private final TreeSet<String> outside = new TreeSet<>();

    Actors(Authority authority, Iris iris) {
        this.authority = authority;
        this.iris = iris;
    }

    /** The actor as named, whenever. */
    Resolved actor(ActorRef ref) {
        return actor(ref, null);
    }

    /**
     * The actor of a date: a state or body that did not exist in any year of it stands for its country, since the name was
     * read for the wrong regime, or the text uses it loosely.
     */
    Resolved actor(ActorRef ref, @Nullable HistoricalDate date) {
        if (ref.key() != null) {
            var known = authority.byKey(ref.key());
            if (known.isPresent() && date != null && isOutsideItsLife(known.get(), date)) {
                var country = known.get().country();
                if (country != null && !country.equals(ref.key())) {
                    outside.add(ref.key() + " " + date.edtf());
                    return new Resolved(iris.ofKey(country), country, country);
                }
            }
            if (known.isPresent()) {
                return new Resolved(
                        iris.ofKey(ref.key()), ref.key(), known.get().country());
            }
            foreignKeys.add(ref.key());
        }
        var country = authority.countryByCode(ref.code());
        if (country.isPresent() && ref.printed() == null) {
            var key = country.get().key();
            return new Resolved(iris.ofKey(key), key, key);
        }
        var name = ref.printed() == null ? ref.code() : ref.printed();
        var key = Iris.unknownKey("actor", ref.code(), name);
        var behind = country.isPresent() ? country.get().key() : null;
        unknown.putIfAbsent(key, new Unknown(Vocabulary.ACTOR_CLASS, name, name, ref.code(), behind));
        return new Resolved(iris.ofKey(key), key, behind);
    }

    private static boolean isOutsideItsLife(Entry entry, HistoricalDate date) {
        var from = entry.from();
        var until = entry.until();
        boolean isOver = until != null
                && date.earliestStart().map(d -> d.getYear() > until).orElse(false);
        boolean isYetToCome =
                from != null && date.latestEnd().map(d -> d.getYear() < from).orElse(false);
        return isOver || isYetToCome;
    }

    Node person(PersonRef ref) {
        return named("person", Vocabulary.PERSON, ref.key(), ref.printed());
    }

    Node place(PlaceRef ref) {
        return named("place", Vocabulary.PLACE_CLASS, ref.key(), ref.printed());
    }

    private Node named(String resourceClass, Node type, @Nullable String key, String printed) {
        if (key != null) {
            if (authority.byKey(key).isPresent()) {
                return iris.ofKey(key);
            }
            foreignKeys.add(key);
        }
        var own = Iris.unknownKey(resourceClass, "", printed);
        unknown.putIfAbsent(own, new Unknown(type, printed, printed, null, null));
        return iris.ofKey(own);
    }

    /** Names of a key in Vietnamese and English. */
    Names names(String key) {
        var known = authority.byKey(key);
        if (known.isPresent()) {
            return new Names(known.get().nameVi(), known.get().nameEn());
        }
        var own = unknown.get(key);
        return own == null ? new Names(key, key) : new Names(own.vi(), own.en());
    }

    /** What something is called. */
    record Names(String vi, String en) {}

    /** Whether a key names a country. */
    boolean isCountry(String key) {
        return authority.byKey(key).map(e -> e.kind() == Kind.COUNTRY).orElse(false);
    }

    /** Describes those that the authority data do not know, as far as claims named them. */
    void describeUnknown(QuadSink sink) {
        unknown.forEach((key, it) -> {
            var node = iris.ofKey(key);
            sink.add(node, Vocabulary.TYPE, it.type());
            sink.label(node, it.vi(), it.en());
            sink.text(node, Vocabulary.RECORD_CODE, it.code());
            if (it.country() != null) {
                sink.add(node, Vocabulary.COUNTRY, iris.ofKey(it.country()));
            }
            sink.yes(node, Vocabulary.PROVISIONAL);
        });
    }

    /** Keys that claims named and the authority data do not have, or that did not exist at the date. */
    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        for (var key : foreignKeys) {
            findings.add(Finding.of(
                    GraphIssue.UNKNOWN_AUTHORITY_KEY,
                    Location.of(key),
                    "Claims name " + key
                            + ", which the authority data do not have, so that it stands by its printed name"
                            + " only: extract the texts again with these data, or add the entry."));
        }
        for (var it : outside) {
            findings.add(
                    Finding.of(
                            GraphIssue.ACTOR_OUTSIDE_LIFE,
                            Location.of(it.substring(0, it.indexOf(' '))),
                            "Claims name " + it.replace(" ", " at ")
                                    + ", when it did not exist, so that its country stands for it:"
                                    + " look at the date and the name, and correct the rule or the years in the authority data."));
        }
        return findings;
    }
}
