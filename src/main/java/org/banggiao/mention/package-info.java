/**
 * What a sentence says, not yet resolved: dates, quantities, actors, places, instruments, acts and transfers, read by rules
 * that are data, each with its derivation.
 */
@NullMarked
package org.banggiao.mention;

import org.jspecify.annotations.NullMarked;
