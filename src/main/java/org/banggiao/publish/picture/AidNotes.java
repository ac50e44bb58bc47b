package org.banggiao.publish.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.publish.picture.AidDrawing.Sum;
import org.banggiao.publish.picture.AidFlows.Kind;

/** Says of sums of aid what is not in them, how much that is, and why. */
final class AidNotes {
    private final Words words;
    private final Prefixes prefixes;

    AidNotes(Words words, Prefixes prefixes) {
        this.words = words;
        this.prefixes = prefixes;
    }

    List<Picture.Note> of(
            Selected selected, Map<Node, AidSum> flows, Optional<Kind> kind, List<Sum> sums, AidFlows.Asked asked) {
        var notes = new ArrayList<Picture.Note>();
        notes.add(Picture.Note.of(words.get("picture.aid.rule")));
        long elsewhere = flows.values().stream()
                .filter(AidSum::isSummable)
                .filter(f -> kind.isEmpty()
                        || f.amount(kind.get().unit()).isEmpty()
                        || !f.stage().equals(Optional.of(kind.get().stage())))
                .count();
        if (elsewhere > 0) {
            notes.add(Picture.Note.of(words.get("picture.aid.elsewhere", words.count("n.aidflow", elsewhere))));
        }
        var reasons = new TreeMap<Node, Long>(Subgraph.ORDER);
        long unnamed = 0;
        for (var flow : flows.values()) {
            if (!flow.isSummable()) {
                if (flow.summability().isPresent() && flow.unit().isEmpty()) {
                    reasons.merge(flow.summability().get(), 1L, Long::sum);
                } else {
                    unnamed++;
                }
            }
        }
        reasons.forEach((why, count) -> notes.add(new Picture.Note(
                words.get("picture.aid.left-out", words.count("n.aidflow", count), words.name(why)),
                Optional.of(query(selected, why)),
                words.get("picture.aid.which"))));
        if (unnamed > 0) {
            notes.add(Picture.Note.of(words.get("picture.aid.unnamed", words.count("n.aidflow", unnamed))));
        }
        if (asked.form() == AidFlows.Form.YEARS) {
            if (sums.stream().anyMatch(s -> !AidFlows.isYear(s.period()))) {
                notes.add(Picture.Note.of(words.get("picture.aid.periods")));
            }
            if (AidYears.groups(sums).size() > AidYears.MOST_PANELS) {
                notes.add(Picture.Note.of(words.get("picture.aid.panels", words.number(AidYears.MOST_PANELS))));
            }
        }
        return notes;
    }

    /** The path of the query page with a query for what is left out for a reason. */
    private String query(Selected selected, Node why) {
        var body = "SELECT ?flow ?label ?date ?value ?unit WHERE {\n" + selected.things("?flow")
                + "  ?flow bg:summability " + Selected.shorten(why, prefixes) + " ;\n"
                + "      rdfs:label ?label .\n"
                + "  FILTER(lang(?label) = \"" + words.language() + "\")\n"
                + "  OPTIONAL { ?flow bg:date ?date }\n"
                + "  OPTIONAL { ?flow bg:amount ?amount . ?amount bg:value ?value ; bg:unit ?unit }\n"
                + "} ORDER BY STR(?date) ?flow";
        return Selected.query(prefixes.declare(body) + body);
    }
}
