package org.banggiao.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.banggiao.authority.Authority;
import org.banggiao.corpus.SourceText;
import org.banggiao.mention.Derivation;
import org.banggiao.mention.MentionFile;
import org.banggiao.text.DocumentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractorTest {
    private final Authority authority = Authority.load(Path.of("data/authority"));
    private final Extractor extractor = new Extractor(authority);

    private Extraction extract(String text) {
        return extractor.extract(new DocumentReader().read(SourceText.of("own", text)));
    }

    private Map<String, Derivation> derivations(String text) {
        return extractor.derivations(new DocumentReader().read(SourceText.of("own", text)));
    }

    private <T extends Claim> List<T> claims(String text, Class<T> kind) {
        return extract(text).claims().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static List<String> codes(List<ActorRef> actors) {
        return actors.stream().map(ActorRef::code).sorted().toList();
    }

    @Test
    void aVisitWithItsDateAndSides() {
        var events = claims(
                "Từ ngày 2 đến ngày 5 tháng 4 năm 1974, Thủ tướng Phạm Văn Đồng sang thăm chính thức Thụy Điển.",
                DiplomaticEvent.class);
        assertThat(events).singleElement().satisfies(e -> {
            assertThat(e.type()).isEqualTo(EventType.VISIT);
            assertThat(e.date().edtf()).isEqualTo("1974-04-02/1974-04-05");
            assertThat(codes(e.actors())).containsExactly("SE", "VN");
            assertThat(e.dateAsPrinted()).isEqualTo("Từ ngày 2 đến ngày 5 tháng 4 năm 1974");
        });
    }

    @Test
    void instrumentsUnderOneDateAreOneClaimEach() {
        var instruments = claims(
                "Việt Nam và Ấn Độ ký kết (ngày 3 tháng 9 năm 1976): Hiệp định về thương mại; Hiệp định về hàng không; "
                        + "Nghị định thư về trao đổi hàng hóa.",
                Instrument.class);
        assertThat(instruments)
                .extracting(i -> i.date().edtf())
                .containsOnly("1976-09-03")
                .hasSize(3);
        assertThat(instruments)
                .extracting(Instrument::type)
                .containsExactlyInAnyOrder(InstrumentType.AGREEMENT, InstrumentType.AGREEMENT, InstrumentType.PROTOCOL);
        assertThat(instruments).allSatisfy(i -> assertThat(codes(i.parties())).containsExactly("IN", "VN"));
    }

    @Test
    void aFigureWithDonorRecipientAndPeriod() {
        var flows = claims("Năm 1974, Thụy Điển viện trợ không hoàn lại cho Việt Nam 120 triệu curon.", AidFlow.class);
        assertThat(flows).singleElement().satisfies(f -> {
            assertThat(codes(f.donors())).containsExactly("SE");
            assertThat(codes(f.recipients())).containsExactly("VN");
            assertThat(f.terms()).isEqualTo(AidFlow.Terms.GRANT);
            assertThat(f.date()).hasToString("1974");
            assertThat(f.amounts()).singleElement().satisfies(m -> {
                assertThat(m.currency()).isEqualTo("SEK");
                assertThat(m.amount().value()).isEqualByComparingTo("120000000");
            });
        });
    }

    @Test
    void whatIsSaidInsideQuotationMarksIsNoEvent() {
        assertThat(claims(
                        "Tháng 5 năm 1974, ông viết: “Thụy Điển tấn công Việt Nam và Thụy Điển rút quân khỏi Việt Nam”.",
                        DiplomaticEvent.class))
                .noneMatch(e -> e.type() == EventType.MILITARY || e.type() == EventType.WITHDRAWAL);
    }

    @Test
    void whatDidNotHappenIsDeniedAndWhatIsPlannedSaysSo() {
        assertThat(claims("Năm 1974, Thụy Điển không công nhận Việt Nam.", DiplomaticEvent.class))
                .singleElement()
                .satisfies(e -> assertThat(e.said().polarity()).isEqualTo(Said.Polarity.DENIED));
        assertThat(claims("Tháng 9 năm 1974, Thụy Điển sẽ cử chuyên gia sang Việt Nam.", DiplomaticEvent.class))
                .singleElement()
                .satisfies(e -> assertThat(e.said().factuality()).isEqualTo(Said.Factuality.INTENDED));
    }

    @Test
    void aYearFromTheSentenceBeforeIsMarkedAsContext() {
        var events = claims(
                "Tháng 3 năm 1971, Thụy Điển thiết lập quan hệ ngoại giao với Việt Nam. Tháng 8 cùng năm, Ngoại trưởng "
                        + "Việt Nam sang thăm Thụy Điển.",
                DiplomaticEvent.class);
        assertThat(events)
                .filteredOn(e -> e.type() == EventType.VISIT)
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.date().edtf()).isEqualTo("1971-08");
                    assertThat(e.dateAsPrinted()).isNull();
                    assertThat(e.said().derivedFromContext()).contains("date");
                    assertThat(e.said().contextIn()).hasSize(1);
                });
    }

    @Test
    void aDerivationCanBePrintedAsATree() {
        var text = "Tháng 3 năm 1971, Thụy Điển thiết lập quan hệ ngoại giao với Việt Nam.";
        var claim = extract(text).claims().get(0);
        var tree = derivations(text).get(claim.said().id());
        assertThat(tree).isNotNull();
        assertThat(tree.tree())
                .startsWith("relations.start 0-")
                .contains("\n  date.plain ")
                .contains("1971-03")
                .contains("\n    rough.plain ")
                .contains("\n      point.month-year ");
    }

    @Test
    void aDatedSentenceThatGaveNothingIsFound() {
        var findings =
                extract("Trước tháng 3 năm 1971, nhân dân hai nước đã gặp gỡ.").findings();
        assertThat(findings).extracting(f -> f.issue().code()).contains("claim-dated-sentence-unread");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ngày 5 tháng 3 năm 1971, trời đổ mưa.                            | claim-date-without-act  | 0
            Ngày 31 tháng 6 năm 1971, Thụy Điển công nhận Phần Lan.          | claim-date-impossible   | 5
            Thụy Điển công nhận Phần Lan. Ba ngày sau, Áo công nhận Phần Lan. | claim-date-unresolved  | 30
            """)
    void whatWasSeenAndNotUnderstoodIsFoundAtItsPlace(String text, String code, int start) {
        assertThat(extract(text).findings()).anySatisfy(f -> {
            assertThat(f.issue().code()).isEqualTo(code);
            assertThat(f.location().startInclusive()).isEqualTo(start);
        });
    }

    @Test
    void aSentenceThatIsUnderstoodGivesNoFinding() {
        assertThat(extract("Ngày 5 tháng 3 năm 1971, Thụy Điển công nhận Phần Lan.")
                        .findings())
                .isEmpty();
    }

    @Test
    void theDerivationOfADateFromContextNamesTheRuleAndTheSentenceThatGaveIt() {
        var text =
                "Từ ngày 3 đến ngày 7 tháng 5 năm 1968, Tổng thống Áo thăm Phần Lan. Trong chuyến thăm này, hai bên ký Hiệp định văn hóa.";
        var extraction = extract(text);
        var instrument = extraction.claims().stream()
                .filter(Instrument.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(instrument.said().rule()).contains("context.occasion");
        assertThat(instrument.said().derivedFromContext()).contains("date");
        assertThat(derivations(text).get(instrument.said().id()).parts()).anySatisfy(part -> {
            assertThat(part.rule()).isEqualTo("context.occasion");
            assertThat(part.startInclusive()).isZero();
            assertThat(part.says()).startsWith("1968-05-03/1968-05-07, ");
            assertThat(part.parts())
                    .singleElement()
                    .satisfies(date -> assertThat(date.rule()).isEqualTo("date.from-to"));
        });
    }

    @Test
    void mentionsAreFrozenWithoutWords() {
        var text = "Tháng 3 năm 1971, Thụy Điển công nhận Việt Nam.";
        var lines = MentionFile.text(extract(text).mentions());
        assertThat(lines)
                .contains("\"kind\":\"date\",\"value\":\"1971-03\",\"rule\":\"date.plain\"}")
                .doesNotContain("Thụy Điển");
    }

    @Test
    void recordsHaveTheFormatForMeasuring() {
        var things = Merger.merge(extract("Ngày 3 tháng 9 năm 1971, Thụy Điển và Việt Nam ký Hiệp định về hàng không.")
                .claims());
        var line = new RecordWriter(new Labels(authority)).write(things);
        assertThat(line)
                .startsWith("{\"doc\":\"own\",\"kind\":\"agreement\",\"evidence\":[{\"start\":0,\"end\":")
                .contains("\"type\":\"agreement\"")
                .contains("\"signed\":\"1971-09-03\"")
                .contains("\"parties\":[\"SE\",\"VN\"]")
                .contains("\"label\":\"Agreement between Sweden and Vietnam, 3 September 1971\"")
                .contains("\"name_vi\":\"Hiệp định về hàng không\"");
    }

    @Test
    void labelsAreMadeInBothLanguages() {
        var claim = claims(
                        "Ngày 3 tháng 9 năm 1971, Thụy Điển và Việt Nam ký Hiệp định về hàng không.", Instrument.class)
                .get(0);
        assertThat(new Labels(authority).vi(claim)).isEqualTo("Hiệp định giữa Thụy Điển và Việt Nam, 3/9/1971");
    }
}
