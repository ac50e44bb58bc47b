package org.banggiao.mention;

/**
 * A word of giving or receiving.
 *
 * @param receives whether the one who stands before it receives
 * @param category what it is for where the word says so, else empty
 * @param needs what must stand with it: {@code recipient}, {@code quantity}, {@code goods} (a quantity of what is no troops), {@code
 *     people} (so many people), {@code works}, {@code context}, or empty
 * @param thing where what is given stands: {@code before} the word, {@code around} it (the word only says by whom), {@code use}
 *     (behind it stands what a sum told before was used for), or empty for behind it
 * @param terms {@code grant} or {@code loan} where the word says so, else empty
 * @param noun whether the word names the aid ("khoản tín dụng"): who stands beside it then gives
 */
public record Aid(boolean receives, String category, String needs, String thing, String terms, boolean noun) {}
