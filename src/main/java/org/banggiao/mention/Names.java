package org.banggiao.mention;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.banggiao.authority.Authority;
import org.banggiao.authority.Entry;
import org.banggiao.authority.Kind;
import org.banggiao.authority.Lexicon;
import org.banggiao.authority.Match;

/**
 * Reads names: those of the authority data, short forms in compounds ("Việt - Lào"), words that stand for actors, and
 * persons by their titles. Values: the list of {@link Entry entries}, or the word of the rule.
 */
final class Names {
    private static final Map<Kind, String> RULES = new EnumMap<>(Kind.class);

    static {
        for (var kind : Kind.values()) {
            RULES.put(kind, "name." + kind.name().toLowerCase(Locale.ROOT));
        }
    }

    private final Lexicon lexicon;
    private final Lexicon compounds;
    private final RuleSet rules;

    Names(Authority authority, Tokenizer tokenizer) {
        lexicon = authority.lexicon();
        compounds = Lexicon.of(
                authority.entries().stream()
                        .filter(e -> e.kind() == Kind.COUNTRY && !e.compounds().isEmpty())
                        .toList(),
                e -> e.compounds().stream());
        rules = RuleSet.load(Names.class, "rules/names.rules", tokenizer);
    }

    RuleSet rules() {
        return rules;
    }

    void read(Reading reading) {
        for (var match : lexicon.find(reading.tokens())) {
            if (isPartOfName(reading, match)) {
                continue;
            }
            add(reading, match, RULES.getOrDefault(match.entries().get(0).kind(), "name"));
        }
        if (reading.hasDashes()) {
            compounds(reading, compounds.find(reading.tokens()));
        }
        rules.readLists(reading);
        rules.apply(reading, (rule, captures) -> {
            var name = captures.get("name");
            if ("name".equals(rule.yield()) && name != null) {
                int first = name.get(0).from();
                int last = name.get(name.size() - 1).to();
                boolean known = reading.covered(first, "actor") || reading.covered(first, "person");
                if (rule.type().equals("actor.unknown") && known) {
                    return null;
                }
                return reading.words(first, last);
            }
            return rule.yield();
        });
    }

    /** "Lâm Văn Thái": a country of one syllable behind two others with capitals that are no name of their own. */
    private static boolean isPartOfName(Reading reading, Match match) {
        int from = tokenAt(reading, match.start());
        boolean country = match.entries().get(0).kind() == Kind.COUNTRY;
        if (!country || from < 2 || tokenAt(reading, match.end() - 1) != from) {
            return false;
        }
        for (int i = from - 2; i < from; i++) {
            var token = reading.token(i);
            boolean taken = reading.covered(i, "actor")
                    || reading.covered(i, "place")
                    || reading.covered(i, "office")
                    || reading.covered(i, "region");
            boolean capital =
                    token.isCapitalised() && !token.text().equals(token.text().toUpperCase(Locale.ROOT));
            if (!capital || taken || !org.banggiao.text.Syllable.isLegal(token.text())) {
                return false;
            }
        }
        return true;
    }

    /** A short form counts where a hyphen joins it to another or to a name. */
    private static void compounds(Reading reading, List<Match> matches) {
        var starts = new HashSet<Integer>();
        var ends = new HashSet<Integer>();
        for (var match : matches) {
            starts.add(tokenAt(reading, match.start()));
            ends.add(tokenAt(reading, match.end() - 1) + 1);
        }
        for (var actor : reading.all("actor")) {
            starts.add(actor.from());
            ends.add(actor.to());
        }
        for (var match : matches) {
            int from = tokenAt(reading, match.start());
            int to = tokenAt(reading, match.end() - 1) + 1;
            boolean joined = (reading.key(to).equals("-") && starts.contains(to + 1))
                    || (reading.key(from - 1).equals("-") && ends.contains(from - 1));
            if (joined && !reading.covered(from, "actor")) {
                add(reading, match, "name.compound");
            }
        }
    }

    private static void add(Reading reading, Match match, String rule) {
        int from = tokenAt(reading, match.start());
        int to = tokenAt(reading, match.end() - 1) + 1;
        if (from < 0 || to <= from) {
            return;
        }
        reading.add(Span.of(from, to, type(match.entries()), match.entries(), rule));
    }

    private static String type(List<Entry> entries) {
        return switch (entries.get(0).kind()) {
            case COUNTRY -> "actor.country";
            case STATE -> "actor.state";
            case ORGANISATION -> "actor.organisation";
            case OFFICE -> "office";
            case PERSON -> "person.known";
            case PLACE -> "place";
            case REGION -> "region";
        };
    }

    private static int tokenAt(Reading reading, int character) {
        int low = 0;
        int high = reading.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            var token = reading.token(middle);
            if (character < token.start()) {
                high = middle - 1;
            } else if (character >= token.end()) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }
}
