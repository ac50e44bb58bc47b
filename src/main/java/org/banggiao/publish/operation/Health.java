package org.banggiao.publish.operation;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.banggiao.publish.sparql.Admission;
import org.banggiao.store.Store;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says how the service is: that it answers and from which release ({@code /health}), and whether it takes more queries at the
 * moment ({@code /health/ready}, 503 where it does not).
 */
@RestController
final class Health {
    private final Admission admission;

    Health(Admission admission) {
        this.admission = admission;
    }

    @GetMapping("/health")
    ResponseEntity<byte[]> health(Store store) {
        return answer(HttpServletResponse.SC_OK, "up", store);
    }

    @GetMapping("/health/ready")
    ResponseEntity<byte[]> ready(Store store) {
        return admission.isFull()
                ? answer(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "busy", store)
                : answer(HttpServletResponse.SC_OK, "ready", store);
    }

    private static ResponseEntity<byte[]> answer(int status, String word, Store store) {
        String body =
                "{\"status\":\"" + word + "\",\"release\":\"" + store.release().id() + "\"}\n";
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.getBytes(StandardCharsets.UTF_8));
    }
}
