package org.banggiao.mention;

import java.util.List;

/**
 * How something was read: a rule, where it matched, what it said, and what it was made of.
 *
 * @param rule name of the rule, or of the step that took something from the context
 * @param startInclusive first code point of the source text
 * @param endExclusive the code point after the last
 * @param says what was read there, in a short form
 * @param parts what it was made of
 */
public record Derivation(String rule, int startInclusive, int endExclusive, String says, List<Derivation> parts) {
    public Derivation {
        parts = List.copyOf(parts);
    }

    /** As a tree, one line a step, children indented by two spaces; ends with a line break. */
    public String tree() {
        var out = new StringBuilder();
        print(out, 0);
        return out.toString();
    }

    private void print(StringBuilder out, int depth) {
        out.append("  ".repeat(depth))
                .append(rule)
                .append(' ')
                .append(startInclusive)
                .append('-')
                .append(endExclusive)
                .append(": ")
                .append(says)
                .append('\n');
        parts.forEach(p -> p.print(out, depth + 1));
    }
}
