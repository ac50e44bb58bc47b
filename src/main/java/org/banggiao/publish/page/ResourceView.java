package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Description;
import org.banggiao.publish.entity.Descriptions;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.PropertyOrder;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.publish.settings.PublishSettings.Quotation;
import org.banggiao.store.Passages;

/** Makes the page of one resource from its description. */
final class ResourceView {
    private static final Set<Node> ELSEWHERE =
            Set.of(Vocabulary.LABEL, Vocabulary.PREF_LABEL, Vocabulary.HAS_CLAIM, Vocabulary.CONFLICT);
    private static final Set<Node> TRANSLATED = Set.of(
            SKOS.definition.asNode(),
            SKOS.scopeNote.asNode(),
            SKOS.changeNote.asNode(),
            DCTerms.title.asNode(),
            DCTerms.description.asNode());
    private static final Map<Node, Node> SAID_OTHERWISE = Map.of(
            Vocabulary.DATE_OF_SIGNATURE, Vocabulary.SAID_DATE,
            Vocabulary.PLACE_OF_SIGNATURE, Vocabulary.SAID_PLACE,
            Vocabulary.FLOW_STAGE, Vocabulary.SAID_STAGE,
            Vocabulary.FINANCE_TYPE, Vocabulary.SAID_TERMS);
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final int MOST_ROWS = 12;
    private static final int MOST_MEMBERS = 400;

    private final Description description;
    private final Subgraph graph;
    private final Node subject;
    private final ReleaseViews.View view;
    private final Texts texts;
    private final Links links;
    private final ValueText values;
    private final ClaimCards cards;
    private final Rows rows;
    private final Prefixes prefixes;

    ResourceView(
            Description description,
            ReleaseViews.View view,
            Prefixes prefixes,
            Texts texts,
            Links links,
            Passages passages,
            Quotation quotation) {
        this.description = description;
        this.graph = description.graph();
        this.subject = description.subject();
        this.view = view;
        this.texts = texts;
        this.links = links;
        this.prefixes = prefixes;
        this.values = new ValueText(graph, view.terms(), view.catalogue(), prefixes, texts, links);
        this.cards = new ClaimCards(graph, values, texts, links, passages, quotation);
        this.rows = new Rows(view.terms(), texts, links);
    }

    /** The page; the store is asked once more for what refers to resources that no list knows. */
    ResourcePage page(Descriptions descriptions) {
        var sort = sort();
        var title = title(descriptions);
        var isPassage = graph.isA(subject, Vocabulary.PASSAGE);
        var disputed = disputedProperties();
        var facts = new ArrayList<Fact>();
        var technical = new ArrayList<Fact>();
        if (isPassage) {
            var evidence = cards.evidence(subject);
            facts.add(Fact.of(texts.get("evidence.source"), evidence.source()));
            evidence.place()
                    .forEach(f -> facts.add(new Fact(ValueText.capital(f.name()), f.href(), f.values(), false)));
            collect(technical, technical, disputed);
        } else if (graph.isA(subject, Vocabulary.CLAIM)) {
            // Its card says the rest, as on the page of what it speaks of.
            var spoken = graph.subjects(Vocabulary.HAS_CLAIM, subject).stream()
                    .map(values::resource)
                    .toList();
            facts.add(new Fact(texts.get("claim.of"), Optional.empty(), spoken, false));
            collect(technical, technical, disputed);
        } else {
            collect(facts, technical, disputed);
        }
        var claims = claims();
        return new ResourcePage(
                ValueText.capital(sort),
                graph.isA(subject, SKOS.Concept.asNode()) ? ValueText.capital(title) : title,
                otherTitle(title),
                new Ledes(graph, values, texts, view.catalogue()).of(subject, sort),
                graph.text(subject, Vocabulary.PROVISIONAL)
                        .filter("true"::equals)
                        .isPresent(),
                isPassage ? cards.quote(subject, true) : Optional.empty(),
                facts,
                technical,
                disputes(),
                claims.stream().map(c -> cards.card(c, c.equals(subject))).toList(),
                description.claimsLeftOut(),
                groups(descriptions),
                members(),
                sparql(),
                ResourcePage.Asked.NOTHING,
                ResourcePage.Around.NOTHING);
    }

    /** What it is called, in the page's language where it has a name in it. */
    String title(Descriptions descriptions) {
        return graph.label(subject, texts.language().code())
                .or(() -> view.terms().label(subject, texts.language().code()))
                .orElseGet(() -> untitled(descriptions));
    }

    /** A name for what the data do not name: its sort and the last part of its address. */
    private String untitled(Descriptions descriptions) {
        if (graph.isA(subject, Vocabulary.PASSAGE)) {
            var evidence = cards.evidence(subject);
            var place = evidence.place().stream()
                    .map(f -> f.name() + " " + f.values().getFirst().text())
                    .toList();
            return place.isEmpty() ? evidence.source().text() : ValueText.capital(String.join(", ", place));
        }
        var iri = subject.getURI();
        var key = iri.substring(iri.lastIndexOf('/') + 1);
        var sort = ValueText.capital(sort());
        return owner(iri, descriptions)
                .map(owner -> texts.get("part.of", NUMBER.matcher(key).matches() ? sort + " " + key : sort, owner))
                .orElseGet(() -> sort + " " + key);
    }

    /** What the thing is called under whose address a part lies: the nearest that has a name. */
    private Optional<String> owner(String iri, Descriptions descriptions) {
        var wholes = new ArrayList<Node>();
        for (int slash = iri.lastIndexOf('/'); slash > 0; slash = iri.lastIndexOf('/', slash - 1)) {
            wholes.add(NodeFactory.createURI(iri.substring(0, slash)));
        }
        var language = texts.language().code();
        var listed = wholes.stream()
                .flatMap(whole -> view.catalogue().get(whole).stream())
                .map(l -> l.label(language))
                .findFirst();
        if (listed.isPresent()) {
            return listed;
        }
        var labels = descriptions.labels(wholes);
        return wholes.stream()
                .flatMap(whole -> labels.label(whole, language).stream())
                .findFirst();
    }

    private Optional<Value> otherTitle(String title) {
        for (var other : Language.values()) {
            var label = graph.label(subject, other.code());
            if (other != texts.language() && label.isPresent() && !label.get().equals(title)) {
                return Optional.of(Value.of(label.get()).in(other.code()));
            }
        }
        return Optional.empty();
    }

    /** What it is, in the words of the narrowest class, type or stage. */
    private String sort() {
        for (var property : List.of(Vocabulary.INSTRUMENT_TYPE, Vocabulary.EVENT_TYPE)) {
            var type = graph.object(subject, property);
            if (type.isPresent()) {
                return values.name(type.get());
            }
        }
        var types = graph.objects(subject, Vocabulary.TYPE);
        return view.terms()
                .narrowest(types)
                .or(() -> types.stream().findFirst())
                .map(type -> texts.find("class."
                                + prefixes.shorten(type.getURI()).orElse("").replace(':', '.'))
                        .orElseGet(() -> values.name(type)))
                .orElseGet(() -> texts.get("resource"));
    }

    private void collect(List<Fact> facts, List<Fact> technical, Set<Node> disputed) {
        var properties = new LinkedHashSet<>(PropertyOrder.OF_THINGS);
        properties.addAll(graph.properties(subject));
        var shown = properties.stream()
                .filter(p -> !isSaidByLink(p)
                        && !ELSEWHERE.contains(p)
                        && !graph.objects(subject, p).isEmpty())
                .toList();
        for (var property : shown) {
            boolean isTechnical = PropertyOrder.COMPUTED.contains(property) || property.equals(Vocabulary.TYPE);
            (isTechnical ? technical : facts)
                    .add(values.fact(property, readable(property), disputed.contains(property)));
        }
    }

    /** The values of a property; of texts that say the same in several languages, those in the page's. */
    private List<Node> readable(Node property) {
        var objects = graph.objects(subject, property);
        var own = objects.stream()
                .filter(o -> o.isLiteral()
                        && o.getLiteralLanguage().equals(texts.language().code()))
                .toList();
        return TRANSLATED.contains(property) && !own.isEmpty() ? own : objects;
    }

    /** Whether links say the same, with how they were made. */
    private boolean isSaidByLink(Node property) {
        return property.equals(Vocabulary.EXACT_MATCH)
                && !graph.objects(subject, Vocabulary.LINK).isEmpty();
    }

    private List<Node> claims() {
        return graph.isA(subject, Vocabulary.CLAIM)
                ? List.of(subject)
                : graph.objects(subject, Vocabulary.HAS_CLAIM).stream()
                        .filter(c -> !graph.properties(c).isEmpty())
                        .sorted(cards.byPlace())
                        .toList();
    }

    private Set<Node> disputedProperties() {
        var found = new LinkedHashSet<Node>();
        for (var conflict : graph.objects(subject, Vocabulary.CONFLICT)) {
            found.addAll(graph.objects(conflict, Vocabulary.ON_PROPERTY));
        }
        return found;
    }

    private List<Dispute> disputes() {
        var found = new ArrayList<Dispute>();
        for (var conflict : graph.objects(subject, Vocabulary.CONFLICT)) {
            graph.object(conflict, Vocabulary.ON_PROPERTY).ifPresent(property -> {
                var said = saidProperty(property);
                var sides = graph.objects(conflict, Vocabulary.CONFLICTING_CLAIM).stream()
                        .map(claim -> side(claim, said))
                        .toList();
                var kind = graph.object(conflict, Vocabulary.CONFLICT_KIND)
                        .map(values::name)
                        .orElse("");
                found.add(new Dispute(values.property(property), kind, sides));
            });
        }
        return found;
    }

    /** What claims call a property of things: most have the same name in their own vocabulary. */
    private static Node saidProperty(Node property) {
        var other = SAID_OTHERWISE.get(property);
        return other != null
                ? other
                : NodeFactory.createURI(Vocabulary.SAID
                        + property.getURI().substring(property.getURI().lastIndexOf('#') + 1));
    }

    private Dispute.Side side(Node claim, Node said) {
        var value = String.join(
                ", ",
                graph.objects(claim, said).stream()
                        .map(v -> values.value(said, v).words())
                        .toList());
        var where = graph.object(claim, Vocabulary.SAID_STATED_IN)
                .map(cards::evidence)
                .map(e -> e.source().text()
                        + e.place().stream()
                                .findFirst()
                                .map(p -> ", " + p.name() + " "
                                        + p.values().getFirst().text())
                                .orElse(""))
                .orElse("");
        return new Dispute.Side(value, where, "claim-" + ClaimCards.key(claim));
    }

    private List<RowGroup> groups(Descriptions descriptions) {
        var things = view.catalogue().things(subject);
        if (things.isEmpty()) {
            return graph.isA(subject, Vocabulary.CLAIM)
                    ? List.of()
                    : new References(view, prefixes, texts, links)
                            .to(subject, graph.isA(subject, Vocabulary.PASSAGE), descriptions);
        }
        var groups = new ArrayList<RowGroup>();
        var filter = prefixes.shorten(subject.getURI()).orElse("");
        var parameter = graph.isA(subject, Vocabulary.SOURCE) ? "source" : "with";
        for (var kind : Kind.things()) {
            var ofKind = things.stream().filter(t -> t.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                groups.add(new RowGroup(
                        texts.get("kind." + kind.path()),
                        ofKind.size(),
                        ofKind.stream().limit(MOST_ROWS).map(rows::row).toList(),
                        ofKind.size() > MOST_ROWS && !filter.isEmpty()
                                ? Optional.of(links.page(
                                        "/browse/" + kind.path() + "?" + parameter + "=" + Links.encode(filter)))
                                : Optional.empty()));
            }
        }
        return groups;
    }

    /** The concepts of a list, the terms of a vocabulary. */
    private List<Row> members() {
        var found = new ArrayList<Row>();
        for (var concept : graph.subjects(Vocabulary.IN_SCHEME, subject)) {
            found.add(new Row("", values.resource(concept), Optional.empty(), "", Optional.empty(), false));
        }
        return found.subList(0, Math.min(found.size(), MOST_MEMBERS));
    }

    private String sparql() {
        return "SELECT ?property ?value WHERE {\n  <" + subject.getURI() + "> ?property ?value\n}";
    }
}
