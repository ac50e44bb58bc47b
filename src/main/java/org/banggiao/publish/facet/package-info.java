/** Lists of what a release holds and what they are narrowed by, as SHACL shapes describe them. */
@NullMarked
package org.banggiao.publish.facet;

import org.jspecify.annotations.NullMarked;
