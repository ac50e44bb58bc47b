package org.banggiao.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * An actor of a sentence, or the country of a place, with the preposition before it.
 *
 * @param from its first token
 * @param to the token after its last
 * @param refs who it is
 * @param marker the preposition, or empty
 */
record AidParty(int from, int to, List<ActorRef> refs, String marker) {
    private static final int TITLE = 4;
    private static final Set<String> MARKERS = Set.of(
            "cho", "của", "từ", "do", "bởi", "với", "tại", "ở", "sang", "đến", "tới", "thăm", "về", "được", "nhờ",
            "vào", "giúp", "giữa", "trong", "khi", "bằng", "dành", "gồm", "là", "và", "trước", "sau", "lại");

    /** Whether its preposition is one of these. */
    boolean is(Set<String> markers) {
        return markers.contains(marker);
    }

    /** Actors and places in a stretch, by place. */
    static List<AidParty> of(Scene scene, int from, int to) {
        var parties = new ArrayList<AidParty>();
        for (var actor : scene.actors) {
            if (actor.from() >= from && actor.to() <= to) {
                parties.add(new AidParty(actor.from(), actor.to(), List.of(actor.ref()), marker(scene, actor.from())));
            }
        }
        for (var place : scene.reading.all("place")) {
            var code = scene.sides.countryOf(place);
            boolean named = parties.stream().anyMatch(p -> p.from() < place.to() && place.from() < p.to());
            if (place.from() >= from && place.to() <= to && code != null && !named) {
                parties.add(new AidParty(
                        place.from(), place.to(), List.of(scene.sides.contextual(code)), marker(scene, place.from())));
            }
        }
        parties.sort(Comparator.comparingInt(AidParty::from).thenComparingInt(AidParty::to));
        return parties;
    }

    /** The preposition of a name: the nearest before it, over words such as "phía" or "quân đội"; empty where there is none. */
    private static String marker(Scene scene, int at) {
        for (int i = at - 1; i >= Math.max(0, at - TITLE); i--) {
            var word = scene.reading.lower(i);
            if (MARKERS.contains(word)) {
                boolean joined =
                        word.equals("với") && scene.reading.lower(i - 1).equals("cùng");
                return joined || word.equals("và") || word.equals("khi") || word.equals("là") ? "" : word;
            }
            if (!scene.reading.starts(i, "%party.title") && !scene.reading.ends(i + 1, "%party.title")) {
                return "";
            }
        }
        return "";
    }

    /** Whether an actor behind a comma has a sum or a quantity of its own right behind it. */
    static boolean isElliptic(Scene scene, int from, int to) {
        boolean apart = List.of(",", "còn", ";", "thì").contains(scene.reading.lower(from - 1));
        return apart
                && (scene.reading.starts(to, "money")
                        || scene.reading.starts(to, "measure")
                        || scene.reading.starts(to, "amount"));
    }
}
