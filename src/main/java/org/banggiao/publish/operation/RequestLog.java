package org.banggiao.publish.operation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Gives each request a number of its own, which its response tells, and notes it when it is done: number, method, path, status,
 * milliseconds, and the network of the client (not its address). Queries are not noted here, nor is anything else that the client says
 * of itself.
 */
final class RequestLog extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger("org.banggiao.access");
    private static final int ID_BYTES = 6;
    private static final int LONGEST_PATH = 200;
    private static final Pattern UNSEEN = Pattern.compile("[^\\x21-\\x7e…]");

    private final transient SecureRandom random = new SecureRandom();
    private final transient ClientAddress addresses;

    RequestLog(ClientAddress addresses) {
        this.addresses = addresses;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        addresses.note(request);
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        RequestId.note(id, request);
        response.setHeader(RequestId.HEADER, id);
        long start = System.nanoTime();
        var end = "broken";
        try (var named = MDC.putCloseable("request", id)) {
            chain.doFilter(request, response);
            end = String.valueOf(response.getStatus());
        } finally {
            if (LOG.isInfoEnabled()) {
                LOG.info(
                        "{} {} {} {} {} ms {}",
                        id,
                        request.getMethod(),
                        plain(request.getRequestURI()),
                        end,
                        (System.nanoTime() - start) / 1_000_000,
                        ClientAddress.coarse(request));
            }
        }
    }

    /** Without what could look like another line of the log. */
    private static String plain(String path) {
        var shown = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "…" : path;
        return UNSEEN.matcher(shown).replaceAll("?");
    }
}
