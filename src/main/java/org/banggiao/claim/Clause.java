package org.banggiao.claim;

import java.util.ArrayList;
import java.util.List;
import org.banggiao.mention.Reading;
import org.banggiao.mention.Token;

/**
 * A stretch of a sentence between semicolons, in tokens.
 *
 * @param from first token
 * @param to the token after the last
 */
record Clause(int from, int to) {
    /** The stretches of a sentence, in order. */
    static List<Clause> of(Reading reading) {
        var clauses = new ArrayList<Clause>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i < reading.size(); i++) {
            if (reading.token(i).kind() != Token.Kind.MARK) {
                continue;
            }
            var key = reading.key(i);
            depth += key.equals("(") ? 1 : key.equals(")") ? -1 : 0;
            if (key.equals(";") && depth <= 0 && i > from) {
                clauses.add(new Clause(from, i));
                from = i + 1;
            }
        }
        if (from < reading.size()) {
            clauses.add(new Clause(from, reading.size()));
        }
        return clauses;
    }

    boolean holds(int token) {
        return from <= token && token < to;
    }

    /** The stretch of the list that holds the token. */
    static Clause at(List<Clause> clauses, int token) {
        for (var clause : clauses) {
            if (token < clause.to()) {
                return clause;
            }
        }
        return clauses.get(clauses.size() - 1);
    }
}
