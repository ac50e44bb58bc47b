package org.banggiao.publish.federation;

import org.banggiao.publish.settings.PublishSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Endpoints of others. */
@Configuration(proxyBeanMethods = false)
@Import(FederationController.class)
public class FederationConfiguration {
    @Bean
    Federation federation(PublishSettings settings) {
        return new Federation(settings.federation());
    }

    @Bean
    AllowedServices allowedServices(PublishSettings settings) {
        return new AllowedServices(settings.service());
    }
}
