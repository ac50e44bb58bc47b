package org.banggiao.publish.http;

import jakarta.servlet.http.HttpServletRequest;

/** The number that the service gives to a request; what clients tell of themselves has no part in it. */
public final class RequestId {
    /** The header of the response that tells it. */
    public static final String HEADER = "Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}

    /** Notes the number of a request. */
    public static void note(String id, HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, id);
    }

    /** The number of a request; empty where it has none. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "";
    }
}
