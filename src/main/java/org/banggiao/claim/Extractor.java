package org.banggiao.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banggiao.authority.Authority;
import org.banggiao.issue.Finding;
import org.banggiao.mention.Derivation;
import org.banggiao.mention.Mention;
import org.banggiao.mention.MentionReader;
import org.banggiao.mention.Reading;
import org.banggiao.text.Document;
import org.banggiao.text.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads claims from documents. A pure function over a document: the same document gives the same extraction. Serves any
 * number of threads.
 */
public final class Extractor {
    private static final List<String> MENTIONED =
            List.of("date", "money", "measure", "count", "actor", "person", "place", "instrument", "act", "aid");

    private final Authority authority;
    private final MentionReader reader;
    private final Regimes regimes = new Regimes();

    /** An extractor that knows the names of the authority data. */
    public Extractor(Authority authority) {
        this.authority = authority;
        reader = new MentionReader(authority);
    }

    /** What the document says. */
    public Extraction extract(Document document) {
        return extract(document, null);
    }

    /** How each claim of the document is read, by its id. */
    public Map<String, Derivation> derivations(Document document) {
        var derivations = new HashMap<String, Derivation>();
        extract(document, derivations);
        return derivations;
    }

    private Extraction extract(Document document, @Nullable Map<String, Derivation> derivations) {
        // Each sentence is read by itself; what they tell together comes after, in their order.
        var readings = document.sentences().parallelStream()
                .filter(s -> s.kind() != Kind.OTHER_LANGUAGE)
                .map(reader::read)
                .toList();
        var before = new Before(document, readings);
        var sides = new Sides(authority, regimes, readings, before::of);
        var timeline = new Timeline(document, readings);
        var evidence = new Evidence(document);
        var how = derivations == null ? null : new Derivations(document, readings, timeline, sides, regimes);
        var mentions = new ArrayList<Mention>();
        var claims = new ArrayList<Claim>();
        var findings = new ArrayList<Finding>();
        var givers =
                Givers.of(sides, readings, r -> new Scene(r, before.of(r), sides, timeline, evidence, new Narrative()));
        var memory = new AidMemory(givers);
        var narrative = new Narrative();
        var instruments = new InstrumentMemory();
        for (var reading : readings) {
            mentions(document, reading, mentions);
            if (reading.sentence().kind() == Kind.HEADING) {
                AidReader.heading(reading, memory);
                continue;
            }
            var scene = new Scene(reading, before.of(reading), sides, timeline, evidence, narrative);
            if (Bibliography.isReference(reading)) {
                var cited = InstrumentReader.readCited(scene, instruments).stream()
                        .map(c -> regimes.at(c, sides))
                        .toList();
                if (derivations != null && how != null) {
                    cited.forEach(c -> derivations.put(c.said().id(), how.of(scene, c)));
                }
                claims.addAll(cited);
                continue;
            }
            var found = new ArrayList<Claim>();
            found.addAll(InstrumentReader.read(scene, instruments));
            found.addAll(EventReader.read(scene));
            found.addAll(AidReader.read(scene, memory));
            found.replaceAll(c -> regimes.at(c, sides));
            if (derivations != null && how != null) {
                found.forEach(c -> derivations.put(c.said().id(), how.of(scene, c)));
            }
            claims.addAll(found);
            narrative.keep(scene, found);
            findings.addAll(Unread.of(scene, found));
        }
        claims.sort(ClaimFile.ORDER);
        mentions.sort(null);
        return new Extraction(mentions, claims, findings);
    }

    /** Adds the mentions of a sentence, in their order. */
    private static void mentions(Document document, Reading reading, List<Mention> into) {
        int before = into.size();
        for (var type : MENTIONED) {
            for (var span : reading.all(type)) {
                var range = reading.sentence()
                        .text()
                        .source(
                                reading.token(span.from()).start(),
                                reading.token(span.to() - 1).end());
                into.add(new Mention(
                        document.source().id(),
                        range.startInclusive(),
                        range.endExclusive(),
                        span.type(),
                        Derivations.says(span),
                        span.rule()));
            }
        }
        into.subList(before, into.size()).sort(null);
    }
}
