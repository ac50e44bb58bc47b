/** Sources and their files: reads files of several formats into {@link org.banggiao.corpus.SourceText}s, to whose code points every offset refers. */
@NullMarked
package org.banggiao.corpus;

import org.jspecify.annotations.NullMarked;
