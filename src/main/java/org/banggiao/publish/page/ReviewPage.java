package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;
import org.banggiao.publish.inbox.LinkTable;

/**
 * The pages of reviewers.
 *
 * @param view which one: held, accepted, refused, table or log
 * @param reviewer who is logged in
 * @param csrf the token that forms send back, and its parameter
 * @param held how many links wait
 * @param said what was done just now; empty where nothing
 * @param cards links, on the pages that list them
 * @param pages how many pages there are, and which this one is
 * @param table what a table holds, after it was sent
 * @param text the table as it was sent
 * @param log what was decided and who came
 */
public record ReviewPage(
        String view,
        String reviewer,
        Csrf csrf,
        int held,
        String said,
        List<Card> cards,
        Part pages,
        Optional<LinkTable.Report> table,
        String text,
        List<LogLine> log) {
    /** What keeps forms of other sites from working here. */
    public record Csrf(String parameter, String token) {}

    /** A part of a list. */
    public record Part(int number, int of, int total) {
        static final Part WHOLE = new Part(1, 1, 0);
    }

    /**
     * A link as reviewers see it.
     *
     * @param doubts what to look at twice, in words
     * @param decision who decided what when, in words; empty where nobody has
     */
    public record Card(
            String id,
            String title,
            String record,
            String host,
            Value about,
            String relation,
            String holder,
            String date,
            String note,
            String sender,
            String actor,
            String network,
            String token,
            String received,
            List<String> doubts,
            String decision,
            String reason) {}

    /** What happened. */
    public record LogLine(String when, String who, String what, String reason) {}
}
