package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;

/**
 * A chapter of the book of questions: those of one level on one subject, with their queries and answers.
 *
 * @param level of its questions
 * @param title the subject
 * @param explain whom they suit
 * @param before the chapter before, if there is one
 * @param after the chapter after, if there is one
 */
public record QuestionChapter(
        String level,
        String title,
        String explain,
        List<Question> questions,
        Optional<Example> before,
        Optional<Example> after) {}
