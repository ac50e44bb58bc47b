package org.banggiao.mention;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mentions as JSON Lines: positions, class, value and rule; no sentences. Sorted by place, keys in a fixed order. */
public final class MentionFile {
    private MentionFile() {}

    /** The lines, each with a line break. */
    public static String text(List<Mention> mentions) {
        var out = new StringBuilder();
        mentions.stream().sorted().forEach(m -> out.append(line(m)).append('\n'));
        return out.toString();
    }

    private static String line(Mention m) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("document", m.document());
        map.put("start", m.startInclusive());
        map.put("end", m.endExclusive());
        map.put("kind", m.kind());
        map.put("value", m.value());
        map.put("rule", m.rule());
        return JsonLine.write(map);
    }
}
