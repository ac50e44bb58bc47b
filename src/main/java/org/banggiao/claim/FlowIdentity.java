package org.banggiao.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.banggiao.quantity.Money;

/** Says when two claims speak of one aid flow: by stage, period, donors, recipients, and sums or items. */
final class FlowIdentity {
    private FlowIdentity() {}

    /** Why the two are one flow; empty where they are not. */
    static Optional<String> same(AidFlow a, AidFlow b) {
        if (a.status() != b.status()
                || !Merger.sameDate(a, b)
                || !Merger.codes(a.donors()).equals(Merger.codes(b.donors()))
                || !Merger.codes(a.recipients()).equals(Merger.codes(b.recipients()))) {
            return Optional.empty();
        }
        Set<Money> money = new HashSet<>(a.amounts());
        boolean sameMoney = !money.isEmpty() && money.equals(new HashSet<>(b.amounts()));
        boolean sameItems = a.amounts().isEmpty()
                && b.amounts().isEmpty()
                && !a.items().isEmpty()
                && a.items().equals(b.items());
        if (refines(a, b)) {
            return Optional.of("same donors, recipients and period, and one sum is the other more exactly");
        }
        return sameMoney || sameItems
                ? Optional.of("same donors, recipients, period and " + (sameMoney ? "amount" : "items"))
                : Optional.empty();
    }

    /** Whether both give one sum, one of them exactly and the other as what that can be called in round numbers. */
    private static boolean refines(AidFlow a, AidFlow b) {
        if (a.amounts().size() != 1 || b.amounts().size() != 1 || !a.items().equals(b.items())) {
            return false;
        }
        var x = a.amounts().get(0);
        var y = b.amounts().get(0);
        boolean sameTerms = a.terms() == b.terms()
                || a.terms() == AidFlow.Terms.UNSPECIFIED
                || b.terms() == AidFlow.Terms.UNSPECIFIED;
        return sameTerms
                && x.currency().equals(y.currency())
                && (x.amount().isRoundOf(y.amount()) || y.amount().isRoundOf(x.amount()));
    }

    /** Each way to be the same needs one of these in common; a flow without period, or of nothing that is named, has none. */
    static Set<Object> keys(AidFlow flow) {
        var keys = new HashSet<Object>();
        if (flow.date() == null) {
            return keys;
        }
        var all = List.of(
                flow.status(), flow.date().edtf(), Merger.codes(flow.donors()), Merger.codes(flow.recipients()));
        if (!flow.amounts().isEmpty()) {
            keys.add(List.of(all, new HashSet<>(flow.amounts())));
        } else if (!flow.items().isEmpty()) {
            keys.add(List.of(all, flow.items()));
        }
        if (flow.amounts().size() == 1) {
            keys.add(List.of(all, flow.amounts().get(0).currency(), flow.items()));
        }
        return keys;
    }
}
