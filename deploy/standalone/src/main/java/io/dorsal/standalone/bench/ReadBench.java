package io.dorsal.standalone.bench;

import io.dorsal.standalone.bench.Questions.Question;
import io.dorsal.standalone.bench.ReadClients.Answers;
import io.dorsal.standalone.demo.Population;
import io.dorsal.standalone.simulate.core.TrialPlan;
import io.dorsal.standalone.simulate.http.FrontDoor;
import io.dorsal.standalone.simulate.http.Registry;
import io.dorsal.standalone.simulate.retry.Patience;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./dorsal bench read}: how fast lists, figures, outcomes and pages answer when there are many trials. */
@Command(
        name = "read",
        description = "Answers of worklist, figures, outcomes and pages with many trials in the stack.",
        mixinStandardHelpOptions = true)
final class ReadBench implements Callable<Integer> {
    private static final List<Integer> CLIENTS = List.of(1, 4);
    private static final int WARM_UP = 50;
    private static final int CLINICS = 40;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "a running stack's front door (else one in a temporary folder)")
    private @Nullable Integer port;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "written before, unless they are there (default: ${DEFAULT-VALUE})")
    private int trials = 50_000;

    @Option(names = "--requests", paramLabel = "N", description = "of each kind (default: ${DEFAULT-VALUE})")
    private int requests = 200;

    @Option(names = "--seed", paramLabel = "S", description = "the same seed gives the same trials")
    private long seed = 1;

    @Option(names = "--skip", paramLabel = "NAME", description = "a kind of question, as it is printed; repeatable")
    private List<String> skipped = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.println(Machine.line());
        try (BenchStack stack = port == null ? BenchStack.temporary(Set.of()) : BenchStack.running(port)) {
            FrontDoor door = new FrontDoor(stack.frontDoor(), new Patience(() -> false));
            Population population = new Population(seed, LocalDate.now(ZoneOffset.UTC), CLINICS);
            // The last but one is among the last to be written.
            TrialPlan last = population.plan(Math.max(1, trials - 1));
            if (!new Registry(door).exists(last.course().trial())) {
                new PopulationLoad(stack, door).write(population, trials);
            }
            return measure(stack, Questions.of(population, trials, door)) ? 0 : 1;
        }
    }

    /** False when something was refused. */
    private boolean measure(BenchStack stack, List<Question> questions) throws InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "method: %,d trials of %d clinics; closed loop: each client asks, reads the whole answer and asks again;"
                        + " %d requests of each kind, one kind after the other, %d more before that do not count%n",
                trials,
                CLINICS,
                requests,
                WARM_UP);
        boolean good = true;
        for (int clients : CLIENTS) {
            System.out.printf(
                    Locale.ROOT, "%d client%s, load %.2f%n", clients, clients == 1 ? "" : "s", Machine.load());
            ReadClients asking = new ReadClients(stack.frontDoor(), clients);
            for (Question question : questions) {
                if (!skipped.contains(question.name())) {
                    asking.ask(question, WARM_UP);
                    good &= print(question, asking.ask(question, requests));
                }
            }
        }
        return good;
    }

    private static boolean print(Question question, Answers answers) {
        Latencies.print("%s, %,d KiB".formatted(question.name(), (answers.bytesMean() + 1023) / 1024), answers.nanos());
        answers.refused()
                .forEach((status, times) ->
                        System.out.printf(Locale.ROOT, "    refused with status %d: %d times%n", status, times.sum()));
        return answers.refused().isEmpty();
    }
}
