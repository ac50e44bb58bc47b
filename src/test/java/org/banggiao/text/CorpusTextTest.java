package org.banggiao.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.banggiao.corpus.CorpusReader;
import org.banggiao.corpus.SourceText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the layout of the corpus gives, counted. */
class CorpusTextTest {
    private static final Path CORPUS = Path.of("..", "shared", "corpus");
    private static Map<String, Document> documents = Map.of();

    @BeforeAll
    static void read() {
        assumeTrue(Files.isDirectory(CORPUS), "skipped: the corpus is not at ../shared/corpus");
        documents = CorpusReader.read(List.of(CORPUS)).stream()
                .map(new DocumentReader()::read)
                .collect(Collectors.toMap(d -> d.source().id(), Function.identity()));
    }

    private static Document document(String start) {
        return documents.values().stream()
                .filter(d -> d.source().id().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyOffsetHolds() {
        assertThat(documents).hasSize(3);
        documents.forEach((id, document) -> OffsetsTest.assertOffsets(document, id));
    }

    @Test
    void allWordsAreThere() {
        for (Document document : documents.values()) {
            SourceText source = document.source();
            boolean[] covered = new boolean[source.lengthInCodePoints()];
            for (Sentence sentence : document.sentences()) {
                sentence.text().pieces(0, sentence.text().length()).forEach(r -> cover(covered, r));
                sentence.marks().forEach(m -> cover(covered, m.source()));
            }
            int[] points = source.text().codePoints().toArray();
            long lost = 0;
            for (int i = 0; i < points.length; i++) {
                lost += Character.isLetter(points[i]) && !covered[i] ? 1 : 0;
            }
            long inHeaders = document.pages().stream()
                    .map(Page::header)
                    .filter(Objects::nonNull)
                    .mapToLong(h -> h.codePoints().filter(Character::isLetter).count())
                    .sum();
            assertThat(lost).as(source.id()).isLessThanOrEqualTo(inHeaders);
        }
    }

    @Test
    void notesAreTiedToTheirMarks() {
        Document laos = document("vietnam-laos");
        assertThat(laos.notes()).hasSizeBetween(105, 125);
        assertThat(laos.notes())
                .filteredOn(n -> n.anchor() != null)
                .hasSizeGreaterThan(laos.notes().size() * 95 / 100);
        assertThat(laos.notes()).filteredOn(Note::numberInferred).hasSizeBetween(35, 50);
        Document china = document("vietnam-china");
        assertThat(china.notes()).hasSize(20).allMatch(n -> n.anchor() != null && n.number() == n.ordinal());
        Document drv = document("drv-ussr");
        assertThat(drv.notes()).isEmpty();
        assertThat(drv.sentences().stream().mapToLong(s -> s.marks().size()).sum())
                .isEqualTo(41);
    }

    @Test
    void marksRise() {
        for (Document document : documents.values()) {
            int last = 0;
            int steps = 0;
            int rises = 0;
            for (Sentence sentence : document.sentences()) {
                for (NoteMark mark : sentence.marks()) {
                    steps++;
                    rises += mark.number() == last + 1 ? 1 : 0;
                    last = Math.max(last, mark.number());
                }
            }
            assertThat(rises).as(document.source().id()).isGreaterThanOrEqualTo(steps * 9 / 10);
        }
    }

    @Test
    void runningHeadersAreFound() {
        Document laos = document("vietnam-laos");
        assertThat(laos.pages())
                .filteredOn(p -> p.header() != null)
                .hasSize(12)
                .allSatisfy(p -> assertThat(p.header()).startsWith("Chương VI").contains("quan hệ"));
        assertThat(laos.pages()).hasSizeBetween(180, 215);
        assertThat(laos.sentences()).noneMatch(s -> s.text().value().contains("hÖ"));
    }

    @Test
    void sentencesAreOfAPlausibleLength() {
        for (Document document : documents.values()) {
            double mean = document.sentences().stream()
                    .filter(s -> s.kind() == Kind.BODY)
                    .mapToInt(s -> s.text().length())
                    .average()
                    .orElse(0);
            assertThat(mean).as(document.source().id()).isBetween(120.0, 280.0);
            assertThat(document.sentences()).allMatch(s -> s.text().length() < 2500);
        }
    }

    @Test
    void headingsStateTheirYears() {
        assertThat(document("vietnam-laos").sections()).hasSizeBetween(20, 40);
        assertThat(document("vietnam-laos").sections())
                .filteredOn(s -> s.years() != null)
                .hasSizeGreaterThan(8);
        assertThat(document("vietnam-china").sections())
                .filteredOn(s -> s.years() != null)
                .hasSize(2);
    }

    @Test
    void theAbstractInEnglishIsMarked() {
        assertThat(Texts.words(document("vietnam-china"), Kind.OTHER_LANGUAGE)).hasSizeGreaterThan(3);
    }

    private static void cover(boolean[] covered, Range range) {
        for (int i = range.startInclusive(); i < range.endExclusive(); i++) {
            covered[i] = true;
        }
    }
}
