package org.banggiao.mention;

/**
 * An instrument as a sentence names it.
 *
 * @param type type in records, such as {@code agreement}
 * @param named whether more than the head stands there
 * @param plural whether several unnamed ones are meant ("the agreements")
 * @param anaphor whether it points back ("this agreement")
 * @param capitalised whether the head is written as a name
 * @param count how many, where only their number is said ("12 documents"), else 0
 */
public record InstrumentName(
        String type, boolean named, boolean plural, boolean anaphor, boolean capitalised, int count) {}
