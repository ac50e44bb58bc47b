package org.banggiao.publish.page;

import java.util.List;

/**
 * The book of questions: all example queries, or those on something.
 *
 * @param lede what it holds, in a sentence
 * @param parts one for each level
 */
public record QuestionBook(String lede, List<Part> parts) {
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
     * @param id its place on the page
     */
    public record Chapter(String id, String title, List<Question> questions) {}
}
