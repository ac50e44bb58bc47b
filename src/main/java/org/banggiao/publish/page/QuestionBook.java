package org.banggiao.publish.page;

import java.util.List;

/**
 * What the book of questions holds: all example queries, or those on something, each with a link to its page.
 *
 * @param lede what it holds, in a sentence
 * @param parts one for each level
 * @param federated those that ask several endpoints together
 */
public record QuestionBook(String lede, List<Part> parts, List<Entry> federated) {
    /**
     * The questions of one level.
     *
     * @param id its place on the page
     * @param explain whom they suit
     * @param chapters by subject
     */
    public record Part(String id, String title, String explain, int size, List<Chapter> chapters) {}

    /**
     * The questions of one level on one subject.
     *
     * @param id its place on the page, and its name in addresses
     * @param href the page with their queries and answers
     */
    public record Chapter(String id, String title, String href, List<Entry> questions) {}

    /**
     * One question.
     *
     * @param name its place on the page
     */
    public record Entry(String name, String title, String href) {}
}
