package io.dorsal.standalone.bench;

import io.dorsal.standalone.bench.Questions.Question;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** So many clients that each ask, wait for the whole answer, and ask again: a closed loop. */
final class ReadClients {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

    private final URI frontDoor;
    private final int clients;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ReadClients(URI frontDoor, int clients) {
        this.frontDoor = frontDoor;
        this.clients = clients;
    }

    /**
     * What came of one kind of question.
     *
     * @param refused how often each status came that is no 200; 0 where there was no answer at all
     */
    record Answers(Histogram nanos, long bytesMean, ConcurrentHashMap<Integer, LongAdder> refused) {}

    Answers ask(Question question, int times) throws InterruptedException {
        Histogram nanos = new ConcurrentHistogram(Latencies.none());
        ConcurrentHashMap<Integer, LongAdder> refused = new ConcurrentHashMap<>();
        LongAdder bytes = new LongAdder();
        AtomicInteger left = new AtomicInteger(times);
        List<Thread> asking = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            asking.add(Thread.ofVirtual().start(() -> {
                while (left.getAndDecrement() > 0) {
                    ask(question, nanos, bytes, refused);
                }
            }));
        }
        for (Thread thread : asking) {
            thread.join();
        }
        return new Answers(nanos, bytes.sum() / times, refused);
    }

    private void ask(
            Question question, Histogram nanos, LongAdder bytes, ConcurrentHashMap<Integer, LongAdder> refused) {
        HttpRequest request = HttpRequest.newBuilder(
                        frontDoor.resolve(question.path().get()))
                .timeout(ANSWER_MAX)
                .build();
        int status = 0;
        long asked = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            Latencies.record(nanos, System.nanoTime() - asked);
            bytes.add(answer.body().length);
            status = answer.statusCode();
        } catch (IOException e) {
            Latencies.record(nanos, System.nanoTime() - asked);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (status != 200) {
            refused.computeIfAbsent(status, key -> new LongAdder()).increment();
        }
    }
}
