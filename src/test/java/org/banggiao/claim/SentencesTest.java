package org.banggiao.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banggiao.authority.Authority;
import org.banggiao.corpus.SourceText;
import org.banggiao.mention.ResourceText;
import org.banggiao.text.DocumentReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Sentences of our own with all the events and agreements that they claim: date, actors and mode, no more and no fewer. */
class SentencesTest {
    private final Extractor extractor = new Extractor(Authority.load(Path.of("data/authority")));

    private record Entry(String text, List<String> claims) {}

    private static List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        for (var block : ResourceText.text(SentencesTest.class, "sentences.txt").split("\n\\s*\n")) {
            var text = new ArrayList<String>();
            var claims = new ArrayList<String>();
            for (var line : block.strip().split("\n")) {
                if (line.startsWith("= ")) {
                    claims.add(line.substring(2).strip());
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    text.add(line.strip());
                }
            }
            if (!text.isEmpty()) {
                assertThat(claims).as("what is claimed by: %s", text).isNotEmpty();
                claims.remove("nothing");
                entries.add(new Entry(String.join(" ", text), List.copyOf(claims)));
            }
        }
        return entries;
    }

    private List<String> claims(String text) {
        return extractor.extract(new DocumentReader().read(SourceText.of("own", text))).claims().stream()
                .map(SentencesTest::line)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String line(Claim claim) {
        return switch (claim) {
            case DiplomaticEvent e ->
                "event %s %s %s %s%s"
                        .formatted(
                                e.type().code(),
                                e.date().edtf(),
                                codes(e.actors()),
                                mode(e.said()),
                                e.said().attributedTo() == null
                                        ? ""
                                        : " | " + e.said().attributedTo());
            case Instrument i ->
                "agreement %s %s %s"
                        .formatted(
                                i.type().code(),
                                i.date() == null ? "-" : i.date().edtf(),
                                codes(i.parties()));
            case AidFlow a -> null;
        };
    }

    private static String mode(Said said) {
        if (said.polarity() == Said.Polarity.DENIED) {
            return "denied";
        }
        return said.factuality() == Said.Factuality.ACTUAL
                ? "asserted"
                : said.factuality().name().toLowerCase(Locale.ROOT);
    }

    private static String codes(List<ActorRef> actors) {
        return actors.stream().map(ActorRef::code).sorted().collect(Collectors.joining(","));
    }

    @TestFactory
    Stream<DynamicTest> eachSentenceClaimsWhatIsWrittenBelowItAndNothingElse() {
        return entries().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.text(), () -> assertThat(claims(e.text())).containsExactlyInAnyOrderElementsOf(e.claims())));
    }

    @Test
    void thereAreAtLeastSixtyOfAllModes() {
        var entries = entries();
        assertThat(entries).hasSizeGreaterThanOrEqualTo(60);
        var all = entries.stream().flatMap(e -> e.claims().stream()).collect(Collectors.joining("\n"));
        assertThat(all).contains(" denied", " intended", " requested", " conditional", " | ", "refusal");
    }
}
