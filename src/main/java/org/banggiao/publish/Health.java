package org.banggiao.publish;

import java.nio.charset.StandardCharsets;
import org.banggiao.store.Store;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says that the service answers, and from which release. */
@RestController
final class Health {
    @GetMapping("/health")
    ResponseEntity<byte[]> health(Store store) {
        String body = "{\"status\":\"up\",\"release\":\"" + store.release().id() + "\"}\n";
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.getBytes(StandardCharsets.UTF_8));
    }
}
