package org.banggiao.publish.inbox;

import java.time.Instant;
import java.util.List;

/** What happened. */
public sealed interface Act {
    Instant at();

    /** How the file calls it. */
    String kind();

    /** A link came. */
    record Received(Instant at, RecordLink link, Sender sender) implements Act {
        @Override
        public String kind() {
            return "received";
        }
    }

    /** Something was decided about some links. */
    record Decided(Instant at, String by, Entry.State state, String reason, List<String> ids) implements Act {
        @Override
        public String kind() {
            return "decided";
        }
    }

    /** Links of a table were accepted. */
    record Loaded(Instant at, String by, List<RecordLink> links) implements Act {
        @Override
        public String kind() {
            return "loaded";
        }
    }

    /** Somebody came to review. */
    record Entered(Instant at, String by, String network) implements Act {
        @Override
        public String kind() {
            return "entered";
        }
    }
}
