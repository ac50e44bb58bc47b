package org.banggiao.quantity;

/**
 * An amount of money as printed; never converted.
 *
 * @param amount how much, in whole currency units (not millions)
 * @param currency ISO 4217 code, also a historic one ({@code SUR}); {@code VND} for any đồng: which đồng it was is a matter
 *     of its date
 */
public record Money(Amount amount, String currency) {
    public Money {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("not a currency code: '" + currency + "'");
        }
    }
}
