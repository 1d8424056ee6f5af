package io.dorsal.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.ReportId;
import io.dorsal.model.TrialId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.registry.core.Page;
import io.dorsal.registry.core.ReportAnswer;
import io.dorsal.registry.core.Reports;
import io.dorsal.registry.core.Submission;
import io.micrometer.core.instrument.Metrics;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /api/trials/{trial}/reports}: what patients and clinics report, revision by revision. */
@Path("/api/trials/{trial}/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {
    private static final int ITEMS_MAX = 1_000;
    private static final int ECHOED_LENGTH_MAX = 64;

    private final Reports reports;
    private final InstantSource clock;

    ReportResource(Reports reports, InstantSource clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public byte[] post(@PathParam("trial") String trial, InputStream body) throws IOException {
        TrialId id = new TrialId(trial);
        JsonNode items = Body.read(body);
        if (!items.isArray()) {
            throw new Malformed(Reason.WRONG_TYPE, "", "an array of reports; put a single report into brackets: [{…}]");
        }
        if (items.size() > ITEMS_MAX) {
            throw new Malformed(Reason.TOO_MANY_ITEMS, "", "at most %d reports".formatted(ITEMS_MAX));
        }
        Instant recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Submission> submissions = new ArrayList<>(items.size());
        items.forEach(item -> submissions.add(submission(id, recordedAt, item)));
        List<ReportAnswer> answers = reports.record(id, submissions);
        answers.forEach(ReportResource::count);
        return Answers.reports(answers);
    }

    @GET
    public byte[] current(
            @PathParam("trial") String trial,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Page<PatientReport> page = reports.current(
                new TrialId(trial),
                kind == null ? null : Words.oneOf("kind", kind, ReportKind.class),
                Paging.after(cursor, ReportId::new),
                Paging.limit(limit));
        return Answers.page(page, Answers::report, PatientReport::report);
    }

    @GET
    @Path("{report}")
    public byte[] revisions(
            @PathParam("trial") String trial,
            @PathParam("report") String report,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        long after = Objects.requireNonNullElse(Paging.after(cursor, Long::valueOf), 0L);
        Page<PatientReport> page =
                reports.revisions(new TrialId(trial), new ReportId(report), after, Paging.limit(limit));
        if (after == 0 && page.items().isEmpty()) {
            throw new Malformed(Reason.NOT_FOUND, "report", "the id of a report of this trial");
        }
        return Answers.page(page, Answers::report, PatientReport::revision);
    }

    static void count(ReportAnswer answer) {
        Malformed why = answer.why();
        Metrics.counter(
                        "dorsal.registry.reports",
                        "result",
                        answer.result().name(),
                        "reason",
                        why == null ? "" : why.reason().word())
                .increment();
    }

    private static Submission submission(TrialId trial, Instant recordedAt, JsonNode item) {
        try {
            return Submission.Stated.of(ReportCodec.parse(trial, recordedAt, null, item));
        } catch (Malformed e) {
            return new Submission.Unreadable(echoedReport(item), echoedRevision(item), e);
        }
    }

    private static @Nullable String echoedReport(JsonNode item) {
        String report = item.path("report").textValue();
        return report == null || report.length() > ECHOED_LENGTH_MAX ? null : report;
    }

    private static @Nullable Long echoedRevision(JsonNode item) {
        JsonNode revision = item.path("revision");
        return revision.isIntegralNumber() && revision.canConvertToLong() ? revision.longValue() : null;
    }
}
