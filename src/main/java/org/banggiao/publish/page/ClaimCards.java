package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.PropertyOrder;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.publish.settings.PublishSettings.Quotation;
import org.banggiao.store.Passages;

/** Shows claims: what each says, and where. */
final class ClaimCards {
    private static final Set<Node> ELSEWHERE = Set.of(
            Vocabulary.TYPE,
            Vocabulary.LABEL,
            Vocabulary.SAID_STATED_IN,
            Vocabulary.SAID_CONTEXT_IN,
            Vocabulary.SAID_KIND,
            Vocabulary.SAID_POLARITY,
            Vocabulary.SAID_FACTUALITY);
    private static final int QUOTE_LENGTH = 600;

    private final Subgraph graph;
    private final ValueText values;
    private final Texts texts;
    private final Links links;
    private final Passages passages;
    private final Quotation quotation;

    ClaimCards(Subgraph graph, ValueText values, Texts texts, Links links, Passages passages, Quotation quotation) {
        this.graph = graph;
        this.values = values;
        this.texts = texts;
        this.links = links;
        this.passages = passages;
        this.quotation = quotation;
    }

    /** Claims in the order of their places: by source, then by position in it. */
    Comparator<Node> byPlace() {
        return Comparator.comparing((Node claim) -> graph.object(claim, Vocabulary.SAID_STATED_IN)
                        .flatMap(p -> graph.object(p, Vocabulary.HAS_SOURCE))
                        .map(values::name)
                        .orElse(""))
                .thenComparing(claim -> graph.object(claim, Vocabulary.SAID_STATED_IN)
                        .flatMap(p -> graph.object(p, Vocabulary.HAS_SELECTOR))
                        .flatMap(s -> graph.text(s, Vocabulary.SELECTOR_START))
                        .filter(s -> s.matches("[0-9]{1,9}"))
                        .map(Integer::valueOf)
                        .orElse(Integer.MAX_VALUE))
                .thenComparing(Node::getURI);
    }

    /** A claim; on its own page, or among others. */
    ClaimCard card(Node claim, boolean own) {
        var said = new ArrayList<Fact>();
        var reading = new ArrayList<Fact>();
        for (var property : PropertyOrder.OF_CLAIMS) {
            add(claim, property, said);
        }
        for (var property : graph.properties(claim)) {
            if (!PropertyOrder.OF_CLAIMS.contains(property) && !ELSEWHERE.contains(property)) {
                boolean isSaid = property.equals(Vocabulary.SAID_ATTRIBUTED_TO);
                add(claim, property, isSaid ? said : reading);
            }
        }
        return new ClaimCard(
                key(claim),
                links.resource(claim),
                own,
                mode(claim),
                isPlain(claim),
                said,
                graph.object(claim, Vocabulary.SAID_STATED_IN).map(passage -> evidence(passage, own)),
                graph.objects(claim, Vocabulary.SAID_CONTEXT_IN).stream()
                        .map(this::evidence)
                        .toList(),
                reading);
    }

    private void add(Node claim, Node property, List<Fact> facts) {
        var objects = graph.objects(claim, property);
        if (!objects.isEmpty()) {
            var fact = values.fact(property, objects, false);
            // On a card everything is as read; the words of the ontology would say so in each line.
            var name = texts.find(
                    "said." + property.getURI().substring(property.getURI().lastIndexOf('#') + 1));
            facts.add(new Fact(name.orElse(fact.name()), fact.href(), fact.values(), false));
        }
    }

    /** The last part of a claim's address. */
    static String key(Node claim) {
        return claim.getURI().substring(claim.getURI().lastIndexOf('/') + 1);
    }

    private String mode(Node claim) {
        if (isPlain(claim)) {
            return texts.get("claim.plain");
        }
        var words = new ArrayList<String>();
        graph.object(claim, Vocabulary.SAID_POLARITY)
                .filter(p -> !p.getURI().endsWith("/affirmed"))
                .ifPresent(p -> words.add(values.name(p)));
        graph.object(claim, Vocabulary.SAID_FACTUALITY)
                .filter(f -> !f.getURI().endsWith("/actual"))
                .ifPresent(f -> words.add(values.name(f)));
        graph.text(claim, Vocabulary.SAID_ATTRIBUTED_TO)
                .ifPresent(who -> words.add(texts.get("claim.attributed", who)));
        return ValueText.capital(String.join(" · ", words));
    }

    private boolean isPlain(Node claim) {
        return graph.object(claim, Vocabulary.SAID_POLARITY)
                        .map(p -> p.getURI().endsWith("/affirmed"))
                        .orElse(true)
                && graph.object(claim, Vocabulary.SAID_FACTUALITY)
                        .map(f -> f.getURI().endsWith("/actual"))
                        .orElse(true)
                && graph.text(claim, Vocabulary.SAID_ATTRIBUTED_TO).isEmpty();
    }

    /** Where a passage is, with its own words. */
    Evidence evidence(Node passage) {
        return evidence(passage, false);
    }

    /** Where a passage is; its words by themselves or in their paragraph. */
    private Evidence evidence(Node passage, boolean inParagraph) {
        var place = new ArrayList<Fact>();
        place(passage, Vocabulary.PAGE, "evidence.page", place);
        place(passage, Vocabulary.SECTION, "evidence.section", place);
        graph.text(passage, Vocabulary.NOTE)
                .ifPresent(note -> place.add(Fact.of(
                        texts.get("evidence.note"),
                        Value.of(note.equals("0") ? texts.get("evidence.note-unnumbered") : note))));
        place(passage, Vocabulary.SENTENCE, "evidence.sentence", place);
        position(passage).ifPresent(position -> place.add(Fact.of(texts.get("evidence.position"), Value.of(position))));
        return new Evidence(
                source(passage),
                shortPlace(place),
                position(passage).orElse(""),
                links.resource(passage),
                place,
                quote(passage, inParagraph));
    }

    /** The place without the position: page 12, note 7, sentence 40. */
    private String shortPlace(List<Fact> place) {
        var words = place.stream()
                .filter(f -> !f.name().equals(texts.get("evidence.position")))
                .map(f -> f.name() + " " + f.values().getFirst().text())
                .collect(Collectors.joining(", "));
        return ValueText.capital(words);
    }

    private void place(Node passage, Node property, String key, List<Fact> place) {
        graph.text(passage, property).ifPresent(v -> place.add(Fact.of(texts.get(key), Value.of(v))));
    }

    private Optional<String> position(Node passage) {
        return graph.object(passage, Vocabulary.HAS_SELECTOR).flatMap(selector -> {
            var start = graph.text(selector, Vocabulary.SELECTOR_START);
            var end = graph.text(selector, Vocabulary.SELECTOR_END);
            return start.flatMap(s -> end.map(e -> s + "–" + e));
        });
    }

    private Value source(Node passage) {
        var file = graph.object(passage, Vocabulary.HAS_SOURCE);
        var work = file.flatMap(
                f -> graph.subjects(Vocabulary.HAS_FILE, f).stream().findFirst());
        return work.or(() -> file).map(values::resource).orElseGet(() -> Value.of(texts.get("evidence.no-source")));
    }

    /** The words of a passage, as far as the deployment has and shows them, by themselves or in their paragraph. */
    Optional<Quote> quote(Node passage, boolean inParagraph) {
        return switch (quotation) {
            case NONE -> Optional.empty();
            case SHORT -> passages.text(passage.getURI()).map(text -> Quote.of(cut(text)));
            case FULL ->
                passages.words(passage.getURI())
                        .map(words -> inParagraph
                                ? new Quote(words.before(), words.marked(), words.after())
                                : Quote.of(words.text()));
        };
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= QUOTE_LENGTH) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, QUOTE_LENGTH)).stripTrailing() + " …";
    }
}
