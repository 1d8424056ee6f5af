package io.dorsal.standalone.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** Reads a body whose length was not announced, up to a bound. */
final class BoundedBody {
    /** More came than the bound allows. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Buffer collected = Buffer.buffer();
    private final Promise<Buffer> whole = Promise.promise();
    private final long bytesMax;

    private BoundedBody(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    static Future<Buffer> read(ReadStream<Buffer> stream, long bytesMax) {
        BoundedBody body = new BoundedBody(bytesMax);
        stream.exceptionHandler(body.whole::tryFail);
        stream.endHandler(end -> body.whole.tryComplete(body.collected));
        stream.handler(body::add);
        stream.resume();
        return body.whole.future();
    }

    private void add(Buffer chunk) {
        if (collected.length() + chunk.length() > bytesMax) {
            whole.tryFail(new TooLarge());
        } else {
            collected.appendBuffer(chunk);
        }
    }
}
