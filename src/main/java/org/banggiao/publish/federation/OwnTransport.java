package org.banggiao.publish.federation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.query.Syntax;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/** Asks the release of the request, without a way over the network. */
record OwnTransport(Store store) implements Transport {
    @Override
    public byte[] ask(String text, Duration time) throws IOException {
        var out = new ByteArrayOutputStream();
        var query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
        try (var exec = store.query(query, new QueryLimits(time))) {
            if (query.isAskType()) {
                ResultSetFormatter.outputAsJSON(out, exec.ask());
            } else {
                ResultSetFormatter.outputAsJSON(out, ResultSet.adapt(exec.select()));
            }
        } catch (QueryCancelledException e) {
            throw new MemberException(MemberState.SLOW, "it did not answer within " + time.toMillis() + " ms");
        } catch (QueryException e) {
            throw new MemberException("it does not take this query");
        }
        return out.toByteArray();
    }
}
