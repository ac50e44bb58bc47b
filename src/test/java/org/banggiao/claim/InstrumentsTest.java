package org.banggiao.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.banggiao.authority.Authority;
import org.banggiao.corpus.SourceText;
import org.banggiao.text.DocumentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instruments as sentences of our own tell them: when signed, by whom, where, for how long; and what is one and what two. */
class InstrumentsTest {
    private static final Extractor EXTRACTOR = new Extractor(Authority.load(Path.of("data/authority")));

    private static List<Instrument> read(String text) {
        var document = new DocumentReader().read(SourceText.of("own", text));
        return EXTRACTOR.extract(document).claims().stream()
                .filter(Instrument.class::isInstance)
                .map(Instrument.class::cast)
                .toList();
    }

    /** Type, name, date and parties of each thing, in the order of names. */
    private static List<String> things(String text) {
        var document = new DocumentReader().read(SourceText.of("own", text));
        return Merger.merge(EXTRACTOR.extract(document).claims()).stream()
                .filter(t -> t.kind().equals("agreement"))
                .map(t -> (Instrument) t.fullest())
                .map(i -> i.nameAsPrinted() + " "
                        + (i.date() == null ? "-" : i.date().edtf()))
                .sorted()
                .toList();
    }

    private static String parties(Instrument i) {
        return i.parties().stream().map(ActorRef::code).sorted().collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ngày 8 tháng 3 năm 1962, Thụy Điển và Phần Lan ký Hiệp định vận tải biển. | 1962-03-08
            Hiệp định vận tải biển giữa Thụy Điển và Phần Lan được ký ngày 8 tháng 3 năm 1962. | 1962-03-08
            Hiệp định vận tải biển giữa Thụy Điển và Phần Lan (8-3-1962) mở đường cho buôn bán. | 1962-03-08
            Thực hiện Hiệp định vận tải biển, ngày 8 tháng 3 năm 1962, Thụy Điển và Phần Lan mở tuyến tàu mới. | -
            Ngày 8 tháng 3 năm 1962, Thụy Điển coi việc ký kết Hiệp định vận tải biển với Phần Lan là cần thiết. | -
            Ngày 8 tháng 3 năm 1962, Quốc hội Thụy Điển phê chuẩn Hiệp định vận tải biển với Phần Lan. | -
            Hiệp định vận tải biển giữa Thụy Điển và Phần Lan có hiệu lực từ ngày 8 tháng 3 năm 1962. | -
            Ngày 8 tháng 3 năm 1962, nhân kỷ niệm 10 năm ngày ký Hiệp định vận tải biển, Thụy Điển và Phần Lan ra tuyên bố. | 1952
            Hiệp định vận tải biển 1962 về tàu chở dầu giữa Thụy Điển và Phần Lan vẫn có giá trị. | 1962
            """)
    void whenItWasSignedIsSaidOfTheSignatureOnly(String text, String date) {
        assertThat(read(text))
                .isNotEmpty()
                .allSatisfy(i -> assertThat(i.date() == null ? "-" : i.date().edtf())
                        .as(i.nameAsPrinted())
                        .isEqualTo(date));
    }

    @Test
    void whatIsToldNextHasTheDateAndPlaceOfTheVisit() {
        var all = read(
                "Từ ngày 3 đến ngày 8 tháng 10 năm 1978, Thủ tướng Na Uy thăm Hà Nội. Kết thúc chuyến thăm, hai bên ký"
                        + " Hiệp định thương mại.");
        assertThat(all).singleElement().satisfies(i -> {
            assertThat(Objects.requireNonNull(i.date()).edtf()).isEqualTo("1978-10-08");
            assertThat(Objects.requireNonNull(i.place()).printed()).isEqualTo("Hà Nội");
            assertThat(i.said().derivedFromContext()).contains("date");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ngày 9 tháng 8 năm 1971, Ấn Độ ký với Liên Xô Hiệp ước hữu nghị. | IN SU
            Ngày 9 tháng 8 năm 1971, Bộ trưởng Ngoại giao Ấn Độ và Bộ trưởng Ngoại giao Liên Xô ký Hiệp ước hữu nghị. | IN SU
            Hiệp ước ngày 9 tháng 8 năm 1971 giữa Ấn Độ và Liên Xô làm Mỹ lo ngại. | IN SU
            Hiệp ước mà Ấn Độ đã ký với Liên Xô năm 1971 làm Mỹ lo ngại. | IN SU
            Tháng 8 năm 1971, Ấn Độ và Liên Xô ra Tuyên bố chung về quan hệ với Mỹ. | IN SU
            Tháng 8 năm 1971, dưới sự chủ trì của Liên Xô, Ấn Độ và Mông Cổ ký Hiệp định thương mại. | IN MN
            Công ước về luật biển năm 1982 là cơ sở để Na Uy và Đan Mạch phân định biển. | ''
            Ngày 1 tháng 8 năm 1975, các bên ký Hiệp định về biển Ban Tích. | ''
            """)
    void whoSigns(String text, String codes) {
        assertThat(read(text))
                .isNotEmpty()
                .allSatisfy(i -> assertThat(parties(i)).isEqualTo(codes));
    }

    /** Texts that do not name who signs where they tell of it: type, date and parties of each thing, in the order of names. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Quan hệ Ấn - Nêpan^Ngày 31-7-1950, tại Cátmanđu, hai nước ký Hiệp ước hữu nghị cùng một hiệp ước thương mại. | Hiệp ước hữu nghị 1950-07-31 IN NP; hiệp ước thương mại 1950-07-31 IN NP
            Quan hệ Cuba - Liên Xô^Tháng 2-1960, Mikoyan sang La Habana. Chuyến đi kết thúc với việc ký hiệp định thương mại ngày 13-2. | hiệp định thương mại 1960-02-13 CU SU
            Tổng thống Mỹ Ford thăm Xơun từ ngày 3 đến ngày 5-2-1975. Hôm kết thúc, hai bên ký nghị định thư về thuế. | nghị định thư về thuế 1975-02-05 KR US
            Hiệp ước hợp tác Bun - Ru được đặt bút ký tại Xôphia ngày 16-1-1948. | Hiệp ước hợp tác Bun - Ru 1948-01-16 BG RO
            Hiệp ước biên giới, hiệu lực 20 năm, do Kenyatta và Haile Selassie hạ bút ngày 9-6-1970, nay hết hạn. | Hiệp ước biên giới 1970-06-09 ET KE
            Tháng 7-1961, Kim Nhật Thành ký hai hiệp ước: với Liên Xô ngày 6 và với Trung Quốc ngày 11. | với Liên Xô 1961-07-06 KP SU; với Trung Quốc 1961-07-11 CN KP
            Năm 1965, Chilê và Pêru ký hai nghị định thư: một về nghề cá, một về bưu chính. | một về bưu chính 1965 CL PE; một về nghề cá 1965 CL PE
            Các việc chính: - 18-1-1974: Hiệp định nghề cá giữa Na Uy và Aixơlen; - 4-9-1975: Hiệp định thuế giữa Na Uy và Đan Mạch. | Hiệp định nghề cá giữa Na Uy và Aixơlen 1974-01-18 IS NO; Hiệp định thuế giữa Na Uy và Đan Mạch 1975-09-04 DK NO
            Ngày 5-6-1960, Gana và Mali ra Tuyên bố về hợp tác. Ngày 6-6-1960, Gana ra tuyên bố về giá ca cao. | Tuyên bố về hợp tác 1960-06-05 GH ML
            Ngày 12-8-1978, Hiệp ước hòa bình giữa Nhật và Trung Quốc được ký, ngày 23-10 bắt đầu có hiệu lực. | Hiệp ước hòa bình giữa Nhật và Trung Quốc 1978-08-12 CN JP
            Năm 1963, Brandt và Tito ký hiệp định thương mại, kèm một nghị định thư về thuế. | hiệp định thương mại 1963 DE YU; nghị định thư về thuế 1963 DE YU
            Hiệp định Anh - Ailen năm 1938 trả lại ba hải cảng. | Hiệp định Anh - Ailen năm 1938 1938 GB IE
            Theo hiệp định thuế hai bên Ấn - Miến đặt bút ngày 2-3-1956, hàng được miễn thuế. | hiệp định thuế 1956-03-02 IN MM
            Quan hệ Cuba - Mỹ^Tháng 9-1954, tại Manila, Pêru cùng bảy nước khác ký Công ước về cá ngừ. | Công ước về cá ngừ 1954-09 PE
            Hiệp định hàng hải ngày 5-3-1959 với Oasinhtơn làm Pêru yên lòng. Pêru còn mua tàu. | Hiệp định hàng hải 1959-03-05 PE US
            Bản ghi nhớ Luân Đôn được ký tắt ngày 5-10-1954 giữa Anh, Mỹ, Italia và Nam Tư. | Bản ghi nhớ Luân Đôn 1954-10-05 GB IT US YU
            Quan hệ Pêru - Chilê: Pêru và Chilê.^Ngày 15-8-1962, dưới sự trung gian của Mỹ, hai bên ký hiệp định về biên giới. | hiệp định về biên giới 1962-08-15 CL PE
            Mengistu sang Mátxcơva tháng 5-1977 và ký Tuyên bố về quan hệ hữu nghị. Liên Xô cho Êtiôpia vay. | Tuyên bố về quan hệ hữu nghị 1977-05 ET SU
            Bản tuyên bố chung Ấn - Xô ngày 6-1-1979 cũng như bản ngày 4-4 đều nói tới hòa bình. | Bản tuyên bố chung Ấn - Xô 1979-01-06 IN SU; bản 1979-04-04 IN SU
            """)
    void whatIsToldInOtherWords(String text, String expected) {
        var document = new DocumentReader().read(SourceText.of("own", text.replace('^', '\n')));
        var things = Merger.merge(EXTRACTOR.extract(document).claims()).stream()
                .filter(t -> t.kind().equals("agreement"))
                .map(t -> (Instrument) t.fullest())
                .map(i -> i.nameAsPrinted() + " "
                        + (i.date() == null ? "-" : i.date().edtf()) + " " + parties(i))
                .sorted()
                .collect(Collectors.joining("; "));
        assertThat(things).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Irắc không bao giờ chịu ký thỏa thuận về căn cứ với Iran.",
                "Ngày 4-5-1970, Irắc ra tuyên bố về việc quốc hữu hóa dầu mỏ.",
                "Đàm phán về hiệp ước hòa bình giữa Irắc và Iran kéo dài từ năm 1982.",
                "Nhà máy ghi trong hiệp định năm ấy không được xây dựng ở Iran.",
                "Từ năm 1960, cứ hai năm Irắc và Iran lại ký biên bản kiểm điểm."
            })
    void whatWasNotConcluded(String text) {
        assertThat(read(text))
                .noneMatch(i -> i.said().polarity() == Said.Polarity.AFFIRMED
                        && i.said().factuality() == Said.Factuality.ACTUAL);
    }

    @Test
    void personsWhoSign() {
        assertThat(
                        read(
                                "Ngày 4 tháng 5 năm 1965, Thủ tướng Karin Ekblad và Thủ tướng Nils Aaltonen ký Hiệp định vận tải biển."))
                .singleElement()
                .satisfies(i -> assertThat(i.signatories())
                        .extracting(PersonRef::printed)
                        .containsExactly("Karin Ekblad", "Nils Aaltonen"));
        assertThat(
                        read(
                                "Nhân chuyến thăm Phần Lan của Thủ tướng Karin Ekblad tháng 5 năm 1965, hai nước ký Hiệp định vận tải biển."))
                .singleElement()
                .satisfies(i -> assertThat(i.signatories()).isEmpty());
    }

    @Test
    void howItHolds() {
        var all = read(
                "Ngày 8 tháng 3 năm 1962, Thụy Điển và Phần Lan ký Hiệp định vận tải biển. Hiệp định này có giá trị 5 năm và"
                        + " được mặc nhiên gia hạn từng 2 năm nếu không bên nào thông báo chấm dứt 6 tháng trước khi hết hạn.");
        assertThat(all).hasSize(2).last().satisfies(i -> {
            assertThat(i.nameAsPrinted()).isEqualTo("Hiệp định vận tải biển");
            assertThat(i.said().derivedFromContext()).contains("nameAsPrinted", "parties");
            assertThat(i.provisions().termYears()).isEqualTo(5);
            assertThat(i.provisions().renewalYears()).isEqualTo(2);
            assertThat(i.provisions().noticeMonths()).isEqualTo(6);
            assertThat(Objects.requireNonNull(i.valid()).edtf()).isEqualTo("1962/1967");
        });
        assertThat(read("Năm 1965, Thụy Điển và Phần Lan ký Nghị định thư sửa đổi, bổ sung Hiệp định vận tải biển."))
                .singleElement()
                .satisfies(i -> {
                    assertThat(i.provisions().amends()).isEqualTo("Hiệp định vận tải biển");
                    assertThat(i.provisions().supplements()).isEqualTo("Hiệp định vận tải biển");
                });
        assertThat(
                        read(
                                "Hiệp định vận tải biển năm 1962 của Thụy Điển và Phần Lan được thay bằng Hiệp định hàng hải năm 1980."))
                .extracting(i -> String.valueOf(i.provisions().replaces()))
                .contains("Hiệp định vận tải biển năm 1962 của Thụy Điển và Phần Lan");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Chính phủ Na Uy đề nghị ký Hiệp định nghề cá với Đan Mạch. | REQUESTED | AFFIRMED
            Na Uy và Đan Mạch nhất trí sớm ký kết Hiệp định nghề cá. | INTENDED | AFFIRMED
            Na Uy và Đan Mạch đang đàm phán Hiệp định nghề cá. | INTENDED | AFFIRMED
            Na Uy từ chối ký Hiệp định nghề cá với Đan Mạch. | ACTUAL | DENIED
            Sau khi Na Uy và Đan Mạch ký Hiệp định nghề cá, buôn bán tăng nhanh. | ACTUAL | AFFIRMED
            """)
    void whatIsAskedForOrWantedIsNoFact(String text, Said.Factuality factuality, Said.Polarity polarity) {
        assertThat(read(text)).singleElement().satisfies(i -> {
            assertThat(i.date()).isNull();
            assertThat(i.said().factuality()).isEqualTo(factuality);
            assertThat(i.said().polarity()).isEqualTo(polarity);
        });
    }

    @Test
    void seriesAndPluralsAreNone() {
        assertThat(read("Hằng năm, Na Uy và Đan Mạch ký nghị định thư về trao đổi hàng hóa."))
                .isEmpty();
        assertThat(read("Na Uy và Đan Mạch đã ký nhiều hiệp định quan trọng.")).isEmpty();
    }

    @Test
    void aNumberWithoutNamesIsOne() {
        assertThat(read("Tháng 5 năm 1990, Na Uy và Đan Mạch ký 12 văn kiện hợp tác."))
                .singleElement()
                .satisfies(i -> assertThat(i.type()).isEqualTo(InstrumentType.OTHER));
        assertThat(
                        things(
                                "Tháng 5 năm 1990, Na Uy và Đan Mạch ký hai văn kiện: Hiệp định thương mại và Hiệp định nghề cá."))
                .containsExactly("Hiệp định nghề cá 1990-05", "Hiệp định thương mại 1990-05");
    }

    @Test
    void severalAreToldApartByTheirDatesOrTerms() {
        assertThat(
                        read(
                                "Các thỏa thuận giữa Na Uy và Đan Mạch (tháng 3 năm 1961, tháng 5 năm 1963) giúp nghề cá phát triển."))
                .extracting(i -> Objects.requireNonNull(i.date()).edtf())
                .containsExactlyInAnyOrder("1961-03", "1963-05");
        assertThat(
                        read(
                                "Năm 1970, Na Uy và Đan Mạch ký các hiệp định thương mại cho các giai đoạn (1971 - 1975, 1976 - 1980)."))
                .extracting(i -> Objects.requireNonNull(i.valid()).edtf())
                .containsExactlyInAnyOrder("1971/1975", "1976/1980");
    }

    @Test
    void laterMentionsJoinAndOthersDoNot() {
        var text =
                "Ngày 8 tháng 3 năm 1962, Na Uy và Đan Mạch ký Hiệp định về thương mại và nghề cá, Hiệp định về vận tải. "
                        + "Hiệp định về thương mại và nghề cá giữa hai nước được thực hiện tốt. "
                        + "Tháng 3 năm 1962 cũng là lúc Na Uy bắt đầu mua hàng theo Hiệp định về vận tải.";
        assertThat(things(text))
                .containsExactly("Hiệp định về thương mại và nghề cá 1962-03-08", "Hiệp định về vận tải 1962-03-08");
    }

    @Test
    void termsThatLieApartAreOtherInstruments() {
        assertThat(things("Năm 1970, Na Uy và Đan Mạch ký Hiệp định hợp tác kinh tế giai đoạn 1971 - 1975. "
                        + "Năm 1975, hai nước ký Hiệp định hợp tác kinh tế giai đoạn 1976 - 1980."))
                .hasSize(2);
    }

    @Test
    void aReferenceCitesTheStatementOfItsMark() {
        var text = """
                Tháng 5 năm 1984, Thủ tướng Na Uy thăm Đan Mạch. Tuyên bố chung cấp cao Na Uy - Đan Mạch nêu rõ lập trường của hai bên1.
                \s
                ____________
                (1) Tuyên bố chung Na Uy - Đan Mạch ngày 9 tháng 5 năm 1984, báo Biển Bắc, ngày 10 tháng 5 năm 1984, tr.2.
                """;
        assertThat(things(text)).containsExactly("Tuyên bố chung cấp cao Na Uy - Đan Mạch 1984-05-09");
    }
}
