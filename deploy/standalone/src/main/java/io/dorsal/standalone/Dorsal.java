package io.dorsal.standalone;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line behind {@code ./dorsal}: hands each word to the command of that name. */
@Command(
        name = "dorsal",
        description = "Runs Dorsal on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {})
public final class Dorsal {
    /** Exit status for a wrong word, as the shell's own commands use it. */
    private static final int WRONG_WORD = 2;

    private Dorsal() {}

    public static void main(String[] arguments) {
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
        err.println("dorsal: " + wrong.getMessage());
        if (command.getParent() == null) {
            err.println("expected one of: "
                    + String.join(", ", command.getSubcommands().keySet()) + ", test");
        } else {
            command.usage(err);
        }
        return WRONG_WORD;
    }

    private static int explainFailure(Exception failure, CommandLine command, CommandLine.ParseResult result)
            throws Exception {
        if (failure instanceof Refusal) {
            command.getErr().println("dorsal: " + failure.getMessage());
            return 1;
        }
        throw failure;
    }
}
