package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;

/**
 * Resources that belong together, as far as they are shown.
 *
 * @param title what they are
 * @param total how many there are
 * @param all where all of them are listed
 */
public record RowGroup(String title, long total, List<Row> rows, Optional<String> all) {
    public RowGroup {
        rows = List.copyOf(rows);
    }
}
