package org.banggiao.publish.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * @param about what the pages and descriptions say of the whole
 * @param licence of the data
 * @param publisher who publishes the data, and whom to ask
 * @param accent the colour of the name, of buttons and of marks on light paper, as {@code #rrggbb}; empty for the usual one
 * @param facets a file of SHACL shapes that say what is listed and by what lists are narrowed; empty for those that come with the
 *     service
 * @param examples which example queries the pages show
 * @param proxies numeric addresses of the proxies in front of the service, whose X-Forwarded-For, -Proto and -Host are believed
 * @param watchers numeric addresses that may read what the service measures
 * @param slowQuery from how long on a query is noted with its plan
 * @param limits what one request may use
 * @param permanentQueries where queries that were given an address are kept, and how many
 * @param reconcile what one request for reconciliation may ask
 * @param releases which releases before the current one may still be asked
 * @param federation the endpoints that may be asked together with this one
 * @param service the endpoints that queries may call
 * @param inbox where archives tell which of their records are about what is described here
 */
@ConfigurationProperties("banggiao")
public record PublishSettings(
        @DefaultValue("") String title,
        @DefaultValue("") String baseIri,
        @DefaultValue List<String> languages,
        @DefaultValue("none") Quotation quotation,
        @DefaultValue About about,
        @DefaultValue Licence licence,
        @DefaultValue Publisher publisher,
        @DefaultValue("") String accent,
        @DefaultValue("") String facets,
        @DefaultValue("none") Examples examples,
        @DefaultValue List<String> proxies,
        @DefaultValue({"127.0.0.1", "::1"}) List<String> watchers,
        @DefaultValue("5s") Duration slowQuery,
        @DefaultValue Limits limits,
        @DefaultValue PermanentQueries permanentQueries,
        @DefaultValue Reconcile reconcile,
        @DefaultValue KeptReleases releases,
        @DefaultValue FederationSettings federation,
        @DefaultValue ServiceSettings service,
        @DefaultValue InboxSettings inbox) {
    /** The languages that pages are written in. */
    public static final List<String> LANGUAGES = List.of("vi", "en");

    public PublishSettings {
        languages = List.copyOf(languages);
        proxies = List.copyOf(proxies);
        watchers = List.copyOf(watchers);
        if (!Addresses.isWeb(baseIri) || !baseIri.endsWith("/") || baseIri.contains("?") || baseIri.contains("#")) {
            throw new IllegalArgumentException(
                    "banggiao.base-iri is an address of the web that ends with a slash, such as https://example.org/data/, and not \""
                            + baseIri + "\"");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("banggiao.title is missing: name the service");
        }
        if (languages.isEmpty()
                || !LANGUAGES.containsAll(languages)
                || languages.size() != Set.copyOf(languages).size()) {
            throw new IllegalArgumentException(
                    "banggiao.languages names one or both of vi and en, each once, and not " + languages);
        }
        if (!accent.isEmpty() && !accent.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException(
                    "banggiao.accent is a colour such as #8a2b1d (red, green, blue in hexadecimal), and not \"" + accent
                            + "\"");
        }
        if (!accent.isEmpty() && Contrast.onPaper(accent) < Contrast.OF_TEXT) {
            throw new IllegalArgumentException("banggiao.accent " + accent
                    + " is too pale to be read on the paper of the pages: choose a darker one, such as #8a2b1d");
        }
    }

    /** How much of a source text the pages may show, where the text is at hand. */
    public enum Quotation {
        /** Positions only. */
        NONE,
        /** The sentence of a passage, cut where it is long. */
        SHORT,
        /** The sentence, and its paragraph on the pages of passages and claims. */
        FULL
    }

    /** Which example queries the pages show. */
    public enum Examples {
        /** None: there is no book of questions. */
        NONE,
        /** Those that come with the program, which ask its own data. */
        PROGRAM
    }

    /**
     * Queries that have an address of their own.
     *
     * @param enabled whether queries may be kept and asked by their address
     * @param file where they are kept: outside the release, on a disk that stays
     * @param maxEntries how many are kept
     * @param maxBytes how large the file may become
     * @param queryLength characters that a kept query may have
     * @param perHour how many one client may keep in an hour
     */
    public record PermanentQueries(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("permanent-queries.jsonl") Path file,
            @DefaultValue("100000") int maxEntries,
            @DefaultValue("100000000") long maxBytes,
            @DefaultValue("20000") int queryLength,
            @DefaultValue("60") int perHour) {
        public PermanentQueries {
            if (maxEntries < 1 || maxBytes < 1 || queryLength < 1 || perHour < 1) {
                throw new IllegalArgumentException("banggiao.permanent-queries are more than zero: max-entries "
                        + maxEntries + ", max-bytes " + maxBytes + ", query-length " + queryLength + ", per-hour "
                        + perHour);
            }
        }
    }

    /**
     * Bounds of one request for reconciliation.
     *
     * @param batchSize queries of a batch
     * @param textLength characters of a name or value
     * @param values conditions of a query, and values of a condition
     * @param candidates for one query
     * @param entities whose values are fetched at once
     */
    public record Reconcile(
            @DefaultValue("50") int batchSize,
            @DefaultValue("1000") int textLength,
            @DefaultValue("20") int values,
            @DefaultValue("50") int candidates,
            @DefaultValue("200") int entities) {
        public Reconcile {
            if (batchSize < 1 || textLength < 1 || values < 1 || candidates < 1 || entities < 1) {
                throw new IllegalArgumentException("banggiao.reconcile are more than zero: batch-size " + batchSize
                        + ", text-length " + textLength + ", values " + values + ", candidates " + candidates
                        + ", entities " + entities);
            }
        }
    }

    /**
     * Releases before the current one.
     *
     * @param open how many of them may still be asked, by permanent queries and by their id, the newest ones
     * @param archive where the data of a release can be had when it may be asked no longer, with {@code {release}} for its
     *     id; empty where nowhere
     */
    public record KeptReleases(
            @DefaultValue("3") int open, @DefaultValue("") String archive) {
        public KeptReleases {
            if (open < 0) {
                throw new IllegalArgumentException("banggiao.releases.open is not below zero: " + open);
            }
        }

        /** The address of the data of a release, where there is one. */
        public Optional<String> archiveOf(String release) {
            return archive.isBlank() ? Optional.empty() : Optional.of(archive.replace("{release}", release));
        }
    }

    /**
     * Bounds of one request.
     *
     * @param queryTime from the start of a query to its last result
     * @param queryLength in characters
     * @param bodySize of a request, in bytes
     * @param bodyTime in which the body of a request is to be here
     * @param resultRows rows or triples of an answer
     * @param resultSize of an answer, in bytes
     * @param atOnce queries that run at once
     * @param atOncePerClient requests that one client may have open at once
     * @param waiting requests that wait for others to end: those of one client, and queries of all
     * @param waitTime how long one waits
     * @param memoryShare share of the heap; where more is taken after a garbage collection, the hungriest query is stopped
     * @param cacheSize bytes of answers that are kept to be given again, and an eighth of that beside it for what is known of
     *     queries; 0 keeps none
     * @param pageCacheSize bytes of pages and descriptions that are kept, packed, to be given again; 0 keeps none
     */
    public record Limits(
            @DefaultValue("30s") Duration queryTime,
            @DefaultValue("200000") int queryLength,
            @DefaultValue("1000000") int bodySize,
            @DefaultValue("20s") Duration bodyTime,
            @DefaultValue("1000000") long resultRows,
            @DefaultValue("200000000") long resultSize,
            @DefaultValue("8") int atOnce,
            @DefaultValue("4") int atOncePerClient,
            @DefaultValue("16") int waiting,
            @DefaultValue("5s") Duration waitTime,
            @DefaultValue("0.85") double memoryShare,
            @DefaultValue("64000000") long cacheSize,
            @DefaultValue("64000000") long pageCacheSize) {
        public Limits {
            if (queryLength < 1
                    || bodySize < 1
                    || resultRows < 1
                    || resultSize < 1
                    || atOnce < 1
                    || atOncePerClient < 1) {
                throw new IllegalArgumentException("banggiao.limits are more than zero: query-length " + queryLength
                        + ", body-size " + bodySize + ", result-rows " + resultRows + ", result-size " + resultSize
                        + ", at-once " + atOnce + ", at-once-per-client " + atOncePerClient);
            }
            if (waiting < 0 || waitTime.isNegative() || !bodyTime.isPositive() || cacheSize < 0 || pageCacheSize < 0) {
                throw new IllegalArgumentException("banggiao.limits are not below zero: waiting " + waiting
                        + ", wait-time " + waitTime + ", body-time " + bodyTime + ", cache-size " + cacheSize
                        + ", page-cache-size " + pageCacheSize);
            }
            if (!(memoryShare > 0 && memoryShare <= 1)) {
                throw new IllegalArgumentException("banggiao.limits.memory-share lies between 0 and 1: " + memoryShare);
            }
        }

        /** When who was sent away may come again, in seconds: after as long as others wait. */
        public long retryAfterSeconds() {
            return Math.max(1, waitTime.toSeconds());
        }

        /** The part of this that the store keeps. */
        public QueryLimits forQuery() {
            return new QueryLimits(queryTime);
        }
    }
}
