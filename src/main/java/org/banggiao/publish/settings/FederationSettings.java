package org.banggiao.publish.settings;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The endpoints that may be asked together with this one. No other address is ever called at the wish of a client.
 *
 * @param members the endpoints; empty: there is no federation
 * @param memberTime how long one request to a member may take
 * @param memberSize bytes of one answer of a member
 * @param rest how long a member that failed is left out before it is asked again
 * @param resultRows rows or triples of a federated answer
 * @param tracedRows rows that are traced to the members at once
 */
public record FederationSettings(
        @DefaultValue List<Member> members,
        @DefaultValue("5s") Duration memberTime,
        @DefaultValue("20000000") int memberSize,
        @DefaultValue("30s") Duration rest,
        @DefaultValue("20000") int resultRows,
        @DefaultValue("500") int tracedRows) {
    public FederationSettings {
        members = List.copyOf(members);
        if (!memberTime.isPositive() || memberSize < 1 || rest.isNegative() || resultRows < 1 || tracedRows < 1) {
            throw new IllegalArgumentException("banggiao.federation has bounds of more than zero: member-time "
                    + memberTime + ", member-size " + memberSize + ", rest " + rest + ", result-rows " + resultRows
                    + ", traced-rows " + tracedRows);
        }
        var ids = members.stream().map(Member::id).toList();
        if (ids.size() != new HashSet<>(ids).size()) {
            throw new IllegalArgumentException("banggiao.federation.members names a member twice: " + ids);
        }
    }

    /** Whether there is a federation. */
    public boolean isOn() {
        return !members.isEmpty();
    }

    /**
     * An endpoint that may be asked.
     *
     * @param id a short name
     * @param title for people
     * @param endpoint its address, or {@value #OWN} for this service itself
     * @param local whether it may lie in the own network; where not, only addresses of the public internet are called
     */
    public record Member(
            @DefaultValue("") String id,
            @DefaultValue("") String title,
            @DefaultValue("") String endpoint,
            @DefaultValue("false") boolean local) {
        /** Stands for this service itself. */
        public static final String OWN = "own";

        private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

        public Member {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "banggiao.federation.members.id is up to 40 small letters, digits and" + " hyphens, and not \""
                                + id + "\"");
            }
            if (!endpoint.equals(OWN) && (!Addresses.isWeb(endpoint) || endpoint.contains("#"))) {
                throw new IllegalArgumentException("banggiao.federation.members: the endpoint of " + id
                        + " is an address of the web, or " + OWN + ", and not \"" + endpoint + "\"");
            }
            title = title.isBlank() ? id : title;
        }

        /** Whether it is this service itself. */
        public boolean isOwn() {
            return endpoint.equals(OWN);
        }
    }
}
