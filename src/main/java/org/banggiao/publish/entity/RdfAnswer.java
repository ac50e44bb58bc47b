package org.banggiao.publish.entity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.banggiao.publish.http.Accept;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;

/**
 * Sends documents in the format of data that the client likes best, Turtle to those who accept anything.
 *
 * @param prefixes the short names in them
 */
public record RdfAnswer(Prefixes prefixes) {
    /**
     * Sends a document.
     *
     * @param format the name of a format that wins over {@code Accept}, if one
     * @param otherwise what to add to the refusal where the client takes none of the formats; or empty
     */
    public void send(
            RdfDocument document,
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
        var text = new RdfText(prefixes).of(document, offer.get().format());
        new Representation(text, offer.get().contentType(), "Accept").send(request, response);
    }
}
