package org.banggiao.publish.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.publish.picture.AidDrawing.Sum;
import org.banggiao.time.DatePoint;

/**
 * Sums of aid at one stage in one unit: by year, or as streams from those who gave to what it went to. What may be added is what the
 * graph marks so ({@code bg:summableAmount}); all else is counted, named and left out.
 */
public final class AidFlows {
    /** How sums are drawn. */
    public enum Form {
        YEARS,
        STREAMS;

        /** Where they are. */
        public String path() {
            return "/aid/" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final PictureData data;
    private final Prefixes prefixes;
    private final Words words;

    public AidFlows(PictureData data, Prefixes prefixes, Words words) {
        this.data = data;
        this.prefixes = prefixes;
        this.words = words;
    }

    /**
     * What is asked for.
     *
     * @param stage of flows, by the last part of its address or its short name; empty for the one with most sums
     * @param unit of sums, likewise
     */
    public record Asked(Form form, String stage, String unit, Grouping grouping) {}

    /** Draws the sums of a list of flows. */
    public Picture of(Selected selected, Asked asked) {
        var flows = new TreeMap<Node, AidSum>(Subgraph.ORDER);
        for (var thing : selected.things()) {
            Optional.ofNullable(data.sums().get(thing.iri())).ifPresent(s -> flows.put(thing.iri(), s));
        }
        var kinds = kinds(flows);
        var kind = chosen(kinds, asked);
        var sums = new ArrayList<Sum>();
        if (kind.isPresent()) {
            sums.addAll(sums(selected, flows, kind.get(), asked));
        }
        var unit = kind.map(Kind::unit);
        var title = kind.map(k -> words.get(
                        "picture.aid.title." + (asked.form() == Form.YEARS ? "years" : "streams"),
                        selected.title(),
                        words.name(k.stage()),
                        words.name(k.unit())))
                .orElse(selected.title());
        var description = description(sums, unit);
        var drawing = asked.form() == Form.YEARS
                ? new AidYears(words)
                        .draw(title, description, unit.map(words::name).orElse(""), sums)
                : new AidStreams(words)
                        .draw(title, description, unit.map(words::name).orElse(""), sums);
        return new Picture(
                drawing,
                choices(selected, asked, kinds, kind),
                new AidNotes(words, prefixes).of(selected, flows, kind, sums, asked),
                table(sums, asked, kind),
                kind.map(k -> sparql(selected, k, asked)).orElse(""));
    }

    /** A stage and a unit: what sums are kept apart by before anything is drawn. */
    record Kind(Node stage, Node unit) {
        static final Comparator<Kind> ORDER =
                Comparator.comparing(Kind::stage, Subgraph.ORDER).thenComparing(Kind::unit, Subgraph.ORDER);
    }

    private static Map<Kind, Long> kinds(Map<Node, AidSum> flows) {
        var counts = new TreeMap<Kind, Long>(Kind.ORDER);
        for (var flow : flows.values()) {
            if (flow.isSummable()) {
                counts.merge(new Kind(flow.stage().orElseThrow(), flow.unit().orElseThrow()), 1L, Long::sum);
            }
        }
        return counts;
    }

    private Optional<Kind> chosen(Map<Kind, Long> kinds, Asked asked) {
        return kinds.entrySet().stream()
                .filter(k -> isNamed(k.getKey().stage(), asked.stage())
                        && isNamed(k.getKey().unit(), asked.unit()))
                .min(Map.Entry.<Kind, Long>comparingByValue().reversed().thenComparing(Map.Entry::getKey, Kind.ORDER))
                .map(Map.Entry::getKey);
    }

    private boolean isNamed(Node concept, String name) {
        return name.isEmpty()
                || key(concept).equals(name)
                || prefixes.shorten(concept.getURI()).equals(Optional.of(name));
    }

    /** The last part of an address. */
    static String key(Node node) {
        return node.getURI().replaceFirst("^.*[/#]", "");
    }

    private List<Sum> sums(Selected selected, Map<Node, AidSum> flows, Kind kind, Asked asked) {
        var sums = new TreeMap<String, Sum>();
        for (var thing : selected.things()) {
            var flow = flows.get(thing.iri());
            if (flow == null || !flow.isSummable() || !flow.stage().equals(Optional.of(kind.stage()))) {
                continue;
            }
            var amount = flow.amount(kind.unit());
            if (amount.isPresent()) {
                var period = asked.form() == Form.YEARS ? period(thing, flow) : "";
                var donors = flow.only(Vocabulary.DONOR_SET).orElseThrow();
                var group = asked.grouping().of(flow);
                var sum = new Sum(donors, group, period, amount.get(), 1, List.of(thing.iri()));
                sums.merge(donors + " " + group.map(Node::toString).orElse("") + " " + period, sum, Sum::plus);
            }
        }
        return List.copyOf(sums.values());
    }

    /** The year that all of a flow lies in, else its date as the data write it. */
    private static String period(Listed thing, AidSum flow) {
        return flow.only(Vocabulary.YEAR)
                .map(Node::getLiteralLexicalForm)
                .or(thing::date)
                .orElse("");
    }

    private String description(List<Sum> sums, Optional<Node> unit) {
        if (sums.isEmpty() || unit.isEmpty()) {
            return words.get("picture.aid.none");
        }
        var total = sums.stream().map(Sum::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        long flows = sums.stream().mapToLong(Sum::flows).sum();
        return words.get(
                "picture.aid.description",
                words.count("n.aidflow", flows),
                words.number(total),
                words.name(unit.get()),
                words.number(sums.stream().map(Sum::donors).distinct().count()));
    }

    private List<Picture.Choices> choices(
            Selected selected, Asked asked, Map<Kind, Long> kinds, Optional<Kind> chosen) {
        var groups = new ArrayList<Picture.Choices>();
        var stage = chosen.map(k -> key(k.stage())).orElse("");
        var unit = chosen.map(k -> key(k.unit())).orElse("");
        long count = chosen.map(kinds::get).orElse(0L);
        var forms = new ArrayList<Picture.Choice>();
        for (var form : Form.values()) {
            forms.add(new Picture.Choice(
                    words.get("picture.form." + form.name().toLowerCase(Locale.ROOT)),
                    path(selected, form, stage, unit, asked.grouping()),
                    count,
                    form == asked.form()));
        }
        groups.add(new Picture.Choices(words.get("picture.form"), forms));
        var units = new TreeMap<Node, Long>(Subgraph.ORDER);
        var stages = new TreeMap<Node, Long>(Subgraph.ORDER);
        kinds.forEach((kind, n) -> {
            stages.merge(kind.stage(), n, Long::sum);
            if (chosen.isEmpty() || kind.stage().equals(chosen.get().stage())) {
                units.merge(kind.unit(), n, Long::sum);
            }
        });
        groups.add(new Picture.Choices(
                words.get("picture.unit"),
                units.entrySet().stream()
                        .map(u -> new Picture.Choice(
                                words.name(u.getKey()),
                                path(selected, asked.form(), stage, key(u.getKey()), asked.grouping()),
                                u.getValue(),
                                chosen.map(k -> k.unit().equals(u.getKey())).orElse(false)))
                        .toList()));
        groups.add(new Picture.Choices(
                words.get("picture.stage"),
                stages.entrySet().stream()
                        .map(s -> new Picture.Choice(
                                words.name(s.getKey()),
                                path(selected, asked.form(), key(s.getKey()), "", asked.grouping()),
                                s.getValue(),
                                chosen.map(k -> k.stage().equals(s.getKey())).orElse(false)))
                        .toList()));
        var by = new ArrayList<Picture.Choice>();
        for (var grouping : Grouping.values()) {
            by.add(new Picture.Choice(
                    words.get("picture.by." + grouping.parameter()),
                    path(selected, asked.form(), stage, unit, grouping),
                    count,
                    grouping == asked.grouping()));
        }
        groups.add(new Picture.Choices(words.get("picture.by"), by));
        return groups;
    }

    private static String path(Selected selected, Form form, String stage, String unit, Grouping grouping) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("stage", stage);
        parameters.put("unit", unit);
        parameters.put("by", grouping == Grouping.RECIPIENT ? "" : grouping.parameter());
        return selected.pages().at(form.path(), parameters);
    }

    private Table table(List<Sum> sums, Asked asked, Optional<Kind> kind) {
        boolean isByYear = asked.form() == Form.YEARS;
        var heads = new ArrayList<>(List.of(
                words.get("picture.donors"),
                words.get("picture.by." + asked.grouping().parameter())));
        if (isByYear) {
            heads.add(words.get("picture.period"));
        }
        heads.add(kind.map(k -> words.name(k.unit())).orElse(words.get("picture.unit")));
        heads.add(words.get("picture.flows"));
        var rows = new ArrayList<List<Table.Cell>>();
        for (var sum : sums) {
            var row = new ArrayList<>(List.of(
                    Table.linked(words.name(sum.donors()), words.path(sum.donors())),
                    sum.group()
                            .map(g -> Table.linked(words.name(g), words.path(g)))
                            .orElse(Table.text(words.get("picture.not-said")))));
            if (isByYear) {
                row.add(Table.exactly(words.dateAlone(sum.period()), sum.period()));
            }
            row.add(Table.number(sum.amount(), words));
            row.add(
                    sum.things().size() == 1
                            ? new Table.Cell(
                                    words.number(1), words.path(sum.things().getFirst()), "", true)
                            : Table.number(sum.flows(), words));
            rows.add(row);
        }
        return new Table(heads, rows);
    }

    private String sparql(Selected selected, Kind kind, Asked asked) {
        boolean isByYear = asked.form() == Form.YEARS;
        var period = isByYear ? " ?period" : "";
        var body = "SELECT ?donors ?group" + period
                + " (SUM(?value) AS ?total) (COUNT(DISTINCT ?flow) AS ?flows) WHERE {\n"
                + selected.things("?flow")
                + "  ?flow bg:flowStage " + Selected.shorten(kind.stage(), prefixes) + " ;\n"
                + "      bg:donorSet ?donors ;\n"
                + "      bg:recipientCountry ?recipient ;\n"
                + "      bg:summableAmount ?amount .\n"
                + "  ?amount bg:value ?value ;\n"
                + "      bg:unit " + Selected.shorten(kind.unit(), prefixes) + " .\n"
                + asked.grouping().sparql()
                + (isByYear
                        ? "  OPTIONAL { ?flow bg:year ?year }\n  OPTIONAL { ?flow bg:date ?date }\n"
                                + "  BIND(COALESCE(STR(?year), STR(?date), \"\") AS ?period)\n"
                        : "")
                + "} GROUP BY ?donors ?group" + period + " ORDER BY ?donors ?group" + period;
        return prefixes.declare(body) + body;
    }

    /** Whether a period is one year. */
    static boolean isYear(String period) {
        try {
            return DatePoint.parse(period).grain() == DatePoint.Grain.YEAR;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
