package org.banggiao.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.banggiao.graph.DatasetFile;
import org.banggiao.publish.TestService;
import org.banggiao.publish.entity.LocalAddress;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.facet.Facet;
import org.banggiao.publish.facet.FacetLists;
import org.banggiao.publish.facet.ListShapes;
import org.banggiao.publish.facet.ListState;
import org.banggiao.publish.picture.AgreementLife;
import org.banggiao.publish.picture.AidFlows;
import org.banggiao.publish.picture.Encounters;
import org.banggiao.publish.picture.Grouping;
import org.banggiao.publish.picture.Picture;
import org.banggiao.publish.picture.PictureData;
import org.banggiao.publish.picture.PlaceMap;
import org.banggiao.publish.picture.Selected;
import org.banggiao.publish.picture.Svg;
import org.banggiao.publish.picture.Table;
import org.banggiao.publish.picture.Timeline;
import org.banggiao.store.MemoryStore;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a picture draws and tables is what the query gives that stands beside it, on hand-made data and on the released graph. */
class PictureNumbersTest {
    private static final String BASE = "https://w3id.org/banggiao/";
    private static final Prefixes PREFIXES = Prefixes.of(BASE);
    private static final Pattern MARK = Pattern.compile("<g class=\"mark\"><title>([^<]*)</title>");

    /** A store with what pictures need of it. */
    private record Data(Store store, ReleaseViews.View view, PictureData data, FacetLists lists, PictureWords words) {
        static Data of(Store store) {
            var view = new ReleaseViews(BASE).of(store);
            var data = PictureData.of(store);
            var address = new LocalAddress(BASE);
            var texts = Texts.in(Language.EN);
            var words =
                    new PictureWords(view, data, PREFIXES, address, texts, Links.from("/", Optional.empty(), address));
            return new Data(store, view, data, new FacetLists(ListShapes.own(BASE), PREFIXES), words);
        }

        ListState all(String list) {
            return ListState.of(lists.shapes().list(list).orElseThrow());
        }

        Selected selected(ListState state) {
            return new PictureList(state, "/x", Map.of(), lists, store, view, Texts.in(Language.EN)).selected(state);
        }

        List<Binding> rows(String sparql) {
            var rows = new ArrayList<Binding>();
            try (var exec = store.query(QueryFactory.create(sparql), QueryLimits.DEFAULT)) {
                exec.select().forEachRemaining(rows::add);
            }
            return rows;
        }

        Picture timeline(ListState state) {
            return new Timeline(data, PREFIXES, words).of(selected(state));
        }

        Picture map(ListState state) {
            return new PlaceMap(data, PREFIXES, words).of(selected(state));
        }

        Picture met(ListState state, Encounters.Of of) {
            return new Encounters(PREFIXES, words).of(selected(state), of);
        }

        Picture aid(ListState state, AidFlows.Form form, String stage, String unit, Grouping grouping) {
            return new AidFlows(data, PREFIXES, words)
                    .of(selected(state), new AidFlows.Asked(form, stage, unit, grouping));
        }

        Picture life(String key) {
            var listed = view.catalogue()
                    .get(NodeFactory.createURI(BASE + "id/instrument/" + key))
                    .orElseThrow();
            return new AgreementLife(data, view.catalogue(), PREFIXES, words).of(listed);
        }
    }

    private static Data released() {
        return Data.of(MemoryStore.copyOf(DatasetFile.read(Path.of("data/graph/dataset.nq"))));
    }

    private static Data handMade() {
        try (var in = Objects.requireNonNull(PictureNumbersTest.class.getResourceAsStream("pictures.trig"))) {
            return Data.of(TestService.store(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void datesOfEveryKindAreDrawnNoMoreExactlyThanTheyAreKnown() {
        var picture = handMade().timeline(handMade().all("event"));
        assertThat(texts(picture.table()))
                .contains(
                        "Visit|1977-07-18|1977-07-18|1977-07-18|1977-07-18|1977-07-18",
                        "Meeting|1953-05|1953-05-01|1953-05-31|1953-05-01|1953-05-31",
                        "Statement|1952~|1952-09-01|1952-12-31|1952-09-01|1952-12-31",
                        "Other meeting|[1998-02-09,1998-03-09]|1998-02-09|1998-03-09|1998-02-09|1998-03-09",
                        "Conference|1975/..|1975-01-01|1975-12-31||",
                        "Long|1954/1976|1954-01-01|1954-12-31|1976-01-01|1976-12-31",
                        "Old|-0043|-0043-01-01|-0043-12-31|-0043-01-01|-0043-12-31",
                        "No date|đầu xuân||||");
        var marks = marks(picture);
        assertThat(marks).hasSize(picture.table().rows().size() - 1).noneMatch(m -> m.contains("No date"));
        assertThat(picture.notes()).anyMatch(n -> n.text().contains("1 entry whose date"));
        assertThat(picture.drawing().description()).contains("from 44 BC to 1998");
        var svg = Svg.file(picture.drawing());
        assertThat(svg.contains("stroke-dasharray")).isTrue();
        assertThat(svg.contains(">1 BC<")).as("there is no year 0").isTrue();
    }

    @Test
    void sumsKeepUnitsStagesJointGiftsAndPartsApart() {
        var data = handMade();
        var years = data.aid(data.all("aidflow"), AidFlows.Form.YEARS, "", "", Grouping.RECIPIENT);
        assertThat(numbers(years.table()))
                .containsExactlyInAnyOrder(
                        "Finland|Vietnam|1990|120.5|2",
                        "Finland|Vietnam|1992/1995|1000|1",
                        "Finland and Iceland|Vietnam|1991|30|1");
        assertThat(marks(years)).containsExactlyInAnyOrder("1990: 120.5", "1992–1995: 1,000", "1991: 30");
        assertThat(years.notes().stream().map(Picture.Note::text))
                .anyMatch(n -> n.startsWith("At another stage or in another unit") && n.contains("2 aid flows"))
                .anyMatch(n -> n.startsWith("Left out: 1 aid flow (") && n.contains("part-of-summable"))
                .anyMatch(n -> n.startsWith("Left out: 1 aid flow (") && n.contains("no-amount"));
        assertThat(numbers(data.aid(data.all("aidflow"), AidFlows.Form.STREAMS, "pledge", "", Grouping.RECIPIENT)
                        .table()))
                .containsExactly("Finland|Vietnam|5000|1");
        assertThat(numbers(data.aid(data.all("aidflow"), AidFlows.Form.STREAMS, "", "rouble", Grouping.RECIPIENT)
                        .table()))
                .containsExactly("Finland|Vietnam|7|1");
        assertThat(numbers(data.aid(data.all("aidflow"), AidFlows.Form.STREAMS, "", "dollar-us", Grouping.SECTOR)
                        .table()))
                .as("what has two sectors is counted under neither")
                .containsExactlyInAnyOrder(
                        "Finland|sector:economic|100.5|1",
                        "Finland|not said, or several|1020|2",
                        "Finland and Iceland|not said, or several|30|1");
    }

    @Test
    void placesWithoutAPointAreInTheTableAndNotDrawn() {
        var data = handMade();
        var map = data.map(data.all("event"));
        assertThat(numbers(map.table()))
                .containsExactly("Helsinki|2|60.17, 24.94", "Line|1|not known", "Nowhere|1|not known");
        assertThat(marks(map)).containsExactly("Helsinki 2");
    }

    @Test
    void thoseWhoMetAreCountedOnceForEachMeeting() {
        var data = handMade();
        assertThat(numbers(data.met(data.all("event"), Encounters.Of.COUNTRIES).table()))
                .containsExactly("Finland|Vietnam|3", "Finland|Iceland|1", "Iceland|Vietnam|1");
        assertThat(numbers(data.met(data.all("event"), Encounters.Of.PERSONS).table()))
                .containsExactly("Person A|Person B|1");
    }

    @Test
    void anAgreementLivesFromTalksToItsEnd() {
        var life = handMade().life("one");
        assertThat(life.table().rows().stream().map(r -> r.get(1).text()).toList())
                .containsExactly("Met before signing", "Term", "Met before signing", "Signed", "Act", "Amended by");
        assertThat(life.notes()).anyMatch(n -> n.text().contains("by 10 years at a time"));
        check(handMade(), life, "hand-made");
    }

    @Test
    void everyPictureOfTheHandMadeDataIsWhatItsQuerySays() {
        compareAll(handMade(), new Random(1), 60);
    }

    @Test
    void everyPictureOfTheReleasedGraphIsWhatItsQuerySays() {
        var data = released();
        compareAll(data, new Random(1954), 4);
        check(data, data.timeline(data.all("thing")), "all, as bars");
        for (var form : AidFlows.Form.values()) {
            check(data, data.aid(data.all("aidflow"), form, "", "", Grouping.RECIPIENT), "aid");
        }
        check(data, data.life("f6sj9"), "f6sj9");
    }

    @Test
    @Tag("heavy")
    void manyStatesOfTheReleasedGraphAreWhatTheirQueriesSay() {
        var data = released();
        compareAll(data, new Random(2007), 60);
        for (var stage : List.of("delivery", "commitment")) {
            for (var unit : List.of("dollar-us", "dong-1985", "dong-to-1978", "rouble", "dong")) {
                for (var grouping : Grouping.values()) {
                    for (var form : AidFlows.Form.values()) {
                        var picture = data.aid(data.all("aidflow"), form, stage, unit, grouping);
                        check(data, picture, stage + " " + unit + " " + grouping + " " + form);
                    }
                }
            }
        }
        var keys = data.lists().select(data.all("instrument"), data.store(), "en").things().stream()
                .map(n -> n.getURI().replaceFirst("^.*/", ""))
                .toList();
        for (int i = 0; i < keys.size(); i += 9) {
            check(data, data.life(keys.get(i)), keys.get(i));
        }
    }

    private static void compareAll(Data data, Random random, int states) {
        for (int i = 0; i < states; i++) {
            for (var list : List.of("event", "instrument", "plan", "aidflow")) {
                var state = random(data, list, random);
                var where = state.path() + " (state " + i + ")";
                check(data, data.timeline(state), "timeline " + where);
                if (state.shape().geometry().isPresent()) {
                    check(data, data.map(state), "map " + where);
                }
                if (list.equals("event")) {
                    check(data, data.met(state, Encounters.Of.COUNTRIES), "countries " + where);
                    check(data, data.met(state, Encounters.Of.PERSONS), "persons " + where);
                }
                if (list.equals("aidflow")) {
                    var grouping = Grouping.values()[random.nextInt(Grouping.values().length)];
                    var form = AidFlows.Form.values()[random.nextInt(2)];
                    check(data, data.aid(state, form, "", "", grouping), form + " " + grouping + " " + where);
                }
            }
        }
    }

    /** The whole list, or one narrowed by a value or two that it has. */
    private static ListState random(Data data, String list, Random random) {
        var state = data.all(list);
        var index = data.lists().index(state.shape(), data.store());
        int choices = random.nextInt(3);
        for (int i = 0; i < choices; i++) {
            var facets = state.shape().facets();
            var facet = facets.get(random.nextInt(facets.size()));
            var values = index.values(facet);
            if (!values.isEmpty() && facet.as() != Facet.As.YES_NO) {
                state = state.choosing(
                        facet, List.of(values.get(random.nextInt(values.size())).text()));
            }
        }
        return state;
    }

    /** Compares a table with what its query gives, row by row whatever their order, and the marks with the table. */
    private static void check(Data data, Picture picture, String where) {
        if (picture.sparql().isEmpty()) {
            assertThat(picture.table().rows()).as(where).isEmpty();
            return;
        }
        var rows = data.rows(picture.sparql());
        assertThat(picture.table().rows()).as(where + ": rows").hasSameSizeAs(rows);
        var expected = rows.stream().map(r -> row(r, data)).sorted().toList();
        boolean isDated = rows.isEmpty() || rows.getFirst().contains("thing");
        var found = picture.table().rows().stream()
                .map(r -> cells(r, isDated))
                .sorted()
                .toList();
        assertThat(found).as(where).isEqualTo(expected);
        var marks = marks(picture);
        assertThat(marks.size())
                .as(where + ": marks for " + found.size() + " rows")
                .isLessThanOrEqualTo(found.size() * 2);
    }

    /** The values of a row as the table has them: names of resources, numbers without nought at their end. */
    private static String row(Binding row, Data data) {
        var parts = new ArrayList<String>();
        for (var name : List.of(
                "thing", "stage", "date", "donors", "group", "one", "other", "act", "place", "year", "period", "total",
                "flows", "acts", "things")) {
            var value = row.get(name);
            if (name.equals("group") && (value == null || isEmpty(value))) {
                if (row.contains("donors")) {
                    parts.add("not said, or several");
                }
            } else if (value != null) {
                parts.add(
                        name.equals("stage")
                                ? data.words().get("picture.life." + value.getLiteralLexicalForm())
                                : shown(value, name, data));
            }
        }
        return String.join("|", parts);
    }

    private static boolean isEmpty(Node value) {
        return value.isLiteral() && value.getLiteralLexicalForm().isEmpty();
    }

    private static String shown(Node value, String name, Data data) {
        if (value.isURI() || name.equals("group")) {
            var node = value.isURI() ? value : NodeFactory.createURI(value.getLiteralLexicalForm());
            var listed = data.view().catalogue().get(node).filter(l -> name.equals("thing") || name.equals("act"));
            return listed.map(l -> data.words().name(l))
                    .orElseGet(() -> data.words().name(node));
        }
        if (name.equals("date") || name.equals("period") || name.equals("year")) {
            return value.getLiteralLexicalForm();
        }
        var number = new BigDecimal(value.getLiteralLexicalForm());
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String cells(List<Table.Cell> row, boolean isDated) {
        if (isDated) {
            return Stream.of(row.get(0).text(), exact(row.get(1)))
                    .filter(t -> !t.isEmpty())
                    .reduce((a, b) -> a + "|" + b)
                    .orElse("");
        }
        if (row.size() == 4 && !row.get(2).isNumber() && !row.get(3).isNumber()) {
            return row.get(1).text() + "|" + exact(row.get(0)) + "|"
                    + row.get(2).text();
        }
        var parts = new ArrayList<String>();
        for (var cell : row) {
            boolean isPosition = cell == row.getLast() && !cell.isNumber();
            if (!isPosition) {
                parts.add(cell.isNumber() && cell.exact().isEmpty() ? cell.text() : exact(cell));
            }
        }
        return String.join("|", parts);
    }

    private static String exact(Table.Cell cell) {
        return cell.exact().isEmpty() ? cell.text() : cell.exact();
    }

    private static List<String> texts(Table table) {
        return table.rows().stream()
                .map(r -> r.get(0).text() + "|" + exact(r.get(1)) + "|"
                        + r.get(3).text() + "|" + r.get(4).text() + "|"
                        + r.get(5).text() + "|" + r.get(6).text())
                .toList();
    }

    private static List<String> numbers(Table table) {
        return table.rows().stream()
                .map(r -> r.stream()
                        .map(PictureNumbersTest::exact)
                        .reduce((a, b) -> a + "|" + b)
                        .orElse(""))
                .toList();
    }

    private static List<String> marks(Picture picture) {
        return MARK.matcher(Svg.file(picture.drawing()))
                .results()
                .map(m -> m.group(1))
                .toList();
    }
}
