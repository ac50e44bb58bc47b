package org.banggiao.publish.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.banggiao.publish.entity.EntityController;
import org.banggiao.publish.entity.EntityPages;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.http.ProblemPage;
import org.banggiao.publish.settings.PublishSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** What pages and descriptions of resources are made of. */
@Configuration(proxyBeanMethods = false)
@Import({Assets.class, EntityController.class})
public class PageConfiguration {
    @Bean
    ReleaseViews releaseViews(PublishSettings settings) {
        return new ReleaseViews(settings.baseIri());
    }

    @Bean
    Templates templates() {
        return new Templates();
    }

    @Bean
    Frames frames(PublishSettings settings, Assets assets) {
        return new Frames(settings, assets);
    }

    @Bean
    EntityPages entityPages(PublishSettings settings, ReleaseViews views, Frames frames, Templates templates) {
        return new ResourcePages(settings, views, frames, templates);
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemPages(
            PublishSettings settings, ReleaseViews views, Frames frames, Templates templates) {
        var registration =
                new FilterRegistrationBean<>(new ProblemFilter(new ProblemPages(settings, views, frames, templates)));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    /** Lets the problems of every request be told by pages. */
    static final class ProblemFilter extends HttpFilter {
        private static final long serialVersionUID = 1L;

        private final transient ProblemPage page;

        ProblemFilter(ProblemPage page) {
            this.page = page;
        }

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            ProblemPage.use(page, request);
            chain.doFilter(request, response);
        }
    }
}
