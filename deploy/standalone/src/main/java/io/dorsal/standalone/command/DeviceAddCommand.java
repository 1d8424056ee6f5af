package io.dorsal.standalone.command;

import io.dorsal.model.DeviceId;
import io.dorsal.model.Malformed;
import io.dorsal.standalone.Refusal;
import io.dorsal.standalone.supervisor.Ports;
import io.dorsal.standalone.supervisor.RunRecord;
import io.dorsal.standalone.supervisor.StackFolder;
import io.dorsal.standalone.supervisor.Supervisor;
import io.dorsal.standalone.tls.LocalAuthority;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./dorsal device add ID}: registers a stimulator and shows its secret, once; or issues a certificate. */
@Command(name = "add", description = "Registers a stimulator, prints its credentials.", mixinStandardHelpOptions = true)
public final class DeviceAddCommand implements Callable<Integer> {
    @Mixin
    private DataFolderOption data = new DataFolderOption();

    @Parameters(paramLabel = "ID", description = "The device id, which is also its MQTT client id.")
    private @Nullable String id;

    @Option(names = "--cert", description = "Issues a client certificate too.")
    private boolean certificate;

    @Option(names = "--rotate", description = "Gives a known device a new secret; the old one ends.")
    private boolean rotate;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DeviceId device = checked(String.valueOf(id));
        StackFolder folder = data.open();
        URI frontDoor = frontDoor(folder);
        Ports ports = Ports.withFrontDoorAt(frontDoor.getPort());
        Optional<String> secret = new DeviceRegistration(frontDoor).register(device, rotate);
        System.out.println("device      " + device);
        System.out.println("client id   " + device);
        System.out.println("user name   " + device);
        System.out.println(
                "secret      " + secret.orElse("(known since this device was registered; a new one: --rotate)"));
        secret.ifPresent(shown -> System.out.println("try it      mosquitto_pub -h localhost -p " + ports.mqtt()
                + " -i " + device + " -u " + device + " -P " + shown + " " + publication(device)));
        if (certificate) {
            issueCertificate(folder, device, ports);
        }
        return 0;
    }

    private static void issueCertificate(StackFolder folder, DeviceId device, Ports ports) throws IOException {
        Instant now = Instant.now();
        LocalAuthority.DeviceFiles files =
                LocalAuthority.open(folder.tls(), now).issueForDevice(device.value(), now);
        System.out.println("certificate " + files.certificate());
        System.out.println("key         " + files.key());
        System.out.println("authority   " + files.authority());
        System.out.println("try it      mosquitto_pub -h localhost -p " + ports.mqttTls() + " --cafile "
                + files.authority() + " --cert " + files.certificate() + " --key " + files.key() + " -i " + device + " "
                + publication(device));
    }

    private static String publication(DeviceId device) {
        return "-q 1 -d -t dorsal/v1/devices/" + device
                + "/events -m '{\"type\":\"battery.measured\",\"boot\":0,\"seq\":0," + "\"at\":\"" + Instant.now()
                + "\",\"percent\":80}'";
    }

    private static DeviceId checked(String id) {
        try {
            return new DeviceId(id);
        } catch (Malformed e) {
            throw new Refusal(e.getMessage() + ", got '" + id + "'");
        }
    }

    private static URI frontDoor(StackFolder folder) throws IOException {
        return RunRecord.load(folder, Supervisor.NAME)
                .filter(record -> record.process().find().isPresent())
                .map(record -> URI.create(record.address()))
                .orElseThrow(() -> new Refusal("nothing runs in " + folder.root()
                        + "; start it (./dorsal up), or name the folder of the stack that runs with --data DIR"));
    }
}
