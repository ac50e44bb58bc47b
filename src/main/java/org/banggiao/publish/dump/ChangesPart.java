package org.banggiao.publish.dump;

import java.io.IOException;
import java.nio.file.Path;
import org.banggiao.store.ReleasePart;
import org.banggiao.store.SubjectWalk;

/**
 * What changed since the release before: which things and claims came, changed, went or were joined with others. It is worked out
 * once, when the release is made. A release that is made again is the old one, and so are its changes.
 */
public final class ChangesPart implements ReleasePart {
    /** The name of the folder in a release. */
    public static final String FOLDER = "changes";

    @Override
    public String folder() {
        return FOLDER;
    }

    @Override
    public void write(Path folder, Making release) throws IOException {
        var before = release.before();
        if (before.isEmpty()) {
            Changes.NONE.write(folder);
            return;
        }
        var comparison = new Comparison();
        SubjectWalk.over(before.get(), release.quads(), comparison);
        comparison.changes(before.get().id()).write(folder);
    }
}
