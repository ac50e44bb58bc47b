package org.banggiao.publish.inbox;

import java.time.Clock;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.OverlaidSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What the inbox is made of, where there is one. */
@Configuration(proxyBeanMethods = false)
@Conditional(WhereEnabled.class)
public class InboxConfiguration {
    @Bean
    LinkGraph linkGraph(PublishSettings settings) {
        return new LinkGraph(settings.baseIri());
    }

    /** Read when the service starts: what was accepted is published from the first request on. */
    @Bean
    @Lazy(false)
    Inbox inbox(PublishSettings settings, LinkGraph graph, OverlaidSource source) {
        return new Inbox(settings.inbox(), Clock.systemUTC(), graph, source::lay);
    }

    @Bean
    Targets targets(PublishSettings settings) {
        return new Targets(settings.baseIri());
    }

    @Bean
    Receiver receiver(Inbox inbox, Targets targets) {
        return new Receiver(inbox, targets);
    }

    @Bean
    Tokens tokens(PublishSettings settings) {
        return new Tokens(settings.inbox().tokens());
    }
}
