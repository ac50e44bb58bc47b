package org.banggiao.publish;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.banggiao.publish.http.Problem;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers requests that nothing else answered, without telling how the service is made. */
@Controller
final class ErrorAnswer implements ErrorController {
    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            // Nothing may follow an answer that failed half way: it would look like a part of it.
            return;
        }
        int code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer i ? i : 404;
        var status = HttpStatus.resolve(code);
        String title = status == null ? "Error" : status.getReasonPhrase();
        String detail = switch (code) {
            case 404 -> "There is nothing at this address. The start page is /, the SPARQL endpoint is /sparql.";
            case 405 -> "This address does not take " + request.getMethod() + " requests.";
            case 500 -> "The service failed. What happened is in its log.";
            default -> title + ".";
        };
        new Problem(code, "http-" + code, title, detail).write(request, response);
    }
}
