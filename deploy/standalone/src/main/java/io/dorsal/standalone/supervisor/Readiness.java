package io.dorsal.standalone.supervisor;

import java.net.URI;
import java.util.function.Predicate;

/** How a part shows that it can do its work. */
public sealed interface Readiness {

    /** It prints a line that says so. */
    record ByLine(Predicate<String> saysReady) implements Readiness {}

    /** It answers 200 at this address. */
    record ByHttp(URI address) implements Readiness {}

    /** It has nothing that others wait for. */
    record AtOnce() implements Readiness {}
}
