package org.banggiao.claim;

import java.util.List;
import java.util.Locale;
import org.banggiao.quantity.Amount;
import org.banggiao.quantity.Money;
import org.banggiao.text.Folding;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * A claim of aid from donors, taken together, to recipients.
 *
 * @param said how and where it is said
 * @param donors who gives
 * @param recipients who receives
 * @param category what it is for
 * @param status at which stage it is
 * @param terms gift or loan
 * @param amounts sums of money; several are the same sum in several currencies or parts of one flow
 * @param items goods, works, people and shares
 * @param date the period it covers, or null
 * @param dateAsPrinted the period's words, or null where it comes from context
 * @param under name of the instrument it falls under, as printed, or null
 */
public record AidFlow(
        Said said,
        List<ActorRef> donors,
        List<ActorRef> recipients,
        Category category,
        Status status,
        Terms terms,
        List<Money> amounts,
        List<Item> items,
        @Nullable HistoricalDate date,
        @Nullable String dateAsPrinted,
        @Nullable String under)
        implements Claim {
    /**
     * Something given that is not money.
     *
     * @param amount how many, or null where the text gives no number
     * @param unit unit as printed ({@code tấn}, {@code km}, {@code %}), or null for things counted by themselves
     * @param what what it is, as printed, in 8 words at most; where the text counts it, from the unit on
     */
    public record Item(@Nullable Amount amount, @Nullable String unit, String what) {
        /** What it is without the unit before it: pens of "38 boxes of pens"; the unit itself where it says all. */
        public String kind() {
            if (unit == null) {
                return what;
            }
            var words = Folding.forMatching(what);
            var first = Folding.forMatching(unit);
            // A number in words may stand before the unit: the amount says it.
            int from = amount != null && !words.startsWith(first) ? words.indexOf(' ') + 1 : 0;
            boolean isSaid = words.startsWith(first + " ", from);
            return isSaid ? what.substring(from + first.length() + 1) : what;
        }

        /** The unit and what it is: boxes of pens. */
        public String words() {
            boolean isUnit =
                    unit == null || amount == null || Folding.forMatching(unit).equals(Folding.forMatching(what));
            return isUnit ? what : unit + " " + kind();
        }
    }

    /** What the aid is for. */
    public enum Category {
        MILITARY,
        ECONOMIC,
        TECHNICAL,
        TRAINING,
        HUMANITARIAN,
        BUDGET,
        INFRASTRUCTURE,
        MIXED,
        UNSPECIFIED;

        /** The name in records. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** At which stage the flow is. */
    public enum Status {
        COMMITTED,
        DISBURSED,
        REQUESTED,
        PLANNED,
        WITHHELD;

        /** The name in records. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Gift or loan. */
    public enum Terms {
        GRANT,
        LOAN,
        MIXED,
        UNSPECIFIED;

        /** The name in records. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AidFlow {
        donors = List.copyOf(donors);
        recipients = List.copyOf(recipients);
        amounts = List.copyOf(amounts);
        items = List.copyOf(items);
    }
}
