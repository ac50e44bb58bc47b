package org.banggiao.publish.settings;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The endpoints that a query at {@code /sparql} may call by {@code SERVICE}. No others are called.
 *
 * @param allowed the endpoints; empty: {@code SERVICE} is refused
 * @param callTime how long one call may take
 * @param callSize bytes of the answer to one call
 * @param calls how many calls one query may make
 * @param rows how many rows one query may get by them
 */
public record ServiceSettings(
        @DefaultValue List<Endpoint> allowed,
        @DefaultValue("5s") Duration callTime,
        @DefaultValue("20000000") int callSize,
        @DefaultValue("100") int calls,
        @DefaultValue("20000") int rows) {
    public ServiceSettings {
        allowed = List.copyOf(allowed);
        if (!callTime.isPositive() || callSize < 1 || calls < 1 || rows < 1) {
            throw new IllegalArgumentException("banggiao.service has bounds of more than zero: call-time " + callTime
                    + ", call-size " + callSize + ", calls " + calls + ", rows " + rows);
        }
        var addresses = allowed.stream().map(Endpoint::endpoint).toList();
        if (addresses.size() != new HashSet<>(addresses).size()) {
            throw new IllegalArgumentException("banggiao.service.allowed names an endpoint twice: " + addresses);
        }
    }

    /**
     * An endpoint that may be called.
     *
     * @param endpoint its address, written as queries write it
     * @param local whether it may lie in the own network; where not, only addresses of the public internet are called
     */
    public record Endpoint(
            @DefaultValue("") String endpoint,
            @DefaultValue("false") boolean local) {
        public Endpoint {
            if (!Addresses.isWeb(endpoint) || endpoint.contains("#")) {
                throw new IllegalArgumentException(
                        "banggiao.service.allowed.endpoint is an address of the web, and not \"" + endpoint + "\"");
            }
        }
    }
}
