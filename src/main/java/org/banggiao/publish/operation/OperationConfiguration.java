package org.banggiao.publish.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.banggiao.publish.facet.FacetLists;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.ClientProbe;
import org.banggiao.publish.http.KeptAnswers;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.Admission;
import org.banggiao.publish.sparql.AnswerCache;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** What watches the service while it runs. */
@Configuration(proxyBeanMethods = false)
@Import({Health.class, Metrics.class})
public class OperationConfiguration {
    @Bean
    PrometheusMeterRegistry meterRegistry(Admission admission, AnswerCache cache, KeptAnswers pages, FacetLists lists) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new CaffeineCacheMetrics<>(cache.measured(), "answers", List.of()).bindTo(registry);
        new CaffeineCacheMetrics<>(pages.measured(), "pages", List.of()).bindTo(registry);
        Gauge.builder("banggiao.queries.running", admission, Admission::running)
                .description("Queries that run now.")
                .register(registry);
        Gauge.builder("banggiao.queries.waiting", admission, Admission::waiting)
                .description("Queries that wait for one that runs to end.")
                .register(registry);
        Gauge.builder("banggiao.lists", lists, FacetLists::bytes)
                .baseUnit("bytes")
                .description("Memory of the indexes of lists that have been opened.")
                .register(registry);
        return registry;
    }

    @Bean
    FilterRegistrationBean<RequestLog> requestLog(PublishSettings settings) {
        var registration = new FilterRegistrationBean<>(new RequestLog(new ClientAddress(settings.proxies())));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> clientProbe() {
        return factory -> factory.addContextValves(new ClientProbe());
    }
}
