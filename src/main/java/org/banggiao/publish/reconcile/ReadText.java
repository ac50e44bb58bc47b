package org.banggiao.publish.reconcile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.publish.search.NameSpots;

/**
 * What the title of a thing says: when it was, who took part, and what it is called beside that. "Hiệp ước biên giới Việt Nam – Lào,
 * 18/7/1977" has two parties and a date, and is called Hiệp ước biên giới.
 *
 * @param dates in their order
 * @param parties for each party who it may be
 * @param rest the other words
 */
record ReadText(List<AskedDate> dates, List<Set<Node>> parties, String rest) {
    ReadText {
        dates = List.copyOf(dates);
        parties = List.copyOf(parties);
    }

    /** Reads a text. */
    static ReadText of(String said, NameSpots actors) {
        var text = Normalizer.normalize(said, Normalizer.Form.NFC);
        var rest = new StringBuilder(text);
        var dates = new ArrayList<AskedDate>();
        for (var spot : SaidDates.in(text)) {
            dates.add(AskedDate.of(spot.date()));
            blank(rest, spot.start(), spot.end());
        }
        var parties = new ArrayList<Set<Node>>();
        for (var spot : actors.in(rest.toString())) {
            var nodes = spot.iris().stream().map(NodeFactory::createURI).collect(Collectors.toUnmodifiableSet());
            if (!parties.contains(nodes)) {
                parties.add(nodes);
            }
            blank(rest, spot.start(), spot.end());
        }
        return new ReadText(
                dates, parties, rest.toString().replaceAll("[\\s|]+", " ").strip());
    }

    private static void blank(StringBuilder text, int start, int end) {
        text.replace(start, end, "|".repeat(end - start));
    }

    /** Whether it says anything beside a name. */
    boolean isMoreThanName() {
        return !dates.isEmpty() || !parties.isEmpty();
    }
}
