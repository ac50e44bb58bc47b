package org.banggiao.store;

/** An endpoint that a query calls by {@code SERVICE} did not answer as it should; the message says which, and how. */
public final class ServiceFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServiceFailure(String address, String why, Throwable cause) {
        super("<" + address + ">: " + why, cause);
    }
}
