package io.dorsal.coverage.store;

import io.dorsal.fhir.served.Part;
import io.dorsal.merge.store.Columns;
import io.dorsal.merge.store.Rows;
import io.dorsal.merge.store.Transactions;
import io.dorsal.model.TrialId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Issued packets: written once, never changed, which the database itself holds us to. */
@ApplicationScoped
public class PacketTable {
    private static final String SUMMARY = """
            select packet.*, released_at
            from (select id, trial, number, clinic, payer, policy, version, result, as_of, issued_at, amends, why,
                    manifest_sha256, fact_digest, all_facts_digest, key, file_sha256, octet_length(file) as file_bytes
                from packet where %s) as packet
            left join packet_release as release on release.packet = packet.id""";

    private final Transactions transactions;

    public PacketTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A packet without its bytes.
     *
     * @param factDigest of the enclosed facts
     * @param allFactsDigest of all facts of the trial when it was issued
     * @param releasedAt null until it is handed to the payer
     */
    public record Row(
            String id,
            TrialId trial,
            long number,
            String clinic,
            String payer,
            String policy,
            String version,
            String result,
            Instant asOf,
            Instant issuedAt,
            @Nullable String amends,
            @Nullable String why,
            String manifestSha256,
            String factDigest,
            String allFactsDigest,
            String key,
            String fileSha256,
            long fileBytes,
            @Nullable Instant releasedAt) {}

    /** A file and its digest. */
    public static final class File {
        private final String sha256;
        private final byte[] bytes;

        File(String sha256, byte[] bytes) {
            this.sha256 = sha256;
            this.bytes = bytes;
        }

        public String sha256() {
            return sha256;
        }

        public byte[] bytes() {
            return bytes;
        }
    }

    /** False when another packet of that number, or another amendment of the same packet, came first. */
    public boolean insert(Row row, byte[] file) {
        return transactions.write(connection -> Columns.of(List.of(row))
                        .text(Row::id)
                        .text(each -> each.trial().value())
                        .bigint(Row::number)
                        .text(Row::clinic)
                        .text(Row::payer)
                        .text(Row::policy)
                        .text(Row::version)
                        .text(Row::result)
                        .instant(Row::asOf)
                        .instant(Row::issuedAt)
                        .text(Row::amends)
                        .text(Row::why)
                        .text(Row::manifestSha256)
                        .text(Row::factDigest)
                        .text(Row::allFactsDigest)
                        .text(Row::key)
                        .text(Row::fileSha256)
                        .bytes(each -> file)
                        .update(connection, """
                                insert into packet (id, trial, number, clinic, payer, policy, version, result, as_of,
                                    issued_at, amends, why, manifest_sha256, fact_digest, all_facts_digest, key,
                                    file_sha256, file)
                                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing""")
                == 1);
    }

    /** Of one trial, the newest first. */
    public List<Row> of(TrialId trial) {
        return transactions.read(connection ->
                rows(connection, SUMMARY.formatted("trial = ?") + " order by number desc", trial.value()));
    }

    public Optional<Row> find(String id) {
        return transactions.read(connection -> rows(connection, SUMMARY.formatted("id = ?"), id)).stream()
                .findFirst();
    }

    public Optional<File> file(String id) {
        return transactions
                .read(connection -> Columns.of(List.of(id))
                        .text(each -> each)
                        .query(
                                connection,
                                "select file_sha256, file from packet where id = any(?)",
                                row -> new File(row.getString("file_sha256"), row.getBytes("file"))))
                .stream()
                .findFirst();
    }

    /** Hands it to its payer, with the resources that are served of it; the first time counts. */
    public void release(Row row, Instant at, List<Part> parts) {
        transactions.write(connection -> {
            int released = Columns.of(List.of(row))
                    .text(Row::id)
                    .text(Row::payer)
                    .instant(each -> at)
                    .update(connection, """
                            insert into packet_release (packet, payer, released_at)
                            select * from unnest(?, ?, ?) on conflict do nothing""");
            if (released == 1) {
                FhirTable.insert(connection, row.id(), row.trial().value(), parts);
            }
            return released;
        });
    }

    private static List<Row> rows(Connection connection, String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            return Rows.read(statement, PacketTable::row);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                new TrialId(row.getString("trial")),
                row.getLong("number"),
                row.getString("clinic"),
                row.getString("payer"),
                row.getString("policy"),
                row.getString("version"),
                row.getString("result"),
                Rows.instant(row, "as_of"),
                Rows.instant(row, "issued_at"),
                row.getString("amends"),
                row.getString("why"),
                row.getString("manifest_sha256"),
                row.getString("fact_digest"),
                row.getString("all_facts_digest"),
                row.getString("key"),
                row.getString("file_sha256"),
                row.getLong("file_bytes"),
                row.getObject("released_at") == null ? null : Rows.instant(row, "released_at"));
    }
}
