package org.banggiao.authority;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.banggiao.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of entries in a text: the longest at each place, whole syllables only, in time linear in the text.
 *
 * <p>Spellings of a syllable are one ({@link Folding#syllable}); punctuation inside a name may stand with or without
 * spaces. Case counts, with two allowances: a name of three letters or more, beside other words in capitals of two, is found all in capitals, and a name of at least two
 * syllables or five letters is found with a small accented initial ("ấn Độ"), since some old encodings have no capitals
 * with accents.
 */
public final class Lexicon {
    private static final int LONG_ENOUGH = 5;
    private static final int CAPITALS = 3;
    private static final Comparator<Entry> BY_KIND =
            Comparator.comparing(Entry::kind).thenComparing(Entry::key);

    /** So many words are kept at most: a language has fewer, a text made of random letters has no end of them. */
    private static final int KEPT = 100_000;

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();
        final List<Name> names = new ArrayList<>(0);
        boolean common;
    }

    private record Name(List<String> tokens, boolean longEnough, Entry entry) {}

    /** A word (letters, digits, marks on letters) or another single mark at a place of a text. */
    public interface Part {
        /** Its first char. */
        int start();

        /** The char after its last. */
        int end();

        /** As printed. */
        String text();

        /** Its form for a lexicon, which {@link Lexicon#form} gives: a part that knows it keeps the lexicon from looking it up. */
        default Form form(Lexicon lexicon) {
            return lexicon.form(text());
        }
    }

    private record Token(int start, int end, String text) implements Part {}

    /** What a lexicon knows of a word. */
    public static final class Form {
        private final String text;

        // Its syllables in one spelling, and the same in lower case.
        private final String syllable;
        private final String key;
        private final boolean capitals;
        private final boolean hyphen;

        // The first words of all names, and the names that begin with it, null where none does.
        private final Node root;
        private final @Nullable Node begun;

        private Form(String text, Node root) {
            this.root = root;
            hyphen = isHyphen(text);
            this.text = hyphen ? "-" : text;
            syllable = Folding.syllable(this.text);
            key = syllable.toLowerCase(Locale.ROOT);
            capitals = this.text.equals(this.text.toUpperCase(Locale.ROOT));
            begun = root.next.get(key);
        }

        /** Whether it is what this lexicon knows. */
        public boolean isOf(Lexicon lexicon) {
            return root == lexicon.root;
        }
    }

    /** A phrase found: the char after its last, and what it names, nothing where it is a common phrase. */
    private record Hit(int end, List<Entry> entries) {}

    private final Node root = new Node();

    // Words seen in texts.
    private final Map<String, Form> words = new ConcurrentHashMap<>();

    private Lexicon() {}

    /** The lexicon of the entries by their names and variants; posts are found with a small initial too. */
    public static Lexicon of(List<Entry> entries) {
        return of(entries, List.of());
    }

    /**
     * The same, where phrases that begin like a name and are none ("Pháp lệnh", an ordinance, begins like France) keep the
     * name from being found in them.
     *
     * @param commonPhrases the phrases, in any case
     */
    public static Lexicon of(List<Entry> entries, List<String> commonPhrases) {
        var lexicon =
                of(entries, e -> e.kind() == Kind.OFFICE ? e.names().flatMap(Lexicon::withSmallInitial) : e.names());
        for (var phrase : commonPhrases) {
            lexicon.node(tokens(phrase)).common = true;
        }
        return lexicon;
    }

    private static Stream<String> withSmallInitial(String name) {
        return Stream.of(name, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
    }

    /** The lexicon of the entries by some of their names. */
    public static Lexicon of(List<Entry> entries, Function<Entry, Stream<String>> names) {
        var lexicon = new Lexicon();
        for (var entry : entries) {
            names.apply(entry).forEach(name -> lexicon.add(name, entry));
        }
        return lexicon;
    }

    private void add(String name, Entry entry) {
        var tokens = tokens(name);
        if (tokens.isEmpty()) {
            return;
        }
        var folded = tokens.stream().map(t -> new Form(t.text(), root).syllable).toList();
        node(tokens).names.add(new Name(folded, tokens.size() > 1 || name.length() >= LONG_ENOUGH, entry));
    }

    private Node node(List<Token> tokens) {
        var node = root;
        for (var token : tokens) {
            node = node.next.computeIfAbsent(new Form(token.text(), root).key, k -> new Node());
        }
        return node;
    }

    /** The longest names that do not overlap, from left to right; positions are chars of {@code text} (NFC expected). */
    public List<Match> find(String text) {
        return find(tokens(text));
    }

    /** As {@link #find(String)}, in a text that is cut already; white space is in no part. */
    public List<Match> find(List<? extends Part> tokens) {
        var forms = forms(tokens);
        var found = longest(tokens, forms);
        if (!hasHyphen(forms)) {
            return found;
        }
        var joined = joined(tokens);
        if (joined.size() == tokens.size()) {
            return found;
        }
        // "Hung-ga-ri" is "Hunggari"; where both readings give a name, the longer counts.
        var both = new ArrayList<>(longest(joined, forms(joined)));
        both.removeIf(m -> found.stream().anyMatch(f -> f.start() < m.end() && m.start() < f.end() && !isLonger(m, f)));
        found.stream()
                .filter(f -> both.stream().noneMatch(m -> f.start() < m.end() && m.start() < f.end()))
                .toList()
                .forEach(both::add);
        both.sort(Comparator.comparingInt(Match::start));
        return both;
    }

    private List<Form> forms(List<? extends Part> tokens) {
        var forms = new ArrayList<Form>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            forms.add(tokens.get(i).form(this));
        }
        return forms;
    }

    private static boolean hasHyphen(List<Form> forms) {
        for (int i = 0; i < forms.size(); i++) {
            if (forms.get(i).hyphen) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHyphen(String text) {
        return text.length() == 1 && (text.equals("-") || text.equals("–") || text.equals("—"));
    }

    private static boolean isLonger(Match a, Match b) {
        return a.end() - a.start() > b.end() - b.start();
    }

    /** The tokens with words that hyphens without spaces join taken as one word. */
    private static List<Part> joined(List<? extends Part> tokens) {
        var out = new ArrayList<Part>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            var first = tokens.get(i);
            int last = i;
            if (!isSyllable(first) || i + 2 >= tokens.size() || !isHyphened(tokens, i)) {
                out.add(first);
                continue;
            }
            var word = new StringBuilder(first.text());
            while (last + 2 < tokens.size() && isHyphened(tokens, last)) {
                last += 2;
                word.append(tokens.get(last).text().toLowerCase(Locale.ROOT));
            }
            out.add(new Token(first.start(), tokens.get(last).end(), word.toString()));
            i = last;
        }
        return out;
    }

    private static boolean isHyphened(List<? extends Part> tokens, int at) {
        var hyphen = tokens.get(at + 1);
        var next = tokens.get(at + 2);
        return isHyphen(hyphen.text())
                && hyphen.start() == tokens.get(at).end()
                && next.start() == hyphen.end()
                && isSyllable(next);
    }

    private static boolean isSyllable(Part token) {
        return Character.isLetter(token.text().charAt(0));
    }

    private static List<Match> longest(List<? extends Part> tokens, List<Form> folded) {
        var matches = new ArrayList<Match>();
        for (int i = 0; i < tokens.size(); ) {
            var hit = longest(tokens, folded, i);
            if (hit == null) {
                i++;
            } else {
                if (!hit.entries().isEmpty()) {
                    matches.add(new Match(tokens.get(i).start(), hit.end(), hit.entries()));
                }
                while (i < tokens.size() && tokens.get(i).start() < hit.end()) {
                    i++;
                }
            }
        }
        return matches;
    }

    private static @Nullable Hit longest(List<? extends Part> tokens, List<Form> folded, int from) {
        Hit best = null;
        var node = folded.get(from).begun;
        for (int i = from; node != null; i++) {
            if (!node.names.isEmpty()) {
                var read = folded.subList(from, i + 1);
                int least = isAmongCapitals(folded, from, i + 1) ? CAPITALS - 1 : CAPITALS;
                var entries = entries(node, read, least);
                if (!entries.isEmpty()) {
                    best = new Hit(tokens.get(i).end(), entries);
                }
            }
            if (node.common && (best == null || best.end() < tokens.get(i).end())) {
                best = new Hit(tokens.get(i).end(), List.of());
            }
            node = i + 1 < tokens.size() ? node.next.get(folded.get(i + 1).key) : null;
        }
        return best;
    }

    private static List<Entry> entries(Node node, List<Form> read, int leastCapitals) {
        var entries = new ArrayList<Entry>(1);
        for (var name : node.names) {
            if (sameCase(name, read, leastCapitals) && !entries.contains(name.entry())) {
                entries.add(name.entry());
            }
        }
        if (entries.size() > 1) {
            entries.sort(BY_KIND);
        }
        return List.copyOf(entries);
    }

    /** Whether a word in capitals stands beside a stretch, over a hyphen too: in "CUBA - MỸ" two letters are a name. */
    private static boolean isAmongCapitals(List<Form> folded, int from, int to) {
        for (int i : new int[] {from - 2, from - 1, to, to + 1}) {
            if (i >= 0 && i < folded.size()) {
                var word = folded.get(i);
                if (word.capitals && word.text.length() > 1 && Character.isLetter(word.text.charAt(0))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sameCase(Name name, List<Form> read, int leastCapitals) {
        int letters = 0;
        boolean capitals = true;
        for (int i = 0; i < read.size(); i++) {
            letters += name.tokens().get(i).length();
            capitals &= read.get(i).capitals;
        }
        if (capitals && letters >= leastCapitals) {
            return true;
        }
        for (int i = 0; i < read.size(); i++) {
            var want = name.tokens().get(i);
            var got = read.get(i);
            if (!want.equals(got.syllable) && !(name.longEnough() && sameButAccentedInitial(want, got.text))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameButAccentedInitial(String want, String text) {
        char initial = text.charAt(0);
        if (initial < 0x80 || !Character.isLowerCase(initial)) {
            return false;
        }
        return want.equals(Folding.syllable(Character.toUpperCase(initial) + text.substring(1)));
    }

    /** What this lexicon knows of a word. */
    public Form form(String word) {
        var known = words.get(word);
        if (known == null) {
            known = new Form(word, root);
            if (words.size() < KEPT) {
                words.put(word, known);
            }
        }
        return known;
    }

    /** Words (letters, digits, marks) and single marks of punctuation; spaces only part them. */
    private static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (isWord(c)) {
                int start = i;
                while (i < text.length() && isWord(text.charAt(i))) {
                    i++;
                }
                tokens.add(new Token(start, i, text.substring(start, i)));
            } else {
                if (!Character.isWhitespace(c)) {
                    tokens.add(new Token(i, i + 1, String.valueOf(c)));
                }
                i++;
            }
        }
        return tokens;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
