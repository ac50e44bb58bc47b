package org.banggiao.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AmountTest {
    @Test
    void equalNumbersAreEqualAmounts() {
        assertThat(Amount.exact(new BigDecimal("67E+6"))).isEqualTo(Amount.exact(new BigDecimal("67000000.00")));
        assertThat(Amount.exact(new BigDecimal("67E+6")).value().toString()).isEqualTo("67000000");
        assertThat(Amount.exact(new BigDecimal("3.50")).value().toString()).isEqualTo("3.5");
    }

    @Test
    void onlyARangeHasTwoNumbers() {
        var range = Amount.between(new BigDecimal(500), new BigDecimal(550));
        assertThat(range.value()).isEqualByComparingTo("500");
        assertThat(range.max()).isEqualByComparingTo("550");
        assertThatThrownBy(() -> new Amount(BigDecimal.ONE, BigDecimal.TEN, Amount.Qualifier.EXACT))
                .hasMessageContaining("only a range has two numbers: 1, 10 as EXACT");
        assertThatThrownBy(() -> Amount.between(BigDecimal.TEN, BigDecimal.ONE))
                .hasMessageContaining("not an amount: 10 to 1");
        assertThatThrownBy(() -> Amount.exact(new BigDecimal(-1))).hasMessageContaining("not an amount");
    }

    @Test
    void moneyNamesItsCurrencyByCode() {
        assertThat(new Money(Amount.exact(BigDecimal.TEN), "SUR").currency()).isEqualTo("SUR");
        assertThatThrownBy(() -> new Money(Amount.exact(BigDecimal.TEN), "rúp"))
                .hasMessageContaining("not a currency code: 'rúp'");
    }
}
