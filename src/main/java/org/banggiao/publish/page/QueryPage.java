package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;

/**
 * The query page.
 *
 * @param query what is in its form
 * @param examples queries to start from, by level
 * @param prefixes the lines that declare all prefixes
 * @param answer what the query gave, if one was asked
 * @param downloads the same answer in the formats of the endpoint
 * @param endpoint the address of the endpoint
 * @param canKeep whether queries can be given an address of their own
 * @param plan how the query is run, where that was asked for
 * @param editor what the script needs that makes an editor of the form
 */
public record QueryPage(
        String query,
        List<Examples.Group> examples,
        String prefixes,
        Optional<Answer> answer,
        List<Frame.Alternate> downloads,
        String endpoint,
        boolean canKeep,
        Optional<Plan> plan,
        Editor editor) {
    /**
     * What the editor needs.
     *
     * @param folder the address of its files, with a slash at the end
     * @param base what the addresses of the data begin with
     * @param words its words in the page's language, as JSON
     */
    public record Editor(String folder, String base, String words) {}

    /**
     * How a query is run.
     *
     * @param text its algebra
     * @param milliseconds how long it took
     * @param rows rows or triples that it gave
     * @param isCut whether there are more
     */
    public record Plan(String text, long milliseconds, int rows, boolean isCut) {}

    /**
     * What a query gave.
     *
     * @param title how much it is, or what is wrong
     * @param explain more on that, or empty
     * @param columns the variables; empty where there is no table
     * @param rows the cells of each row; a cell is empty where there is no value
     * @param text a graph as Turtle, or the line of the query where it is wrong; or empty
     * @param hint what may mend the query, or empty
     * @param isFailure whether the query was refused
     */
    public record Answer(
            String title,
            String explain,
            List<String> columns,
            List<List<Optional<Value>>> rows,
            String text,
            String hint,
            boolean isFailure) {}
}
