package org.banggiao.publish.inbox;

import org.banggiao.publish.http.Problem;
import org.banggiao.publish.inbox.Inbox.Outcome;
import org.banggiao.store.Store;

/** Takes notifications: reads them, looks whether there is what they are about, and holds them for review. */
public final class Receiver {
    private final Inbox inbox;
    private final Targets targets;

    public Receiver(Inbox inbox, Targets targets) {
        this.inbox = inbox;
        this.targets = targets;
    }

    /**
     * Where a request came from.
     *
     * @param client to be counted by
     * @param network to be kept: three bytes of IPv4, six of IPv6
     * @param token the name of its token; empty where it has none
     * @param root the address of the service as the client reaches it, ending in a slash
     */
    public record Origin(String client, String network, String token, String root) {}

    /** Takes a body. */
    public Outcome take(byte[] body, Origin origin, Store store) {
        try {
            var said = new NotificationReader(address -> targets.iri(address, origin.root())).read(body);
            if (targets.find(said.about(), store).isEmpty()) {
                return new Outcome.Refused(new Problem(
                        422,
                        "no-such-target",
                        "There is nothing that the record could be about",
                        "This release describes no event, agreement, aid flow, actor, place or source with the address "
                                + RecordLink.text(said.about(), 200) + "."));
            }
            var sender = new Sender(said.name(), said.actor(), origin.network(), origin.token());
            var holder = sender.name().isEmpty() ? RecordLink.host(said.record()) : sender.name();
            return inbox.hold(said.link(holder), sender, origin.client());
        } catch (NotificationReader.RefusedException e) {
            return new Outcome.Refused(e.problem());
        }
    }
}
