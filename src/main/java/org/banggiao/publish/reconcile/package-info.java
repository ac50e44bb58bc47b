/**
 * Reconciliation: which things, actors and places here somebody else's records mean, by the Reconciliation Service API 0.2 and
 * 1.0-draft of the W3C Entity Reconciliation Community Group, with scores that can be taken apart.
 */
@NullMarked
package org.banggiao.publish.reconcile;

import org.jspecify.annotations.NullMarked;
