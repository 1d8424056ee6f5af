package io.dorsal.coverage.core.figures;

import io.dorsal.model.DecisionId;
import io.dorsal.model.TrialId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Other cohorts, little different from one at hand: a trial takes a trait over from another trial, or they change it
 * with each other, or there is a trial more, or one less.
 */
final class World {
    private enum Trait {
        THERAPY(Standing::therapy),
        WAVEFORM(Standing::waveform),
        INDICATION(Standing::indication),
        PAYER(Standing::payer),
        OUTCOME(Standing::outcome),
        DIARY(Standing::diary),
        DEVICE(Standing::device),
        PAPERS(Standing::papers),
        OPIOIDS(Standing::opioids),
        CHOICE(Standing::choice),
        DECISION(Standing::choice),
        DAYS(Standing::daysToDecision),
        ANSWERS(Standing::answers),
        REASON(trial -> answer(trial, PayerAnswer::reason)),
        DISPUTED(trial -> answer(trial, PayerAnswer::disputed)),
        TURNAROUND(trial -> answer(trial, answer -> answer.expedited() + " " + answer.inTime())),
        STATE(trial -> trial.state(Cohort.NOW));

        private final Function<Standing, @Nullable Object> value;

        Trait(Function<Standing, @Nullable Object> value) {
            this.value = value;
        }

        private static @Nullable Object answer(Standing trial, Function<PayerAnswer, @Nullable Object> part) {
            return trial.answers().isEmpty() ? null : part.apply(trial.answers().getFirst());
        }

        /** What belongs together is taken over together, or not at all. */
        boolean fits(Standing one, Standing other) {
            return switch (this) {
                case PAPERS -> one.papers() != null && other.papers() != null;
                case CHOICE -> one.choice() != null && other.choice() != null;
                case DAYS -> one.daysToDecision() != null && other.daysToDecision() != null;
                case DECISION -> (one.removedAt() == null) == (other.removedAt() == null);
                case REASON, DISPUTED, TURNAROUND -> value.apply(one) != null && value.apply(other) != null;
                default -> true;
            };
        }
    }

    private final Random random;
    private final List<Standing> trials;
    private final Map<Trait, List<List<Standing>>> byValue = new EnumMap<>(Trait.class);

    World(List<Standing> trials, Random random) {
        this.trials = trials;
        this.random = random;
        for (Trait trait : Trait.values()) {
            byValue.put(
                    trait,
                    List.copyOf(trials.stream()
                            .collect(Collectors.groupingBy(trial -> String.valueOf(trait.value.apply(trial))))
                            .values()));
        }
    }

    /**
     * @param there the trials of a number: more likely to be the ones that change, or that are taken from
     * @param beside the trials that the same figure counts elsewhere: where the number has most of its other worlds
     */
    List<Standing> near(List<Standing> there, List<Standing> beside) {
        List<List<Standing>> known =
                Stream.of(there, beside, trials).filter(some -> !some.isEmpty()).toList();
        Standing one = some(some(known));
        Trait trait = some(List.of(Trait.values()));
        // By value, so that what is rare is met as often as what is common.
        Standing other = some(random.nextBoolean() ? some(known) : some(byValue.get(trait)));
        List<Standing> world = new ArrayList<>(trials);
        if (one == other || !trait.fits(one, other)) {
            return world;
        }
        switch (random.nextInt(10)) {
            case 0 -> world.add(with("T-more", "S-more", one, List.of()));
            case 1 -> {
                // Its answers become the other's: answers are counted apart from trials.
                world.set(trials.indexOf(other), with(other, answersOf(other, one)));
                world.remove(one);
            }
            default -> {
                world.set(trials.indexOf(one), taking(trait, one, other));
                if (random.nextBoolean()) {
                    world.set(trials.indexOf(other), taking(trait, other, one));
                }
            }
        }
        return world;
    }

    private <T> T some(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<PayerAnswer> answersOf(Standing trial, Standing more) {
        return Stream.concat(
                        trial.answers().stream(),
                        more.answers().stream()
                                .map(answer -> new PayerAnswer(
                                        new DecisionId("more-" + answer.id()),
                                        answer.result(),
                                        answer.reason(),
                                        answer.disputed(),
                                        answer.expedited(),
                                        answer.inTime())))
                .toList();
    }

    private static Standing with(Standing trial, List<PayerAnswer> answers) {
        return with(trial.trial().value(), trial.subject(), trial, answers);
    }

    private static Standing with(String id, String subject, Standing like, List<PayerAnswer> answers) {
        return new Standing(
                new TrialId(id),
                like.clinic(),
                subject,
                like.therapy(),
                like.waveform(),
                like.indication(),
                like.payer(),
                like.placedOn(),
                like.placedAt(),
                like.removedAt(),
                like.outcome(),
                like.diary(),
                like.device(),
                like.papers(),
                like.opioids(),
                like.choice(),
                like.daysToDecision(),
                answers);
    }

    private static Standing taking(Trait trait, Standing of, Standing from) {
        boolean state = trait == Trait.STATE;
        boolean decision = state || trait == Trait.DECISION;
        return new Standing(
                of.trial(),
                of.clinic(),
                of.subject(),
                (trait == Trait.THERAPY ? from : of).therapy(),
                (trait == Trait.WAVEFORM ? from : of).waveform(),
                (trait == Trait.INDICATION ? from : of).indication(),
                (trait == Trait.PAYER ? from : of).payer(),
                (state ? from : of).placedOn(),
                (state ? from : of).placedAt(),
                (state ? from : of).removedAt(),
                (trait == Trait.OUTCOME ? from : of).outcome(),
                (trait == Trait.DIARY ? from : of).diary(),
                (trait == Trait.DEVICE ? from : of).device(),
                (state || trait == Trait.PAPERS ? from : of).papers(),
                (trait == Trait.OPIOIDS ? from : of).opioids(),
                (decision || trait == Trait.CHOICE ? from : of).choice(),
                (decision || trait == Trait.DAYS ? from : of).daysToDecision(),
                answers(trait, of.answers(), from.answers()));
    }

    private static List<PayerAnswer> answers(Trait trait, List<PayerAnswer> of, List<PayerAnswer> from) {
        boolean some = trait == Trait.REASON || trait == Trait.DISPUTED || trait == Trait.TURNAROUND;
        if (!some) {
            return trait == Trait.ANSWERS ? from : of;
        }
        PayerAnswer own = of.getFirst();
        PayerAnswer other = from.getFirst();
        List<PayerAnswer> answers = new ArrayList<>(of);
        answers.set(
                0,
                new PayerAnswer(
                        own.id(),
                        own.result(),
                        (trait == Trait.REASON ? other : own).reason(),
                        (trait == Trait.DISPUTED ? other : own).disputed(),
                        (trait == Trait.TURNAROUND ? other : own).expedited(),
                        (trait == Trait.TURNAROUND ? other : own).inTime()));
        return answers;
    }
}
