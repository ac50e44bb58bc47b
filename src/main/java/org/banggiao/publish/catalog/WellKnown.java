package org.banggiao.publish.catalog;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Triple;
import org.banggiao.publish.entity.RdfAnswer;
import org.banggiao.publish.entity.RdfDocument;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Descriptions at the addresses where programs look for them. */
@Controller
final class WellKnown {
    /** What is in the data. */
    static final String VOID = "/.well-known/void";
    /** Example queries and prefixes. */
    static final String EXAMPLES = "/.well-known/sparql-examples";

    private static final String ENDPOINT = "/sparql";

    private final PublishSettings settings;
    private final RdfAnswer answer;
    private final List<Triple> examples;

    WellKnown(PublishSettings settings) {
        this.settings = settings;
        this.examples =
                settings.examples() == PublishSettings.Examples.PROGRAM ? ExampleFolder.triplesOfProgram() : List.of();
        this.answer = new RdfAnswer(Terms.prefixes(settings.baseIri()));
    }

    @GetMapping(VOID)
    void statistics(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var endpoint = beside(RequestAddress.of(request), VOID, ENDPOINT);
        send(store.state() + " " + endpoint, () -> VoidDocument.of(store, settings, endpoint), request, response);
    }

    @GetMapping(EXAMPLES)
    void examples(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = Terms.iri(settings.baseIri() + EXAMPLES.substring(1));
        send("examples", () -> RdfDocument.of(name, examples), request, response);
    }

    private void send(
            String key, Supplier<RdfDocument> document, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer.send(key, document, Optional.ofNullable(request.getParameter("format")), "", request, response);
    }

    /** The address of another path of the service whose endpoint this is. */
    static String beside(String endpoint, String path) {
        return beside(endpoint, ENDPOINT, path);
    }

    private static String beside(String address, String path, String other) {
        return address.substring(0, address.length() - path.length()) + other;
    }
}
