package org.banggiao.text;

/** What a sentence is part of. */
public enum Kind {
    /** The running text. */
    BODY,
    /** A heading of a chapter or section. */
    HEADING,
    /** A note. */
    NOTE,
    /** A stretch in another language than Vietnamese, such as an English abstract; not to be read for facts. */
    OTHER_LANGUAGE
}
