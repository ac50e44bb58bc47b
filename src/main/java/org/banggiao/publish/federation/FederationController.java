package org.banggiao.publish.federation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.banggiao.publish.federation.FederationRun.NoMembersException;
import org.banggiao.publish.federation.FederationRun.Outcome;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.Admission;
import org.banggiao.publish.sparql.GuestQueries;
import org.banggiao.publish.sparql.GuestQueries.Asked;
import org.banggiao.publish.sparql.ResultFormat;
import org.banggiao.store.Store;
import org.eclipse.rdf4j.federated.exception.FedXException;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.MalformedQueryException;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.impl.MapBindingSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * {@code /federation/sparql}: a SPARQL endpoint over all members (SPARQL 1.1 Protocol). Which members were asked stands in the
 * header {@value #MEMBERS}, which of them are missing in the answer in {@value #PARTIAL} and, in JSON and XML, as a link in the
 * head of the result. Where a format has no place for that, a missing member is an error unless {@code strict=false} is sent.
 */
@Controller
final class FederationController {
    static final String MEMBERS = "Banggiao-Members";
    static final String PARTIAL = "Banggiao-Partial";

    private static final Logger LOG = LoggerFactory.getLogger(FederationController.class);

    private final PublishSettings settings;
    private final Federation federation;
    private final GuestQueries queries;

    FederationController(PublishSettings settings, Federation federation, Admission admission) {
        this.settings = settings;
        this.federation = federation;
        this.queries = new GuestQueries(settings, admission);
    }

    @RequestMapping("/federation/sparql")
    void sparql(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!settings.federation().isOn()) {
            Federation.off().write(request, response);
            return;
        }
        queries.answer(request, response, (asked, out) -> answer(asked, store, request, out));
    }

    private void answer(Asked asked, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean isTraced = isSet(request, "trace", false);
        boolean isTold = asked.format() == ResultFormat.JSON || asked.format() == ResultFormat.XML;
        boolean isStrict = isSet(request, "strict", !isTold);
        var fault = QueryBounds.fault(asked.query())
                .or(() -> isTraced ? Trace.fault(asked.query()) : Optional.<String>empty());
        if (fault.isPresent()) {
            throw GuestQueries.refused(
                    new Problem(422, "federation-query", "Not offered over a federation", fault.get()));
        }
        var members = chosen(request);
        var calls = federation.calls(members, store, settings.limits().queryTime());
        var run = new FederationRun(
                members,
                calls,
                isTraced
                        ? settings.federation().tracedRows()
                        : settings.federation().resultRows());
        Outcome outcome;
        try {
            outcome = isTraced ? traced(asked.query(), run, members, calls) : run(asked.query(), run);
        } catch (NoMembersException e) {
            throw missing(e.failures(), "None of the members answered");
        } catch (MalformedQueryException | QueryEvaluationException | FedXException | UnsupportedOperationException e) {
            LOG.info("a federated query failed", e);
            throw GuestQueries.refused(new Problem(
                    422,
                    "federation-query",
                    "Not offered over a federation",
                    "The federation cannot answer this query. Ask for less, or ask the members one by one."));
        }
        var failures = calls.failures();
        if (isStrict && !failures.isEmpty()) {
            throw missing(failures, "Not all members answered");
        }
        response.setHeader(MEMBERS, told(calls));
        var links = new ArrayList<String>();
        if (!failures.isEmpty()) {
            response.setHeader(
                    PARTIAL,
                    failures.entrySet().stream()
                            .map(f ->
                                    f.getKey() + ";reason=\"" + f.getValue().replaceAll("[^ -~]|[\"\\\\]", "?") + "\"")
                            .collect(Collectors.joining(", ")));
            links.add(RequestAddress.root(request, "/federation/sparql") + "problem/federation-member?members="
                    + String.join(",", failures.keySet()));
        }
        response.setContentType(asked.contentType());
        if (!request.getMethod().equals("HEAD")) {
            OutcomeWriter.write(outcome, asked, links, response.getOutputStream());
        }
    }

    private static Outcome run(Query query, FederationRun run) {
        // The query as it was checked, not as it was sent: what is not read alike by two parsers does not slip through.
        var text = query.serialize();
        if (query.isAskType()) {
            return run.ask(text);
        }
        if (query.isConstructType()) {
            // FedX hands a whole CONSTRUCT on where one member suffices; members are asked for rows only.
            var pattern = query.cloneQuery();
            pattern.setQuerySelectType();
            pattern.setQueryResultStar(true);
            pattern.resetResultVars();
            var rows = (Outcome.Rows) run.select(pattern.serialize());
            return new Outcome.Triples(Terms.triples(query.getConstructTemplate(), rows.rows()));
        }
        var rows = (Outcome.Rows) run.select(text);
        boolean isFree = !query.hasOrderBy() && !query.hasLimit() && !query.hasOffset();
        return isFree ? new Outcome.Rows(rows.variables(), sorted(rows)) : rows;
    }

    /** The rows come as members answer; where no order is asked for, the same rows are to come in the same order. */
    private static List<BindingSet> sorted(Outcome.Rows rows) {
        return rows.rows().stream()
                .sorted(Comparator.comparing(row -> rows.variables().stream()
                        .map(v -> String.valueOf(row.getValue(v)))
                        .collect(Collectors.joining("\n"))))
                .toList();
    }

    private static Outcome traced(Query query, FederationRun run, List<Partner> members, Calls calls) {
        var trace = Trace.of(query);
        var all = (Outcome.Rows) run(trace.query(), run);
        var failed = calls.failures();
        var asked = members.stream()
                .filter(p -> !failed.containsKey(p.member().id()))
                .toList();
        var membersOf = trace.members(all.rows(), asked, calls);
        var variables = new ArrayList<>(query.getResultVars());
        var rows = new ArrayList<BindingSet>();
        for (int i = 0; i < all.rows().size(); i++) {
            var row = new MapBindingSet();
            for (var variable : variables) {
                var value = all.rows().get(i).getValue(variable);
                if (value != null) {
                    row.addBinding(variable, value);
                }
            }
            row.addBinding(
                    Trace.VARIABLE, SimpleValueFactory.getInstance().createLiteral(String.join(" ", membersOf.get(i))));
            rows.add(row);
        }
        variables.add(Trace.VARIABLE);
        return new Outcome.Rows(variables, rows);
    }

    private static String told(Calls calls) {
        return calls.asked().entrySet().stream()
                .map(a -> a.getKey() + ";requests=" + a.getValue().requests() + ";ms="
                        + a.getValue().nanos() / 1_000_000)
                .collect(Collectors.joining(", "));
    }

    private static RuntimeException missing(Map<String, String> failures, String title) {
        var why = failures.entrySet().stream()
                .map(f -> f.getKey() + ": " + f.getValue())
                .collect(Collectors.joining("; "));
        return GuestQueries.refused(new Problem(
                502,
                "federation-member",
                "A member of the federation is missing",
                title + " (" + why + "). Try again later, or send strict=false to get what the others have.",
                Map.of("members", List.copyOf(failures.keySet()))));
    }

    /** The members that the request names, all where it names none. */
    private List<Partner> chosen(HttpServletRequest request) {
        // A form sends each by itself.
        var named = String.join(",", Objects.requireNonNullElse(request.getParameterValues("members"), new String[0]))
                .strip();
        if (named.isEmpty()) {
            return federation.partners();
        }
        var ids = List.of(named.split(",", -1));
        var known = federation.partners().stream().map(p -> p.member().id()).toList();
        if (!known.containsAll(ids)) {
            throw GuestQueries.badRequest(
                    "The parameter members names members of this federation with commas between, and not \"" + named
                            + "\". They are: " + String.join(", ", known) + ".");
        }
        return federation.partners().stream()
                .filter(p -> ids.contains(p.member().id()))
                .toList();
    }

    private static boolean isSet(HttpServletRequest request, String name, boolean other) {
        var query = Objects.requireNonNullElse(request.getQueryString(), "");
        for (var pair : query.split("&", -1)) {
            if (pair.equals(name) || pair.equals(name + "=true")) {
                return true;
            }
            if (pair.equals(name + "=false")) {
                return false;
            }
        }
        return other;
    }
}
