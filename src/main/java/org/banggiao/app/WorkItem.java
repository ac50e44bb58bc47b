package org.banggiao.app;

/**
 * One thing for an editor to look at.
 *
 * @param urgency 0 to 1: how likely something is right as it stands, so that the least comes first
 * @param reason why it is on the list
 * @param document the document's id
 * @param position first code point of the source text
 * @param place page, note and sentence as far as known
 * @param says what was read
 * @param text the words of the passage, empty where the text is not at hand
 * @param block the beginning of a correction, empty where there is no claim to correct
 */
public record WorkItem(
        double urgency,
        String reason,
        String document,
        int position,
        String place,
        String says,
        String text,
        String block) {}
