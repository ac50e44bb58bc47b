package org.banggiao.publish;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.banggiao.publish.catalog.CatalogConfiguration;
import org.banggiao.publish.federation.FederationConfiguration;
import org.banggiao.publish.http.ProblemPage;
import org.banggiao.publish.http.StoreLease;
import org.banggiao.publish.inbox.InboxConfiguration;
import org.banggiao.publish.login.LoginConfiguration;
import org.banggiao.publish.operation.OperationConfiguration;
import org.banggiao.publish.page.PageConfiguration;
import org.banggiao.publish.permanent.PermanentConfiguration;
import org.banggiao.publish.reconcile.ReconcileConfiguration;
import org.banggiao.publish.search.SearchConfiguration;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.SparqlConfiguration;
import org.banggiao.store.StoreSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * All that the service is made of, by name: nothing is found by scanning, so that the start is quick and what is offered
 * can be read here. A part adds a configuration class of its own to the imports.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishSettings.class)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class
})
@Import({
    SparqlConfiguration.class,
    CatalogConfiguration.class,
    SearchConfiguration.class,
    PermanentConfiguration.class,
    ReconcileConfiguration.class,
    PageConfiguration.class,
    FederationConfiguration.class,
    OperationConfiguration.class,
    InboxConfiguration.class,
    LoginConfiguration.class,
    ErrorAnswer.class,
    StoreFailures.class
})
class PublishConfiguration implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new StoreArgument());
    }

    @Bean
    FilterRegistrationBean<ResponseHeaders> responseHeaders() {
        var registration = new FilterRegistrationBean<>(new ResponseHeaders());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusedRequests(StoreSource source, ProblemPage page) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new RefusedRequests(source, page)));
    }

    @Bean
    FilterRegistrationBean<StoreLease> storeLease(StoreSource source) {
        var registration = new FilterRegistrationBean<>(new StoreLease(source));
        // Also where a failure is told: its page names the release.
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }
}
