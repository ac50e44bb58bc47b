package org.banggiao.publish.sparql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** HTTP as bytes, for what no client library sends or shows. */
final class RawHttp {
    private RawHttp() {}

    /**
     * All that came until the connection ended.
     *
     * @param isReset whether it ended by a reset
     */
    record Answer(String text, boolean isReset) {
        /** The status; 0 where there was no answer. */
        int status() {
            return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
        }
    }

    /** Sends a request as it is and reads what comes, for 20 s at most. */
    static Answer exchange(int port, String request) throws IOException {
        return exchange(port, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Answer exchange(int port, byte[] request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            boolean isReset = false;
            var all = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
            } catch (SocketException e) {
                isReset = true;
            }
            byte[] buffer = new byte[1 << 16];
            try {
                for (int n = socket.getInputStream().read(buffer);
                        n >= 0;
                        n = socket.getInputStream().read(buffer)) {
                    all.write(buffer, 0, n);
                }
            } catch (SocketException e) {
                isReset = true;
            }
            return new Answer(all.toString(StandardCharsets.ISO_8859_1), isReset);
        }
    }
}
