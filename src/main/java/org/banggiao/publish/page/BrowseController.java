package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.banggiao.publish.entity.Catalogue;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lists what there is of a kind, narrowed by what the address says. */
@Controller
final class BrowseController {
    private static final int ON_A_PAGE = 50;
    private static final int MOST_COUNTRIES = 12;
    private static final Pattern KEY = Pattern.compile("[a-z]+:[A-Za-z0-9._-]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private final PublishSettings settings;
    private final Prefixes prefixes;
    private final ReleaseViews views;
    private final Frames frames;
    private final Templates templates;

    BrowseController(PublishSettings settings, ReleaseViews views, Frames frames, Templates templates) {
        this.settings = settings;
        this.prefixes = Prefixes.of(settings.baseIri());
        this.views = views;
        this.frames = frames;
        this.templates = templates;
    }

    @GetMapping("/browse/{kind}")
    void list(@PathVariable String kind, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var listed = Kind.of(kind);
        if (listed.isEmpty()) {
            new Problem(404, "http-404", "Not Found", "There is no list of " + kind + ".").write(request, response);
            return;
        }
        Selection selection;
        int page;
        try {
            selection = selection(listed.get(), request);
            page = Math.max(1, number(request, "page").orElse(1));
        } catch (IllegalArgumentException e) {
            new Problem(400, "bad-request", "Bad request", String.valueOf(e.getMessage())).write(request, response);
            return;
        }
        var view = new View(selection, views.of(store), Texts.in(frames.language(request)), frames.links(request));
        var content = view.page(page);
        var frame = frames.of(request, content.title(), kind);
        Pages.send(templates.render("browse", Map.of("frame", frame, "page", content)), frame, request, response);
    }

    private static Selection selection(Kind kind, HttpServletRequest request) {
        var country = parameter(request, "country");
        var with = parameter(request, "with");
        var selection = Selection.of(kind)
                .with(key("with", country.isEmpty() ? with : country.contains(":") ? country : "country:" + country))
                .ofType(parameter(request, "type"))
                .inYear(number(request, "year"))
                .from(key("source", parameter(request, "source")))
                .disputed(!parameter(request, "disputed").isEmpty());
        return kind.isThing() ? selection : Selection.of(kind);
    }

    private static String key(String name, String value) {
        if (!value.isEmpty() && !KEY.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "The parameter " + name + " is a class and a key, such as country:laos, not \"" + value + "\".");
        }
        return value;
    }

    private static Optional<Integer> number(HttpServletRequest request, String name) {
        var value = parameter(request, name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException("The parameter " + name + " is a number, not \"" + value + "\".");
        }
        return Optional.of(Integer.valueOf(value));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    /** One list in one language. */
    private final class View {
        private final Selection selection;
        private final Catalogue catalogue;
        private final ReleaseViews.View view;
        private final Texts texts;
        private final Links links;
        private final Rows rows;

        View(Selection selection, ReleaseViews.View view, Texts texts, Links links) {
            this.selection = selection;
            this.view = view;
            this.catalogue = view.catalogue();
            this.texts = texts;
            this.links = links;
            this.rows = new Rows(view.terms(), texts, links);
        }

        ListPage page(int page) {
            var all = in(selection);
            int from = Math.min((page - 1) * ON_A_PAGE, all.size());
            int to = Math.min(from + ON_A_PAGE, all.size());
            boolean isThing = selection.kind().isThing();
            return new ListPage(
                    texts.get("kind." + selection.kind().path()),
                    narrowed(),
                    all.size(),
                    isThing ? types() : List.of(),
                    isThing ? years() : List.of(),
                    isThing ? countries() : List.of(),
                    all.subList(from, to).stream()
                            .map(l -> isThing ? rows.row(l) : rows.row(l, catalogue))
                            .toList(),
                    page > 1 ? Optional.of(links.page(selection.path(page - 1))) : Optional.empty(),
                    to < all.size() ? Optional.of(links.page(selection.path(page + 1))) : Optional.empty(),
                    all.isEmpty()
                            ? ""
                            : texts.get(
                                    "list.where",
                                    Numbers.whole(from + 1, texts.language()),
                                    Numbers.whole(to, texts.language()),
                                    Numbers.whole(all.size(), texts.language())),
                    selection.sparql(
                            prefixes,
                            settings.baseIri(),
                            texts.language(),
                            catalogue.list(selection.kind()).stream()
                                    .flatMap(l -> l.types().stream())
                                    .distinct()
                                    .toList()));
        }

        private List<Listed> in(Selection wanted) {
            return wanted.in(catalogue, settings.baseIri());
        }

        private List<Chip> narrowed() {
            var chips = new ArrayList<Chip>();
            if (!selection.with().isEmpty()) {
                chips.add(without(name(Selection.resource(selection.with(), settings.baseIri())), selection.with("")));
            }
            if (!selection.type().isEmpty()) {
                chips.add(without(typeName(selection.type()), selection.ofType("")));
            }
            selection.year().ifPresent(y -> chips.add(without(String.valueOf(y), selection.inYear(Optional.empty()))));
            if (!selection.source().isEmpty()) {
                chips.add(
                        without(name(Selection.resource(selection.source(), settings.baseIri())), selection.from("")));
            }
            if (selection.isDisputed()) {
                chips.add(without(texts.get("disputed"), selection.disputed(false)));
            }
            return chips;
        }

        private Chip without(String text, Selection wider) {
            return new Chip(text, links.page(wider.path(1)), in(wider).size(), true);
        }

        private String name(Node resource) {
            return catalogue
                    .get(resource)
                    .map(l -> l.label(texts.language().code()))
                    .orElseGet(() -> prefixes.shorten(resource.getURI()).orElse(resource.getURI()));
        }

        private String typeName(String type) {
            return catalogue.list(selection.kind()).stream()
                    .flatMap(l -> l.types().stream())
                    .filter(t -> Selection.name(t).equals(type))
                    .findFirst()
                    .flatMap(t -> view.terms().label(t, texts.language().code()))
                    .orElse(type);
        }

        private List<Chip> types() {
            var counts = new LinkedHashMap<Node, Long>();
            in(selection.ofType("")).forEach(l -> l.types().forEach(t -> counts.merge(t, 1L, Long::sum)));
            return counts.entrySet().stream()
                    .filter(e -> counts.entrySet().stream()
                            .noneMatch(other -> other.getValue().equals(e.getValue())
                                    && view.terms().isNarrower(other.getKey(), e.getKey())))
                    .sorted(Map.Entry.<Node, Long>comparingByValue()
                            .reversed()
                            .thenComparing(e -> e.getKey().getURI()))
                    .map(e -> {
                        var name = Selection.name(e.getKey());
                        return new Chip(
                                typeName(name),
                                links.page(selection.ofType(name).path(1)),
                                e.getValue(),
                                name.equals(selection.type()));
                    })
                    .toList();
        }

        private List<Chip> years() {
            var counts = new TreeMap<Integer, Long>();
            in(selection.inYear(Optional.empty())).forEach(l -> l.years().forEach(y -> counts.merge(y, 1L, Long::sum)));
            return counts.entrySet().stream()
                    .map(e -> new Chip(
                            String.valueOf(e.getKey()),
                            links.page(selection.inYear(Optional.of(e.getKey())).path(1)),
                            e.getValue(),
                            selection.year().equals(Optional.of(e.getKey()))))
                    .toList();
        }

        private List<Chip> countries() {
            var counts = new LinkedHashMap<Node, Long>();
            in(selection.with(""))
                    .forEach(l -> l.relations().stream()
                            .flatMap(p -> l.related(p).stream())
                            .distinct()
                            .filter(r -> catalogue
                                    .get(r)
                                    .map(c -> c.kind() == Kind.COUNTRY)
                                    .orElse(false))
                            .forEach(c -> counts.merge(c, 1L, Long::sum)));
            return counts.entrySet().stream()
                    .sorted(Map.Entry.<Node, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Comparator.comparing(e -> e.getKey().getURI())))
                    .limit(MOST_COUNTRIES)
                    .map(e -> {
                        var key = prefixes.shorten(e.getKey().getURI()).orElse("");
                        return new Chip(
                                name(e.getKey()),
                                links.page(selection.with(key).path(1)),
                                e.getValue(),
                                key.equals(selection.with()));
                    })
                    .toList();
        }
    }
}
