package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.RdfText;
import org.banggiao.publish.example.ExampleQuery;
import org.banggiao.publish.federation.Federation;
import org.banggiao.publish.federation.Federation.Health;
import org.banggiao.publish.federation.FederationDescription;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Which endpoints are asked together with this one, how they do, and how they are asked: as a page, JSON or Turtle. */
@Controller
final class FederationPageController {
    private static final String PATH = "/federation";
    private static final String VARY = "Accept, Accept-Language";

    /** What the form begins with where no question is chosen: something that every member can answer. */
    private static final String FIRST = "SELECT ?type (COUNT(*) AS ?things) WHERE {\n  ?thing a ?type .\n}\n"
            + "GROUP BY ?type\nORDER BY DESC(?things)\nLIMIT 20\n";

    private final PublishSettings settings;
    private final Federation federation;
    private final Frames frames;
    private final Templates templates;
    private final Questions questions;
    private final RdfText rdf;

    FederationPageController(
            PublishSettings settings, Federation federation, Frames frames, Templates templates, Questions questions) {
        this.settings = settings;
        this.federation = federation;
        this.frames = frames;
        this.templates = templates;
        this.questions = questions;
        this.rdf = new RdfText(
                Prefixes.of(settings.baseIri()).with(Map.of("sd", "http://www.w3.org/ns/sparql-service-description#")));
    }

    @GetMapping(PATH)
    void federation(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!settings.federation().isOn()) {
            Federation.off().write(request, response);
            return;
        }
        var form = SmallForm.asked(request);
        if (form.isEmpty()) {
            new Problem(
                            request.getParameter("format") == null ? 406 : 400,
                            "not-acceptable",
                            "No such format",
                            "The federation is described as HTML, JSON or Turtle: choose one by Accept, or by"
                                    + " ?format=html, json or ttl.")
                    .write(request, response);
            return;
        }
        var members = federation.health(store);
        var root = RequestAddress.root(request, PATH);
        var description = new FederationDescription(root + "federation/sparql", root + "sparql", members);
        var text = switch (form.get()) {
            case JSON -> description.json();
            case TTL -> rdf.turtle(description.triples());
            case HTML -> {
                response.setHeader("Content-Language", frames.language(request).code());
                yield html(members, root, request);
            }
        };
        new Representation(text, form.get().mediaType() + ";charset=utf-8", VARY).send(request, response);
    }

    private String html(List<Health> members, String root, HttpServletRequest request) {
        var texts = Texts.in(frames.language(request));
        var links = frames.links(request);
        var asked = Objects.requireNonNullElse(request.getParameter("example"), "");
        var query = questions
                .find(asked)
                .filter(ExampleQuery::isFederated)
                .map(ExampleQuery::text)
                .orElse(FIRST);
        var page = new FederationPage(
                root + "federation/sparql",
                members.stream().map(m -> member(m, root, texts)).toList(),
                query,
                settings.federation().rest().toSeconds(),
                QuestionViews.list(questions.federated(), texts, links),
                List.of(
                        new Frame.Alternate("JSON", SmallForm.JSON.mediaType(), links.file(PATH + "?format=json")),
                        new Frame.Alternate("Turtle", SmallForm.TTL.mediaType(), links.file(PATH + "?format=ttl"))));
        var lede = texts.get("federation.lede", texts.count("n.endpoint", members.size()));
        var frame = frames.of(request, texts.get("federation.title"), "federation")
                .describedBy(lede)
                .alsoAs(page.formats());
        return templates.render("federation", Map.of("frame", frame, "page", page));
    }

    private static FederationPage.Member member(Health health, String root, Texts texts) {
        var language = texts.language();
        var measures = health.measures();
        return new FederationPage.Member(
                health.member().id(),
                health.member().title(),
                health.member().isOwn() ? root + "sparql" : health.member().endpoint(),
                health.state().code(),
                texts.get("federation.state." + health.state().code()),
                health.since().map(FederationPage.Time::of),
                health.looked().map(FederationPage.Time::of),
                health.failing(),
                health.triples().isPresent() ? Numbers.whole(health.triples().getAsLong(), language) : "",
                Numbers.whole(measures.requests(), language),
                Numbers.whole(measures.failures(), language),
                millis(measures.median(), language),
                millis(measures.p99(), language),
                Numbers.bytes(measures.bytes(), language));
    }

    private static String millis(Optional<Double> time, Language language) {
        return time.map(ms -> Numbers.decimal(
                                BigDecimal.valueOf(ms).setScale(ms < 10 ? 1 : 0, RoundingMode.HALF_UP), language)
                        + " ms")
                .orElse("");
    }
}
