package org.banggiao.publish.dump;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.dump.Changes.Change;
import org.banggiao.publish.dump.Changes.What;
import org.banggiao.publish.entity.Kind;
import org.banggiao.store.SubjectWalk;

/** Compares things of two releases, each with its parts: the resources whose addresses go on from its own. */
final class Comparison implements SubjectWalk.Visitor {
    /** What a thing's address is, and the rest of that of its part. */
    private static final Pattern PART = Pattern.compile("(.*/id/[a-z]+/[^/]+)/.+");
    /** The kind of a claim, beside those of lists. */
    static final String CLAIM = "claim";

    private final Map<String, Seen> before = new HashMap<>();
    private final Map<String, Seen> now = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    /** Of claims whose thing is another one now, or was: the things. */
    private final Map<String, String> thingOfClaim = new HashMap<>();

    private final TreeMap<String, long[]> triples = new TreeMap<>();

    private record Seen(String kind, String vietnamese, String english, List<String> claims) {}

    @Override
    public void visit(Node subject, List<Quad> old, List<Quad> fresh) {
        boolean isSame = old.equals(fresh) || told(old).equals(told(fresh));
        if (!isSame) {
            count(old, fresh);
            var part = PART.matcher(subject.getURI());
            touched.add(part.matches() ? part.group(1) : subject.getURI());
        }
        // Parts come before their thing: a slash sorts before the end of an address.
        if (!touched.contains(subject.getURI())) {
            return;
        }
        seen(old).ifPresent(s -> before.put(subject.getURI(), s));
        seen(fresh).ifPresent(s -> {
            now.put(subject.getURI(), s);
            s.claims().forEach(c -> thingOfClaim.put(c, subject.getURI()));
        });
    }

    /** What the quads say beside their subject; labels of nodes without addresses mean nothing. */
    private static Set<String> told(List<Quad> quads) {
        return quads.stream()
                .map(q -> q.getPredicate() + " " + (q.getObject().isBlank() ? "_" : q.getObject()) + " " + q.getGraph())
                .collect(Collectors.toSet());
    }

    private void count(List<Quad> old, List<Quad> fresh) {
        var was = new HashSet<>(old);
        var is = new HashSet<>(fresh);
        for (var quad : fresh) {
            if (!was.contains(quad)) {
                triples.computeIfAbsent(quad.getGraph().toString(), g -> new long[2])[0]++;
            }
        }
        for (var quad : old) {
            if (!is.contains(quad)) {
                triples.computeIfAbsent(quad.getGraph().toString(), g -> new long[2])[1]++;
            }
        }
    }

    private static Optional<Seen> seen(List<Quad> quads) {
        var types = objects(quads, RDF.type.asNode());
        var kind = types.contains(Vocabulary.CLAIM)
                ? Optional.of(CLAIM)
                : List.of(Kind.values()).stream()
                        .filter(k -> types.contains(k.type()))
                        .map(Kind::path)
                        .findFirst();
        return kind.map(k -> new Seen(
                k,
                label(quads, "vi"),
                label(quads, "en"),
                objects(quads, Vocabulary.HAS_CLAIM).stream().map(Node::getURI).toList()));
    }

    private static List<Node> objects(List<Quad> quads, Node property) {
        return quads.stream()
                .filter(q -> q.getPredicate().equals(property) && q.getObject().isURI())
                .map(Quad::getObject)
                .toList();
    }

    private static String label(List<Quad> quads, String language) {
        return quads.stream()
                .filter(q -> q.getPredicate().equals(Vocabulary.LABEL)
                        && q.getObject().isLiteral()
                        && q.getObject().getLiteralLanguage().equals(language))
                .map(q -> q.getObject().getLiteralLexicalForm())
                .min(String::compareTo)
                .orElse("");
    }

    /** What was found, when all subjects have been shown. */
    Changes changes(String idBefore) {
        var changes = new ArrayList<Change>();
        for (var iri : new TreeSet<>(touched)) {
            var was = before.get(iri);
            var is = now.get(iri);
            if (was == null && is == null) {
                continue;
            }
            var shown = is == null ? Objects.requireNonNull(was) : is;
            var into = is == null ? into(iri, shown) : "";
            var what = was == null
                    ? What.ADDED
                    : is != null ? What.CHANGED : into.isEmpty() ? What.WITHDRAWN : What.MERGED;
            changes.add(new Change(what, shown.kind(), iri, shown.vietnamese(), shown.english(), into));
        }
        return new Changes(Optional.of(idBefore), changes, triples);
    }

    /** The thing that has the claims of one that is gone; empty where none has. */
    private String into(String iri, Seen gone) {
        return gone.claims().stream()
                .map(thingOfClaim::get)
                .filter(Objects::nonNull)
                .filter(other -> !other.equals(iri))
                .findFirst()
                .orElse("");
    }
}
