package org.banggiao.app;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.banggiao.claim.Claim;
import org.banggiao.claim.Passage;
import org.banggiao.claim.SentencePassages;
import org.banggiao.graph.Run;
import org.banggiao.issue.Finding;
import org.banggiao.text.Document;

/**
 * What is claimed, and by what work it was read: what merging and the graph start from.
 *
 * @param documents the texts that are at hand; frozen claims have none
 * @param claims of all documents, as the machine read them
 * @param frozenSentences where the sentences of frozen documents stand
 * @param runs the extractions, one for each document
 * @param findings what is doubtful in the texts and in their reading
 */
record Knowledge(
        List<Document> documents,
        List<Claim> claims,
        List<Passage> frozenSentences,
        List<Run> runs,
        List<Finding> findings) {
    Knowledge {
        documents = List.copyOf(documents);
        claims = List.copyOf(claims);
        frozenSentences = List.copyOf(frozenSentences);
        runs = List.copyOf(runs);
        findings = List.copyOf(findings);
    }

    /** The sentences of all documents: where each stands, and a digest of its words. Worked out anew each time. */
    List<Passage> sentences() {
        return concat(
                documents.stream()
                        .flatMap(document -> SentencePassages.of(document).stream())
                        .toList(),
                frozenSentences);
    }

    /** The ids of the documents that were read, with claims or without. */
    Set<String> documentIds() {
        Set<String> ids = new TreeSet<>();
        runs.forEach(run -> ids.add(run.document()));
        claims.forEach(claim -> ids.add(claim.said().statedIn().document()));
        return ids;
    }

    /** This, and of the other what speaks of documents that are not in this. */
    Knowledge joinedWith(Knowledge other) {
        Set<String> own = documentIds();
        return new Knowledge(
                documents,
                concat(
                        claims,
                        other.claims.stream()
                                .filter(claim ->
                                        !own.contains(claim.said().statedIn().document()))
                                .toList()),
                concat(
                        frozenSentences,
                        other.frozenSentences.stream()
                                .filter(sentence -> !own.contains(sentence.document()))
                                .toList()),
                concat(
                        runs,
                        other.runs.stream()
                                .filter(run -> !own.contains(run.document()))
                                .toList()),
                concat(findings, other.findings));
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
