package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.dashboard.core.Answer.Found;
import io.dorsal.dashboard.core.Answer.Unavailable;
import io.dorsal.dashboard.core.Answer.Unknown;
import io.dorsal.dashboard.core.Board;
import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.worklist.Worklist;
import io.dorsal.dashboard.core.worklist.Worklist.Slice;
import io.dorsal.dashboard.core.worklist.WorklistPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /worklist}: what is missing, of whom, and until when. */
@Path("/worklist")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class WorklistPages {
    private static final int CURSOR_LENGTH_MAX = 1_024;

    private final Board board;
    private final Worklist worklist;
    private final int rowsPerPage;
    private final Clock clock = Clock.systemUTC();

    /** The template, checked when the module is built. */
    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance worklist(WorklistView view, Notice notice);
    }

    public WorklistPages(Board board, Worklist worklist, WebSettings settings) {
        this.board = board;
        this.worklist = worklist;
        this.rowsPerPage = settings.rowsPerPage();
    }

    @GET
    public TemplateInstance worklist(
            @QueryParam("clinic") @Nullable String clinic, @QueryParam("cursor") @Nullable String cursor) {
        String chosen = clinic == null ? "" : Parameter.bounded(clinic);
        String from = cursor == null || cursor.length() > CURSOR_LENGTH_MAX ? "" : cursor.strip();
        Instant now = clock.instant();
        Answer<Slice> answer = worklist.ask(chosen, from, rowsPerPage);
        return Templates.worklist(view(answer, chosen, from, now), notice(now));
    }

    private WorklistView view(Answer<Slice> answer, String clinic, String cursor, Instant now) {
        return switch (answer) {
            case Found<Slice> found ->
                new WorklistView(
                        WorklistPage.of(found.value(), board::find, now),
                        "",
                        clinics(),
                        clinic,
                        cursor,
                        found.value().next());
            case Unknown<Slice> unknown -> without("it does not know of a worklist", clinic, cursor);
            case Unavailable<Slice> unavailable -> without(unavailable.because(), clinic, cursor);
        };
    }

    private WorklistView without(String because, String clinic, String cursor) {
        return new WorklistView(null, because, clinics(), clinic, cursor, null);
    }

    private SortedSet<String> clinics() {
        return board.trials().stream()
                .map(listed -> listed.trial().clinic().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Notice notice(Instant now) {
        return Notice.of(board.freshness(), Times.minute(now, ZoneId.of("UTC")));
    }
}
