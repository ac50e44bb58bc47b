package org.banggiao.publish.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.banggiao.publish.picture.Drawing;
import org.banggiao.publish.picture.Picture;
import org.banggiao.publish.picture.PictureData;
import org.banggiao.publish.picture.Png;
import org.banggiao.store.Store;

/**
 * Pictures that were made, for as long as their release is served: what it says of them is read once, and a picture that was made is
 * given again. How many are kept and how many are painted at once is bounded.
 */
final class Pictures {
    private static final int MOST_PICTURES = 100;
    private static final long MOST_IMAGE_BYTES = 16_000_000;
    private static final int PAINTED_AT_ONCE = 2;
    private static final int WAIT_SECONDS = 5;

    /** What belongs to a release. */
    private record Release(PictureData data, Cache<String, Picture> pictures, Cache<String, byte[]> images) {
        static Release of(Store store) {
            return new Release(
                    PictureData.of(store),
                    Caffeine.newBuilder().maximumSize(MOST_PICTURES).build(),
                    Caffeine.newBuilder()
                            .maximumWeight(MOST_IMAGE_BYTES)
                            .weigher((String key, byte[] image) -> image.length)
                            .build());
        }
    }

    private final Cache<Store, Release> releases =
            Caffeine.newBuilder().weakKeys().build();
    private final Semaphore painters = new Semaphore(PAINTED_AT_ONCE, true);

    /** No more images can be painted at the moment. */
    static final class BusyException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private Release release(Store store) {
        return releases.get(store.released(), Release::of);
    }

    /** What pictures need of a release. */
    PictureData data(Store store) {
        return release(store).data();
    }

    /** The picture of a key, made where there is none yet. */
    Picture of(Store store, String key, Supplier<Picture> making) {
        return release(store).pictures().get(key, k -> making.get());
    }

    /**
     * A drawing as PNG.
     *
     * @throws BusyException where others are being painted and none of them ends soon
     */
    byte[] image(Store store, String key, Drawing drawing) throws BusyException, InterruptedException {
        var images = release(store).images();
        var image = images.getIfPresent(key);
        if (image != null) {
            return image;
        }
        if (!painters.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new BusyException();
        }
        try {
            return images.get(key, k -> Png.paint(drawing));
        } finally {
            painters.release();
        }
    }
}
