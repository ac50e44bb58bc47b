package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;

/**
 * An example query as the book of questions shows it.
 *
 * @param name what it is called in addresses
 * @param title the question in the page's language
 * @param level whom it suits, in words
 * @param keywords what it is about, in words
 * @param text the query without the lines that declare prefixes
 * @param answer what it gave over the released data when it was last looked at, if that was noted
 * @param editor the query page with the query in its form, or the page of the federation
 * @param partners the endpoints that it asks together with this one
 * @param page the page of this question
 */
public record Question(
        String name,
        String title,
        String level,
        List<String> keywords,
        String text,
        Optional<Answer> answer,
        String editor,
        List<String> partners,
        String page) {
    /**
     * The first rows of an answer.
     *
     * @param count how many rows there are in all, or what an ASK says
     * @param columns the variables; empty where there is no table
     */
    public record Answer(String count, List<String> columns, List<List<Value>> rows) {}
}
