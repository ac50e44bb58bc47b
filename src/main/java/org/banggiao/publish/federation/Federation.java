package org.banggiao.publish.federation;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    public Federation(FederationSettings settings) {
        this.settings = settings;
        this.partners = settings.members().stream()
                .map(m -> new Partner(
                        m,
                        new MemberStatistics(System::nanoTime),
                        m.isOwn() ? Optional.empty() : Optional.of(new RemoteTransport(m, settings))))
                .toList();
    }

    /**
     * A member and how it does.
     *
     * @param requests how many it was sent since the service started
     * @param failures how many of them it did not answer as it should
     * @param median milliseconds of its latest answers; empty where there are none
     * @param failing why the last request failed; empty where it was answered, or nothing was asked
     * @param lastFailure why the last one that failed did
     */
    public record Health(
            Member member,
            long requests,
            long failures,
            Optional<Double> median,
            Optional<String> failing,
            Optional<String> lastFailure) {}

    /** All members in the order of the configuration. Nobody is asked for that. */
    public List<Health> health() {
        return partners.stream()
                .map(p -> {
                    var health = p.statistics().health();
                    return new Health(
                            p.member(),
                            health.requests(),
                            health.failures(),
                            health.median(),
                            health.failing(),
                            health.lastFailure());
                })
                .toList();
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
