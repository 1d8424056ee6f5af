package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.Board;
import io.dorsal.dashboard.core.Freshness;
import io.dorsal.dashboard.core.Listed;
import io.dorsal.dashboard.core.Listing;
import io.dorsal.dashboard.core.Outcomes;
import io.dorsal.dashboard.core.Outcomes.Answers;
import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.coverage.Determinations;
import io.dorsal.dashboard.core.page.Sourced.Source;
import io.dorsal.dashboard.core.page.TrialPage;
import io.dorsal.dashboard.core.page.TrialPage.Asked;
import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.trial.Trial;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pages, rendered on the server; complete without scripts. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class Pages {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Board board;
    private final Outcomes outcomes;
    private final int rowsPerPage;
    private final Clock clock = Clock.systemUTC();

    /** The templates, checked when the module is built. */
    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance list(ListPage page, Notice notice);

        static native TemplateInstance trial(TrialPage page, Notice notice);
    }

    public Pages(Board board, Outcomes outcomes, WebSettings settings) {
        this.board = board;
        this.outcomes = outcomes;
        this.rowsPerPage = settings.rowsPerPage();
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("clinic") @Nullable String clinic,
            @QueryParam("q") @Nullable String text,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("page") @Nullable String page) {
        Listing listing = Listing.of(
                board.trials(), ListPage.query(state, clinic, text, sort, page), clock.instant(), rowsPerPage);
        return Templates.list(ListPage.of(listing), notice(UTC));
    }

    @GET
    @Path("trials/{trial}")
    public TemplateInstance trial(
            @PathParam("trial") String id,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("policy") @Nullable String policy) {
        Trial trial = find(id);
        String picked = policy == null || policy.isBlank() ? null : Parameter.bounded(policy);
        Asked now = new Asked(null, picked);
        try {
            Instant instant = asOf == null || asOf.isBlank() ? null : Times.parse(asOf, trial.timezone());
            if (instant != null && instant.isAfter(clock.instant())) {
                return Templates.trial(page(trial, now), future(trial.timezone(), instant));
            }
            return Templates.trial(page(trial, new Asked(instant, picked)), notice(trial.timezone()));
        } catch (Malformed e) {
            TrialPage page = page(trial, now);
            return Templates.trial(
                    page,
                    notice(trial.timezone()).saying("The as-of time was not understood: expected " + e.expected()));
        }
    }

    private Trial find(String id) {
        try {
            Listed found = board.find(new TrialId(id));
            if (found != null) {
                return found.trial();
            }
        } catch (Malformed e) {
            throw new NotFoundException(e);
        }
        throw new NotFoundException();
    }

    private TrialPage page(Trial trial, Asked asked) {
        Answers answers = outcomes.ask(trial.trial(), asked.asOf());
        Source<ResponderOutcome> pain =
                source("responder-service", "The outcome", trial, asked, ResponderOutcome::asOf);
        Source<OpioidOutcome> opioids =
                source("opioid-service", "The opioid outcome", trial, asked, OpioidOutcome::asOf);
        Source<Determinations> coverage =
                source("coverage-service", "The determination", trial, asked, Determinations::asOf);
        return TrialPage.of(
                trial,
                new TrialPage.Outcomes(
                        pain.shown(answers.responder(), () -> board.published(trial.trial())),
                        opioids.shown(answers.opioids(), () -> board.publishedOpioids(trial.trial())),
                        coverage.shown(answers.coverage(), () -> published(trial, asked.policy()))),
                asked,
                clock.instant());
    }

    private static <T> Source<T> source(
            String service, String name, Trial trial, Asked asked, Function<T, Instant> dated) {
        return new Source<>(service, name, asked.asOf(), trial.timezone(), dated);
    }

    /** Only what the trial's own policy amounts to is published; one that it no longer names does not count. */
    private @Nullable Determinations published(Trial trial, @Nullable String picked) {
        String own = trial.coverage().policy();
        CoverageDetermination published = board.publishedCoverage(trial.trial());
        return published == null || !published.policy().equals(own) || (picked != null && !picked.equals(own))
                ? null
                : new Determinations(List.of(published), true);
    }

    private Notice future(ZoneId zone, Instant asked) {
        return notice(zone)
                .saying(("%s is still to come, and what will be known then cannot be told. "
                                + "Shown is how the trial stands now.")
                        .formatted(Times.minute(asked, zone)));
    }

    private Notice notice(ZoneId zone) {
        Freshness freshness = board.freshness();
        return Notice.of(freshness, Times.minute(clock.instant(), zone));
    }
}
