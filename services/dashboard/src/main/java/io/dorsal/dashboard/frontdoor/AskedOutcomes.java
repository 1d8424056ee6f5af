package io.dorsal.dashboard.frontdoor;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.dashboard.core.Outcomes;
import io.dorsal.dashboard.core.coverage.Determinations;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.wire.OpioidOutcomeReader;
import io.dorsal.model.wire.ResponderOutcomeReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks each service what its outcome of a trial is as of an instant. */
@ApplicationScoped
public class AskedOutcomes implements Outcomes {
    private final FrontDoor door;

    AskedOutcomes(FrontDoor door) {
        this.door = door;
    }

    @Override
    public Answers ask(TrialId trial, @Nullable Instant asOf) {
        String path = "/" + trial;
        String at = asOf == null ? "" : "asOf=" + asOf;
        CompletableFuture<Answer<OpioidOutcome>> opioids =
                meanwhile(() -> door.ask("opioids", path + query(at), OpioidOutcomeReader::parse));
        CompletableFuture<Answer<Determinations>> coverage =
                meanwhile(() -> door.ask("coverage", path + query("policy=all", at), DeterminationsReader::parse));
        return new Answers(
                door.ask("responders", path + query(at), ResponderOutcomeReader::parse),
                opioids.join(),
                coverage.join());
    }

    private static <T> CompletableFuture<T> meanwhile(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, Thread::startVirtualThread);
    }

    private static String query(String... parameters) {
        String joined = Stream.of(parameters).filter(one -> !one.isEmpty()).collect(Collectors.joining("&"));
        return joined.isEmpty() ? "" : "?" + joined;
    }
}
