package org.banggiao.publish.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How like names are to a text: the share of the text's words that a name has, and of the name's words that the text has. A word
 * that few names have counts for more than one that many have. A word may be spelled in another way: without tones, with one or two
 * letters other, in several words or one, or as it sounds.
 */
public final class Likeness {
    /** More words are left out of account. */
    static final int MOST_WORDS = 48;

    private static final double WITHOUT_TONES = 0.98;
    private static final double OTHER_TONES = 0.5;
    private static final double JOINED = 0.97;
    private static final double ONE_SLIP = 0.8;
    private static final double TWO_SLIPS = 0.7;
    private static final double BY_SOUND = 0.7;
    private static final int SHORTEST_FOR_ONE_SLIP = 4;
    private static final int SHORTEST_FOR_TWO_SLIPS = 8;
    /** Of a text whose words are all in the name, what it is worth where the name has little else. */
    private static final double WORTH_OF_NAME = 0.25;

    private final List<Word> asked;
    private final SplitName text;
    private final Function<String, SplitName> splitter;
    private final ToDoubleFunction<String> weight;
    private final double[] weights;
    private final double whole;
    /** What each word of a name is like each word of the text: names share most of their words. */
    private final Map<Word, double[]> likes = new HashMap<>();

    /** The same of words written as one. */
    private final Map<String, double[]> runLikes = new HashMap<>();

    private final Map<String, Double> weighed = new HashMap<>();

    /**
     * The likeness to a text.
     *
     * @param splitter splits a name into its words
     * @param weight of a word in its bare form
     */
    Likeness(String said, Function<String, SplitName> splitter, ToDoubleFunction<String> weight) {
        var split = SplitName.of(said);
        this.asked = split.words().subList(0, Math.min(split.words().size(), MOST_WORDS));
        this.text = asked.size() == split.words().size() ? split : SplitName.of(asked);
        this.splitter = splitter;
        this.weight = weight;
        this.weights =
                asked.stream().mapToDouble(w -> weight.applyAsDouble(w.bare())).toArray();
        this.whole = Arrays.stream(weights).sum();
    }

    /** Whether the text has no words. */
    public boolean isEmpty() {
        return asked.isEmpty();
    }

    /**
     * Which name is how like.
     *
     * @param value from 0 to 1
     */
    public record Best(String name, double value) {}

    /** The name that is most like the text; of equals the first. */
    public Best best(Collection<String> names) {
        var best = new Best("", 0);
        for (var name : names) {
            var here = compare(name);
            double value = value(here.ofText, here.ofName);
            if (value > best.value || best.name.isEmpty()) {
                best = new Best(name, value);
            }
        }
        return best;
    }

    /**
     * How like all names of a thing are to the text together: agreements have a name as printed and one made from their parties and
     * date, and a text may say a little of each.
     */
    public Best together(Collection<String> names) {
        var best = new Best("", 0);
        double[] all = new double[asked.size()];
        double ofName = 0;
        for (var name : names) {
            var here = compare(name);
            double value = value(here.ofText, here.ofName);
            if (value > best.value || best.name.isEmpty()) {
                best = new Best(name, value);
            }
            for (int i = 0; i < all.length; i++) {
                all[i] = Math.max(all[i], here.words[i]);
            }
            ofName = Math.max(ofName, here.ofName);
        }
        return new Best(best.name, Math.max(best.value, value(share(all), ofName)));
    }

    private static double value(double ofText, double ofName) {
        return ofText * (1 - WORTH_OF_NAME + WORTH_OF_NAME * ofName);
    }

    private double share(double[] likes) {
        double sum = 0;
        for (int i = 0; i < likes.length; i++) {
            sum += weights[i] * likes[i];
        }
        return whole == 0 ? 0 : sum / whole;
    }

    /**
     * A name beside the text.
     *
     * @param words how like the nearest word of the name is, for each word of the text
     * @param ofText the share of the text that the name has
     * @param ofName the share of the name that the text has
     */
    private record Compared(double[] words, double ofText, double ofName) {}

    private Compared compare(String name) {
        var split = splitter.apply(name);
        var words = split.words();
        double[] ofText = new double[asked.size()];
        double[] ofName = new double[words.size()];
        for (int j = 0; j < ofName.length; j++) {
            var like = likes.computeIfAbsent(words.get(j).alone(), this::likes);
            for (int i = 0; i < ofText.length; i++) {
                ofText[i] = Math.max(ofText[i], like[i]);
                ofName[j] = Math.max(ofName[j], like[i]);
            }
        }
        compareRuns(split, ofText, ofName);
        double sum = 0;
        double all = 0;
        for (int j = 0; j < ofName.length; j++) {
            double own = weighed.computeIfAbsent(words.get(j).bare(), weight::applyAsDouble);
            sum += own * ofName[j];
            all += own;
        }
        return new Compared(ofText, share(ofText), all == 0 ? 0 : sum / all);
    }

    private double[] likes(Word word) {
        return asked.stream().mapToDouble(own -> like(own, word)).toArray();
    }

    /** Foreign names are one word here and several there. */
    private void compareRuns(SplitName split, double[] ofText, double[] ofName) {
        boolean isFound = Arrays.stream(ofText).allMatch(like -> like >= WITHOUT_TONES);
        if (isFound) {
            return;
        }
        for (int n = 0; n < split.runs().size(); n++) {
            var other = split.runs().get(n);
            var sound = split.sounds().get(n);
            double[] likes = runLikes.computeIfAbsent(other.bare(), this::likesOfRun);
            for (int i = 0; i < text.runs().size(); i++) {
                var run = text.runs().get(i);
                double like = likes[i];
                if (like >= JOINED) {
                    boolean isMarkedOtherwise =
                            isMarked(run) && isMarked(other) && !run.exact().equals(other.exact());
                    raise(run, other, isMarkedOtherwise ? ONE_SLIP : JOINED, ofText, ofName);
                } else if (like > 0 && other.last() - other.first() + run.last() - run.first() > 0) {
                    raise(run, other, like, ofText, ofName);
                } else if (!sound.isEmpty() && sound.equals(text.sounds().get(i))) {
                    raise(run, other, BY_SOUND, ofText, ofName);
                }
            }
        }
    }

    private double[] likesOfRun(String bare) {
        return text.runs().stream()
                .mapToDouble(run -> run.bare().equals(bare) ? JOINED : slips(run.bare(), bare))
                .toArray();
    }

    private static boolean isMarked(Joined run) {
        return !run.exact().replace('y', 'i').equals(run.bare());
    }

    private static void raise(Joined run, Joined other, double like, double[] ofText, double[] ofName) {
        for (int i = run.first(); i <= run.last(); i++) {
            ofText[i] = Math.max(ofText[i], like);
        }
        for (int j = other.first(); j <= other.last(); j++) {
            ofName[j] = Math.max(ofName[j], like);
        }
    }

    private static double like(Word word, Word other) {
        if (word.exact().equals(other.exact())) {
            return 1;
        }
        if (word.bare().equals(other.bare())) {
            return word.isMarked() && other.isMarked() ? OTHER_TONES : WITHOUT_TONES;
        }
        return slips(word.bare(), other.bare());
    }

    /** What a word is worth for another that a slip or two of the keyboard makes of it; 0 where it takes more. */
    private static double slips(String word, String other) {
        int shorter = Math.min(word.length(), other.length());
        if (shorter < SHORTEST_FOR_ONE_SLIP || Math.abs(word.length() - other.length()) > 2 || hasDigit(word)) {
            return 0;
        }
        int distance = distance(word, other);
        return distance <= 1 ? ONE_SLIP : distance == 2 && shorter >= SHORTEST_FOR_TWO_SLIPS ? TWO_SLIPS : 0;
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    /** Letters more, less, other or swapped with their neighbour that make one word of another (optimal string alignment). */
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1] + 1, last[j] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[b.length()];
    }
}
