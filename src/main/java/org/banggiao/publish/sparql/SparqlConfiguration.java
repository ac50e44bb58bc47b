package org.banggiao.publish.sparql;

import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.banggiao.publish.settings.PublishSettings;
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
    GraphReader graphReader(PublishSettings settings) {
        return new GraphReader(settings);
    }

    @Bean
    ServletContextInitializer sparqlDispatch(
            PublishSettings settings, GraphReader graphs, ObjectProvider<SelfDescription> description) {
        return servletContext -> {
            var operations = OperationRegistry.createEmpty();
            operations.register(
                    Operation.Query,
                    WebContent.contentTypeSPARQLQuery,
                    new QueryProcessor(settings, graphs, description::getObject));
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
