package org.banggiao.publish.federation;

import java.util.Optional;
import org.banggiao.publish.settings.FederationSettings.Member;

/**
 * A member with what is known of it.
 *
 * @param transport how it is asked; empty for this service itself, whose store depends on the request
 */
record Partner(Member member, MemberStatistics statistics, Optional<RemoteTransport> transport) {}
