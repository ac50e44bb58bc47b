package org.banggiao.publish.reconcile;

/** A version of the Reconciliation Service API. */
enum Version {
    /** Version 0.2, of 2023. */
    V02("0.2", "0.2"),
    /** The draft of version 1.0. */
    V10("1.0-draft", "1.0");

    private final String id;
    private final String path;

    Version(String id, String path) {
        this.id = id;
        this.path = path;
    }

    /** As manifests name it. */
    String id() {
        return id;
    }

    /** As addresses here name it. */
    String path() {
        return path;
    }
}
