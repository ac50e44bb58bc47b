package org.banggiao.graph;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.banggiao.claim.Claim;

/** The key of each subject and claim of one build. */
final class Keys {
    /**
     * A key in use.
     *
     * @param value the key
     * @param isProvisional whether it is a hash that minting will replace
     */
    record Key(String value, boolean isProvisional) {}

    private final Map<Object, Key> keys = new IdentityHashMap<>();

    private Keys() {}

    /** The keys in the order of subjects, then claims. */
    static Keys of(List<Subject> subjects, Collection<Claim> claims, List<Key> inOrder) {
        var result = new Keys();
        int i = 0;
        for (var subject : subjects) {
            result.keys.put(subject, inOrder.get(i++));
        }
        for (var claim : claims) {
            result.keys.put(claim, inOrder.get(i++));
        }
        return result;
    }

    Key of(Object subjectOrClaim) {
        var key = keys.get(subjectOrClaim);
        if (key == null) {
            throw new IllegalArgumentException("no key was asked for: " + subjectOrClaim);
        }
        return key;
    }
}
