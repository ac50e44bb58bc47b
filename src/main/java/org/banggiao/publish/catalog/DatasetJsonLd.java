package org.banggiao.publish.catalog;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.banggiao.publish.settings.About;
import org.banggiao.publish.settings.PublishSettings;

/** A release as search engines for data read it: a {@code Dataset} of schema.org in JSON-LD. */
public final class DatasetJsonLd {
    private DatasetJsonLd() {}

    /**
     * The JSON, safe to stand in a {@code script} element: no character in it can end that.
     *
     * @param server the address of the service as the client reaches it, ending in a slash
     * @param language of its words (BCP 47)
     * @param facts of the release, where they are known
     */
    public static String of(
            PublishSettings settings, String server, HandedOut release, Optional<Facts> facts, String language) {
        var json = new JsonObject();
        json.put("@context", "https://schema.org/");
        json.put("@type", "Dataset");
        json.put("@id", DatasetDescription.release(settings, release.id()));
        json.put("url", server + DatasetDescription.RELEASES + "/" + release.id());
        json.put("name", settings.title());
        json.put(
                "description",
                About.in(language, settings.about().description()).orElse(settings.title()));
        json.put("version", release.id());
        json.put("isAccessibleForFree", true);
        release.made()
                .ifPresent(made -> json.put(
                        "datePublished",
                        made.atOffset(ZoneOffset.UTC).toLocalDate().toString()));
        settings.licence().stated().ifPresent(l -> json.put("license", l.url()));
        settings.publisher().stated().ifPresent(name -> {
            var publisher = new JsonObject();
            publisher.put("@type", "Organization");
            publisher.put("name", name);
            if (!settings.publisher().url().isEmpty()) {
                publisher.put("url", settings.publisher().url());
            }
            json.put("publisher", publisher);
            json.put("creator", publisher);
        });
        facts.ifPresent(f -> cover(json, f, language));
        var files = new JsonArray();
        for (var file : release.files()) {
            var download = new JsonObject();
            download.put("@type", "DataDownload");
            download.put("name", file.name());
            download.put("encodingFormat", file.content().mediaType());
            download.put("contentUrl", server + DatasetDescription.RELEASES + "/" + release.id() + "/" + file.name());
            download.put("contentSize", file.file().bytes() + " B");
            download.put("sha256", file.file().sha256());
            files.add(download);
        }
        if (!files.isEmpty()) {
            json.put("distribution", files);
        }
        return json.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static void cover(JsonObject json, Facts facts, String language) {
        if (facts.firstYear().isPresent() && facts.lastYear().isPresent()) {
            json.put(
                    "temporalCoverage",
                    facts.firstYear().get() + "/" + facts.lastYear().get());
        }
        json.put("inLanguage", array(facts.languages()));
        json.put(
                "spatialCoverage",
                array(facts.countries().stream()
                        .map(c -> language.equals("vi") ? c.vietnamese() : c.english())
                        .toList()));
    }

    private static JsonArray array(List<String> values) {
        var array = new JsonArray();
        values.forEach(v -> array.add(new JsonString(v)));
        return array;
    }
}
