package org.banggiao.publish.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which endpoints are asked together, and how they do.
 *
 * @param endpoint the address at which they are asked
 * @param members in the order of the configuration
 * @param query what stands in the form
 * @param rest seconds for which a member that failed is left out
 * @param examples questions that ask several of them
 * @param formats the same as data
 */
public record FederationPage(
        String endpoint,
        List<Member> members,
        String query,
        long rest,
        List<Example> examples,
        List<Frame.Alternate> formats) {
    /**
     * A member. Numbers are written as the page's language does, and empty where they are not known.
     *
     * @param state how it does, by the name of the texts
     * @param stateText the same in words
     * @param failing why it failed when it was last asked, in English
     * @param received bytes of its answers
     */
    public record Member(
            String id,
            String title,
            String endpoint,
            String state,
            String stateText,
            Optional<Time> since,
            Optional<Time> looked,
            Optional<String> failing,
            String triples,
            String requests,
            String failures,
            String median,
            String p99,
            String received) {}

    /** A time in UTC, for programs and for people. */
    public record Time(String exact, String text) {
        static Time of(Instant time) {
            var seconds = Instant.ofEpochSecond(time.getEpochSecond()).toString();
            return new Time(seconds, seconds.replace('T', ' ').replace("Z", " UTC"));
        }
    }
}
