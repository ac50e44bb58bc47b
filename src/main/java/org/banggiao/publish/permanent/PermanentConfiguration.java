package org.banggiao.publish.permanent;

import java.time.Clock;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.Admission;
import org.banggiao.publish.sparql.Explainer;
import org.banggiao.publish.sparql.QueryAnswers;
import org.banggiao.publish.sparql.QueryExtension;
import org.banggiao.publish.sparql.QueryRunner;
import org.banggiao.publish.sparql.ResultSender;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What queries at their own addresses are made of. */
@Configuration(proxyBeanMethods = false)
public class PermanentConfiguration {
    @Bean
    QueryRunner queryRunner(PublishSettings settings, QueryExtension extension, Admission admission) {
        return new QueryRunner(settings, extension, admission);
    }

    @Bean
    Explainer explainer(QueryRunner runner) {
        return new Explainer(runner);
    }

    @Bean
    ResultSender resultSender(
            PublishSettings settings, QueryExtension extension, Admission admission, QueryAnswers answers) {
        return new ResultSender(settings, extension, admission, answers);
    }

    @Bean
    ResultDigests resultDigests(QueryRunner runner) {
        return new ResultDigests(runner);
    }

    @Bean
    PermanentQueries permanentQueries(PublishSettings settings) {
        return new PermanentQueries(settings.permanentQueries(), Clock.systemUTC());
    }

    /** Has the file read when the service starts: one that cannot be used is told then, not at the first request. */
    @Bean
    ServletContextInitializer permanentQueriesAtStart(PermanentQueries queries) {
        return context -> {};
    }
}
