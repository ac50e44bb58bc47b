/** Who and what a name can mean, and when: countries, states, organisations, posts, persons and places. */
@NullMarked
package org.banggiao.authority;

import org.jspecify.annotations.NullMarked;
