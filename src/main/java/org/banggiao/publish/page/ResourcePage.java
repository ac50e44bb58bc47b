package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;

/**
 * The page of a resource.
 *
 * @param kind what it is, in a word or two
 * @param title what it is called
 * @param otherTitle what it is called in the other language, where that is different
 * @param lede one sentence that says what it is
 * @param provisional whether its address may still change
 * @param quote the words of a passage, where they may be shown
 * @param facts what the data say, for everybody
 * @param technical what the data say, for those who work with them
 * @param disputes what claims give differently
 * @param claims what each passage says
 * @param claimsLeftOut how many claims are not shown
 * @param groups what refers to it
 * @param members what belongs to it, such as the concepts of a list
 * @param sparql a query for what the data say of it
 * @param asked example queries about it and its kind
 * @param around how to cite it, and what stands beside it
 */
public record ResourcePage(
        String kind,
        String title,
        Optional<Value> otherTitle,
        String lede,
        boolean provisional,
        Optional<Quote> quote,
        List<Fact> facts,
        List<Fact> technical,
        List<Dispute> disputes,
        List<ClaimCard> claims,
        int claimsLeftOut,
        List<RowGroup> groups,
        List<Row> members,
        String sparql,
        Asked asked,
        Around around) {
    /** How many claims a page shows whole; of further ones it says where each is, and links its page. */
    public static final int WHOLE_CLAIMS = 10;

    /**
     * Questions about it and its kind.
     *
     * @param questions the nearest
     * @param total how many there are
     * @param all where all of them are
     */
    public record Asked(List<Example> questions, int total, String all) {
        static final Asked NOTHING = new Asked(List.of(), 0, "");
    }

    /**
     * How to cite it, and what stands beside it.
     *
     * @param citation a sentence to copy
     * @param citations the same for reference managers
     * @param neighbours what came before and after between the same parties
     * @param schema what it is in the words of schema.org: JSON-LD without {@code <}
     */
    public record Around(String citation, List<Frame.Alternate> citations, List<Neighbour> neighbours, String schema) {
        static final Around NOTHING = new Around("", List.of(), List.of(), "");
    }

    /**
     * What came before or after.
     *
     * @param isAfter whether it is the next, not the one before
     */
    public record Neighbour(boolean isAfter, Row row) {}

    /** The same with questions and what stands around it. */
    ResourcePage with(Asked about, Around beside) {
        return new ResourcePage(
                kind,
                title,
                otherTitle,
                lede,
                provisional,
                quote,
                facts,
                technical,
                disputes,
                claims,
                claimsLeftOut,
                groups,
                members,
                sparql,
                about,
                beside);
    }
}
