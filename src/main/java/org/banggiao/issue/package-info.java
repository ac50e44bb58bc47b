/** What can be wrong with inputs and data: the kind of fault, how bad it is, and this one occurrence, as three types. */
@NullMarked
package org.banggiao.issue;

import org.jspecify.annotations.NullMarked;
