package org.banggiao.publish.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who a request is from. What a request says of that itself is believed only where it comes from a proxy that was named in the
 * settings; of the addresses that proxies have added, the last one that is no such proxy counts.
 */
public final class ClientAddress {
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");
    private static final int IPV6_PREFIX_BYTES = 8;
    private static final String ATTRIBUTE = ClientAddress.class.getName();

    private final List<String> proxies;

    /**
     * Reads addresses behind proxies.
     *
     * @param proxies numeric addresses of proxies that are believed
     */
    public ClientAddress(List<String> proxies) {
        this.proxies = proxies.stream().map(ClientAddress::normal).toList();
    }

    /** Notes who the request is from, and at which address it has reached the service. */
    public void note(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, read(request));
        if (proxies.contains(normal(request.getRemoteAddr()))) {
            RequestAddress.note(request);
        }
    }

    private String read(HttpServletRequest request) {
        var address = normal(request.getRemoteAddr());
        var hops = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(h -> Arrays.stream(h.split(",", -1)))
                .map(String::strip)
                .toList();
        for (int i = hops.size() - 1; i >= 0 && proxies.contains(address); i--) {
            var hop = hops.get(i);
            if (!NUMERIC.matcher(hop).matches()) {
                break;
            }
            address = normal(hop);
        }
        return address;
    }

    /**
     * One spelling of a numeric address.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static String normal(String address) {
        var bare = address.replaceAll("^\\[|\\]$|%.*$", "");
        if (!NUMERIC.matcher(bare).matches()) {
            throw new IllegalArgumentException("not a numeric address: " + address);
        }
        try {
            return InetAddress.getByName(bare).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a numeric address: " + address, e);
        }
    }

    /** The numeric address of the client of a request. */
    public static String exact(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String noted ? noted : normal(request.getRemoteAddr());
    }

    /** The client of a request, to be counted by: an IPv4 address, or the half of an IPv6 address that names its network. */
    public static String of(HttpServletRequest request) {
        return network(exact(request), 4, IPV6_PREFIX_BYTES);
    }

    /** The part of the client's address that a log may keep: three bytes of IPv4, six of IPv6. */
    public static String coarse(HttpServletRequest request) {
        return network(exact(request), 3, 6);
    }

    private static String network(String address, int bytesOfIpv4, int bytesOfIpv6) {
        try {
            var parsed = InetAddress.getByName(address);
            var bytes = parsed.getAddress();
            int kept = parsed instanceof Inet6Address ? bytesOfIpv6 : bytesOfIpv4;
            Arrays.fill(bytes, Math.min(kept, bytes.length), bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a numeric address: " + address, e);
        }
    }
}
