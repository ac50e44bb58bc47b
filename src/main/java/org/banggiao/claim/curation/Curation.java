package org.banggiao.claim.curation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.banggiao.authority.Authority;
import org.banggiao.claim.Claim;
import org.banggiao.claim.ClaimFile;
import org.banggiao.claim.Passage;
import org.banggiao.claim.Review;
import org.banggiao.claim.Review.Verdict;
import org.banggiao.claim.Ties;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;
import org.banggiao.mention.JsonLine;
import org.jspecify.annotations.Nullable;

/**
 * Carries out corrections on claims, in their order. Each is held by the words of its sentence, wherever they stand now, and by
 * what its claim says; one that finds neither is reported and stays in its file.
 */
public final class Curation {
    /** Share of the listed values that a reading must still have to be the one that was meant. */
    private static final double ALIKE = 0.5;

    private static final int ID_DIGITS = 16;

    private final List<Passage> sentences;
    private final Set<String> documents;
    private final ValueForms forms;
    private final List<Claim> claims;
    private final List<Ties.Tie> same = new ArrayList<>();
    private final List<Ties.Tie> apart = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Curation(List<Claim> claims, List<Passage> sentences, Authority authority) {
        this.claims = new ArrayList<>(claims);
        this.sentences = sentences;
        documents = sentences.stream().map(Passage::document).collect(Collectors.toSet());
        forms = new ValueForms(authority);
    }

    /**
     * The claims after the corrections.
     *
     * @param corrections in the order in which they are carried out; those of other documents are passed over
     * @param claims as read by the machine
     * @param sentences of all documents, as {@link org.banggiao.claim.SentencePassages} gives them
     * @param authority what keys stand for
     */
    public static Curated apply(
            List<Correction> corrections, List<Claim> claims, List<Passage> sentences, Authority authority) {
        var curation = new Curation(claims, sentences, authority);
        for (var correction : corrections) {
            if (curation.documents.contains(correction.target().anchor().document())) {
                curation.carryOut(correction);
            }
        }
        curation.claims.sort(ClaimFile.ORDER);
        return new Curated(curation.claims, new Ties(curation.same, curation.apart), curation.findings);
    }

    private void carryOut(Correction correction) {
        var sentence = correction.target().anchor().find(sentences);
        if (sentence.isEmpty()) {
            gone(correction, correction.target());
            return;
        }
        try {
            if (correction.action() == Correction.Action.ADD) {
                claims.add(added(correction, sentence.get()));
                return;
            }
            find(correction, correction.target(), sentence.get()).ifPresent(claim -> decide(correction, claim));
        } catch (IllegalArgumentException e) {
            report(CurationIssue.BAD_BLOCK, correction, e.getMessage() + ".");
        }
    }

    private void decide(Correction correction, Claim claim) {
        switch (correction.action()) {
            case ACCEPT ->
                replace(claim, changed(correction, claim, correction.target().values(), Verdict.CONFIRMED));
            case CHANGE -> replace(claim, changed(correction, claim, correction.set(), Verdict.CORRECTED));
            case REJECT -> replace(claim, reviewed(claim, review(correction, Verdict.REJECTED, Map.of())));
            case MERGE -> tie(correction, claim, same);
            case SPLIT -> tie(correction, claim, apart);
            case ADD -> throw new IllegalStateException("added before");
        }
    }

    private void tie(Correction correction, Claim claim, List<Ties.Tie> into) {
        var other = correction.other();
        if (other == null) {
            return;
        }
        var sentence = other.anchor().find(sentences);
        if (sentence.isEmpty()) {
            gone(correction, other);
            return;
        }
        find(correction, other, sentence.get())
                .ifPresent(second -> into.add(new Ties.Tie(
                        claim.said().id(),
                        second.said().id(),
                        correction.by() + " (" + correction.on() + "): " + correction.why())));
    }

    /** The claim that a correction means: stated in the sentence, of its kind, and most like what is listed. */
    private Optional<Claim> find(Correction correction, Correction.Target target, Passage sentence) {
        Claim best = null;
        double bestLikeness = -1;
        boolean twice = false;
        for (var claim : claims) {
            var passage = claim.said().statedIn();
            if (!claim.kind().equals(target.kind())
                    || !passage.document().equals(sentence.document())
                    || passage.sentence() != sentence.sentence()) {
                continue;
            }
            double likeness = likeness(target.values(), ValueForms.of(claim));
            twice = likeness == bestLikeness || (twice && likeness < bestLikeness);
            if (likeness > bestLikeness) {
                best = claim;
                bestLikeness = likeness;
            }
        }
        if (best == null || bestLikeness < ALIKE) {
            report(
                    CurationIssue.CLAIM_GONE,
                    correction,
                    "no " + target.kind() + " is read any more at " + target.anchor() + " that is like the one listed;"
                            + " it was not carried out: take the block out, or write anew what is read there now.");
            return Optional.empty();
        }
        if (twice) {
            report(
                    CurationIssue.AMBIGUOUS,
                    correction,
                    "several " + target.kind() + " claims at " + target.anchor()
                            + " fit equally well; it was not carried out: list more of the values of the one that is meant.");
            return Optional.empty();
        }
        return Optional.of(best);
    }

    private static double likeness(Map<String, String> listed, Map<String, String> read) {
        if (listed.isEmpty()) {
            return 1;
        }
        long alike = listed.entrySet().stream()
                .filter(e -> ValueForms.same(e.getKey(), e.getValue(), read.getOrDefault(e.getKey(), "")))
                .count();
        return (double) alike / listed.size();
    }

    private Claim changed(Correction correction, Claim claim, Map<String, String> values, Verdict verdict) {
        var before = new TreeMap<String, String>();
        var set = new LinkedHashMap<String, String>();
        var read = ValueForms.of(claim);
        values.forEach((name, value) -> {
            var old = read.getOrDefault(name, "");
            if (!ValueForms.same(name, value, old)) {
                before.put(name, old);
                set.put(name, value);
            }
        });
        return reviewed(set.isEmpty() ? claim : forms.with(claim, set), review(correction, verdict, before));
    }

    private Claim added(Correction correction, Passage sentence) {
        var target = correction.target();
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("id", digest(target.kind() + "|" + target.anchor().digest() + "|" + target.values()));
        map.put("kind", target.kind());
        if (target.kind().equals("aidflow")) {
            map.put("category", "unspecified");
            map.put("status", "disbursed");
            map.put("terms", "unspecified");
        }
        forms.put(map, target.kind(), target.values());
        map.put("statedIn", ClaimFile.passage(sentence));
        map.put("rule", List.of("curation.add"));
        map.put("confidence", BigDecimal.ONE);
        return reviewed(ClaimFile.parse(JsonLine.write(map)), review(correction, Verdict.ADDED, Map.of()));
    }

    private static Review review(Correction correction, Verdict verdict, Map<String, String> before) {
        return new Review(verdict, correction.by(), correction.on(), correction.why(), before);
    }

    private static Claim reviewed(Claim claim, Review review) {
        return claim.with(claim.said().with(review));
    }

    private void replace(Claim old, Claim with) {
        claims.set(claims.indexOf(old), with);
    }

    private void gone(Correction correction, Correction.Target target) {
        report(
                CurationIssue.EVIDENCE_GONE,
                correction,
                "the sentence " + target.anchor()
                        + " no longer stands in the text; it was not carried out: look where the text says so now, or take the block out.");
    }

    private void report(CurationIssue issue, Correction correction, @Nullable String what) {
        var anchor = correction.target().anchor();
        findings.add(Finding.of(
                issue,
                new Location(anchor.document(), anchor.startInclusive(), anchor.endExclusive()),
                correction.place() + " (" + correction.action().name().toLowerCase(java.util.Locale.ROOT) + "): "
                        + what));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
