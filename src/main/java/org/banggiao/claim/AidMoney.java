package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.banggiao.mention.Span;
import org.banggiao.quantity.Money;

/** The sums of a flow, in the currency that a bare name means with the one who gives. */
final class AidMoney {
    /** Currencies of one name, by the code that the bare name has and the one who gives. */
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("DEM DD", "DDM"),
            Map.entry("DEM FI", "FIM"),
            Map.entry("SEK NO", "NOK"),
            Map.entry("SEK DK", "DKK"),
            Map.entry("SEK IS", "ISK"),
            Map.entry("SEK CZ", "CSK"),
            Map.entry("FRF BE", "BEF"),
            Map.entry("FRF CH", "CHF"),
            Map.entry("INR PK", "PKR"),
            Map.entry("INR NP", "NPR"),
            Map.entry("INR LK", "LKR"),
            Map.entry("KRW KP", "KPW"),
            Map.entry("ITL TR", "TRL"),
            Map.entry("PHP CU", "CUP"));

    private AidMoney() {}

    /** The sums that spans say, each once. */
    static List<Money> sums(Scene scene, List<Span> money, List<ActorRef> donors) {
        var sums = new ArrayList<Money>();
        for (var span : money) {
            if (span.value() instanceof Money m && !sums.contains(m)) {
                // "Triệu mác" of East Germany are its own.
                boolean named = scene.reading.token(span.to() - 1).isCapitalised();
                boolean one = donors.size() == 1 && !named;
                sums.add(
                        one
                                ? new Money(
                                        m.amount(),
                                        own(m.currency(), donors.get(0).code()))
                                : m);
            }
        }
        return sums;
    }

    /** The currency that a bare name, which stands for this one by itself, means with a giver; else this one. */
    static String own(String currency, String giver) {
        return OWN.getOrDefault(currency + " " + giver, currency);
    }
}
