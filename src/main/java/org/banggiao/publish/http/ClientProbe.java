package org.banggiao.publish.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Lets the thread of a request see whether the client has closed its connection, which a servlet sees only when it writes. To
 * be asked once the body of the request has been read. A client that closes only its own direction counts as gone.
 */
public final class ClientProbe extends ValveBase {
    private static final String ATTRIBUTE = ClientProbe.class.getName();

    public ClientProbe() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var connection = request.getCoyoteRequest();
        BooleanSupplier isGone = () -> {
            // At the end of the stream there always seems to be something; of a request that was sent ahead, only once.
            for (int look = 0; look < 2; look++) {
                connection.action(ActionCode.AVAILABLE, true);
                if (connection.getAvailable() <= 0) {
                    return false;
                }
            }
            return true;
        };
        request.setAttribute(ATTRIBUTE, isGone);
        getNext().invoke(request, response);
    }

    /** Whether the client of the request has gone; never, where nothing is known. */
    public static BooleanSupplier of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof BooleanSupplier isGone ? isGone : () -> false;
    }
}
