package org.banggiao.publish.reconcile;

import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.search.SearchIndexes;
import org.banggiao.publish.settings.PublishSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the service reconciles with. */
@Configuration(proxyBeanMethods = false)
@Import(ReconcileController.class)
public class ReconcileConfiguration {
    @Bean
    Schema reconciliationSchema(PublishSettings settings) {
        return Schema.own(settings.baseIri());
    }

    @Bean
    Registers registers(PublishSettings settings, ReleaseViews views, SearchIndexes indexes) {
        return new Registers(views, indexes, settings.baseIri());
    }

    @Bean
    Matcher matcher(PublishSettings settings, Schema schema) {
        return new Matcher(schema, settings.limits().forQuery());
    }
}
