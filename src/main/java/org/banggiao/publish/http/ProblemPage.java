package org.banggiao.publish.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Tells people of a problem, as a page. */
public interface ProblemPage {
    /** HTML in the language that the request asks for. */
    String html(Problem problem, HttpServletRequest request);

    /** What the IRIs of the kinds of problems start with at this service. */
    String kinds();

    /** Lets problems with a request be told by a page. */
    static void use(ProblemPage page, HttpServletRequest request) {
        request.setAttribute(ProblemPage.class.getName(), page);
    }

    /** The page for problems with a request; null where there is none. */
    static @Nullable ProblemPage of(HttpServletRequest request) {
        return request.getAttribute(ProblemPage.class.getName()) instanceof ProblemPage page ? page : null;
    }
}
