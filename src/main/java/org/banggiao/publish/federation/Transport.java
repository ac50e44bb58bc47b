package org.banggiao.publish.federation;

import java.io.IOException;
import java.time.Duration;

/** A way to ask one member. */
interface Transport {
    /**
     * Asks for rows or a truth value.
     *
     * @param query SELECT or ASK
     * @param time how long it may take
     * @return the whole answer in the JSON format of SPARQL 1.1, checked to be that
     * @throws MemberException if the member does not answer, or not so, or not within its bounds
     */
    byte[] ask(String query, Duration time) throws IOException;
}
