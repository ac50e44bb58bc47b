package org.banggiao.publish.federation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.settings.FederationSettings;
import org.banggiao.publish.settings.FederationSettings.Member;
import org.banggiao.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The members that are configured, and what became of the requests to them. */
public final class Federation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Federation.class);

    private final FederationSettings settings;
    private final List<Partner> partners;
    private final MemberWatch watch;

    public Federation(FederationSettings settings) {
        this.settings = settings;
        this.partners = settings.members().stream()
                .map(m -> new Partner(
                        m,
                        new MemberStatistics(
                                InstantSource.system(), settings.memberTime().dividedBy(2)),
                        m.isOwn() ? Optional.empty() : Optional.of(new RemoteTransport(m, settings))))
                .toList();
        this.watch = new MemberWatch(settings);
    }

    /** What is said where no members are configured. */
    public static Problem off() {
        return new Problem(
                404, "http-404", "Not Found", "This service asks no other endpoints: no federation is configured.");
    }

    /**
     * A member and how it does.
     *
     * @param since when the state began, as far as was seen
     * @param looked when it was last asked for anything
     * @param failing why the last request failed; empty where it was answered, or nothing was asked
     * @param lastFailure why the last one that failed did
     * @param triples in it, where it told how many
     */
    public record Health(
            Member member,
            MemberState state,
            Optional<Instant> since,
            Optional<Instant> looked,
            Optional<String> failing,
            Optional<String> lastFailure,
            OptionalLong triples,
            MemberMeasures measures) {}

    /**
     * All members in the order of the configuration. Those that were asked for nothing for a while are looked at in the background,
     * once each at a time, and a little of that is waited for.
     *
     * @param store of this service itself
     */
    public List<Health> health(Store store) {
        watch.look(partners);
        return partners.stream().map(p -> health(p, store)).toList();
    }

    private Health health(Partner partner, Store store) {
        var health = partner.statistics().health();
        boolean isHere = partner.member().isOwn() && health.state() == MemberState.UNKNOWN;
        return new Health(
                partner.member(),
                isHere ? MemberState.UP : health.state(),
                health.since(),
                health.looked(),
                health.failing(),
                health.lastFailure(),
                partner.member().isOwn()
                        ? OptionalLong.of(store.statistics().all().size().triples())
                        : health.triples(),
                health.measures());
    }

    FederationSettings settings() {
        return settings;
    }

    List<Partner> partners() {
        return partners;
    }

    /** The calls for one answer; members that failed a short time ago are left out of it from the start. */
    Calls calls(List<Partner> asked, Store store, Duration time) {
        var calls = new Calls(settings, store, time);
        for (var partner : asked) {
            partner.statistics()
                    .rests(settings.rest())
                    .ifPresent(why -> calls.failed(partner.member().id(), why));
        }
        return calls;
    }

    @Override
    public void close() {
        for (var partner : partners) {
            if (partner.transport().isPresent()) {
                try {
                    partner.transport().get().close();
                } catch (IOException e) {
                    LOG.debug("a connection was not closed", e);
                }
            }
        }
    }
}
