package org.banggiao.publish.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.publish.catalog.DatasetCitation;
import org.banggiao.publish.catalog.DatasetJsonLd;
import org.banggiao.publish.catalog.Facts;
import org.banggiao.publish.catalog.HandedOut;
import org.banggiao.publish.dump.Changes;
import org.banggiao.publish.dump.Changes.What;
import org.banggiao.publish.entity.Catalogue;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.page.DatasetPage.Stated;
import org.banggiao.publish.settings.About;
import org.banggiao.publish.settings.PublishSettings;

/** Makes what the page of a release shows. */
final class DatasetViews {
    private static final int MOST_CHANGES = 50;

    private final PublishSettings settings;
    private final Texts texts;
    private final Links links;
    private final Language language;
    private final Catalogue catalogue;
    private final String server;

    DatasetViews(PublishSettings settings, Frame frame, Catalogue catalogue, String server) {
        this.settings = settings;
        this.texts = frame.texts();
        this.links = frame.links();
        this.language = texts.language();
        this.catalogue = catalogue;
        this.server = server;
    }

    /** The page of a release. */
    DatasetPage page(HandedOut release, HandedOut current, Facts facts) {
        boolean isCurrent = release.id().equals(current.id());
        var citation = new DatasetCitation(settings, release);
        return new DatasetPage(
                isCurrent,
                About.in(language.code(), settings.about().description()).orElse(""),
                facts(release, isCurrent ? Optional.of(facts) : Optional.empty()),
                release.files().stream().map(f -> file(release, f)).toList(),
                release.files().stream()
                        .flatMap(f -> f.table().stream())
                        .map(t -> DatasetPage.table(t, language))
                        .toList(),
                isCurrent ? services() : List.of(),
                release.changes().filter(c -> c.summary().before().isPresent()).map(c -> changes(release, c)),
                new DatasetPage.Citation(citation.text(), citation.bibtex(), citation.cff()),
                DatasetJsonLd.of(
                        settings, server, release, isCurrent ? Optional.of(facts) : Optional.empty(), language.code()));
    }

    private List<Stated> facts(HandedOut release, Optional<Facts> facts) {
        var stated = new ArrayList<Stated>();
        stated.add(stated("footer.release", release.id()));
        release.made().ifPresent(m -> stated.add(stated("dataset.made", day(m, language))));
        settings.licence()
                .stated()
                .ifPresent(l -> stated.add(new Stated(
                        ValueText.capital(texts.get("term.dcterms.license")), l.name(), Optional.of(l.url()))));
        settings.publisher()
                .stated()
                .ifPresent(p -> stated.add(new Stated(
                        texts.get("dataset.publisher"),
                        p,
                        Optional.of(settings.publisher().url()).filter(u -> !u.isEmpty()))));
        contact().ifPresent(stated::add);
        stated.add(stated("home.triples", Numbers.whole(release.info().quads(), language)));
        stated.add(
                stated("dataset.graphs", Numbers.whole(release.info().graphs().size(), language)));
        facts.ifPresent(f -> {
            if (f.firstYear().isPresent() && f.lastYear().isPresent()) {
                stated.add(stated(
                        "dataset.period",
                        f.firstYear().get() + "–" + f.lastYear().get()));
            }
            if (!f.countries().isEmpty()) {
                stated.add(stated(
                        "dataset.countries",
                        f.countries().stream()
                                .map(c -> language == Language.VI ? c.vietnamese() : c.english())
                                .collect(Collectors.joining(", "))));
            }
            stated.add(stated(
                    "term.dcterms.language",
                    f.languages().stream().map(this::languageName).collect(Collectors.joining(", "))));
        });
        return stated;
    }

    private Stated stated(String key, String value) {
        return new Stated(ValueText.capital(texts.get(key)), value, Optional.empty());
    }

    private Optional<Stated> contact() {
        var publisher = settings.publisher();
        if (!publisher.contact().isEmpty()) {
            return Optional.of(
                    new Stated(texts.get("dataset.contact"), publisher.contact(), Optional.of(publisher.contact())));
        }
        return publisher.email().isEmpty()
                ? Optional.empty()
                : Optional.of(new Stated(
                        texts.get("dataset.contact"), publisher.email(), Optional.of("mailto:" + publisher.email())));
    }

    private String languageName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(language.locale());
    }

    private DatasetPage.FileRow file(HandedOut release, HandedOut.Download file) {
        var folder = "/dataset/releases/" + release.id() + "/";
        var what = switch (file.content()) {
            case NQUADS -> texts.get("dataset.file.nquads");
            case TRIG -> texts.get("dataset.file.trig");
            case CSV ->
                texts.get(
                        "dataset.file.csv",
                        file.table()
                                .flatMap(t -> texts.find("dataset.table." + t.name()))
                                .orElse(file.name()));
        };
        return new DatasetPage.FileRow(
                file.name(),
                what,
                links.file(folder + file.name()),
                Numbers.bytes(file.file().bytes(), language),
                file.file().sha256(),
                file.content() == HandedOut.Content.CSV
                        ? Optional.of(links.file(folder + file.unpackedName()))
                        : Optional.empty());
    }

    private List<DatasetPage.Service> services() {
        return List.of(
                new DatasetPage.Service(
                        texts.get("dataset.service.sparql"), server + "sparql", Optional.of(links.page("/query"))),
                new DatasetPage.Service(
                        texts.get("search.title"), server + "search", Optional.of(links.page("/search"))),
                new DatasetPage.Service(
                        texts.get("dataset.service.void"),
                        server + ".well-known/void",
                        Optional.of(links.file("/.well-known/void"))));
    }

    private DatasetPage.Difference changes(HandedOut release, HandedOut.Difference changes) {
        var summary = changes.summary();
        var words = new HashMap<String, String>();
        for (var kind : Kind.values()) {
            words.put(kind.path(), texts.get("kind." + kind.path()));
        }
        words.put("claim", texts.get("home.claims"));
        long total = summary.counts().values().stream()
                .flatMap(c -> c.values().stream())
                .mapToLong(n -> n)
                .sum();
        return new DatasetPage.Difference(
                summary.before().orElseThrow(),
                DatasetPage.counts(summary, words),
                texts.get(
                        "dataset.changes.triples",
                        Numbers.whole(summary.added(), language),
                        Numbers.whole(summary.removed(), language)),
                changes.first(MOST_CHANGES).stream().map(c -> change(c, words)).toList(),
                total,
                links.file("/dataset/releases/" + release.id() + "/changes.tsv"));
    }

    private DatasetPage.ChangeRow change(Changes.Change change, HashMap<String, String> words) {
        var own = language == Language.VI ? change.vietnamese() : change.english();
        var other = language == Language.VI ? change.english() : change.vietnamese();
        var node = NodeFactory.createURI(change.iri());
        boolean isHere =
                catalogue.get(node).isPresent() || (change.kind().equals("claim") && change.what() != What.WITHDRAWN);
        return new DatasetPage.ChangeRow(
                texts.get("dataset.changes." + change.what().code()),
                words.getOrDefault(change.kind(), change.kind()),
                own.isEmpty() ? other.isEmpty() ? change.iri() : other : own,
                isHere ? links.resource(node) : Optional.empty(),
                change.iri(),
                change.into());
    }

    /** How much changed, in a line; empty where nothing did or nothing was before. */
    static String changed(Changes.Summary summary, Texts texts) {
        if (summary.before().isEmpty()) {
            return texts.get("dataset.changes.first");
        }
        var parts = new ArrayList<String>();
        for (var what : What.values()) {
            long n = summary.counts().values().stream()
                    .mapToLong(c -> c.getOrDefault(what, 0L))
                    .sum();
            if (n > 0) {
                parts.add(texts.get("dataset.changes." + what.code()) + ": " + Numbers.whole(n, texts.language()));
            }
        }
        return parts.isEmpty() ? texts.get("dataset.changes.none") : String.join(" · ", parts);
    }

    /** A day as the language writes it. */
    static String day(Instant instant, Language language) {
        var day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
        return new DateWords(language).ofText(day.toString());
    }
}
