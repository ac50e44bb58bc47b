package org.banggiao.publish.catalog;

import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.OpenReleases;
import org.banggiao.publish.sparql.SelfDescription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts what the service says of itself into it. */
@Configuration(proxyBeanMethods = false)
@Import({WellKnown.class, DownloadController.class, Sitemap.class})
public class CatalogConfiguration {
    @Bean
    SelfDescription serviceDescription(PublishSettings settings, OpenReleases releases) {
        return new ServiceDescription(settings, releases);
    }
}
