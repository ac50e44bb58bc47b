package org.banggiao.publish.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banggiao.publish.TestService.header;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.settings.PublishSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SitemapTest {
    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.of(PagesFixture.store(), Map.of("banggiao.proxies", "127.0.0.1"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<String> locations(String path, String... headers) throws Exception {
        var response = service.get(path, headers);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(header(response, "Content-Type").getFirst()).startsWith("application/xml");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)));
        var found = new ArrayList<String>();
        var nodes = document.getElementsByTagName("loc");
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add(nodes.item(i).getTextContent());
        }
        return found;
    }

    @Test
    void everyAddressLeadsToAPage() throws Exception {
        var parts = locations("/sitemap.xml");
        assertThat(parts).containsExactly(service.url() + "/sitemap-1.xml");
        var pages = locations("/sitemap-1.xml");
        assertThat(pages)
                .doesNotHaveDuplicates()
                .contains(
                        service.url() + "/",
                        service.url() + "/dataset",
                        service.url() + "/browse/event",
                        service.url() + "/id/event/k7m2q",
                        service.url() + "/id/country/finland");
        for (var page : pages) {
            assertThat(service.get(page.substring(service.url().length()), "Accept", "text/html")
                            .statusCode())
                    .as(page)
                    .isEqualTo(200);
        }
        assertThat(service.get("/sitemap-1.xml").body())
                .contains("hreflang=\"en\" href=\"" + service.url() + "/id/event/k7m2q?lang=en\"");
        assertThat(service.get("/sitemap-2.xml").statusCode()).isEqualTo(404);
        assertThat(service.get("/sitemap-0.xml").statusCode()).isEqualTo(404);
        var tag = header(service.get("/sitemap-1.xml"), "ETag").getFirst();
        assertThat(service.get("/sitemap-1.xml", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void behindAProxyTheAddressesAreThoseThatClientsReach() throws Exception {
        String[] headers = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "data.example.org"};
        assertThat(locations("/sitemap.xml", headers)).containsExactly("https://data.example.org/sitemap-1.xml");
        assertThat(locations("/sitemap-1.xml", headers)).contains("https://data.example.org/id/event/k7m2q");
        assertThat(service.get("/robots.txt", headers).body())
                .endsWith("Sitemap: https://data.example.org/sitemap.xml\n");
    }

    @Test
    void largeReleasesComeInParts() throws Exception {
        var store = PagesFixture.store();
        var views = new ReleaseViews("https://w3id.org/banggiao/");
        var catalogue = views.of(store).catalogue();
        var settings = new Binder(new MapConfigurationPropertySource(Map.of(
                        "banggiao.title",
                        "x",
                        "banggiao.base-iri",
                        "https://w3id.org/banggiao/",
                        "banggiao.languages",
                        "en")))
                .bind("banggiao", PublishSettings.class)
                .get();
        var sitemap = Sitemap.withParts(settings, views, 7);
        var parts = sitemap.index(catalogue, "https://x/").split("<sitemap>", -1).length - 1;
        assertThat(parts).isGreaterThan(2);
        var pages = new ArrayList<String>();
        for (int part = 1; part <= parts; part++) {
            var text = new StringWriter();
            sitemap.write(catalogue, part, "https://x/", text);
            var found = Pattern.compile("<loc>([^<]*)</loc>")
                    .matcher(text.toString())
                    .results()
                    .map(m -> m.group(1))
                    .toList();
            assertThat(found).hasSizeBetween(1, 7);
            assertThat(text.toString()).doesNotContain("xhtml");
            pages.addAll(found);
        }
        assertThat(pages).doesNotHaveDuplicates().contains("https://x/id/event/k7m2q");
    }

    @Test
    void crawlersAreKeptFromWhatCosts() {
        var robots = service.get("/robots.txt");
        assertThat(header(robots, "Content-Type").getFirst()).startsWith("text/plain");
        assertThat(robots.body())
                .startsWith("User-agent: *\n")
                .contains("Disallow: /sparql\n", "Disallow: /query?\n", "Disallow: /search\n", "Disallow: /browse/*&\n")
                .doesNotContain("Disallow: /\n")
                .endsWith("Sitemap: " + service.url() + "/sitemap.xml\n");
    }
}
