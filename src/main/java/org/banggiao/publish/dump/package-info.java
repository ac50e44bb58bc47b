/** What a release is handed out as: its quads as files, its things as tables, and what changed since the release before. */
@NullMarked
package org.banggiao.publish.dump;

import org.jspecify.annotations.NullMarked;
