package org.banggiao.publish.sparql;

import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.banggiao.store.LimitExceededException;

/** Rows up to a number; where there are more, reading them fails. */
final class CountedRows implements RowSet {
    private final RowSet rows;
    private final long most;
    private long read;

    CountedRows(RowSet rows, long most) {
        this.rows = rows;
        this.most = most;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Binding next() {
        if (++read > most) {
            throw new LimitExceededException("The answer has more than " + most + " rows.");
        }
        return rows.next();
    }

    @Override
    public List<Var> getResultVars() {
        return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
        return rows.getRowNumber();
    }

    @Override
    public void close() {
        rows.close();
    }
}
