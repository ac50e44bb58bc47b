package org.banggiao.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.banggiao.authority.Authority;
import org.banggiao.quantity.Amount;
import org.banggiao.quantity.Money;
import org.banggiao.text.Kind;
import org.banggiao.text.NormalText;
import org.banggiao.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    private final MentionReader reader = new MentionReader(Authority.load(Path.of("data/authority")));

    private Reading read(String text) {
        return reader.read(new Sentence(1, 1, Kind.BODY, NormalText.of(text, 0), null, null, null, false, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            trị giá 67 triệu đồng              ; 67000000 VND
            trị giá 1,3 tỷ USD                 ; 1300000000 USD
            trị giá 346.570 triệu VNĐ          ; 346570000000 VND
            khoảng 520 triệu rúp               ; 520000000 SUR
            5 tỉ yên                           ; 5000000000 JPY
            hai trăm nghìn đô la Mỹ            ; 200000 USD
            """)
    void money(String text, String expected) {
        assertThat(read(text).all("money")).singleElement().satisfies(s -> {
            var money = (Money) s.value();
            assertThat(money.amount().value().toPlainString() + " " + money.currency())
                    .isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            cho 1.046 học sinh       ; 1046 ; người
            thêm 27 vạn tấn gạo      ; 270000 ; tấn
            một trung đoàn pháo      ; 1 ; trung đoàn
            hơn 600 cán bộ           ; 600 ; người
            500 - 550 người          ; 500 ; người
            gần một nửa số viện trợ  ; 50 ; %
            """)
    void measures(String text, BigDecimal value, String unit) {
        assertThat(read(text).all("measure")).singleElement().satisfies(s -> {
            var measure = (Measure) s.value();
            assertThat(measure.amount()).isNotNull();
            assertThat(measure.amount().value()).isEqualByComparingTo(value);
            assertThat(measure.unit()).isEqualTo(unit);
        });
    }

    @Test
    void whatTheTextSaysOfANumberIsKept() {
        var over = (Measure) read("hơn 600 cán bộ").all("measure").get(0).value();
        assertThat(over.amount().qualifier()).isEqualTo(Amount.Qualifier.AT_LEAST);
        var range = (Measure) read("500 - 550 người").all("measure").get(0).value();
        assertThat(range.amount()).isEqualTo(Amount.between(new BigDecimal(500), new BigDecimal(550)));
    }

    @Test
    void vagueNumbersHaveNoAmount() {
        var vague = (Measure) read("hàng trăm chuyên gia").all("measure").get(0).value();
        assertThat(vague.amount()).isNull();
    }

    @Test
    void datesAreNoQuantities() {
        assertThat(read("Ngày 3 tháng 9 năm 1971, đoàn trở về.").all("amount")).isEmpty();
    }
}
