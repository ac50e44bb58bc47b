package org.banggiao.publish.reconcile;

import java.util.List;
import org.banggiao.publish.entity.Listed;

/**
 * An entity that a query may mean.
 *
 * @param entity the entity
 * @param name the name of it that is most like the one asked for; empty where none was asked for
 * @param score 0 to 100: the sum of each feature's value times its weight, to two decimals
 * @param features what the score is made of
 * @param isMatch whether it is good enough, and so much better than the next, that no person need look
 */
public record Candidate(Listed entity, String name, double score, List<Feature> features, boolean isMatch) {
    public Candidate {
        features = List.copyOf(features);
    }
}
