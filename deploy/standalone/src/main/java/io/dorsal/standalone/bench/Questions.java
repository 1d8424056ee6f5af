package io.dorsal.standalone.bench;

import io.dorsal.model.ClinicId;
import io.dorsal.standalone.demo.Population;
import io.dorsal.standalone.simulate.http.FrontDoor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** What is asked of a stack with many trials: one line each. */
final class Questions {
    private static final int PAGES_MAX = 1_000;

    /**
     * One kind of question.
     *
     * @param path another one each time, where it asks about a trial or a page
     */
    record Question(String name, Supplier<String> path) {}

    private Questions() {}

    static List<Question> of(Population population, int trials, FrontDoor door) {
        ClinicId largest = population.clinic(1);
        Supplier<String> trial = () -> population
                .plan(ThreadLocalRandom.current().nextInt(1, trials + 1))
                .course()
                .trial()
                .value();
        return List.of(
                new Question("worklist", () -> "/api/worklist"),
                new Question("worklist, any page", anyPage("/api/worklist", door)),
                new Question("worklist of a clinic", () -> "/api/worklist?clinic=" + largest),
                new Question("worklist of a clinic, any page", anyPage("/api/worklist?clinic=" + largest, door)),
                new Question("figures of a clinic", () -> "/api/clinics/" + largest + "/figures"),
                new Question("export of a clinic", () -> "/api/clinics/" + largest + "/figures.csv"),
                new Question("figures of all clinics", () -> "/api/figures"),
                new Question("trials", () -> "/api/trials"),
                new Question("trials, any page", anyPage("/api/trials", door)),
                new Question("responder of a trial", () -> "/api/responders/" + trial.get()),
                new Question("opioids of a trial", () -> "/api/opioids/" + trial.get()),
                new Question("coverage of a trial", () -> "/api/coverage/" + trial.get() + "?policy=mac-scs-ngs"),
                new Question("page of all trials", () -> "/"),
                new Question("page of a trial", () -> "/trials/" + trial.get()),
                new Question("page of the worklist", () -> "/worklist"));
    }

    /** Walks the list once; what does not exist has one page, which refuses. */
    private static Supplier<String> anyPage(String path, FrontDoor door) {
        List<String> pages = new ArrayList<>(List.of(path));
        String separator = path.contains("?") ? "&" : "?";
        while (pages.size() < PAGES_MAX) {
            FrontDoor.Answer answer = door.get(pages.getLast());
            String next = answer.isGood() ? answer.json().path("next").asText("") : "";
            if (next.isEmpty() || next.equals("null")) {
                break;
            }
            pages.add(path + separator + "cursor=" + next);
        }
        return () -> pages.get(ThreadLocalRandom.current().nextInt(pages.size()));
    }
}
