package org.banggiao.publish.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A whole answer, known before it is sent, so that it can have an entity tag made from its text: the same answer has the same
 * tag on every server and, where nothing in it has changed, in the next release too.
 *
 * @param text the body
 * @param contentType the value of {@code Content-Type}; the body is sent in UTF-8
 * @param vary the request headers that it was chosen by, joined by commas; empty where by none
 */
public record Representation(String text, String contentType, String vary) {
    /** Sends it with status 200, or 304 where the client has it already. Headers that were set before stay. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(HttpServletResponse.SC_OK, request, response);
    }

    /** Sends it with a status; a failure is neither tagged nor kept. */
    public void send(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        if (!vary.isEmpty()) {
            response.setHeader("Vary", vary);
        }
        if (status == HttpServletResponse.SC_OK) {
            var tag = EntityTag.of(text);
            response.setHeader("ETag", tag.value());
            response.setHeader("Cache-Control", "no-cache");
            var kept = KeptAnswers.keep(body, contentType, tag, request, response);
            if (kept.isPresent()) {
                kept.get().sendBody(request, response);
                return;
            }
            if (tag.isKnownTo(request)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        } else {
            response.setHeader("Cache-Control", "no-store");
        }
        response.setContentType(contentType);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
