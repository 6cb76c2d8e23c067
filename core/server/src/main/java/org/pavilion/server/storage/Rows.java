package org.pavilion.server.storage;

import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;
import org.pavilion.api.Ref;

/**
 * One Jdbi with the house's conventions: instants are epoch milliseconds, booleans 0 or 1, references
 * {@code type:id}, and any record maps from columns named like its components in snake case.
 */
final class Rows {
    private static final int INSTANT = Types.BIGINT;

    private Rows() {}

    static Jdbi jdbi() {
        var jdbi = Jdbi.create(new Current());
        // Our transactions are SQL text; this handler lets an inner useTransaction join them.
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        // The default message quotes every argument, and arguments are people's words.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        jdbi.registerArgument(new InstantArgument());
        jdbi.registerArgument(new BooleanArgument());
        jdbi.registerArgument(new RefArgument());
        jdbi.registerColumnMapper(Instant.class, (row, column, context) -> {
            var millis = row.getLong(column);
            return row.wasNull() ? null : Instant.ofEpochMilli(millis);
        });
        jdbi.registerColumnMapper(Boolean.class, (row, column, context) -> {
            var value = row.getInt(column);
            return row.wasNull() ? null : value != 0;
        });
        jdbi.registerColumnMapper(boolean.class, (row, column, context) -> row.getInt(column) != 0);
        jdbi.registerColumnMapper(Ref.class, (row, column, context) -> {
            var text = row.getString(column);
            return text == null ? null : Ref.of(text);
        });
        jdbi.registerRowMapper(new Records());
        return jdbi;
    }

    /** Hands Jdbi the connection of the read or write that runs on this thread; the engine owns its life. */
    private static final class Current implements ConnectionFactory {
        @Override
        public java.sql.Connection openConnection() {
            return Running.here().connection();
        }

        @Override
        public void closeConnection(java.sql.Connection connection) {
            // The engine's: it goes back to its pool after the commit.
        }
    }

    private static final class Records implements RowMapperFactory {
        @Override
        public Optional<RowMapper<?>> build(java.lang.reflect.Type type, ConfigRegistry config) {
            var erased = GenericTypes.getErasedType(type);
            return erased.isRecord() && erased != Ref.class
                    ? ConstructorMapper.factory(erased).build(type, config)
                    : Optional.empty();
        }
    }

    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
        InstantArgument() {
            super(INSTANT);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, value.toEpochMilli());
        }
    }

    private static final class BooleanArgument extends AbstractArgumentFactory<Boolean> {
        BooleanArgument() {
            super(Types.INTEGER);
        }

        @Override
        protected Argument build(Boolean value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setInt(position, value ? 1 : 0);
        }
    }

    private static final class RefArgument extends AbstractArgumentFactory<Ref> {
        RefArgument() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(Ref value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, value.toString());
        }
    }
}
