package org.banggiao.publish.inbox;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.inbox.Entry.Decision;
import org.banggiao.publish.inbox.Entry.State;
import org.banggiao.publish.keep.HourlyRate;
import org.banggiao.publish.settings.InboxSettings;
import org.banggiao.store.Overlay;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What came, what was decided, and what is published of it. An act is on the disk before anybody is told that it happened, and
 * before it shows anywhere. For many threads at once.
 */
public final class Inbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int MOST_IN_LOG = 500;

    private final InboxSettings settings;
    private final Clock clock;
    private final HourlyRate rate;
    private final HourlyRate rateOfKnown;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Deque<Act> log = new ArrayDeque<>();
    private final InboxFile file;
    private final LinkGraph graph;
    private final Consumer<Overlay> publication;
    private boolean isFullSaid;
    private int held;
    private int accepted;

    /**
     * Reads what is kept, and publishes what was accepted.
     *
     * @param clock tells when something happens
     * @param publication is given what is published, each time it has changed
     * @throws org.banggiao.issue.FaultException if the file cannot be used
     */
    public Inbox(InboxSettings settings, Clock clock, LinkGraph graph, Consumer<Overlay> publication) {
        this.settings = settings;
        this.clock = clock;
        this.rate = new HourlyRate(settings.perHour(), clock);
        this.rateOfKnown = new HourlyRate(settings.perHourKnown(), clock);
        this.graph = graph;
        this.publication = publication;
        this.file = InboxFile.open(InboxFile.in(settings.folder()), this::happened);
        publish();
    }

    /** What became of the wish to do something. */
    public sealed interface Outcome {
        /** It is done. */
        record Done(List<Entry> entries, boolean isNew) implements Outcome {}

        /** It is not, and why. */
        record Refused(Problem problem) implements Outcome {}
    }

    /**
     * Holds a link for review. One that came before costs nothing and changes nothing.
     *
     * @param client the address of who sends it
     */
    public synchronized Outcome hold(RecordLink link, Sender sender, String client) {
        var known = entries.get(link.id());
        if (known != null) {
            return new Outcome.Done(List.of(known), false);
        }
        var act = new Act.Received(now(), link, sender);
        if (held >= settings.maxHeld() || file.size() + file.size(act) > settings.maxBytes() / 10 * 9) {
            if (!isFullSaid) {
                isFullSaid = true;
                LOG.warn("The inbox is full: {} wait for review, {} bytes are kept", held, file.size());
            }
            return refused(
                    507,
                    "inbox-full",
                    "The inbox is full",
                    "As many notifications wait for review as may. Send it again when some have been looked at.");
        }
        var wait = sender.isKnown() ? rateOfKnown.take(sender.token()) : rate.take(client);
        if (wait.isPresent()) {
            return new Outcome.Refused(new Problem(
                    429,
                    "too-many-notifications",
                    "Too many notifications",
                    "One client may send " + (sender.isKnown() ? settings.perHourKnown() : settings.perHour())
                            + " new notifications in an hour. Who has many links sends a table to the people who run this"
                            + " service, or asks them for a token.",
                    Map.of(Problem.RETRY_AFTER, wait.get())));
        }
        return done(act, List.of(link.id()));
    }

    /**
     * Decides about some links: about all of them, or none where one of them does not stand so that it can be decided.
     *
     * @param by the reviewer
     */
    public synchronized Outcome decide(Collection<String> ids, State state, String by, String reason) {
        var distinct = ids.stream().distinct().toList();
        for (var id : distinct) {
            var entry = entries.get(id);
            if (entry == null || !entry.canBecome(state)) {
                return refused(
                        409,
                        "link-not-so",
                        "This cannot be decided",
                        entry == null
                                ? "There is no link " + RecordLink.text(id, 40) + "."
                                : "The link " + id + " is "
                                        + entry.state().name().toLowerCase(Locale.ROOT)
                                        + " already; somebody else may have decided meanwhile. Nothing was changed.");
            }
        }
        if (state == State.ACCEPTED && accepted + distinct.size() > settings.maxLinks()) {
            return full();
        }
        return distinct.isEmpty()
                ? new Outcome.Done(List.of(), false)
                : done(new Act.Decided(now(), by, state, reason, distinct), distinct);
    }

    /**
     * Publishes the links of a table: all of them, or none. Those that are published already stay as they are.
     *
     * @param by the reviewer
     */
    public synchronized Outcome load(List<RecordLink> links, String by) {
        var fresh = links.stream()
                .filter(l ->
                        find(l.id()).filter(e -> e.state() == State.ACCEPTED).isEmpty())
                .distinct()
                .toList();
        if (accepted + fresh.size() > settings.maxLinks()) {
            return full();
        }
        return fresh.isEmpty()
                ? new Outcome.Done(List.of(), false)
                : done(
                        new Act.Loaded(now(), by, fresh),
                        fresh.stream().map(RecordLink::id).toList());
    }

    private static Outcome full() {
        return refused(
                507,
                "links-full",
                "No more links are published",
                "As many links are published as may. The operator can raise banggiao.inbox.max-links.");
    }

    /** Notes that somebody came to review. */
    public synchronized void entered(String by, String network) {
        done(new Act.Entered(now(), by, network), List.of());
    }

    private Outcome done(Act act, List<String> ids) {
        if (file.size() + file.size(act) > settings.maxBytes()) {
            return refused(
                    507,
                    "inbox-full",
                    "The inbox is full",
                    "The file of the inbox is as large as it may become. The operator can raise banggiao.inbox.max-bytes.");
        }
        try {
            file.add(act);
        } catch (IOException e) {
            LOG.error("The inbox could not be written: {}", e.toString());
            return refused(
                    503,
                    "inbox-unwritable",
                    "The inbox could not be written",
                    "The disk refused it; the log of the service tells why. Nothing was changed.");
        }
        happened(act);
        if (act instanceof Act.Decided || act instanceof Act.Loaded) {
            isFullSaid = false;
            publish();
        }
        return new Outcome.Done(
                ids.stream()
                        .flatMap(id -> Optional.ofNullable(entries.get(id)).stream())
                        .toList(),
                true);
    }

    private static Outcome refused(int status, String kind, String title, String detail) {
        return new Outcome.Refused(new Problem(status, kind, title, detail));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** What an act changes, whether it happens now or is read from the file. */
    private void happened(Act act) {
        switch (act) {
            case Act.Received received ->
                put(new Entry(
                        received.link().id(),
                        received.link(),
                        received.sender(),
                        received.at(),
                        new Decision(State.HELD, "", received.at(), "")));
            case Act.Decided decided -> {
                for (var id : decided.ids()) {
                    var entry = entries.get(id);
                    if (entry == null) {
                        throw new IllegalArgumentException("it decides about " + id + ", which never came");
                    }
                    put(entry.with(new Decision(decided.state(), decided.by(), decided.at(), decided.reason())));
                }
            }
            case Act.Loaded loaded ->
                loaded.links()
                        .forEach(link -> put(new Entry(
                                link.id(),
                                link,
                                new Sender(link.holder(), "", "", loaded.by()),
                                loaded.at(),
                                new Decision(State.ACCEPTED, loaded.by(), loaded.at(), ""))));
            case Act.Entered entered -> {}
        }
        if (!(act instanceof Act.Received)) {
            log.addFirst(act);
            if (log.size() > MOST_IN_LOG) {
                log.removeLast();
            }
        }
    }

    private void put(Entry entry) {
        var before = entries.put(entry.id(), entry);
        count(before == null ? null : before.state(), -1);
        count(entry.state(), 1);
    }

    private void count(@Nullable State state, int by) {
        held += state == State.HELD ? by : 0;
        accepted += state == State.ACCEPTED ? by : 0;
    }

    private void publish() {
        publication.accept(graph.of(entries.values()));
    }

    /** A link by its id. */
    public synchronized Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** All that stand so, the last that came first. */
    public synchronized List<Entry> all(State state) {
        var found = new ArrayList<Entry>();
        entries.values().stream().filter(e -> e.state() == state).forEach(found::addFirst);
        return found;
    }

    /** How many stand so. */
    public synchronized int count(State state) {
        return switch (state) {
            case HELD -> held;
            case ACCEPTED -> accepted;
            case REFUSED, REMOVED ->
                (int) entries.values().stream().filter(e -> e.state() == state).count();
        };
    }

    /** What was decided and who came, the last first. */
    public synchronized List<Act> log() {
        return List.copyOf(log);
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
