package org.banggiao.publish.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.banggiao.publish.entity.EntityController;
import org.banggiao.publish.entity.EntityPages;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.facet.FacetLists;
import org.banggiao.publish.facet.ListShapes;
import org.banggiao.publish.http.Accept;
import org.banggiao.publish.http.KeptAnswers;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.ProblemPage;
import org.banggiao.publish.settings.PublishSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;

/** What pages and descriptions of resources are made of. */
@Configuration(proxyBeanMethods = false)
@Import({
    Assets.class,
    EntityController.class,
    HomeController.class,
    BrowseController.class,
    PictureController.class,
    QueryController.class,
    EditorController.class,
    EditorFiles.class,
    KeepController.class,
    ExplainController.class,
    PermanentController.class,
    QuestionController.class,
    SearchController.class,
    ReconcilePageController.class,
    ProblemKindController.class,
    ConformanceController.class,
    LookupController.class,
    FederationPageController.class,
    DatasetController.class,
    TermController.class,
    InboxController.class,
    ReviewController.class
})
public class PageConfiguration {
    /** Parameters that a page cannot follow. */
    private static final List<String> ASKED_FOR_DATA =
            List.of("format", "output", "default-graph-uri", "named-graph-uri");

    /** What the paths start with whose answers depend on nothing but the release and the request. */
    private static final List<String> KEPT = List.of("/id/", "/code/", "/ontology", "/said", "/browse/", "/questions");

    private static final List<String> RESULTS = List.of(
            "application/sparql-results+json",
            "application/sparql-results+xml",
            "application/json",
            "text/csv",
            "text/turtle",
            "application/rdf+xml",
            "application/ld+json",
            "application/n-triples");

    @Bean
    ReleaseViews releaseViews(PublishSettings settings) {
        return new ReleaseViews(settings.baseIri());
    }

    /** The shapes of a deployment are read at the start, so that what is wrong with them is told to who starts it. */
    @Bean
    @Lazy(false)
    FacetLists facetLists(PublishSettings settings) {
        var prefixes = Prefixes.of(settings.baseIri());
        return settings.facets().isBlank()
                ? FacetLists.own(settings.baseIri(), prefixes)
                : new FacetLists(ListShapes.of(Path.of(settings.facets()), settings.baseIri()), prefixes);
    }

    @Bean
    ListExports listExports(PublishSettings settings, FacetLists lists) {
        return new ListExports(settings, lists);
    }

    @Bean
    Templates templates() {
        return new Templates();
    }

    @Bean
    PictureAnswers pictureAnswers(
            PublishSettings settings, ReleaseViews views, FacetLists lists, Frames frames, Templates templates) {
        return new PictureAnswers(settings, views, lists, new Pictures(), frames, templates);
    }

    @Bean
    Questions questions(PublishSettings settings) {
        return new Questions(settings.examples());
    }

    @Bean
    Examples examples(Questions questions) {
        return new Examples(questions);
    }

    @Bean
    Frames frames(PublishSettings settings, Assets assets) {
        return new Frames(settings, assets);
    }

    @Bean
    EntityPages entityPages(
            PublishSettings settings, ReleaseViews views, Frames frames, Templates templates, Questions questions) {
        return new ResourcePages(settings, views, frames, templates, questions);
    }

    @Bean
    ProblemPage problemPage(PublishSettings settings, ReleaseViews views, Frames frames, Templates templates) {
        return new ProblemPages(settings, views, frames, templates);
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemPages(ProblemPage page) {
        var registration = new FilterRegistrationBean<>(new ProblemFilter(page));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        return registration;
    }

    @Bean
    KeptAnswers keptAnswers(PublishSettings settings) {
        return new KeptAnswers(
                path -> path.equals("/") || KEPT.stream().anyMatch(path::startsWith),
                settings.limits().pageCacheSize());
    }

    @Bean
    FilterRegistrationBean<KeptAnswers> keptAnswersFilter(KeptAnswers kept) {
        var registration = new FilterRegistrationBean<>(kept);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BrowserFilter> queriesOfBrowsers() {
        var registration = new FilterRegistrationBean<>(new BrowserFilter());
        registration.addUrlPatterns("/sparql");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 4);
        return registration;
    }

    /** Sends who opens the endpoint in a browser to the page that shows what a query gives. */
    static final class BrowserFilter extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (isBrowser(request)) {
                var query = request.getQueryString();
                response.setHeader("Vary", "Accept");
                response.setHeader("Location", "./query" + (query == null ? "" : "?" + query));
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                return;
            }
            chain.doFilter(request, response);
        }

        private static boolean isBrowser(HttpServletRequest request) {
            var accept = Accept.parse(Problem.accept(request));
            boolean isRead =
                    request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
            return isRead
                    && accept.names("text/html")
                    && accept.weight("text/html") == 1000
                    && ASKED_FOR_DATA.stream().noneMatch(p -> request.getParameter(p) != null)
                    && RESULTS.stream().noneMatch(accept::names);
        }
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
