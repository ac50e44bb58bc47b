package org.banggiao.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.banggiao.text.MarkSites.Look;
import org.banggiao.text.MarkSites.Site;

/**
 * Decides which digits are marks of notes. The numbers of marks rise through a chapter, and a mark stands on the page of its note:
 * of all rising series the one that fits best is taken (in time linear in the number of places). Where a number can be parted in two
 * places equally well, it is left alone. A small number glued to a word that no series needs repeats an earlier note.
 */
final class NoteMarks {
    private static final int MOST = 1000;

    /** What a number costs that the series leaves out. */
    private static final double GAP = 1;

    /** What it costs to begin anew from 1. */
    private static final double RESTART = 4;

    private static final double SAME_PAGE = 3;
    private static final double GLUED = 2;
    private static final double GLUED_TO_CAPITALS = 1;
    private static final double IN_NUMBER = 0.2;

    /** Without a single note to go by, fewer marks than this are taken for something else. */
    private static final int FEWEST_WITHOUT_NOTES = 3;

    private final List<Site> sites;
    private final int[] pages;
    /** What a mark costs that would part an amount on a page without a note that lacks its mark. */
    private static final double UNLIKELY = -2;

    private final Set<Long> notesOnPages = new HashSet<>();
    private final List<Site> marks = new ArrayList<>();
    private final List<Site> ambiguous = new ArrayList<>();

    /**
     * Decides.
     *
     * @param sites the places, in order
     * @param pageOf index of the page of each place, by the place's index
     * @param notes the notes
     */
    NoteMarks(List<Site> sites, IntUnaryOperator pageOf, List<NoteDraft> notes) {
        this.sites = sites;
        this.pages = new int[sites.size()];
        for (int i = 0; i < pages.length; i++) {
            pages[i] = pageOf.applyAsInt(i);
        }
        for (NoteDraft note : notes) {
            notesOnPages.add(key(note.page, note.number));
        }
        decide();
        marks.sort(Comparator.comparingInt(Site::block).thenComparingInt(Site::from));
    }

    /** The marks, in order. */
    List<Site> marks() {
        return marks;
    }

    /** Places that may be marks, and were left alone. */
    List<Site> ambiguous() {
        return ambiguous;
    }

    private static long key(int page, int number) {
        return (long) page << 32 | number;
    }

    private boolean hasNote(int site) {
        return notesOnPages.contains(key(pages[site], sites.get(site).number()));
    }

    private double weight(int site) {
        double look = switch (sites.get(site).look()) {
            case CERTAIN, GLUED -> GLUED;
            case GLUED_TO_CAPITALS -> GLUED_TO_CAPITALS;
            case IN_NUMBER -> IN_NUMBER;
            case IN_AMOUNT -> notesOnPages.contains(key(pages[site], 0)) ? IN_NUMBER : UNLIKELY;
        };
        return look + (hasNote(site) ? SAME_PAGE : 0);
    }

    private void decide() {
        int[] chain = bestChain();
        int withNotes = 0;
        for (int site : chain) {
            withNotes += hasNote(site) ? 1 : 0;
        }
        boolean believed = withNotes > 0 || chain.length >= FEWEST_WITHOUT_NOTES;
        boolean[] taken = new boolean[sites.size()];
        int[] previousAlike = alike();
        int[] nextAlike = new int[sites.size()];
        Arrays.fill(nextAlike, Integer.MAX_VALUE);
        for (int i = 0; i < previousAlike.length; i++) {
            if (previousAlike[i] >= 0) {
                nextAlike[previousAlike[i]] = i;
            }
        }
        for (int k = 0; believed && k < chain.length; k++) {
            int site = chain[k];
            int before = k == 0 ? -1 : chain[k - 1];
            int after = k + 1 == chain.length ? Integer.MAX_VALUE : chain[k + 1];
            boolean rival = sites.get(site).look() != Look.GLUED
                    && ((previousAlike[site] > before && equallyGood(site, previousAlike[site]))
                            || (nextAlike[site] < after && equallyGood(site, nextAlike[site])));
            if (rival) {
                ambiguous.add(sites.get(site));
            } else {
                marks.add(sites.get(site));
            }
            taken[site] = true;
        }
        int series = 0;
        boolean repeats = believed && chain.length >= FEWEST_WITHOUT_NOTES;
        for (int i = 0; i < sites.size(); i++) {
            Look look = sites.get(i).look();
            series = taken[i] ? sites.get(i).number() : series;
            boolean repeated =
                    !taken[i] && repeats && look == Look.GLUED && sites.get(i).number() <= series;
            if (look == Look.CERTAIN || repeated) {
                marks.add(sites.get(i));
            } else if (!taken[i] && look == Look.IN_NUMBER) {
                ambiguous.add(sites.get(i));
            }
        }
    }

    private boolean equallyGood(int a, int b) {
        return weight(b) >= weight(a);
    }

    /** For each place the one before it with the same number, or -1. */
    private int[] alike() {
        int[] last = new int[MOST];
        Arrays.fill(last, -1);
        int[] previous = new int[sites.size()];
        for (int i = 0; i < previous.length; i++) {
            Site site = sites.get(i);
            previous[i] = -1;
            if (site.look() != Look.CERTAIN) {
                previous[i] = last[site.number()];
                last[site.number()] = i;
            }
        }
        return previous;
    }

    /** The best rising series; a prefix maximum over numbers, kept in a Fenwick tree, gives each place its best predecessor. */
    private int[] bestChain() {
        double[] best = new double[MOST + 1];
        int[] bestSite = new int[MOST + 1];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        double[] score = new double[sites.size()];
        int[] before = new int[sites.size()];
        double top = 0;
        int topSite = -1;
        for (int i = 0; i < score.length; i++) {
            Site site = sites.get(i);
            if (site.look() == Look.CERTAIN || site.number() < 1 || site.number() >= MOST) {
                before[i] = -1;
                score[i] = Double.NEGATIVE_INFINITY;
                continue;
            }
            int number = site.number();
            double restart = (topSite < 0 ? 0 : top - RESTART) - GAP * (number - 1);
            int predecessor = topSite;
            double from = restart;
            for (int k = number - 1; k > 0; k -= k & -k) {
                double linked = best[k] + GAP - GAP * number;
                if (linked > from) {
                    from = linked;
                    predecessor = bestSite[k];
                }
            }
            score[i] = weight(i) + from;
            before[i] = predecessor;
            double kept = score[i] + GAP * number;
            for (int k = number; k <= MOST; k += k & -k) {
                if (kept > best[k]) {
                    best[k] = kept;
                    bestSite[k] = i;
                }
            }
            if (score[i] > top) {
                top = score[i];
                topSite = i;
            }
        }
        IntList reversed = new IntList();
        for (int i = topSite; i >= 0; i = before[i]) {
            reversed.add(i);
        }
        int[] chain = new int[reversed.size()];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = reversed.get(chain.length - 1 - i);
        }
        return chain;
    }
}
