package org.banggiao.publish.search;

import org.banggiao.publish.sparql.QueryExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service searches with. */
@Configuration(proxyBeanMethods = false)
public class SearchConfiguration {
    @Bean
    SearchIndexes searchIndexes() {
        return new SearchIndexes();
    }

    @Bean
    QueryExtension searchPatterns(SearchIndexes indexes) {
        return new SearchPatterns(indexes);
    }
}
