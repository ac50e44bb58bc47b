/**
 * Main class, commands and wiring: the only package that knows the order of the flow.
 */
@NullMarked
package org.banggiao.app;

import org.jspecify.annotations.NullMarked;
