package org.banggiao.issue;

/**
 * A kind of fault, implemented by one enum for each stage of the flow. Each code has a section of the same name in {@code
 * src/docs/issues.md} that gives cause and cure.
 */
public interface Issue {
    /** The stable code, lower-case words joined by hyphens and led by the stage, such as {@code corpus-not-utf8}. */
    String code();

    /** How bad an occurrence is unless a {@link SeverityPolicy} says otherwise. */
    Severity severity();
}
