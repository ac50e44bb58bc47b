package org.banggiao.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.banggiao.authority.Authority;
import org.banggiao.corpus.SourceText;
import org.banggiao.text.DocumentReader;
import org.junit.jupiter.api.Test;

class PhraseTest {
    private final Extractor extractor = new Extractor(Authority.load(Path.of("data/authority")));

    private List<Claim> claims(String text) {
        return extractor
                .extract(new DocumentReader().read(SourceText.of("own", text)))
                .claims();
    }

    private List<String> abouts(String text) {
        return claims(text).stream()
                .filter(DiplomaticEvent.class::isInstance)
                .map(c -> String.valueOf(((DiplomaticEvent) c).about()))
                .toList();
    }

    private List<String> names(String text) {
        return claims(text).stream()
                .filter(Instrument.class::isInstance)
                .map(c -> ((Instrument) c).nameAsPrinted())
                .toList();
    }

    private List<String> things(String text) {
        return claims(text).stream()
                .filter(AidFlow.class::isInstance)
                .flatMap(c -> ((AidFlow) c).items().stream())
                .map(AidFlow.Item::what)
                .toList();
    }

    @Test
    void aSubjectEndsBeforeWordsThatOpenAClause() {
        assertThat(abouts("Ngày 4 tháng 5 năm 1974, Thụy Điển đề nghị mở hội nghị nhằm bàn về cá trích."))
                .containsExactly("đề nghị mở hội nghị");
    }

    @Test
    void aSubjectHasEightWordsAtMost() {
        assertThat(abouts("Ngày 4 tháng 5 năm 1974, Thụy Điển đề nghị mở một cuộc thi vẽ tranh gà trống quốc tế lớn."))
                .singleElement()
                .satisfies(a -> assertThat(a.split(" ")).hasSizeBetween(5, Phrase.MOST));
    }

    @Test
    void aBareVerbIsNoSubject() {
        assertThat(abouts("Ngày 4 tháng 5 năm 1974, Thụy Điển tuyên bố.")).containsExactly("null");
    }

    @Test
    void theThingGivenStandsWithoutVerbRecipientAndStop() {
        assertThat(things("Năm 1974, Thụy Điển viện trợ cho Việt Nam 120 tấn giấy in báo."))
                .containsExactly("giấy in báo");
        assertThat(things("Năm 1974, Thụy Điển giúp Việt Nam đào tạo kỹ thuật làm giấy."))
                .singleElement()
                .asString()
                .doesNotContain("giúp", "Việt Nam", ".");
    }

    @Test
    void aNameGoesOverACommaOnlyInAListOfNouns() {
        assertThat(names("Ngày 3 tháng 9 năm 1971, Thụy Điển và Việt Nam ký Hiệp định hợp tác lâm nghiệp, thủy sản và "
                        + "giáo dục giai đoạn 1972 - 1975."))
                .containsExactly("Hiệp định hợp tác lâm nghiệp, thủy sản và giáo dục giai đoạn 1972 - 1975");
        assertThat(names(
                        "Ngày 3 tháng 9 năm 1971, Thụy Điển và Việt Nam ký Hiệp định lâm nghiệp, hoàn thành việc trồng "
                                + "thông trên đồi."))
                .containsExactly("Hiệp định lâm nghiệp");
        assertThat(names("Ngày 3 tháng 9 năm 1971, Thụy Điển và Việt Nam ký Hiệp định hợp tác lâm nghiệp, một khởi đầu "
                        + "mới cho hai nước."))
                .containsExactly("Hiệp định hợp tác lâm nghiệp");
        assertThat(names("Ngày 3 tháng 9 năm 1971, Thụy Điển và Việt Nam ký Hiệp định lâm nghiệp, trung bình mỗi năm "
                        + "trồng 900 cây."))
                .containsExactly("Hiệp định lâm nghiệp");
    }

    @Test
    void aNameEndsBeforePlaceClauseAndNextInstrument() {
        assertThat(names("Ngày 3 tháng 9 năm 1971, Thụy Điển và Việt Nam ký Hiệp định lâm nghiệp tại Hà Nội."))
                .containsExactly("Hiệp định lâm nghiệp");
        assertThat(names("Ngày 3 tháng 9 năm 1971, Thụy Điển và Việt Nam ký Hiệp định lâm nghiệp và Nghị quyết số 3."))
                .containsExactly("Hiệp định lâm nghiệp");
        assertThat(names("Ngày 3 tháng 9 năm 1971, Thụy Điển và Việt Nam ra Thông cáo chung chào mừng mùa gặt mới."))
                .containsExactly("Thông cáo chung");
    }

    @Test
    void aSourceThatTheTextNamesMakesItReported() {
        assertThat(claims("Ngày 4 tháng 5 năm 1974, theo một số hồi ký, Thụy Điển đề nghị mở hội nghị."))
                .extracting(c -> c.said().attributedTo())
                .containsExactly("một số hồi ký");
        assertThat(claims("Ngày 4 tháng 5 năm 1974, theo lời mời của bạn, Thụy Điển đề nghị mở hội nghị."))
                .extracting(c -> c.said().attributedTo())
                .containsOnlyNulls();
    }

    @Test
    void aidNamesTheInstrumentThatItIsUnder() {
        assertThat(claims("Năm 1974, theo Hiệp định lâm nghiệp, Thụy Điển viện trợ cho Việt Nam 120 tấn giấy."))
                .filteredOn(AidFlow.class::isInstance)
                .extracting(c -> ((AidFlow) c).under())
                .containsExactly("Hiệp định lâm nghiệp");
    }

    @Test
    void anInstrumentBearsThePlaceBehindItsName() {
        assertThat(claims("Ngày 3 tháng 9 năm 1971, Thụy Điển và Việt Nam ký Hiệp định lâm nghiệp tại Hà Nội."))
                .extracting(c -> ((Instrument) c).place())
                .singleElement()
                .satisfies(p -> assertThat(p.printed()).isEqualTo("Hà Nội"));
    }

    @Test
    void jointStatementsOfOtherPartiesAreOtherThings() {
        var things =
                Merger.merge(claims("Ngày 3 tháng 9 năm 1971, Thụy Điển và Việt Nam ra Tuyên bố chung. Tháng 9 năm "
                        + "1971, Thụy Điển và Ấn Độ ra Tuyên bố chung."));
        assertThat(things).hasSize(2);
    }

    @Test
    void theDerivationHoldsTheSpansThatWereUsed() {
        var text =
                "Tháng 3 năm 1971, Thụy Điển tuyên bố ủng hộ hội nghị; tháng 5 năm 1972, Ấn Độ tuyên bố ủng hộ hội nghị.";
        var document = new DocumentReader().read(SourceText.of("own", text));
        var second = extractor.extract(document).claims().stream()
                .filter(c -> c.date() != null && c.date().edtf().equals("1972-05"))
                .findFirst()
                .orElseThrow();
        assertThat(extractor.derivations(document).get(second.said().id()).parts())
                // What the confidence is of is the whole passage.
                .filteredOn(p -> !p.rule().equals("confidence"))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.startInclusive()).isGreaterThan(text.indexOf(';')));
    }

    @Test
    void aListBehindAColonGivesAFlowForEachThing() {
        assertThat(things(
                        "Tháng 5 năm 1974, Thụy Điển quyết định xây dựng cho Việt Nam ba công trình: nhà máy giấy Bãi "
                                + "Bằng; bệnh viện nhi ở Hà Nội; trường trung học Việt Trì."))
                .contains("nhà máy giấy Bãi Bằng", "trường trung học Việt Trì");
    }

    @Test
    void whoeverGoesSomewhereToPromiseGivesToThoseThere() {
        assertThat(claims("Việt Nam và Thụy Điển là bạn. Tháng 4 năm 1988, ông trở lại Hà Nội và hứa cấp 100 triệu "
                        + "curon."))
                .filteredOn(AidFlow.class::isInstance)
                .singleElement()
                .satisfies(c -> {
                    assertThat(((AidFlow) c).recipients())
                            .extracting(ActorRef::code)
                            .containsExactly("VN");
                    assertThat(((AidFlow) c).donors())
                            .extracting(ActorRef::code)
                            .containsExactly("SE");
                });
    }
}
