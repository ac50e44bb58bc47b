package org.banggiao.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banggiao.authority.Authority;
import org.banggiao.corpus.SourceText;
import org.banggiao.mention.ResourceText;
import org.banggiao.text.DocumentReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What single sentences tell: the file events.tsv holds each with the events that are to be read in it. */
class EventSentencesTest {
    private final Authority authority = Authority.load(Path.of("data/authority"));
    private final Extractor extractor = new Extractor(authority);

    @TestFactory
    Stream<DynamicTest> sentencesTellTheirEvents() {
        return ResourceText.lines(EventSentencesTest.class, "events.tsv").stream()
                .map(line -> line.split("\t"))
                .map(cells -> DynamicTest.dynamicTest(
                        cells[0],
                        () -> assertThat(told(cells[0])).containsExactlyInAnyOrderElementsOf(expected(cells[1]))));
    }

    private static List<String> expected(String cell) {
        return cell.equals("-") ? List.of() : Arrays.asList(cell.split(" ; "));
    }

    private List<String> told(String text) {
        var claims = extractor
                .extract(new DocumentReader().read(SourceText.of("own", text)))
                .claims();
        return Merger.merge(claims).stream()
                .map(Thing::fullest)
                .filter(DiplomaticEvent.class::isInstance)
                .map(DiplomaticEvent.class::cast)
                .map(EventSentencesTest::form)
                .toList();
    }

    private static String form(DiplomaticEvent event) {
        var actors = event.actors().stream().map(ActorRef::code).sorted().collect(Collectors.joining(","));
        var denied = event.said().polarity() == Said.Polarity.DENIED ? " denied" : "";
        return event.type().code() + " " + event.date().edtf() + " " + actors + denied;
    }
}
