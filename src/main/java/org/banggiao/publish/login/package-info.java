/** Who may review: names with passwords, and tokens of machines. Nothing of it is loaded where nobody reviews. */
@NullMarked
package org.banggiao.publish.login;

import org.jspecify.annotations.NullMarked;
