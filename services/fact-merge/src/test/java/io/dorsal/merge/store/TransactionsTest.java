package io.dorsal.merge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionsTest {
    /** What was done with the connection, in order. */
    private final List<String> done = new ArrayList<>();

    private boolean rollbackFails;
    private final Transactions transactions = new Transactions(dataSource());

    @Test
    void whatReturnsIsCommitted() {
        assertThat(transactions.<String>write(connection -> "stored")).isEqualTo("stored");
        assertThat(done).contains("commit").doesNotContain("rollback").endsWith("close");
    }

    @Test
    void anErrorRollsBackBeforeThePoolCouldCommit() {
        assertThatThrownBy(() -> transactions.write(connection -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(done).doesNotContain("commit").endsWith("rollback", "close");
    }

    @Test
    void aConnectionThatCannotRollBackIsCut() {
        rollbackFails = true;
        assertThatThrownBy(() -> transactions.write(connection -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(done).doesNotContain("commit").endsWith("rollback", "abort", "close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"21000", "22021", "23514", "54000"})
    void theseStatesAreAboutTheData(String state) {
        assertThatThrownBy(() -> failWith(state)).isInstanceOf(Unstorable.class).hasMessageContaining(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40P01", "42P01", "42501", "53100", "57P01", "58030", "XX000"})
    void theseStatesAreNotAndNoRecordIsSetAsideForThem(String state) {
        assertThatThrownBy(() -> failWith(state))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining(state);
    }

    @Test
    void whatIsStoredAndNoLongerParsesIsNobodysMalformedRequest() {
        assertThatThrownBy(() -> transactions.read(connection -> {
                    throw new Malformed(Reason.WRONG_TYPE, "clinic", "an id");
                }))
                .isInstanceOf(Unreadable.class);
        assertThat(done).endsWith("rollback", "close");
    }

    private void failWith(String state) {
        transactions.write(connection -> {
            throw new SQLException("quotes a patient", state);
        });
    }

    private DataSource dataSource() {
        Connection connection = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    done.add(method.getName());
                    if (rollbackFails && method.getName().equals("rollback")) {
                        throw new SQLException("gone", "08006");
                    }
                    return null;
                });
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connection);
    }
}
