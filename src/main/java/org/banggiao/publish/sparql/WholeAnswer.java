package org.banggiao.publish.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.banggiao.store.LimitExceededException;

/**
 * An answer that is collected before it is sent, so that its length can be told. Needed for HTTP/1.0, where an answer of unknown
 * length ends with its connection, and one that was cut looks whole.
 */
final class WholeAnswer extends ByteArrayOutputStream {
    private static final int MOST_BYTES = 16 << 20;

    /** Whether the client could not tell a part from the whole. */
    static boolean isNeeded(HttpServletRequest request) {
        return !request.getProtocol().equals("HTTP/1.1")
                && !request.getProtocol().startsWith("HTTP/2");
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        if (count + length > MOST_BYTES) {
            throw new LimitExceededException(
                    "The answer has more than " + MOST_BYTES + " bytes, which are sent by HTTP/1.1 only.");
        }
        super.write(bytes, offset, length);
    }

    /** Sends all of it. */
    void sendTo(HttpServletResponse response) throws IOException {
        response.setContentLength(count);
        writeTo(response.getOutputStream());
    }
}
