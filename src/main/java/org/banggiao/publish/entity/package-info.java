/** What a resource's address answers: its description from the data, chosen by content negotiation, in six formats. */
@NullMarked
package org.banggiao.publish.entity;

import org.jspecify.annotations.NullMarked;
