package org.banggiao.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.claim.Claim;
import org.banggiao.claim.ClaimIssue;
import org.banggiao.claim.Labels;
import org.banggiao.claim.Passage;
import org.banggiao.claim.curation.Blocks;
import org.banggiao.claim.curation.Curated;
import org.banggiao.graph.GraphBuilder;
import org.banggiao.graph.Vocabulary;
import org.banggiao.issue.Finding;
import org.banggiao.store.PassageWords;
import org.banggiao.text.Document;

/**
 * What an editor ought to look at, worst first: corrections that found nothing, claims that conflict, sentences that nothing was
 * read from, and every claim that nobody has reviewed, the least sure first.
 */
final class WorkList {
    private static final double CORRECTION_LOST = 0;
    private static final double CONFLICT = 0.1;
    private static final double UNREAD = 0.5;
    private static final double OTHER_FINDING = 0.3;

    private final Knowledge knowledge;
    private final Curated curated;
    private final GraphBuilder.Built built;
    private final Labels labels;
    private final PassageTexts texts;
    private final List<Passage> sentences;
    private final List<WorkItem> items = new ArrayList<>();

    private WorkList(Knowledge knowledge, Curated curated, GraphBuilder.Built built, Labels labels) {
        this.knowledge = knowledge;
        this.curated = curated;
        this.built = built;
        this.labels = labels;
        sentences = knowledge.sentences();
        List<Document> documents = knowledge.documents();
        texts = new PassageTexts(documents);
    }

    static List<WorkItem> of(Knowledge knowledge, Curated curated, GraphBuilder.Built built, Labels labels) {
        WorkList list = new WorkList(knowledge, curated, built, labels);
        list.findings();
        list.claims();
        list.items.sort(Comparator.comparingDouble(WorkItem::urgency)
                .thenComparing(WorkItem::document)
                .thenComparingInt(WorkItem::position)
                .thenComparing(WorkItem::says));
        return list.items;
    }

    private void findings() {
        curated.findings().forEach(finding -> add(finding, CORRECTION_LOST, "a correction was not carried out"));
        knowledge
                .findings()
                .forEach(finding -> add(
                        finding,
                        finding.issue() == ClaimIssue.DATED_SENTENCE_UNREAD ? UNREAD : OTHER_FINDING,
                        finding.issue() == ClaimIssue.DATED_SENTENCE_UNREAD
                                ? "a date and an act, but no claim"
                                : finding.issue().code()));
        built.findings()
                .forEach(finding -> add(finding, OTHER_FINDING, finding.issue().code()));
    }

    private void add(Finding finding, double urgency, String reason) {
        int start = finding.location().startInclusive();
        Passage sentence = sentences.stream()
                .filter(it -> it.document().equals(finding.location().document()) && it.holds(start))
                .findFirst()
                .orElse(null);
        items.add(new WorkItem(
                urgency,
                reason,
                finding.location().document(),
                start,
                sentence == null ? "" : place(sentence),
                finding.message(),
                sentence == null ? "" : words(sentence),
                sentence != null && finding.issue() == ClaimIssue.DATED_SENTENCE_UNREAD
                        ? Blocks.adding(sentence)
                        : ""));
    }

    private String words(Passage passage) {
        return texts.of(passage).map(PassageWords::text).orElse("");
    }

    private void claims() {
        Map<String, String> conflicts = conflicts();
        for (Claim claim : curated.claims()) {
            if (claim.said().review() != null) {
                continue;
            }
            Passage passage = claim.said().statedIn();
            Node address = built.claims().get(claim.said().id());
            String conflict = address == null ? null : conflicts.get(address.getURI());
            items.add(new WorkItem(
                    conflict == null ? claim.said().confidence().doubleValue() : CONFLICT,
                    conflict == null
                            ? "confidence " + claim.said().confidence().toPlainString()
                            : "conflict on " + conflict,
                    passage.document(),
                    passage.startInclusive(),
                    place(passage),
                    labels.en(claim),
                    words(passage),
                    Blocks.accepting(claim, sentences)));
        }
    }

    /** On which properties claims conflict, by the address of the claim. */
    private Map<String, String> conflicts() {
        Map<Node, Set<Node>> claims = new HashMap<>();
        Map<Node, String> properties = new TreeMap<>(Comparator.comparing(Node::toString));
        for (Quad quad : built.quads()) {
            if (quad.getPredicate().equals(Vocabulary.CONFLICTING_CLAIM)) {
                claims.computeIfAbsent(quad.getSubject(), node -> new HashSet<>())
                        .add(quad.getObject());
            } else if (quad.getPredicate().equals(Vocabulary.ON_PROPERTY)) {
                properties.merge(quad.getSubject(), quad.getObject().getLocalName(), (a, b) -> a);
            }
        }
        Map<String, String> byClaim = new TreeMap<>();
        properties.forEach((conflict, property) -> claims.getOrDefault(conflict, Set.of())
                .forEach(claim -> byClaim.merge(claim.getURI(), property, (a, b) -> a.equals(b) ? a : a + ", " + b)));
        return byClaim;
    }

    private static String place(Passage passage) {
        return (passage.page() == null ? "" : "page " + passage.page() + ", ")
                + (passage.note() == null ? "" : "note " + (passage.note() == 0 ? "?" : passage.note()) + ", ")
                + "sentence " + passage.sentence();
    }
}
