/** How to cite what the service answers for, in the forms that reference managers read. */
@NullMarked
package org.banggiao.publish.citation;

import org.jspecify.annotations.NullMarked;
