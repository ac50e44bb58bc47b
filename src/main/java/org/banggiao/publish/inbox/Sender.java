package org.banggiao.publish.inbox;

import java.util.ArrayList;
import java.util.List;

/**
 * Who sent a notification: what it says of itself, which is not believed, and what is known.
 *
 * @param name what it calls itself
 * @param actor its address as it gives it; empty where it gives none
 * @param network the network that the request came from: three bytes of IPv4, six of IPv6
 * @param token the name of the token that it had; empty where it had none
 */
public record Sender(String name, String actor, String network, String token) {
    public Sender {
        name = RecordLink.text(name, RecordLink.MOST_OF_NAME);
        actor = RecordLink.wrongAddress(actor).isEmpty() ? actor : "";
        token = RecordLink.text(token, RecordLink.MOST_OF_NAME);
    }

    /** What a reviewer should look at twice. */
    public enum Doubt {
        /** Nothing shows that it is who it says. */
        UNKNOWN,
        /** It calls itself by an address on another host than the record's. */
        OTHER_HOST,
        /** It gives no address of its own. */
        NAMELESS
    }

    /** Whether a token shows who it is. */
    public boolean isKnown() {
        return !token.isEmpty();
    }

    /** The doubts about this sender and a record. */
    public List<Doubt> doubts(String record) {
        var doubts = new ArrayList<Doubt>();
        if (!isKnown()) {
            doubts.add(Doubt.UNKNOWN);
        }
        if (actor.isEmpty()) {
            if (!isKnown()) {
                doubts.add(Doubt.NAMELESS);
            }
        } else if (!isSameSite(RecordLink.host(actor), RecordLink.host(record))) {
            doubts.add(Doubt.OTHER_HOST);
        }
        return doubts;
    }

    /** Whether one host is the other or lies under it. */
    private static boolean isSameSite(String one, String other) {
        return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
    }
}
