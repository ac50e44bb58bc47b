package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.LocalAddress;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.reconcile.Candidate;
import org.banggiao.publish.reconcile.Condition;
import org.banggiao.publish.reconcile.Describer;
import org.banggiao.publish.reconcile.Feature;
import org.banggiao.publish.reconcile.MatchQuery;
import org.banggiao.publish.reconcile.Matcher;
import org.banggiao.publish.reconcile.Property;
import org.banggiao.publish.reconcile.Register;
import org.banggiao.publish.reconcile.Registers;
import org.banggiao.publish.reconcile.Schema;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.Admission;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Reconciliation for people: how to use it, a form to try it, and previews for the pages of clients. */
@Controller
final class ReconcilePageController {
    private static final String PATH = "/reconcile";
    private static final String LANG = "/{lang:vi|en}";
    private static final int CANDIDATES = 10;
    private static final int MOST_NAMES = 6;
    /** As the policy of all pages, without scripts and forms, and in the frames of anybody. */
    private static final String IN_FRAMES =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    private static final List<Fact> FACTS = List.of(
            new Fact("reconcile.parties", List.of(Vocabulary.CONTRACTING_PARTY, Vocabulary.PARTICIPANT)),
            new Fact("reconcile.donors", List.of(Vocabulary.DONOR)),
            new Fact("reconcile.recipients", List.of(Vocabulary.RECIPIENT)),
            new Fact("reconcile.places", List.of(Vocabulary.PLACE_OF_SIGNATURE, Vocabulary.PLACE)),
            new Fact("reconcile.persons", List.of(Vocabulary.SIGNED_BY, Vocabulary.INVOLVES_PERSON)));

    private final PublishSettings settings;
    private final LocalAddress address;
    private final Schema schema;
    private final Registers registers;
    private final Matcher matcher;
    private final Admission admission;
    private final Frames frames;
    private final Templates templates;

    ReconcilePageController(
            PublishSettings settings,
            Schema schema,
            Registers registers,
            Matcher matcher,
            Admission admission,
            Frames frames,
            Templates templates) {
        this.settings = settings;
        this.address = new LocalAddress(settings.baseIri());
        this.schema = schema;
        this.registers = registers;
        this.matcher = matcher;
        this.admission = admission;
        this.frames = frames;
        this.templates = templates;
    }

    /** What a preview tells: the resources at some properties, under a heading. */
    private record Fact(String label, List<Node> properties) {}

    @GetMapping(PATH)
    void page(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = new ReconcilePage.Asked(
                text(request, "name"),
                text(request, "type"),
                text(request, "date"),
                text(request, "party"),
                text(request, "place"));
        int most = settings.reconcile().textLength();
        boolean isTooLong = List.of(asked.name(), asked.date(), asked.party(), asked.place()).stream()
                .anyMatch(text -> text.length() > most);
        if (isTooLong) {
            new Problem(400, "bad-request", "Bad request", "A field has " + most + " characters at most.")
                    .write(request, response);
            return;
        }
        if (asked.isEmpty()) {
            send(asked, false, List.of(), request, response);
            return;
        }
        var register = registers.of(store);
        if (register.isEmpty()) {
            noIndex().write(request, response);
            return;
        }
        var found = new ArrayList<ReconcilePage.Found>();
        var refused = admission.admit(
                ClientAddress.of(request),
                () -> found.addAll(candidates(
                        matcher.match(query(asked), register.get(), store), register.get(), store, request)));
        if (refused.isPresent()) {
            refused.get().write(request, response);
            return;
        }
        send(asked, true, found, request, response);
    }

    private static Problem noIndex() {
        return new Problem(
                503,
                "no-index",
                "No search index",
                "This release was made without a search index, and is too large to make one now."
                        + " Make it again with this program.");
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    private MatchQuery query(ReconcilePage.Asked asked) {
        var conditions = new ArrayList<Condition>();
        condition("date", asked.date()).ifPresent(conditions::add);
        condition("party", asked.party()).ifPresent(conditions::add);
        condition("place", asked.place()).ifPresent(conditions::add);
        return new MatchQuery(
                asked.name().isEmpty() ? List.of() : List.of(asked.name()),
                List.of(),
                asked.type().isEmpty() ? Set.of() : Set.of(asked.type()),
                false,
                conditions,
                List.of(),
                CANDIDATES);
    }

    private Optional<Condition> condition(String property, String value) {
        return value.isEmpty() ? Optional.empty() : schema.property(property).map(p -> Condition.of(p, value));
    }

    private void send(
            ReconcilePage.Asked asked,
            boolean isAsked,
            List<ReconcilePage.Found> found,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var texts = Texts.in(frames.language(request));
        var language = texts.language().code();
        var server = RequestAddress.root(request, PATH);
        var services = new ArrayList<ReconcilePage.Service>();
        for (var version : new String[] {"0.2", "1.0"}) {
            for (var code : settings.languages()) {
                services.add(new ReconcilePage.Service(
                        version,
                        Language.of(code).map(Language::ownName).orElse(code),
                        server + "reconcile/" + version + "/" + code));
            }
        }
        var page = new ReconcilePage(
                services,
                schema.types().stream()
                        .map(t -> new ReconcilePage.Choice(t.id(), t.name(language), t.id().equals(asked.type())))
                        .toList(),
                schema.properties().stream()
                        .filter(Property::isCondition)
                        .map(p -> new ReconcilePage.Described(p.id(), p.name(language), p.description(language)))
                        .toList(),
                schema.features().stream()
                        .map(f -> new ReconcilePage.Described(
                                f.id(),
                                f.names().getOrDefault(language, f.id()),
                                texts.get("reconcile.feature." + f.id())))
                        .toList(),
                asked,
                isAsked,
                found);
        var frame = frames.of(request, texts.get("reconcile.title"), "reconcile");
        Pages.send(templates.render("reconcile", Map.of("frame", frame, "page", page)), frame, request, response);
    }

    private List<ReconcilePage.Found> candidates(
            List<Candidate> candidates, Register register, Store store, HttpServletRequest request) {
        var texts = Texts.in(frames.language(request));
        var links = frames.links(request);
        var language = texts.language().code();
        var describer = new Describer(
                candidates.stream().map(Candidate::entity).toList(),
                register,
                store,
                settings.limits().forQuery(),
                language);
        return candidates.stream()
                .map(c -> new ReconcilePage.Found(
                        links.resource(c.entity().iri()).orElse(""),
                        c.entity().label(language),
                        describer.of(c.entity(), c.name()),
                        schema.typeOf(c.entity().kind())
                                .map(t -> t.name(language))
                                .orElse(""),
                        number(c.score(), language),
                        c.isMatch(),
                        c.features().stream().map(f -> part(f, language)).toList()))
                .toList();
    }

    private ReconcilePage.Part part(Feature feature, String language) {
        return new ReconcilePage.Part(
                schema.nameOf(feature, language),
                number(feature.value(), language),
                number(feature.weight(), language));
    }

    private static String number(double value, String language) {
        var text = String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
        return language.equals("vi") ? text.replace('.', ',') : text;
    }

    @GetMapping({
        PATH + "/0.2/preview",
        PATH + "/0.2" + LANG + "/preview",
        PATH + "/1.0/preview",
        PATH + "/1.0" + LANG + "/preview"
    })
    void preview(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var register = registers.of(store);
        if (register.isEmpty()) {
            noIndex().write(request, response);
            return;
        }
        var id = text(request, "id");
        var entity = register.get().entity(id);
        if (entity.isEmpty()) {
            new Problem(404, "no-such-entity", "No such entity", "There is no entity \"" + id + "\" in this release.")
                    .write(request, response);
            return;
        }
        var language = request.getRequestURI().contains("/vi/")
                ? Language.VI
                : request.getRequestURI().contains("/en/") ? Language.EN : frames.language(request);
        response.setHeader("Content-Security-Policy", IN_FRAMES);
        response.setHeader("Content-Language", language.code());
        var page = preview(entity.get(), register.get(), store, language, request);
        new Representation(
                        templates.render("preview", Map.of("page", page)), "text/html;charset=utf-8", "Accept-Language")
                .send(request, response);
    }

    private PreviewPage preview(
            Listed entity, Register register, Store store, Language language, HttpServletRequest request) {
        var texts = Texts.in(language);
        var code = language.code();
        var describer = new Describer(
                List.of(entity), register, store, settings.limits().forQuery(), code);
        var links = Links.from(request.getRequestURI(), Optional.of(language), address);
        var facts = new ArrayList<PreviewPage.Fact>();
        entity.parsedDate()
                .ifPresent(d ->
                        facts.add(new PreviewPage.Fact(texts.get("reconcile.date"), new DateWords(language).of(d))));
        for (var fact : FACTS) {
            var named = new LinkedHashSet<Node>();
            fact.properties().forEach(p -> named.addAll(entity.related(p)));
            if (!named.isEmpty()) {
                facts.add(new PreviewPage.Fact(texts.get(fact.label()), names(named, register, code)));
            }
        }
        if (!entity.sources().isEmpty()) {
            facts.add(new PreviewPage.Fact(texts.get("reconcile.sources"), names(entity.sources(), register, code)));
        }
        int things = register.things(entity);
        return new PreviewPage(
                frames.file(request, "banggiao.css"),
                links.resource(entity.iri()).orElse(""),
                code,
                entity.label(code),
                schema.typeOf(entity.kind()).map(t -> t.name(code)).orElse(""),
                describer.of(entity),
                facts,
                entity.kind().isThing()
                        ? texts.count("n.claim", entity.claims())
                        : texts.count("reconcile.named", things),
                settings.title());
    }

    private static String names(Set<Node> resources, Register register, String language) {
        var names = resources.stream()
                .limit(MOST_NAMES)
                .map(node -> register.label(node, language))
                .collect(Collectors.joining(" · "));
        return resources.size() > MOST_NAMES ? names + " …" : names;
    }
}
