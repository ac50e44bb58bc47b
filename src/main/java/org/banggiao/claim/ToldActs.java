package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.banggiao.mention.Act;
import org.banggiao.mention.Span;
import org.jspecify.annotations.Nullable;

/** Tells the acts that a sentence says happened from those that are only named, said, wished or pointed at. */
final class ToldActs {
    private static final Set<String> TOPIC = Set.of(
            "việc", "về", "để", "nhằm", "nếu", "khi", "cho", "là", "muốn", "cần", "phải", "trước", "của", "hòng",
            "cuộc", "sự", "quá", "trình", "rằng", "như", "cách", "mong", "gắng");
    /** What is wished, meant or only possible: no date makes it told. */
    private static final Set<String> WISHED =
            Set.of("để", "nhằm", "nếu", "rằng", "hòng", "muốn", "cần", "phải", "kể", "cách", "mong", "gắng");

    private static final Set<String> SUBORDINATE =
            Set.of("khi", "để", "nhằm", "nếu", "rằng", "hòng", "muốn", "cần", "mà", "kể");
    private static final Set<String> BACKGROUND = Set.of(
            "sau", "trước", "quyết", "kiện", "thần", "hiện", "kết", "theo", "sát", "kể", "chuẩn", "bị", "quả", "triệt",
            "cứ", "khai");
    private static final Set<String> LINKS = Set.of("của", "các", "những", "khi");
    private static final Set<String> JOINS = Set.of("và", "đồng thời", "nhờ", "thời");
    private static final Set<String> CONTRASTS = Set.of("nhưng", "song", "còn");
    private static final Set<String> UNREAL = Set.of("đừng", "đang", "suýt");
    private static final Set<String> PASSIVE = Set.of("được", "bị", "hề", "thể");
    private static final Set<String> STANDING = Set.of("ngày", "vào", "tháng", "từ", "hồi", "đầu", "giữa", "cuối");
    private static final Set<String> POINTING = Set.of("này", "đó", "ấy", "trên");
    private static final Set<String> PLACED = Set.of("tại", "trong", "nhân", "qua");
    private static final Set<String> PROMISES = Set.of("kết", "hứa", "đoan");
    private static final Set<String> GENERAL = Set.of("viện", "giúp", "ủng", "chi", "hỗ");
    private static final int NEXT = 3;
    private static final int TIGHT = 12;
    private static final int ANNOUNCED = 20;
    private static final Set<String> RECEIVING = Set.of("talks.receive", "talks.meet");
    private static final Set<String> ANNOUNCING = Set.of("decision.verb", "statement.verb");
    /** What is done by saying it. */
    private static final Set<EventType> DONE_BY_SAYING = Set.of(
            EventType.CELEBRATION,
            EventType.APPOINTMENT,
            EventType.RECOGNITION,
            EventType.RELATIONS,
            EventType.SANCTION,
            EventType.MEMBERSHIP,
            EventType.FOUNDING,
            EventType.REFUSAL);
    /** What is not said but done, so that behind "đề nghị … và" it is part of what is asked for. */
    private static final Set<EventType> BY_HAND = Set.of(
            EventType.BORDER,
            EventType.PROJECT,
            EventType.MILITARY,
            EventType.WITHDRAWAL,
            EventType.DEPLOYMENT,
            EventType.TRAINING,
            EventType.VISIT,
            EventType.MEETING);

    private final Scene scene;
    private final List<Span> told = new ArrayList<>();
    private @Nullable Span speech;

    ToldActs(Scene scene) {
        this.scene = scene;
    }

    /** In what mode the sentence tells the act, null where it does not; to be asked for in order, once for each. */
    @Nullable
    Mood mood(Span span, Act act) {
        boolean embedded = isEmbedded(span, act);
        var mood = Modality.of(scene, span, act, embedded ? speech : null);
        return tells(span, act, mood, embedded) ? mood : null;
    }

    private boolean tells(Span span, Act act, Mood mood, boolean embedded) {
        boolean fact = mood.polarity() == Said.Polarity.AFFIRMED && mood.factuality() == Said.Factuality.ACTUAL;
        if (scene.reading.isQuoted(span.from())
                || isUnreal(span, act)
                || Modality.isUndone(scene, span, act)
                || (embedded && fact && !(act.noun() && isDatedByItself(span, act)))) {
            return false;
        }
        if (isInTitle(span)
                || isOnlyKept(span)
                || scene.reading.all("cue.reported").stream().anyMatch(c -> c.overlaps(span))) {
            return false;
        }
        boolean named = act.noun() ? isBackground(span) : isTopic(span);
        boolean topic = named && !mood.overridesTopic() && !(fact && isDatedByItself(span, act));
        if ((topic && !embedded) || isOnlyAnnounced(span, act) || isPromiseOfAid(span, act)) {
            return false;
        }
        if (act.speech() && !embedded) {
            speech = span;
        }
        if ((!embedded && isPartOfWhatIsTold(span, act)) || (act.weak() && (!fact || hasStronger(span)))) {
            return false;
        }
        told.add(span);
        return true;
    }

    /** "Ngày thành lập", "20 năm thiết lập quan hệ": a day that is kept tells nothing where it does not say when that was. */
    private boolean isOnlyKept(Span span) {
        var before = scene.reading.lower(span.from() - 1);
        boolean day = before.equals("ngày") || before.equals("năm");
        return day && !scene.linker.isKept(span);
    }

    /** "Hiệp ước hữu nghị và không xâm phạm": a title goes on with what is not to be done. */
    private boolean isInTitle(Span span) {
        int at = span.from() - 1;
        return scene.reading.lower(at).equals("không")
                && scene.instruments.stream().anyMatch(i -> i.to() <= at && at - i.to() <= 1);
    }

    /** Whether it was only going on, or nearly came about. */
    private boolean isUnreal(Span span, Act act) {
        int first = span.from() - 1;
        while (PASSIVE.contains(scene.reading.lower(first))) {
            first--;
        }
        for (int i = first; i < span.to(); i++) {
            var word = scene.reading.lower(i);
            if (i > span.from() && !scene.reading.starts(i - 1, "%mood")) {
                return false;
            }
            boolean going = word.equals("đang") && !act.speech();
            if (UNREAL.contains(word) && !going && !act.type().equals("refusal")) {
                return true;
            }
        }
        return false;
    }

    private boolean isEmbedded(Span span, Act act) {
        return speech != null
                && Clause.at(scene.clauses, speech.from()).holds(span.from())
                && !startsAnew(speech, span, act);
    }

    /** A conference or resolution that is only pointed at: "sau Đại hội", "thực hiện Nghị quyết". */
    private boolean isBackground(Span span) {
        int before = span.from() - 1;
        if (LINKS.contains(scene.reading.lower(before))) {
            before--;
        }
        if (before >= 0 && BACKGROUND.contains(scene.reading.lower(before))) {
            return true;
        }
        boolean placed =
                PLACED.contains(scene.reading.lower(span.from())) || PLACED.contains(scene.reading.lower(before));
        for (int i = span.to() - 1; placed && i <= span.to(); i++) {
            if (POINTING.contains(scene.reading.lower(i))) {
                return true;
            }
        }
        // "Tại cuộc hội đàm" without a date points at talks that were told before.
        return placed && scene.dates.isEmpty();
    }

    /** Whether an act that follows a speech in the same clause is an act of its own: joined to it, not said in it. */
    private boolean startsAnew(Span said, Span span, Act act) {
        int at = span.from();
        boolean asked = said.rule().startsWith("proposal") || said.rule().startsWith("decision.");
        boolean joined = JOINS.contains(scene.reading.lower(at - 1)) || JOINS.contains(scene.reading.lower(at - 2));
        boolean done = scene.reading.lower(at).equals("đã");
        if (joined && (done || !asked || !BY_HAND.contains(EventType.parse(act.type())))) {
            return true;
        }
        int start = Subordinate.chunkStart(scene.reading, at);
        int first = Subordinate.chunkStart(scene.reading, said.from());
        // "Ghi nhận công lao của …, Cuba trao tặng": who does both is named behind the comma.
        boolean leading = said.from() == first
                && first == 0
                && scene.actors.stream().anyMatch(a -> a.from() >= start && a.to() <= at);
        boolean hung = leading || Subordinate.opens(scene.reading, first);
        if (start > said.to() && (hung || CONTRASTS.contains(scene.reading.lower(start)))) {
            return true;
        }
        // A date of its own between them opens a new statement.
        return scene.dates.stream()
                .anyMatch(d -> d.span().from() >= said.to()
                        && d.span().to() <= at
                        && scene.reading.isMark(d.span().from() - 1, ",;."));
    }

    /** Whether the act is not told but named as aim, condition or circumstance of another. */
    private boolean isTopic(Span span) {
        int at = span.from();
        if (at > 0
                && TOPIC.contains(scene.reading.lower(at - 1))
                && !isMeans(at - 1)
                && (!scene.reading.lower(at - 1).equals("để") || Subordinate.isPurpose(scene.reading, at - 1))
                && !scene.reading.covered(at - 1, "cue.reported")) {
            return true;
        }
        boolean speech = span.value() instanceof Act act && act.speech();
        for (int i = at - 1; i >= Subordinate.chunkStart(scene.reading, at); i--) {
            if (speech && scene.reading.lower(i).equals("do")) {
                return true;
            }
            if (scene.reading.lower(i).equals("thì")) {
                return false;
            }
            boolean addsOnly = scene.reading.lower(i).equals("mà")
                    && (scene.reading.lower(i + 1).equals("cả")
                            || scene.reading.lower(i + 1).equals("còn"));
            boolean next = scene.reading.lower(i).equals("để") && !Subordinate.isPurpose(scene.reading, i);
            if (SUBORDINATE.contains(scene.reading.lower(i))
                    && !addsOnly
                    && !next
                    && !scene.reading.covered(i, "cue.reported")) {
                return true;
            }
        }
        return false;
    }

    /** "Đáp trả bằng cách cắt quan hệ": what was done by doing it was done. */
    private boolean isMeans(int token) {
        return scene.reading.lower(token).equals("cách")
                && scene.reading.lower(token - 1).equals("bằng");
    }

    /**
     * Whether a date of its own tells that what is only named did happen: "sau khi gia nhập ASEAN (1995)", "tháng 2 năm 1979, khi
     * …"; not where it is wished or meant.
     */
    private boolean isDatedByItself(Span span, Act act) {
        int start = Subordinate.chunkStart(scene.reading, span.from());
        for (int i = start; i < span.from(); i++) {
            boolean since = scene.reading.lower(i).equals("từ")
                    && scene.reading.lower(i + 1).equals("khi");
            if (since || isWish(i)) {
                return false;
            }
        }
        var attached = scene.linker.attached(span, TIGHT);
        if (attached != null
                && !Subordinate.hasComma(
                        scene.reading, span.to(), attached.span().from())) {
            boolean stands = act.noun()
                    && STANDING.contains(scene.reading.lower(attached.span().from()));
            if (stands
                    || Subordinate.opensBracket(
                            scene.reading, span.to(), attached.span().from())
                    || (!act.noun() && Subordinate.isDated(scene.reading, start, span, attached))) {
                return true;
            }
        }
        boolean when = scene.reading.lower(start).equals("khi")
                || (scene.reading.lower(start).equals("trong")
                        && scene.reading.lower(start + 1).equals("khi"));
        return when && scene.dates.stream().anyMatch(d -> d.span().to() == start - 1);
    }

    private boolean isWish(int token) {
        var word = scene.reading.lower(token);
        return WISHED.contains(word) && (!word.equals("để") || Subordinate.isPurpose(scene.reading, token));
    }

    /**
     * Whether a deciding or declaring does what it says, so that the act behind it tells all: "quyết định trao tặng Huân chương",
     * "tuyên bố từ bỏ".
     */
    private boolean isOnlyAnnounced(Span span, Act act) {
        if (!act.speech() || !ANNOUNCING.contains(span.rule())) {
            return false;
        }
        for (var other : scene.acts) {
            if (other.from() >= span.to()
                    && other.from() - span.to() <= ANNOUNCED
                    && other.value() instanceof Act inner) {
                return DONE_BY_SAYING.contains(EventType.parse(inner.type()))
                        && !inner.noun()
                        && Subordinate.chunkStart(scene.reading, other.from()) <= span.from()
                        && !isWilled(span.to(), other.from());
            }
        }
        return false;
    }

    private boolean isWilled(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isWish(i) || scene.reading.lower(i).equals("sẽ")) {
                return true;
            }
        }
        return false;
    }

    /** Whether it says how one gives: building, supplying; not only that one helps. */
    private boolean isGiving(Span aid) {
        return aid.is("aid")
                && IntStream.range(aid.from(), aid.to()).noneMatch(i -> GENERAL.contains(scene.reading.lower(i)));
    }

    private boolean isPromise(Span span) {
        var last = scene.reading.lower(span.to() - 1);
        return PROMISES.contains(last)
                || (last.equals("định") && scene.reading.lower(span.to() - 2).equals("quyết"));
    }

    /** A promise of things, by what is done or their figures, is a flow of aid and no statement. */
    private boolean isPromiseOfAid(Span span, Act act) {
        boolean promise = act.speech() && ANNOUNCING.contains(span.rule()) && isPromise(span);
        if (!promise) {
            return false;
        }
        for (int i = span.to(); i <= Math.min(span.to() + NEXT, scene.reading.size() - 1); i++) {
            if (scene.reading.starts(i, "money")
                    || scene.reading.startingAt(i).stream().anyMatch(this::isGiving)) {
                return true;
            }
        }
        var clause = scene.clauseOf(span);
        return Stream.of("money", "measure")
                        .flatMap(c -> scene.reading.all(c).stream())
                        .anyMatch(m -> m.from() >= span.to() && clause.holds(m.from()))
                && scene.reading.all("aid").stream().anyMatch(a -> a.from() >= span.to() && clause.holds(a.from()));
    }

    /**
     * Whether it is how something told before came about: what is said where one is received, what a congress itself decides, what
     * goes on to be said without a new subject.
     */
    private boolean isPartOfWhatIsTold(Span span, Act act) {
        var type = EventType.parse(act.type());
        if (told.isEmpty()) {
            return false;
        }
        var last = told.get(told.size() - 1);
        // "Công nhận và thiết lập quan hệ ngoại giao" is one act.
        if (type == EventType.RELATIONS && last.rule().equals("recognition") && isJoined(last, span)) {
            return true;
        }
        boolean said = type == EventType.STATEMENT || type == EventType.DECISION;
        if (!said) {
            return false;
        }
        boolean sameClause = scene.clauseOf(span).holds(last.from());
        if (sameClause && RECEIVING.contains(last.rule())) {
            return true;
        }
        if (sameClause
                && last.rule().startsWith("conference")
                && !Subordinate.hasComma(scene.reading, last.to(), span.from())) {
            return true;
        }
        return act.weak()
                && !sameClause
                && scene.actorsIn(scene.clauseOf(span).from(), span.from()).isEmpty();
    }

    private boolean isJoined(Span a, Span b) {
        int gap = b.from() - a.to();
        return gap >= 0
                && gap <= 1
                && (scene.reading.lower(a.to()).equals("và")
                        || scene.reading.lower(a.to() - 1).equals("và"));
    }

    /** Whether the clause holds an act that says more; the congress at which something is said does not. */
    private boolean hasStronger(Span weak) {
        var clause = scene.clauseOf(weak);
        return scene.acts.stream()
                        .anyMatch(a -> a != weak
                                && clause.holds(a.from())
                                && !Scene.isWeak(a)
                                && !isSaidIn(weak, a)
                                && !isOccasion(a)
                                && !scene.reading.isQuoted(a.from()))
                || scene.instruments.stream().anyMatch(i -> clause.holds(i.from()) && i.from() < weak.from());
    }

    /** Whether "rằng" stands between a word of saying and an act: it is what is said. */
    private boolean isSaidIn(Span saying, Span act) {
        for (int i = saying.to(); i < act.from(); i++) {
            if (scene.reading.lower(i).equals("rằng")) {
                return true;
            }
        }
        return false;
    }

    private boolean isOccasion(Span act) {
        return act.rule().startsWith("conference") && PLACED.contains(scene.reading.lower(act.from()));
    }
}
