package org.banggiao.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.banggiao.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What a document has said of aid so far: who gave to whom in the sentences just before, or in the sentence of a note's mark;
 * which works with a name were promised or begun; what a heading says of the terms.
 */
final class AidMemory {
    private static final int REACH = 4;
    private static final Pattern NAMED = Pattern.compile("\\S.*\\p{Lu}.*");

    /** What a sentence said. */
    record Kept(AidRoles roles, AidFlow.Terms terms, Sentence sentence, List<AidFlow> flows) {}

    private record Count(AidRoles roles, int flows) {}

    private final Givers givers;
    private final Map<Integer, Kept> kept = new HashMap<>();
    private final Map<String, AidFlow> works = new TreeMap<>();
    private final Map<String, Count> counts = new TreeMap<>();
    private @Nullable Kept last;
    private @Nullable Kept recent;
    private @Nullable Integer section;
    private AidFlow.Terms heading = AidFlow.Terms.UNSPECIFIED;

    AidMemory(Givers givers) {
        this.givers = givers;
    }

    /** Who gives to whom in the document. */
    Givers givers() {
        return givers;
    }

    /** What was said just before a sentence of the running text, or null. */
    @Nullable
    Kept before(Sentence next) {
        var said = recent;
        if (said != null && said.sentence().number() == next.number() - 1) {
            return said;
        }
        var known = last;
        if (known == null) {
            return null;
        }
        int distance = next.number() - known.sentence().number();
        boolean near = next.paragraph() == known.sentence().paragraph() || distance == 1;
        return near && distance <= REACH ? known : null;
    }

    /** What a sentence said, or null where it said nothing of giving. */
    @Nullable
    Kept of(int sentence) {
        return kept.get(sentence);
    }

    /** What was last given in a sentence up to another one, however far back, or null. */
    @Nullable
    AidFlow lastFlow(Sentence next) {
        var known = last;
        return known == null
                        || known.sentence().number() > next.number()
                        || known.flows().isEmpty()
                ? null
                : known.flows().get(known.flows().size() - 1);
    }

    /** Who gave to whom most often so far, or null. */
    @Nullable
    AidRoles usual() {
        return counts.values().stream()
                .max(Comparator.comparingInt(Count::flows))
                .map(Count::roles)
                .orElse(null);
    }

    /** The terms that the heading of a section gives. */
    AidFlow.Terms headingTerms(Sentence next) {
        return section != null && section.equals(next.section()) ? heading : AidFlow.Terms.UNSPECIFIED;
    }

    /** Takes note of a heading and its terms. */
    void heading(Sentence sentence, AidFlow.Terms terms) {
        section = sentence.section();
        heading = terms;
    }

    void keep(AidRoles roles, AidFlow.Terms terms, Sentence where, List<AidFlow> flows) {
        var earlier = kept.get(where.number());
        var all = new ArrayList<AidFlow>(earlier == null ? List.of() : earlier.flows());
        all.addAll(flows);
        var known = new Kept(roles, terms, where, List.copyOf(all));
        kept.put(where.number(), known);
        recent = known;
        if (!flows.isEmpty()) {
            last = known;
        }
        var key = codes(roles.donors()) + ">" + codes(roles.recipients());
        counts.merge(key, new Count(roles, flows.size()), (a, b) -> new Count(a.roles(), a.flows() + b.flows()));
        for (var flow : flows) {
            for (var item : flow.items()) {
                if (isNamed(item.what())) {
                    works.putIfAbsent(Merger.fold(item.what()), flow);
                }
            }
        }
    }

    private static String codes(List<ActorRef> actors) {
        return String.join(",", actors.stream().map(ActorRef::code).toList());
    }

    private static boolean isNamed(String what) {
        return what.indexOf(' ') > 0 && NAMED.matcher(what.substring(1)).matches();
    }

    /** The flow that gave a work of the name, or null: one name is the other or begins it. */
    @Nullable
    AidFlow work(String name) {
        var folded = Merger.fold(name);
        var same = works.get(folded);
        if (same != null || !isNamed(name)) {
            return same;
        }
        for (var known : works.entrySet()) {
            if (known.getKey().startsWith(folded + " ") || folded.startsWith(known.getKey() + " ")) {
                return known.getValue();
            }
        }
        return null;
    }
}
