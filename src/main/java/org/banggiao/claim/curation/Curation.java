package org.banggiao.claim.curation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What a correction has to list so that it stands where the machine reads nothing any more. */
    private static final Map<String, Set<String>> NEEDED = Map.of(
            "event", Set.of("type", "date", "actors"),
            "agreement", Set.of("type", "name", "parties"),
            "aidflow", Set.of("date", "donors", "recipients"));

    /** Values that do not tell one claim from another of the same sentence. */
    private static final Set<String> DETAILS =
            Set.of("dateAsPrinted", "persons", "signatories", "place", "about", "category", "terms", "under", "valid");

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
                add(correction, sentence.get());
                return;
            }
            if (isUnread(correction, sentence.get()) && isWhole(correction.target())) {
                claims.add(kept(correction, sentence.get()));
                return;
            }
            find(correction, correction.target(), sentence.get()).ifPresent(claim -> decide(correction, claim));
        } catch (IllegalArgumentException e) {
            report(CurationIssue.BAD_BLOCK, correction, correction.target().anchor(), e.getMessage() + ".");
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
                        claim.said().id(), second.said().id(), correction.by(), correction.on(), correction.why())));
    }

    /** Whether nothing like the claim that was accepted or changed is read in its sentence any more. */
    private boolean isUnread(Correction correction, Passage sentence) {
        boolean keeps =
                correction.action() == Correction.Action.ACCEPT || correction.action() == Correction.Action.CHANGE;
        return keeps
                && candidates(correction.target(), sentence)
                        .noneMatch(claim -> likeness(correction.target(), claim) >= ALIKE);
    }

    /** Whether the values listed say enough to be a claim by themselves: what, when and who. */
    private static boolean isWhole(Correction.Target target) {
        return target.values().keySet().containsAll(NEEDED.getOrDefault(target.kind(), Set.of()));
    }

    private Stream<Claim> candidates(Correction.Target target, Passage sentence) {
        return claims.stream().filter(claim -> {
            var passage = claim.said().statedIn();
            return claim.kind().equals(target.kind())
                    && passage.document().equals(sentence.document())
                    && passage.sentence() == sentence.sentence();
        });
    }

    /** The claim that a correction means: stated in the sentence, of its kind, and most like what is listed. */
    private Optional<Claim> find(Correction correction, Correction.Target target, Passage sentence) {
        Claim best = null;
        double bestLikeness = -1;
        boolean twice = false;
        for (var claim : candidates(target, sentence).toList()) {
            double likeness = likeness(target, claim);
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
                    target.anchor(),
                    "no " + target.kind() + " is read any more at " + target.anchor() + " that is like the one listed;"
                            + " it was not carried out: take the block out, or write anew what is read there now. Of"
                            + " accept and change, a block that lists "
                            + String.join(", ", new TreeSet<>(NEEDED.getOrDefault(target.kind(), Set.of())))
                            + " stands by itself.");
            return Optional.empty();
        }
        if (twice) {
            report(
                    CurationIssue.AMBIGUOUS,
                    correction,
                    target.anchor(),
                    "several " + target.kind() + " claims at " + target.anchor()
                            + " fit equally well; it was not carried out: list more of the values of the one that is meant.");
            return Optional.empty();
        }
        return Optional.of(best);
    }

    private static double likeness(Correction.Target target, Claim claim) {
        var listed = target.values();
        var read = ValueForms.of(claim);
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

    /** Adds a claim; where the machine has come to read the same by itself, that one is it. */
    private void add(Correction correction, Passage sentence) {
        var target = correction.target();
        var read = candidates(target, sentence)
                .filter(claim -> claim.said().review() == null && isSame(target, claim))
                .findFirst();
        if (read.isPresent()) {
            replace(read.get(), changed(correction, read.get(), target.values(), Verdict.ADDED));
        } else {
            claims.add(reviewed(
                    listed(correction, sentence, target.values()), review(correction, Verdict.ADDED, Map.of())));
        }
    }

    /** Whether a claim says all that tells a listed one from others of its sentence. */
    private static boolean isSame(Correction.Target target, Claim claim) {
        var read = ValueForms.of(claim);
        return target.values().entrySet().stream()
                .filter(e -> !DETAILS.contains(e.getKey()))
                .allMatch(e -> ValueForms.same(e.getKey(), e.getValue(), read.getOrDefault(e.getKey(), "")));
    }

    /** The claim that was accepted or changed, as its correction lists it: the machine does not read it any more. */
    private Claim kept(Correction correction, Passage sentence) {
        boolean changes = correction.action() == Correction.Action.CHANGE;
        var before = new TreeMap<String, String>();
        var values = new LinkedHashMap<>(correction.target().values());
        correction.set().forEach((name, value) -> before.put(name, values.getOrDefault(name, "")));
        values.putAll(correction.set());
        return reviewed(
                listed(correction, sentence, values),
                review(correction, changes ? Verdict.CORRECTED : Verdict.CONFIRMED, before));
    }

    private Claim listed(Correction correction, Passage sentence, Map<String, String> values) {
        var target = correction.target();
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("id", digest(target.kind() + "|" + target.anchor().digest() + "|" + target.values()));
        map.put("kind", target.kind());
        if (target.kind().equals("aidflow")) {
            map.put("category", "unspecified");
            map.put("status", "disbursed");
            map.put("terms", "unspecified");
        }
        forms.put(map, target.kind(), values);
        map.put("statedIn", ClaimFile.passage(sentence));
        map.put("rule", List.of("curation." + correction.action().name().toLowerCase(Locale.ROOT)));
        map.put("confidence", BigDecimal.ONE);
        return ClaimFile.parse(JsonLine.write(map));
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
                target.anchor(),
                "the sentence " + target.anchor()
                        + " no longer stands in the text; it was not carried out: look where the text says so now, or take the block out.");
    }

    private void report(CurationIssue issue, Correction correction, Anchor anchor, @Nullable String what) {
        findings.add(Finding.of(
                issue,
                new Location(anchor.document(), anchor.startInclusive(), anchor.endExclusive()),
                correction.place() + " (" + correction.action().name().toLowerCase(Locale.ROOT) + "): " + what));
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
