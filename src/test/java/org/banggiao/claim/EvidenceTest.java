package org.banggiao.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.banggiao.authority.Authority;
import org.banggiao.corpus.CorpusReader;
import org.banggiao.corpus.SourceText;
import org.banggiao.mention.Mention;
import org.banggiao.text.Document;
import org.banggiao.text.DocumentReader;
import org.junit.jupiter.api.Test;

/**
 * Evidence is a contract: every passage lies in its text, and whatever a claim does not mark as taken from context is found
 * among the words of its passage.
 */
class EvidenceTest {
    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final Path OWN = Path.of("src/test/resources/org/banggiao/texts/open");

    private final Extractor extractor = new Extractor(Authority.load(Path.of("data/authority")));

    @Test
    void overTheCorpus() {
        assumeThat(CORPUS).as("the corpus of texts lies beside the project").isDirectory();
        for (var source : CorpusReader.read(List.of(CORPUS))) {
            check(source);
        }
    }

    @Test
    void overOurOwnTextsAsTheyAreAndWithCarriageReturnsAndBeyondTheBasicPlane() {
        for (var source : CorpusReader.read(List.of(OWN, Path.of("data/sample/sample-vietnam-sweden.txt")))) {
            int claims = check(source);
            assertThat(claims).as("claims of %s", source.id()).isPositive();
            check(SourceText.of(source.id() + "-crlf", source.text().replace("\n", "\r\n")));
            check(SourceText.of(source.id() + "-astral", source.text().replace(". ", ". \uD83D\uDD4A ")));
            check(SourceText.of(source.id() + "-nfd", Normalizer.normalize(source.text(), Normalizer.Form.NFD)));
        }
    }

    private int check(SourceText source) {
        var document = new DocumentReader().read(source);
        var extraction = extractor.extract(document);
        int length = source.lengthInCodePoints();
        var faults = new ArrayList<String>();
        for (var claim : extraction.claims()) {
            var places = new ArrayList<>(claim.said().contextIn());
            places.add(claim.said().statedIn());
            for (var passage : places) {
                if (passage.endExclusive() > length) {
                    faults.add(claim.said().id() + " lies outside the text of " + length + " code points");
                }
            }
            var words = words(document, claim.said().statedIn());
            // Names the place only: the texts' words do not belong into a log.
            long missing =
                    stated(claim).filter(s -> !words.contains(squeeze(s))).count();
            if (missing > 0) {
                faults.add(missing + " values of the claim " + claim.said().id() + " by "
                        + claim.said().rule() + " are not in its passage "
                        + claim.said().statedIn().startInclusive() + "-"
                        + claim.said().statedIn().endExclusive());
            }
            if (claim instanceof AidFlow flow
                    && !claim.said().derivedFromContext().contains("amounts")) {
                figures(flow)
                        .filter(f -> extraction.mentions().stream()
                                .noneMatch(m -> isFigure(f, m.value(), flow)
                                        && isIn(m, claim.said().statedIn())))
                        .forEach(f -> faults.add(claim.said().id() + ": no figure " + f + " in its passage"));
            }
            if (claim.date() != null
                    && claim.dateAsPrinted() == null
                    && !claim.said().derivedFromContext().contains("date")) {
                faults.add(claim.said().id() + " has a date from nowhere");
            }
        }
        assertThat(faults).as(source.id()).isEmpty();
        for (var mention : extraction.mentions()) {
            assertThat(mention.endExclusive()).isLessThanOrEqualTo(length);
        }
        return extraction.claims().size();
    }

    /** Whether a mention is a figure of a flow, its currency that of the giver where only a name of several stands. */
    private static boolean isFigure(String figure, String mentioned, AidFlow flow) {
        int code = mentioned.lastIndexOf(' ') + 1;
        return figure.equals(mentioned)
                || flow.donors().stream()
                        .map(d -> AidMoney.own(mentioned.substring(code), d.code()))
                        .anyMatch(own -> figure.equals(mentioned.substring(0, code) + own));
    }

    private static boolean isIn(Mention mention, Passage passage) {
        return passage.startInclusive() <= mention.startInclusive() && mention.endExclusive() <= passage.endExclusive();
    }

    /** The figures of a flow, as mentions have them. */
    private static Stream<String> figures(AidFlow flow) {
        return Stream.concat(
                flow.amounts().stream().map(m -> m.amount().value().toPlainString() + " " + m.currency()),
                flow.items().stream()
                        .flatMap(i -> Stream.ofNullable(i.amount())
                                .map(a -> a.value().toPlainString() + (i.unit() == null ? "" : " " + i.unit()))));
    }

    /** What a claim says to have found in its passage. */
    private static Stream<String> stated(Claim claim) {
        var out = new ArrayList<String>();
        if (claim.dateAsPrinted() != null) {
            out.add(claim.dateAsPrinted());
        }
        switch (claim) {
            case DiplomaticEvent e -> {
                names(e.actors(), out);
                e.persons().forEach(p -> out.add(p.printed()));
                if (e.place() != null) {
                    out.add(e.place().printed());
                }
            }
            case Instrument i -> {
                names(i.parties(), out);
                i.signatories().forEach(p -> out.add(p.printed()));
                if (!i.said().derivedFromContext().contains("nameAsPrinted")) {
                    out.add(i.nameAsPrinted());
                }
            }
            case AidFlow a -> {
                names(a.donors(), out);
                names(a.recipients(), out);
                if (!a.said().derivedFromContext().contains("items")) {
                    a.items().forEach(item -> out.add(item.what()));
                }
            }
        }
        return out.stream();
    }

    private static void names(List<ActorRef> actors, List<String> into) {
        actors.stream().filter(a -> a.printed() != null).forEach(a -> into.add(String.valueOf(a.printed())));
    }

    /** The repaired words of a passage's sentence that come from its range, without white space. */
    private static String words(Document document, Passage passage) {
        var text = document.sentence(passage.sentence()).text();
        int from = text.indexAt(passage.startInclusive());
        int to = text.indexAt(passage.endExclusive());
        return squeeze(text.value().substring(from, Math.max(from, to)));
    }

    private static String squeeze(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    @Test
    void theSameTextGivesTheSameBytes() throws Exception {
        var source = CorpusReader.read(List.of(OWN)).get(0);
        var first = lines(extractor.extract(new DocumentReader().read(source)));
        var other = new Extractor(Authority.load(Path.of("data/authority")));
        assertThat(lines(other.extract(new DocumentReader().read(source)))).isEqualTo(first);
        assertThat(Files.exists(OWN)).isTrue();
    }

    private static List<String> lines(Extraction extraction) {
        return extraction.claims().stream().map(ClaimFile::line).toList();
    }

    @Test
    void idsAreDistinct() {
        for (var source : CorpusReader.read(List.of(OWN))) {
            var claims = extractor.extract(new DocumentReader().read(source)).claims();
            assertThat(claims.stream().map(c -> c.said().id()))
                    .doesNotHaveDuplicates()
                    .allMatch(id -> id.matches("[0-9a-f]{16}"));
        }
    }
}
