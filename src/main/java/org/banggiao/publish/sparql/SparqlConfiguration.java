package org.banggiao.publish.sparql;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.ServiceCaller;
import org.banggiao.store.StoreSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Puts the endpoint into the web server. Fuseki's registry of operations starts empty and gets exactly one, query: what
 * would write is not switched off but absent. The dataset that Fuseki wants is the one that holds nothing; queries go to the
 * store of the request.
 */
@Configuration(proxyBeanMethods = false)
public class SparqlConfiguration {
    static final String PATH = "/sparql";

    @Bean
    Admission admission(PublishSettings settings) {
        return new Admission(settings.limits());
    }

    @Bean
    AnswerCache answerCache(PublishSettings settings) {
        return new AnswerCache(settings.limits().cacheSize());
    }

    @Bean
    MemoryGuard memoryGuard(PublishSettings settings) {
        return new MemoryGuard(settings.limits().memoryShare()).watch();
    }

    @Bean
    QueryAnswers queryAnswers(
            PublishSettings settings,
            Admission admission,
            AnswerCache cache,
            MemoryGuard memory,
            ServiceCaller services) {
        return new QueryAnswers(settings.limits(), services, admission, cache, memory);
    }

    @Bean
    GraphReader graphReader(PublishSettings settings, Admission admission) {
        return new GraphReader(settings, admission);
    }

    @Bean
    OpenReleases openReleases(StoreSource source, PublishSettings settings) {
        return new OpenReleases(source, settings.releases());
    }

    @Bean
    ServletContextInitializer sparqlDispatch(
            PublishSettings settings,
            QueryExtension extension,
            Admission admission,
            QueryAnswers answers,
            MeterRegistry meters,
            GraphReader graphs,
            OpenReleases releases,
            ServiceCaller services,
            ObjectProvider<SelfDescription> description) {
        return servletContext -> {
            var journal = new QueryJournal(meters, settings.slowQuery());
            var operations = OperationRegistry.createEmpty();
            operations.register(
                    Operation.Query,
                    WebContent.contentTypeSPARQLQuery,
                    new QueryProcessor(
                            settings,
                            extension,
                            admission,
                            answers,
                            journal,
                            graphs,
                            releases,
                            services,
                            description::getObject));
            var service = DataService.newBuilder(DatasetGraphZero.create())
                    .addEndpoint(Operation.Query)
                    .build();
            service.setEndpointProcessors(operations);
            service.goActive();
            var registry = new DataAccessPointRegistry();
            registry.register(new DataAccessPoint(PATH, service));
            OperationRegistry.set(servletContext, operations);
            DataAccessPointRegistry.set(servletContext, registry);
        };
    }

    @Bean
    FilterRegistrationBean<SparqlFilter> sparqlFilter() {
        var registration = new FilterRegistrationBean<>(new SparqlFilter());
        registration.addUrlPatterns(PATH);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<GraphAddressFilter> graphAddresses(PublishSettings settings, GraphReader graphs) {
        var registration = new FilterRegistrationBean<>(new GraphAddressFilter(settings, graphs));
        registration.addUrlPatterns("/graph/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 11);
        return registration;
    }
}
