package io.dorsal.standalone.command;

import picocli.CommandLine.Command;

/** {@code ./dorsal device}: stimulators and their credentials. */
@Command(
        name = "device",
        description = "Stimulators and their credentials.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = DeviceAddCommand.class)
public final class DeviceCommand {}
