package org.banggiao.claim;

import java.util.List;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Span;

/** At which stage aid is, and whether it is given or lent, by the words of one sentence. */
final class AidStage {
    private static final int REACH = 8;

    /** Tokens before an instrument that is the subject of its part. */
    private static final int LEAD = 8;

    private static final int BESIDE = 3;

    private static final List<String> DEBTS = List.of("aid.reschedule", "aid.relief");
    private static final List<String> STAYS = List.of("aid.guests", "aid.sent", "aid.learn");
    private static final List<String> PLACED = List.of("ở", "tại");
    private static final List<String> GROUNDS = List.of("theo", "ứng", "trước", "lời", "sở", "những", "các");

    private final Reading reading;

    AidStage(Reading reading) {
        this.reading = reading;
    }

    /** Whether a phrase of the list begins in a stretch. */
    boolean has(int from, int to, String list) {
        return at(from, to, list) >= 0;
    }

    /** Where the first phrase of the list begins in a stretch, or -1. */
    int at(int from, int to, String list) {
        if (!reading.has(list)) {
            return -1;
        }
        for (int i = Math.max(0, from); i < Math.min(to, reading.size()); i++) {
            if (reading.starts(i, list)) {
                return i;
            }
        }
        return -1;
    }

    /** Where a request stands before a word of giving in its part, or -1: "đề nghị", but not "theo đề nghị". */
    int requestBefore(Span word, Clause part) {
        for (int i = word.from() - 1; i >= Math.max(part.from(), word.from() - REACH - 4); i--) {
            if (reading.starts(i, "%request") && !GROUNDS.contains(reading.lower(i - 1))) {
                return i;
            }
        }
        return -1;
    }

    /** The stage that a word of giving and those before it say. */
    AidFlow.Status status(Span word, Clause part) {
        int from = verbs(word, part);
        int to = word.to();
        // What is put off or struck off is a debt: that is given.
        int until = DEBTS.contains(word.rule()) ? word.from() : to;
        if (has(to, part.to(), "%withhold.passive") || has(from, until, "%withhold")) {
            return AidFlow.Status.WITHHELD;
        }
        if (has(from, to, "%carry.out") || word.rule().equals("aid.partly")) {
            return AidFlow.Status.DISBURSED;
        }
        if (requestBefore(word, part) >= 0 || word.rule().equals("aid.ask")) {
            return AidFlow.Status.REQUESTED;
        }
        if (word.rule().equals("aid.agreed")) {
            return AidFlow.Status.COMMITTED;
        }
        int commit = at(from, to, "%commit");
        // "đã cam kết giúp" is promised, "như cam kết, đã giúp" is done.
        boolean done = has(Math.max(from, commit), to, "%done");
        if (!done && (commit >= 0 || isAnnounced(word))) {
            return AidFlow.Status.COMMITTED;
        }
        // What is granted on an occasion, or by an instrument that was just signed, is promised.
        boolean according = has(part.from(), word.from(), "%according") || isByDocument(word, part);
        boolean lent = reading.starts(0, "%continues") && has(word.from(), part.to(), "%loan");
        return !done && (according || lent) ? AidFlow.Status.COMMITTED : AidFlow.Status.DISBURSED;
    }

    /** Where the verbs begin that lead to a word of giving: not before the comma that stands before its subject. */
    private int verbs(Span word, Clause part) {
        int from = Math.max(part.from(), word.from() - REACH);
        boolean subject = false;
        for (int i = word.from() - 1; i >= from; i--) {
            subject |= reading.starts(i, "actor") || reading.starts(i, "place");
            if (subject && reading.key(i).equals(",")) {
                return i + 1;
            }
        }
        return from;
    }

    private boolean isAnnounced(Span word) {
        return reading.ends(word.from(), "%announce") || reading.ends(word.from() - 1, "%announce");
    }

    /**
     * Whether an instrument gives: the sentence begins with "theo" and one, or one stands before the word with no actor
     * between ("Nghị định thư dành 4 triệu rúp cho"), or is signed before it in the part.
     */
    private boolean isByDocument(Span word, Clause part) {
        int start = word.from();
        while (start > 0 && !reading.key(start - 1).equals(";")) {
            start--;
        }
        boolean opens =
                (reading.lower(start).equals("theo") || reading.lower(start).equals("căn"))
                        && (reading.starts(start + 1, "instrument")
                                || reading.starts(start + 1, "%document")
                                || reading.starts(start + 2, "instrument"));
        if (opens) {
            return true;
        }
        if (STAYS.contains(word.rule())) {
            return false;
        }
        for (var instrument : reading.all("instrument")) {
            // "Hiệp định đi xa hơn: Pháp cho vay"
            if (instrument.from() <= BESIDE
                    && colonBetween(instrument.to(), word.from())
                    && has(word.to(), part.to(), "money")) {
                return true;
            }
            if (instrument.from() < word.from() && instrument.to() >= word.to()) {
                return true;
            }
            // "ký một hiệp định tín dụng, mở cho Ghana 3 triệu"
            if (instrument.to() <= part.from() && part.from() - instrument.to() <= BESIDE) {
                return true;
            }
            boolean before = instrument.from() >= part.from() && instrument.to() <= word.from();
            if (before && instrument.from() - part.from() <= LEAD && !isActorIn(instrument.to(), word.from())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The stage of one figure where what stands behind it says so, else the one given: in "40 - 50 học sinh (theo Hiệp định)"
     * it is what an instrument says, whatever came of it.
     *
     * @param end the token behind the figure
     */
    AidFlow.Status ofFigure(int end, AidFlow.Status told) {
        for (int i = end; i < Math.min(end + REACH, reading.size()) && told == AidFlow.Status.DISBURSED; i++) {
            if (reading.starts(i, "amount") || reading.key(i).equals(",")) {
                return told;
            }
            boolean opens = reading.key(i).equals("(") && reading.lower(i + 1).equals("theo");
            if (opens && (reading.starts(i + 2, "instrument") || reading.starts(i + 2, "%document"))) {
                return AidFlow.Status.COMMITTED;
            }
        }
        return told;
    }

    private boolean colonBetween(int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.key(i).equals(":")) {
                return true;
            }
        }
        return false;
    }

    private boolean isActorIn(int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.lower(i).equals("giữa")) {
                // "Nghị định thư giữa Pháp và Marốc dành": who is party to it.
                return false;
            }
            boolean place = reading.starts(i, "place") && !PLACED.contains(reading.lower(i - 1));
            if (reading.starts(i, "actor") || place) {
                return true;
            }
        }
        return false;
    }

    /** Gift or loan, by the words of a stretch; both where only a part is said to be the one. */
    AidFlow.Terms terms(int from, int to) {
        if (!reading.has("%grant") && !reading.has("%loan")) {
            return AidFlow.Terms.UNSPECIFIED;
        }
        boolean grant = has(from, to, "%grant");
        int loan = at(from, to, "%loan");
        if (grant && loan >= 0) {
            return AidFlow.Terms.MIXED;
        }
        boolean partly = false;
        for (int i = Math.max(0, from); i < Math.min(to, reading.size()); i++) {
            boolean term = reading.starts(i, "%grant") || reading.starts(i, "%loan");
            partly |= term
                    && (reading.ends(i, "%partly") || reading.ends(i - 1, "%partly") || reading.ends(i - 2, "%partly"));
        }
        if (partly) {
            return AidFlow.Terms.MIXED;
        }
        return grant ? AidFlow.Terms.GRANT : loan >= 0 ? AidFlow.Terms.LOAN : AidFlow.Terms.UNSPECIFIED;
    }
}
