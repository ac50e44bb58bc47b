package org.banggiao.publish.settings;

import java.time.Duration;
import java.util.List;
import org.banggiao.store.QueryLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of a deployment, under {@code banggiao} in {@code application.yaml}, where each has its default.
 *
 * @param title the name of the service on its pages
 * @param baseIri what the IRIs of the data start with; ends with a slash
 * @param languages languages of the pages, the preferred one first (BCP 47)
 * @param quotation how much of a source text the pages may show
 * @param limits what one request may use
 */
@ConfigurationProperties("banggiao")
public record PublishSettings(
        String title,
        String baseIri,
        List<String> languages,
        Quotation quotation,
        @DefaultValue Limits limits) {
    public PublishSettings {
        languages = List.copyOf(languages);
        if (!baseIri.endsWith("/")) {
            throw new IllegalArgumentException("banggiao.base-iri ends with a slash: " + baseIri);
        }
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("banggiao.languages needs one language at least");
        }
    }

    /** How much of a source text the pages may show, where the text is at hand. */
    public enum Quotation {
        /** Positions only. */
        NONE,
        /** The sentence of a passage. */
        SHORT,
        /** The sentence and those around it. */
        FULL
    }

    /**
     * Bounds of one request.
     *
     * @param queryTime from the start of a query to its last result
     * @param queryLength in characters
     * @param bodySize of a request, in bytes
     */
    public record Limits(
            @DefaultValue("30s") Duration queryTime,
            @DefaultValue("200000") int queryLength,
            @DefaultValue("1000000") int bodySize) {
        public Limits {
            if (queryLength < 1 || bodySize < 1) {
                throw new IllegalArgumentException(
                        "banggiao.limits are more than zero: query-length " + queryLength + ", body-size " + bodySize);
            }
        }

        /** The part of this that the store keeps. */
        public QueryLimits forQuery() {
            return new QueryLimits(queryTime);
        }
    }
}
