package org.banggiao.publish;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.banggiao.publish.http.StoreProblem;
import org.banggiao.store.RemoteFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers for all pages and documents where a remote store fails. */
@ControllerAdvice
final class StoreFailures {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFailures.class);

    @ExceptionHandler(RemoteFailure.class)
    void answer(RemoteFailure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.warn("{} {}", failure.kind(), failure.getMessage());
        if (response.isCommitted()) {
            throw failure;
        }
        response.setHeader("ETag", null);
        StoreProblem.of(failure).write(request, response);
    }
}
