package org.banggiao.publish.sparql;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Leaves it to the web server's buffer when bytes go out: writers of results flush early, after which a failure could no
 * longer be told with its status.
 */
final class HeldBack extends FilterOutputStream {
    HeldBack(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() {
        // Not yet.
    }

    @Override
    public void close() {
        // The web server ends the response.
    }
}
