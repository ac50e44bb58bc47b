package org.banggiao.mention;

/**
 * An act as its rule describes it.
 *
 * @param type type of event in records
 * @param datedByContext whether its date may come from what stands before the sentence
 * @param speech whether what follows in its clause is said, not done
 * @param noun whether a noun names it
 * @param weak whether it counts only where its clause holds no other act
 * @param twoSided whether both sides act
 */
public record Act(String type, boolean datedByContext, boolean speech, boolean noun, boolean weak, boolean twoSided) {}
