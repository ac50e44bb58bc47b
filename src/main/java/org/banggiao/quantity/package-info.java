/** How much: exact and bounded amounts, money and counted goods; decimal arithmetic only. */
@NullMarked
package org.banggiao.quantity;

import org.jspecify.annotations.NullMarked;
