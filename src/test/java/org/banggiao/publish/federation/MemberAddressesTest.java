package org.banggiao.publish.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a member may have. */
class MemberAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.0.1",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "100::1"
            })
    void thoseOfSpecialPurposesAreNot(String address) throws UnknownHostException {
        assertThat(MemberAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.0.1",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.1.0.1",
                "198.17.0.1",
                "223.255.255.1",
                "2606:4700::1",
                "2a00:1450::1",
                "2001:200::1"
            })
    void thoseOfTheInternetAre(String address) throws UnknownHostException {
        assertThat(MemberAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void aNameThatLeadsElsewhereTheNextTimeIsCheckedEachTime() throws UnknownHostException {
        var times = new AtomicInteger();
        var rebinding = new MemberAddresses(
                host -> new InetAddress[] {InetAddress.getByName(times.getAndIncrement() == 0 ? "8.8.8.8" : "127.0.0.1")
                },
                false);
        assertThat(rebinding.resolve("member.example")).hasSize(1);
        assertThatThrownBy(() -> rebinding.resolve("member.example")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void oneBadAddressAmongGoodOnesIsEnough() {
        var mixed = new MemberAddresses(
                host -> new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")}, false);
        assertThatThrownBy(() -> mixed.resolve("member.example")).hasMessageContaining("own network");
    }
}
