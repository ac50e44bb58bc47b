package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.facet.BadStateException;
import org.banggiao.publish.facet.ListState;
import org.banggiao.publish.picture.AgreementLife;
import org.banggiao.publish.picture.AidFlows;
import org.banggiao.publish.picture.Encounters;
import org.banggiao.publish.picture.Grouping;
import org.banggiao.publish.picture.PlaceMap;
import org.banggiao.publish.picture.Timeline;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Shows lists as pictures, each as a page, and by its suffix as SVG and PNG. What narrows a list narrows its picture, by the same
 * parameters.
 */
@Controller
final class PictureController {
    private static final Set<String> OF_PICTURES = Set.of("lang");
    private static final Set<String> OF_SUMS = Set.of("lang", "by");

    private final PictureAnswers answers;

    PictureController(PictureAnswers answers) {
        this.answers = answers;
    }

    @GetMapping({"/timeline", "/timeline/{name}"})
    void timeline(
            @PathVariable Optional<String> name, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var asked = answers.asked(name.orElse(Kind.EVENT.path()), store, request, response);
        var shape = asked.shape(s -> s.date().isPresent());
        if (shape.isEmpty()) {
            answers.absent(
                    "/timeline/event, /timeline/instrument, /timeline/aidflow, /timeline/plan, /timeline/thing", asked);
            return;
        }
        try {
            var state = asked.state(shape.get(), OF_PICTURES);
            var list = asked.list(state, "/timeline/" + state.shape().key(), Map.of());
            answers.send(
                    asked, list, words -> new Timeline(asked.data(), asked.prefixes(), words).of(list.selected(state)));
        } catch (BadStateException e) {
            answers.refuse(e, asked);
        }
    }

    @GetMapping({"/map", "/map/{name}"})
    void map(@PathVariable Optional<String> name, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var asked = answers.asked(name.orElse(Kind.EVENT.path()), store, request, response);
        var shape = asked.shape(s -> s.date().isPresent() && s.geometry().isPresent());
        if (shape.isEmpty()) {
            answers.absent("/map/event, /map/instrument, /map/plan, /map/thing", asked);
            return;
        }
        try {
            var state = asked.state(shape.get(), OF_PICTURES);
            var list = asked.list(state, "/map/" + state.shape().key(), Map.of());
            answers.send(
                    asked, list, words -> new PlaceMap(asked.data(), asked.prefixes(), words).of(list.selected(state)));
        } catch (BadStateException e) {
            answers.refuse(e, asked);
        }
    }

    @GetMapping({"/aid", "/aid/{name}"})
    void aid(@PathVariable Optional<String> name, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var asked = answers.asked(name.orElse("years"), store, request, response);
        var form = constant(AidFlows.Form.values(), asked.name());
        if (form.isEmpty()) {
            answers.absent("/aid/years, /aid/streams", asked);
            return;
        }
        try {
            var state = asked.state(asked.shape(Kind.AID_FLOW), OF_SUMS);
            var by = Optional.ofNullable(request.getParameter("by")).orElse("").strip();
            var sums = new AidFlows.Asked(form.get(), one(state, "stage"), one(state, "unit"), Grouping.of(by));
            var list = asked.list(state, form.get().path(), Map.of("by", by));
            var wider = without(without(state, "stage"), "unit");
            answers.send(
                    asked,
                    list,
                    words -> new AidFlows(asked.data(), asked.prefixes(), words).of(list.selected(wider), sums));
        } catch (BadStateException e) {
            answers.refuse(e, asked);
        } catch (IllegalArgumentException e) {
            answers.refuse(String.valueOf(e.getMessage()), asked);
        }
    }

    @GetMapping({"/network", "/network/{name}"})
    void network(
            @PathVariable Optional<String> name, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var asked = answers.asked(name.orElse("countries"), store, request, response);
        var of = constant(Encounters.Of.values(), asked.name());
        if (of.isEmpty()) {
            answers.absent("/network/countries, /network/persons", asked);
            return;
        }
        try {
            var state = asked.state(asked.shape(Kind.EVENT), OF_PICTURES);
            var list = asked.list(state, of.get().path(), Map.of());
            answers.send(
                    asked, list, words -> new Encounters(asked.prefixes(), words).of(list.selected(state), of.get()));
        } catch (BadStateException e) {
            answers.refuse(e, asked);
        }
    }

    @GetMapping("/life/{name}")
    void life(@PathVariable String name, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var asked = answers.asked(name, store, request, response);
        var catalogue = asked.view().catalogue();
        var instrument = catalogue
                .get(NodeFactory.createURI(answers.baseIri() + "id/instrument/" + asked.name()))
                .filter(l -> l.kind() == Kind.INSTRUMENT);
        if (instrument.isEmpty()) {
            answers.absent("/life/ and the key of an agreement, as in /id/instrument/", asked);
            return;
        }
        var list = asked.list(ListState.of(asked.shape(Kind.INSTRUMENT)), "/life/" + asked.name(), Map.of());
        answers.send(
                asked,
                list,
                words -> new AgreementLife(asked.data(), catalogue, asked.prefixes(), words).of(instrument.get()));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] values, String name) {
        for (var constant : values) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** The one value of a facet: sums of two stages or units are no sum. */
    private static String one(ListState state, String key) {
        var chosen = state.shape().facet(key).map(state::of).orElse(List.of());
        if (chosen.size() > 1) {
            throw new IllegalArgumentException("The parameter " + key + " is " + String.join(" and ", chosen)
                    + ". Sums of different stages or units are never added or drawn together: ask for one of them.");
        }
        return chosen.isEmpty() ? "" : chosen.getFirst();
    }

    private static ListState without(ListState state, String key) {
        return state.shape().facet(key).map(f -> state.choosing(f, List.of())).orElse(state);
    }
}
