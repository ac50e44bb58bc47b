/** The pages that people read, made on the server, in Vietnamese and English: resources, lists, queries, problems. */
@NullMarked
package org.banggiao.publish.page;

import org.jspecify.annotations.NullMarked;
