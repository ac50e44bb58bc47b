package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;

/**
 * The page of the inbox: how to tell of records, and what is published.
 *
 * @param address of the inbox, as its clients reach it
 * @param example a notification
 * @param curl how to send it
 * @param about what the page was asked for, if anything: its name, its address and where it is
 * @param senders who holds the records, and how many links each has
 * @param records the last ones
 * @param total how many links are published
 * @param exports all of them as files
 * @param mostAnHour how many notifications one may send in an hour
 * @param bodySize how large one may be, in bytes
 */
public record InboxPage(
        String address,
        String example,
        String curl,
        Optional<Value> about,
        List<Holder> senders,
        List<ArchivedRecord> records,
        int total,
        List<Frame.Alternate> exports,
        int mostAnHour,
        int bodySize) {
    /** Who holds records that are about something here. */
    public record Holder(String name, long links) {}
}
