package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Catalogue;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.time.HistoricalDate;

/** One sentence or two that say what a resource is, made from what the data say. */
final class Ledes {
    private static final Node VOID_DATASET = NodeFactory.createURI("http://rdfs.org/ns/void#Dataset");

    private static final String GRAPHS = "/graph/";
    private static final int MOST_NAMES = 6;

    private final Subgraph graph;
    private final ValueText values;
    private final Texts texts;
    private final Catalogue catalogue;

    Ledes(Subgraph graph, ValueText values, Texts texts, Catalogue catalogue) {
        this.graph = graph;
        this.values = values;
        this.texts = texts;
        this.catalogue = catalogue;
    }

    /** The sentence on a resource of a sort; empty where there is nothing to say but the sort. */
    String of(Node subject, String sort) {
        if (graph.isA(subject, Vocabulary.EVENT) || graph.isA(subject, Vocabulary.PLANNED_ACT)) {
            return event(subject, sort);
        }
        if (graph.isA(subject, Vocabulary.INSTRUMENT)) {
            return instrument(subject, sort);
        }
        if (graph.isA(subject, Vocabulary.AID_FLOW)) {
            return aidFlow(subject);
        }
        if (graph.isA(subject, Vocabulary.CLAIM)) {
            return texts.get("lede.claim");
        }
        if (graph.isA(subject, Vocabulary.PASSAGE)) {
            return texts.get("lede.passage");
        }
        if (graph.isA(subject, VOID_DATASET)) {
            return namedGraph(subject);
        }
        return named(subject, sort);
    }

    /** What is in a graph, where its name is one that releases have; others may be called as they like. */
    private String namedGraph(Node subject) {
        var iri = subject.getURI();
        int at = iri.indexOf(GRAPHS);
        var sort = at < 0 ? "" : iri.substring(at + GRAPHS.length()).split("/", 2)[0];
        return texts.find("lede.graph." + sort).orElseGet(() -> texts.get("lede.graph"));
    }

    private String event(Node subject, String sort) {
        var parts = new ArrayList<String>();
        parts.add(sort + date(subject, Vocabulary.DATE).map(d -> " " + d).orElse(""));
        var who = names(subject, Vocabulary.PARTICIPANT, Vocabulary.INVOLVES_PERSON);
        if (!who.isEmpty()) {
            parts.add(texts.get("lede.with", who));
        }
        place(subject, Vocabulary.PLACE).ifPresent(parts::add);
        var sentence = texts.get("lede.sentence", ValueText.capital(String.join(", ", parts)));
        if (graph.isA(subject, Vocabulary.PLANNED_ACT)) {
            sentence += " " + texts.get("lede.planned");
        }
        return sentence + said(subject);
    }

    private String instrument(Node subject, String sort) {
        var parts = new ArrayList<String>();
        var parties = names(subject, Vocabulary.CONTRACTING_PARTY);
        parts.add(parties.isEmpty() ? sort : texts.get("lede.between", sort, parties));
        var date = date(subject, Vocabulary.DATE_OF_SIGNATURE);
        var place = place(subject, Vocabulary.PLACE_OF_SIGNATURE);
        if (date.isPresent() || place.isPresent()) {
            var signed = new ArrayList<String>();
            date.ifPresent(signed::add);
            place.ifPresent(signed::add);
            parts.add(texts.get("lede.signed", String.join(", ", signed)));
        }
        return texts.get("lede.sentence", ValueText.capital(String.join(", ", parts))) + said(subject);
    }

    private String aidFlow(Node subject) {
        var donors = names(subject, Vocabulary.DONOR);
        var recipients = names(subject, Vocabulary.RECIPIENT);
        var head = texts.get(
                "lede.aid",
                donors.isEmpty() ? texts.get("unknown-donor") : donors,
                recipients.isEmpty() ? texts.get("unknown-recipient") : recipients);
        var kinds = new ArrayList<String>();
        for (var property : List.of(Vocabulary.FLOW_STAGE, Vocabulary.FINANCE_TYPE)) {
            graph.object(subject, property)
                    .filter(c -> !c.getURI().endsWith("/unknown"))
                    .ifPresent(c -> kinds.add(values.name(c)));
        }
        var sentence = new StringBuilder(head);
        if (!kinds.isEmpty()) {
            sentence.append(" (").append(String.join(", ", kinds)).append(')');
        }
        date(subject, Vocabulary.DATE).ifPresent(d -> sentence.append(", ").append(d));
        var sums = new ArrayList<String>();
        for (var property : List.of(Vocabulary.AMOUNT, Vocabulary.ITEM)) {
            graph.objects(subject, property).stream()
                    .limit(3)
                    .forEach(a -> sums.add(values.value(property, a).words()));
        }
        if (!sums.isEmpty()) {
            sentence.append(": ").append(String.join("; ", sums));
        }
        return texts.get("lede.sentence", ValueText.capital(sentence.toString())) + said(subject);
    }

    /** How many passages in how many sources say it. */
    private String said(Node subject) {
        var listed = catalogue.get(subject);
        int claims = listed.map(l -> l.claims()).orElse(0);
        int sources = listed.map(l -> l.sources().size()).orElse(0);
        if (claims == 0) {
            return "";
        }
        return " "
                + (sources == 0
                        ? texts.get("lede.claims", texts.count("n.passage", claims))
                        : texts.get(
                                "lede.claims-in", texts.count("n.passage", claims), texts.count("n.source", sources)));
    }

    /** What things name an actor, place or source, in numbers. */
    private String named(Node subject, String sort) {
        var things = catalogue.things(subject);
        if (things.isEmpty()) {
            return "";
        }
        var numbers = new ArrayList<String>();
        for (var kind : Kind.things()) {
            long n = things.stream().filter(t -> t.kind() == kind).count();
            if (n > 0) {
                numbers.add(texts.count("n." + kind.path(), n));
            }
        }
        var first = things.stream().flatMap(t -> t.firstYear().stream()).min(Integer::compare);
        var last = things.stream().flatMap(t -> t.firstYear().stream()).max(Integer::compare);
        var key = graph.isA(subject, Vocabulary.SOURCE) ? "lede.source" : "lede.named";
        var sentence = ValueText.capital(texts.get(key, values.and(numbers), sort));
        return first.isPresent() && !first.equals(last)
                ? texts.get("lede.years", sentence, first.get(), last.orElseThrow())
                : texts.get("lede.sentence", sentence);
    }

    private Optional<String> date(Node subject, Node property) {
        return graph.text(subject, property).map(edtf -> {
            try {
                return values.dates().inSentence(HistoricalDate.parse(edtf));
            } catch (IllegalArgumentException e) {
                return edtf;
            }
        });
    }

    private Optional<String> place(Node subject, Node property) {
        var places = graph.objects(subject, property).stream().map(values::name).toList();
        return places.isEmpty() ? Optional.empty() : Optional.of(texts.get("lede.place", values.and(places)));
    }

    private String names(Node subject, Node... properties) {
        var names = new LinkedHashSet<String>();
        for (var property : properties) {
            graph.objects(subject, property).forEach(n -> names.add(values.name(n)));
        }
        var some = names.stream().limit(MOST_NAMES).toList();
        return names.size() > MOST_NAMES
                ? texts.get("and-others", String.join(", ", some), names.size() - MOST_NAMES)
                : values.and(some);
    }
}
