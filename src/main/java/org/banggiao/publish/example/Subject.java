package org.banggiao.publish.example;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What questions are about: keywords that every question has one or more of. It stands under the last of its subjects, in
 * this order: who asks where a source speaks of an agreement asks about sources.
 */
public enum Subject {
    EVENTS,
    AGREEMENTS,
    AID,
    PLANS,
    ACTORS,
    PLACES,
    PROVENANCE,
    DATA;

    /** The keyword. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The subject under which a question stands.
     *
     * @throws IllegalArgumentException where no keyword is a subject
     */
    static Subject of(List<String> keywords) {
        return Arrays.stream(values())
                .filter(s -> keywords.contains(s.code()))
                .reduce((first, second) -> second)
                .orElseThrow(
                        () -> new IllegalArgumentException("its keywords " + keywords + " name none of the subjects "
                                + Arrays.stream(values()).map(Subject::code).toList()));
    }
}
