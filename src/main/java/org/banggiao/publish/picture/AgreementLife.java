package org.banggiao.publish.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.banggiao.publish.entity.Catalogue;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.time.HistoricalDate;

/**
 * The life of an agreement along time: talks before it, signature, what was done with it (ratified, put into force, extended,
 * denounced), its term, what amends, supplements or replaces it, and aid under it, each with the works that state it.
 */
public final class AgreementLife {
    private static final int MOST = 60;

    /** What the query finds, by the name of the stage in it. */
    private static final String PARTS = """
              { ?instrument bg:dateOfSignature ?date BIND("signature" AS ?stage) BIND(?instrument AS ?act) }
              UNION { ?act bg:signs|bg:derivedFrom ?instrument ; a bg:InstrumentEvent ; bg:date ?date
                FILTER NOT EXISTS { ?act a bg:Signing } BIND("act" AS ?stage) }
              UNION { ?instrument bg:entryIntoForce ?date BIND("force" AS ?stage) BIND(?instrument AS ?act) }
              UNION { ?instrument bg:termStart ?from ; bg:termEnd ?until OPTIONAL { ?instrument bg:term ?term }
                BIND(COALESCE(STR(?term), CONCAT(STR(?from), "/", STR(?until))) AS ?date)
                BIND("term" AS ?stage) BIND(?instrument AS ?act) }
              UNION { ?act bg:amends ?instrument ; bg:dateOfSignature ?date BIND("amended" AS ?stage) }
              UNION { ?act bg:supplements ?instrument ; bg:dateOfSignature ?date BIND("supplemented" AS ?stage) }
              UNION { ?act bg:replaces ?instrument ; bg:dateOfSignature ?date BIND("replaced" AS ?stage) }
              UNION { ?instrument bg:amends ?act . ?act bg:dateOfSignature ?date BIND("amends" AS ?stage) }
              UNION { ?instrument bg:supplements ?act . ?act bg:dateOfSignature ?date BIND("supplements" AS ?stage) }
              UNION { ?instrument bg:replaces ?act . ?act bg:dateOfSignature ?date BIND("replaces" AS ?stage) }
              UNION { ?act bg:underInstrument ?instrument ; bg:date ?date BIND("aid" AS ?stage) }
              UNION { ?instrument bg:contractingCountry ?one , ?other . FILTER(STR(?one) < STR(?other))
                ?signing bg:signs ?instrument ; bg:start ?day ; bg:end ?day .
                VALUES ?type { bg:Meeting bg:Visit }
                ?act a ?type ; bg:participantCountry ?one , ?other ; bg:date ?date ; bg:year ?year ; bg:latestEnd ?over .
                FILTER(?over <= ?day && ?year >= YEAR(?day) - 1) BIND("talks" AS ?stage) }
            """;

    private final PictureData data;
    private final Catalogue catalogue;
    private final Prefixes prefixes;
    private final Words words;

    public AgreementLife(PictureData data, Catalogue catalogue, Prefixes prefixes, Words words) {
        this.data = data;
        this.catalogue = catalogue;
        this.prefixes = prefixes;
        this.words = words;
    }

    /** One step of a life. */
    private record Step(String stage, Node act, String date, Optional<Span> span) {
        static Optional<Step> of(Binding row) {
            var date = row.get("date");
            if (date == null || !date.isLiteral() || row.get("act") == null) {
                return Optional.empty();
            }
            var text = date.getLiteralLexicalForm();
            return Optional.of(new Step(row.get("stage").getLiteralLexicalForm(), row.get("act"), text, span(text)));
        }

        private static Optional<Span> span(String date) {
            try {
                return Optional.of(Span.of(HistoricalDate.parse(date)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** Draws the life of an agreement. */
    public Picture of(Listed instrument) {
        var sparql = sparql(instrument.iri());
        var found = new ArrayList<Step>();
        data.rows(sparql, row -> Step.of(row).ifPresent(found::add));
        var steps = found.stream()
                .distinct()
                .sorted(Comparator.comparing((Step s) -> s.span()
                                .flatMap(Span::first)
                                .map(Object::toString)
                                .orElse("~"))
                        .thenComparing(Step::date)
                        .thenComparing((Step s) -> s.stage().equals("talks") ? "" : s.stage())
                        .thenComparing(s -> s.act().toString()))
                .toList();
        var title = words.get("picture.life.title", words.name(instrument.iri()));
        var description = steps.isEmpty()
                ? words.get("picture.life.none")
                : words.get(
                        "picture.life.description",
                        words.number(steps.size()),
                        words.date(steps.getFirst().date()),
                        words.date(steps.getLast().date()));
        return new Picture(draw(title, description, steps), List.of(), notes(steps, instrument), table(steps), sparql);
    }

    private Drawing draw(String title, String description, List<Step> steps) {
        var canvas = new Canvas();
        var lines = steps.stream()
                .filter(s -> s.span().isPresent())
                .limit(MOST)
                .map(s -> new NamedLines.Line(
                        words.dateAlone(s.date()),
                        label(s),
                        words.path(s.act()),
                        s.span().orElseThrow(),
                        catalogue.get(s.act()).map(Listed::isDisputed).orElse(false)))
                .toList();
        double bottom = new NamedLines(canvas, words).draw(lines, Window.OPEN);
        double end = SpanMark.legend(canvas, NamedLines.EDGE, bottom + 46, words);
        return new Drawing(
                Timeline.WIDTH, (int) Math.ceil(end + 14), words.language(), title, description, canvas.shapes());
    }

    private String label(Step step) {
        var stage = words.get("picture.life." + step.stage());
        boolean isItself = List.of("signature", "force", "term").contains(step.stage());
        return isItself ? stage : stage + " – " + name(step.act());
    }

    private String name(Node act) {
        return catalogue.get(act).map(words::name).orElseGet(() -> words.name(act));
    }

    private List<Picture.Note> notes(List<Step> steps, Listed instrument) {
        var notes = new ArrayList<Picture.Note>();
        if (steps.stream().anyMatch(s -> s.stage().equals("talks"))) {
            notes.add(Picture.Note.of(words.get("picture.life.talks-reading")));
        }
        data.rows(
                "SELECT ?years { <" + instrument.iri().getURI()
                        + "> bg:tacitRenewalTerm ?years } ORDER BY ?years LIMIT 1",
                row -> notes.add(Picture.Note.of(
                        words.get("picture.life.renewal", row.get("years").getLiteralLexicalForm()))));
        if (steps.size() > MOST) {
            notes.add(Picture.Note.of(words.get("picture.life.most", words.number(MOST))));
        }
        return notes;
    }

    private Table table(List<Step> steps) {
        return new Table(
                List.of(
                        words.get("picture.when"),
                        words.get("picture.life.step"),
                        words.get("picture.what"),
                        words.get("picture.life.sources")),
                steps.stream()
                        .map(s -> List.of(
                                Table.exactly(words.dateAlone(s.date()), s.date()),
                                Table.text(words.get("picture.life." + s.stage())),
                                Table.linked(name(s.act()), words.path(s.act())),
                                Table.text(catalogue.get(s.act()).stream()
                                        .flatMap(l -> l.sources().stream())
                                        .map(words::name)
                                        .collect(Collectors.joining("; ")))))
                        .toList());
    }

    private String sparql(Node instrument) {
        var body = "SELECT DISTINCT ?stage ?act ?date WHERE {\n  VALUES ?instrument { "
                + Selected.shorten(instrument, prefixes) + " }\n" + PARTS + "} ORDER BY STR(?date) ?stage ?act";
        return prefixes.declare(body) + body;
    }
}
