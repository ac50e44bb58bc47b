package org.banggiao.publish.entity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.banggiao.publish.http.Accept;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;

/**
 * Sends documents in the format of data that the client likes best, Turtle to those who accept anything. Texts that were
 * written lately are kept.
 */
public final class RdfAnswer {
    private static final int MOST_KEPT = 24;

    private final RdfText rdf;
    private final Map<String, String> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_KEPT;
        }
    });

    /**
     * Answers with these short names.
     *
     * @param prefixes the short names in the documents
     */
    public RdfAnswer(Prefixes prefixes) {
        this.rdf = new RdfText(prefixes);
    }

    /**
     * Sends a document.
     *
     * @param key names the document: under the same one there is always the same document
     * @param document makes it, where it is not kept
     * @param format the name of a format that wins over {@code Accept}, if one
     * @param otherwise what to add to the refusal where the client takes none of the formats; or empty
     */
    public void send(
            String key,
            Supplier<RdfDocument> document,
            Optional<String> format,
            String otherwise,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var offer = format.isPresent()
                ? Format.named(format.get()).filter(f -> f != Format.HTML).map(f -> new Format.Offer(f, f.mediaType()))
                : Format.acceptedData(Accept.parse(Problem.accept(request)));
        if (offer.isEmpty()) {
            new Problem(
                            406,
                            "not-acceptable",
                            "No such format",
                            "This description comes as " + Format.listOfData() + ". Choose one by Accept or ?format=."
                                    + otherwise)
                    .write(request, response);
            return;
        }
        var chosen = offer.get().format();
        var text = kept.get(chosen + " " + key);
        if (text == null) {
            text = rdf.of(document.get(), chosen);
            kept.put(chosen + " " + key, text);
        }
        new Representation(text, offer.get().contentType(), "Accept").send(request, response);
    }
}
