/** The settings of a deployment: below the other parts of the service, which all read them. */
@NullMarked
package org.banggiao.publish.settings;

import org.jspecify.annotations.NullMarked;
