package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.banggiao.publish.http.Representation;

/** Sends pages. */
final class Pages {
    private Pages() {}

    static void send(String html, Frame frame, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Content-Language", frame.language());
        new Representation(html, "text/html;charset=utf-8", "Accept-Language").send(request, response);
    }
}
