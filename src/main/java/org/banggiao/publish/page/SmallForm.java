package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.banggiao.publish.http.Accept;
import org.banggiao.publish.http.Problem;

/** The forms of an answer that is no description of a resource: a page, or the same as data. */
enum SmallForm {
    HTML("text/html"),
    JSON("application/json"),
    TTL("text/turtle");

    private final String mediaType;

    SmallForm(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** The form that a request names by {@code ?format=} or else by Accept; empty where it is none of these. */
    static Optional<SmallForm> asked(HttpServletRequest request) {
        var named = request.getParameter("format");
        return named == null
                ? Accept.parse(Problem.accept(request)).best(List.of(values()), SmallForm::mediaType)
                : Arrays.stream(values())
                        .filter(f -> f.name().equalsIgnoreCase(named))
                        .findFirst();
    }
}
