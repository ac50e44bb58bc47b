/**
 * Corrections of claims by people: read from plain files, found again by their evidence after every new extraction, and
 * stronger than it.
 */
@NullMarked
package org.banggiao.claim.curation;

import org.jspecify.annotations.NullMarked;
