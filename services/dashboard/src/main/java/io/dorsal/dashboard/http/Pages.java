package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.Board;
import io.dorsal.dashboard.core.Freshness;
import io.dorsal.dashboard.core.Listed;
import io.dorsal.dashboard.core.Listing;
import io.dorsal.dashboard.core.Outcomes;
import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.page.TrialPage;
import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
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
    public TemplateInstance trial(@PathParam("trial") String id, @QueryParam("asOf") @Nullable String asOf) {
        Trial trial = find(id);
        try {
            Instant instant = asOf == null || asOf.isBlank() ? null : Times.parse(asOf, trial.timezone());
            return Templates.trial(page(trial, instant), notice(trial.timezone()));
        } catch (Malformed e) {
            TrialPage page = page(trial, null);
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

    private TrialPage page(Trial trial, @Nullable Instant asOf) {
        Instant now = clock.instant();
        return switch (outcomes.ask(trial.trial(), asOf)) {
            case Outcomes.Found found -> TrialPage.of(trial, found.outcome(), "", asOf, now);
            case Outcomes.Unknown unknown ->
                TrialPage.of(
                        trial,
                        board.published(trial.trial()),
                        "responder-service has no outcome of this trial yet.",
                        asOf,
                        now);
            case Outcomes.Unavailable unavailable -> fallback(trial, unavailable.because(), asOf, now);
        };
    }

    private TrialPage fallback(Trial trial, String because, @Nullable Instant asOf, Instant now) {
        ResponderOutcome published = board.published(trial.trial());
        String reason = "The outcome %s could not be had: %s."
                .formatted(asOf == null ? "as of now" : "as of the time you asked for", because);
        String instead = published == null
                ? " No published outcome is at hand either."
                : " Shown instead is the latest published one, as of %s."
                        .formatted(Times.minute(published.asOf(), trial.timezone()));
        return TrialPage.of(trial, published, reason + instead, asOf, now);
    }

    private Notice notice(ZoneId zone) {
        Freshness freshness = board.freshness();
        return Notice.of(freshness, Times.minute(clock.instant(), zone));
    }
}
