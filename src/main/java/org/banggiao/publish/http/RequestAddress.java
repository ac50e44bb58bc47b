package org.banggiao.publish.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address at which a client has reached the service. Behind a proxy that was named in the settings it is the one that the proxy
 * tells by {@code X-Forwarded-Proto} and {@code X-Forwarded-Host}; from others these are not believed.
 */
public final class RequestAddress {
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::\\d{1,5})?");
    private static final Pattern SCHEME = Pattern.compile("https?");
    private static final String ATTRIBUTE = RequestAddress.class.getName();

    private RequestAddress() {}

    /** Notes what a believed proxy says. */
    static void note(HttpServletRequest request) {
        var scheme = told(request, "X-Forwarded-Proto", SCHEME).orElse(request.getScheme());
        var host = told(request, "X-Forwarded-Host", HOST).or(() -> Optional.ofNullable(request.getHeader("Host")));
        host.filter(h -> HOST.matcher(h).matches())
                .ifPresent(h -> request.setAttribute(ATTRIBUTE, scheme + "://" + h.toLowerCase(Locale.ROOT)));
    }

    /** The last value: the one that the proxy next to the service has added. */
    private static Optional<String> told(HttpServletRequest request, String header, Pattern form) {
        var value = request.getHeader(header);
        return Optional.ofNullable(value)
                .map(v -> v.substring(v.lastIndexOf(',') + 1).strip().toLowerCase(Locale.ROOT))
                .filter(v -> form.matcher(v).matches());
    }

    /**
     * The address of the service as the client of a request reaches it, ending in a slash.
     *
     * @param path the path of the request within the service
     */
    public static String root(HttpServletRequest request, String path) {
        var address = of(request);
        return address.endsWith(path) ? address.substring(0, address.length() - path.length()) + "/" : address;
    }

    /** The address of a request without its parameters. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String outer
                ? outer + request.getRequestURI()
                : request.getRequestURL().toString();
    }
}
