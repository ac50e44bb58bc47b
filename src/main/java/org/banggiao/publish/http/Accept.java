package org.banggiao.publish.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client accepts: media ranges with weights (RFC 9110, section 12.5.1). The weight of a media type is that of the
 * most specific range that matches it; parameters other than the weight are not compared. A range that cannot be read is
 * left out; without any range, everything is accepted.
 */
public final class Accept {
    private static final Pattern RANGE = Pattern.compile("([!#$%&'*+.^_`|~0-9a-z-]+)/([!#$%&'*+.^_`|~0-9a-z-]+)");
    private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");
    private static final Accept ANYTHING = new Accept(List.of(new Range("*", "*", 1000)));

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /**
     * Reads the value of an {@code Accept} header.
     *
     * @param header the value, of several headers joined by commas; null where there is none
     */
    public static Accept parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return ANYTHING;
        }
        var ranges = new ArrayList<Range>();
        for (String element : split(header.toLowerCase(Locale.ROOT), ',')) {
            range(element).ifPresent(ranges::add);
        }
        return ranges.isEmpty() ? ANYTHING : new Accept(ranges);
    }

    /** The parts between separators that stand in no quoted string. */
    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        boolean isQuoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == '\\' && isQuoted) {
                i++;
            } else if (c == separator && !isQuoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static Optional<Range> range(String element) {
        var parts = split(element, ';');
        var range = RANGE.matcher(parts.getFirst().strip());
        if (!range.matches() || (range.group(1).equals("*") && !range.group(2).equals("*"))) {
            return Optional.empty();
        }
        int weight = 1000;
        for (String part : parts.subList(1, parts.size())) {
            String parameter = part.strip();
            if (parameter.startsWith("q=")) {
                String value = parameter.substring(2).strip();
                if (!WEIGHT.matcher(value).matches()) {
                    return Optional.empty();
                }
                weight = (int) Math.round(Double.parseDouble(value) * 1000);
            }
        }
        return Optional.of(new Range(range.group(1), range.group(2), weight));
    }

    /**
     * The offer that the client likes best; of equals, the one that comes first.
     *
     * @param offers what there is, the server's preference first
     * @param mediaType the media type of an offer; parameters are left out of account
     */
    public <T> Optional<T> best(List<T> offers, Function<? super T, String> mediaType) {
        Optional<T> best = Optional.empty();
        int bestWeight = 0;
        for (T offer : offers) {
            int weight = weight(mediaType.apply(offer));
            if (weight > bestWeight) {
                best = Optional.of(offer);
                bestWeight = weight;
            }
        }
        return best;
    }

    /** The media type that the client likes best, if any; of equals, the one that comes first. */
    public Optional<String> best(List<String> mediaTypes) {
        return best(mediaTypes, Function.identity());
    }

    /** How much the client wants the media type, from 0 (not at all) to 1000. */
    public int weight(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        int slash = type.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a media type: " + mediaType);
        }
        int weight = 0;
        int specific = -1;
        for (var range : ranges) {
            int s = range.matches(type.substring(0, slash), type.substring(slash + 1));
            if (s > specific) {
                specific = s;
                weight = range.weight;
            }
        }
        return weight;
    }

    /** How much the client wants the media type, with what it names before what only a wildcard covers: 0 to 2001. */
    public int rank(String mediaType) {
        int weight = weight(mediaType);
        return weight == 0 ? 0 : weight * 2 + (names(mediaType) ? 1 : 0);
    }

    /** True where the client names the media type itself, not only by a wildcard. */
    public boolean names(String mediaType) {
        return weight(mediaType) > 0
                && ranges.stream().anyMatch(r -> (r.type + "/" + r.subtype).equals(mediaType.toLowerCase(Locale.ROOT)));
    }

    private record Range(String type, String subtype, int weight) {
        /** 2: the very type, 1: by its main type, 0: anything, -1: not at all. */
        int matches(String otherType, String otherSubtype) {
            if (type.equals("*")) {
                return 0;
            }
            if (!type.equals(otherType)) {
                return -1;
            }
            return subtype.equals("*") ? 1 : subtype.equals(otherSubtype) ? 2 : -1;
        }
    }
}
