package org.banggiao.publish.federation;

import java.util.Optional;

/**
 * What became of the requests to a member, for answers to clients, since the service started.
 *
 * @param requests how many it was sent
 * @param failures how many of them it did not answer as it should
 * @param bytes of its answers
 * @param median milliseconds of its latest answers, of 256 at most; empty where there are none
 * @param p99 milliseconds that 99 of 100 of them do not exceed
 */
public record MemberMeasures(long requests, long failures, long bytes, Optional<Double> median, Optional<Double> p99) {}
