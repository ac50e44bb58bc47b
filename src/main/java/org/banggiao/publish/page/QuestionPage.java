package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;

/**
 * The page of one question.
 *
 * @param otherTitle the question in the other language
 * @param text the query with its prefixes
 * @param things the things, classes and concepts that the query names
 * @param properties the properties that it names
 * @param near questions on the same subject
 */
public record QuestionPage(
        Question question,
        Optional<Value> otherTitle,
        String text,
        List<Value> things,
        List<Value> properties,
        List<Example> near) {}
