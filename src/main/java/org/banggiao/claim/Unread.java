package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Location;
import org.banggiao.mention.SaidDate;
import org.banggiao.mention.Span;
import org.banggiao.time.DatePoint;

/** What was seen in a sentence and not understood: dates that became nobody's, and dates that cannot be. */
final class Unread {
    private Unread() {}

    /** The findings on a sentence, given what was claimed from it. */
    static List<Finding> of(Scene scene, List<Claim> claims) {
        var findings = new ArrayList<Finding>();
        var sentence = scene.sentence().range();
        for (var span : scene.reading.all("impossible")) {
            findings.add(Finding.of(
                    ClaimIssue.DATE_IMPOSSIBLE,
                    location(scene, span),
                    "the words name no day of the calendar, or a span that ends before it begins; look whether the source or a repair"
                            + " of its text has a slip."));
        }
        for (var span : scene.reading.all("date")) {
            boolean open = span.value() instanceof SaidDate said && !said.isWhole();
            boolean known = scene.dates.stream()
                    .anyMatch(d -> d.span().from() <= span.from()
                            && span.to() <= d.span().to());
            if (open && !known && !scene.acts.isEmpty() && isAlone(scene, span)) {
                findings.add(
                        Finding.of(
                                ClaimIssue.DATE_UNRESOLVED,
                                location(scene, span),
                                "nothing before it says what this date is counted from; look whether a date was missed there."));
            }
        }
        if (claims.isEmpty() && !scene.dates.isEmpty()) {
            var place = new Location(
                    scene.evidence.passage(scene.sentence()).document(),
                    sentence.startInclusive(),
                    sentence.endExclusive());
            if (!scene.acts.isEmpty()) {
                findings.add(
                        Finding.of(
                                ClaimIssue.DATED_SENTENCE_UNREAD,
                                place,
                                "the sentence gives a date and an act, but no rule made a claim of them; look whether one ought to."));
            } else if (scene.dates.stream().anyMatch(d -> isFine(scene, d))) {
                findings.add(
                        Finding.of(
                                ClaimIssue.DATE_WITHOUT_ACT,
                                place,
                                "the sentence gives a month or day, but no rule found an act in it; look whether a word for one is missing."));
            }
        }
        return findings;
    }

    /** Whether no date that was resolved stands next to it and says what it means. */
    private static boolean isAlone(Scene scene, Span span) {
        return scene.dates.stream()
                .noneMatch(d -> d.span().from() >= span.to() && d.span().from() - span.to() <= 1);
    }

    private static boolean isFine(Scene scene, Timeline.Dated dated) {
        return dated.date() instanceof DatePoint p
                && p.grain().compareTo(DatePoint.Grain.MONTH) >= 0
                && !dated.isRelative()
                && !dated.span().is("date.anniversary")
                && !scene.reading.isQuoted(dated.span().from());
    }

    private static Location location(Scene scene, Span span) {
        var range = scene.sentence()
                .text()
                .source(
                        scene.reading.token(span.from()).start(),
                        scene.reading.token(span.to() - 1).end());
        return new Location(
                scene.evidence.passage(scene.sentence()).document(), range.startInclusive(), range.endExclusive());
    }
}
