package org.banggiao.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;

/** Joins rows with the matches of a pattern in a remote store: the terms that many rows have are sent with one request. */
final class RemoteJoin implements IteratorCloseable<Binding> {
    private final QueryIterator input;
    private final RemotePattern pattern;
    private final List<Var> variables;
    private final RemoteDataset dataset;
    private final RemoteSession session;

    private final Deque<Alike> pending = new ArrayDeque<>();
    private final Deque<Binding> ready = new ArrayDeque<>();
    private int batch = BatchExecutor.FIRST;
    private Iterator<Binding> answer = Iter.nullIterator();
    private Alike asked = new Alike(List.of(), new LinkedHashMap<>());

    RemoteJoin(QueryIterator input, RemotePattern pattern, RemoteGraphs graphs) {
        this.input = input;
        this.pattern = pattern;
        this.variables = pattern.variables();
        this.dataset = graphs.dataset();
        this.session = graphs.session();
    }

    /**
     * Rows that bind the same variables of the pattern.
     *
     * @param rows by the terms of these
     */
    private record Alike(List<Var> keys, Map<List<Node>, List<Binding>> rows) {
        List<Node> terms(Binding row) {
            return keys.stream().map(row::get).toList();
        }
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty()) {
            if (answer.hasNext()) {
                join(answer.next());
            } else if (!pending.isEmpty()) {
                ask(pending.poll());
            } else if (input.hasNext()) {
                read();
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public Binding next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.poll();
    }

    private void read() {
        var alike = new LinkedHashMap<List<Var>, Alike>();
        for (int i = 0; i < batch && input.hasNext(); i++) {
            var row = input.next();
            var keys = variables.stream().filter(row::contains).toList();
            var same = alike.computeIfAbsent(keys, k -> new Alike(k, new LinkedHashMap<>()));
            same.rows().computeIfAbsent(same.terms(row), t -> new ArrayList<>()).add(row);
        }
        batch = BatchExecutor.next(batch);
        pending.addAll(alike.values());
    }

    private void ask(Alike rows) {
        asked = rows;
        if (rows.rows().keySet().stream().flatMap(List::stream).anyMatch(Node::isBlank)) {
            throw new RemoteFailure(
                    RemoteFailure.Kind.REFUSED,
                    "A blank node of one answer of the store would have to be found in the next, where it has another name.");
        }
        if (rows.keys().isEmpty()) {
            answer = matches(pattern, false);
        } else if (rows.rows().size() == 1) {
            var only = rows.rows().values().iterator().next().getFirst();
            answer = matches(pattern.with(only), true);
        } else {
            var firsts = rows.rows().values().stream().map(List::getFirst).toList();
            answer = session.allRows(pattern.select(dataset, rows.keys(), firsts));
        }
    }

    private Iterator<Binding> matches(RemotePattern some, boolean isSmall) {
        if (!some.isPossible()) {
            return Iter.nullIterator();
        }
        if (some.variables().isEmpty()) {
            return session.isTrue(some.ask(dataset))
                    ? Iter.singletonIterator(BindingFactory.empty())
                    : Iter.nullIterator();
        }
        var sent = some.select(dataset);
        return isSmall ? session.allRows(sent) : session.rows(sent);
    }

    private void join(Binding match) {
        boolean isOne = asked.rows().size() == 1;
        var rows = isOne
                ? asked.rows().values().iterator().next()
                : Optional.ofNullable(asked.rows().get(asked.terms(match))).orElse(List.of());
        for (var row : rows) {
            var joined = BindingBuilder.create(row);
            match.forEach((variable, node) -> {
                if (!row.contains(variable)) {
                    joined.add(variable, node);
                }
            });
            ready.add(joined.build());
        }
    }

    @Override
    public void close() {
        Iter.close(answer);
        input.close();
    }
}
