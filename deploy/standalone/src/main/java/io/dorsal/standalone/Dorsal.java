package io.dorsal.standalone;

import io.dorsal.standalone.bench.BenchCommand;
import io.dorsal.standalone.command.DeviceCommand;
import io.dorsal.standalone.command.DownCommand;
import io.dorsal.standalone.command.LogsCommand;
import io.dorsal.standalone.command.StatusCommand;
import io.dorsal.standalone.command.UpCommand;
import io.dorsal.standalone.simulate.SimulateCommand;
import io.dorsal.standalone.simulate.retry.Patience;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line behind {@code ./dorsal}: hands each word to the command of that name. */
@Command(
        name = "dorsal",
        description = "Runs Dorsal on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            DeviceCommand.class,
            SimulateCommand.class,
            BenchCommand.class
        })
public final class Dorsal {
    /** Exit status for a wrong word, as the shell's own commands use it. */
    private static final int WRONG_WORD = 2;

    /** Kafka's clients tell their whole configuration at INFO; a command's output is for its user. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private Dorsal() {}

    public static void main(String[] arguments) {
        KAFKA.setLevel(Level.WARNING);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Dorsal())
                .setParameterExceptionHandler(Dorsal::explainWrongWord)
                .setExecutionExceptionHandler(Dorsal::explainFailure);
    }

    private static int explainWrongWord(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        if (command.getParent() == null) {
            err.println("dorsal: there is no such command; expected one of: "
                    + String.join(", ", command.getSubcommands().keySet()) + ", verify, key, test");
        } else {
            err.println("dorsal: " + wrong.getMessage());
            command.usage(err);
        }
        return WRONG_WORD;
    }

    private static int explainFailure(Exception failure, CommandLine command, CommandLine.ParseResult result)
            throws Exception {
        String sentence = switch (failure) {
            case Refusal refusal -> String.valueOf(refusal.getMessage());
            case Patience.Hopeless hopeless -> String.valueOf(hopeless.getMessage());
            case UncheckedIOException unchecked -> String.valueOf(unchecked.getMessage());
            case IOException broken -> sentence(broken);
            default -> throw failure;
        };
        command.getErr().println("dorsal: " + sentence);
        return 1;
    }

    private static String sentence(IOException failure) {
        String kind = failure.getClass().getSimpleName();
        // Of a file, the message is its name alone; of a connection, there may be none.
        return failure.getMessage() == null ? kind : kind + ": " + failure.getMessage();
    }
}
