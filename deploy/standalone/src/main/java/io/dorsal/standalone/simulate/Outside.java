package io.dorsal.standalone.simulate;

import io.dorsal.standalone.simulate.core.Tally;
import io.dorsal.standalone.simulate.http.Decisions;
import io.dorsal.standalone.simulate.http.FrontDoor;
import io.dorsal.standalone.simulate.http.Ledgers;
import io.dorsal.standalone.simulate.http.Registry;
import io.dorsal.standalone.simulate.mqtt.Broker;
import io.dorsal.standalone.simulate.retry.Patience;
import java.net.URI;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** The platform as simulated patients and stimulators see it, and what was sent there. */
record Outside(
        Registry registry,
        Decisions decisions,
        Ledgers ledgers,
        Broker broker,
        Patience patience,
        Tally tally,
        LongAdder reportsRefused) {

    static Outside at(URI frontDoor, int mqttPort, BooleanSupplier stop) {
        Patience patience = new Patience(stop);
        FrontDoor door = new FrontDoor(frontDoor, patience);
        Broker broker = new Broker(frontDoor.getHost(), mqttPort);
        return new Outside(
                new Registry(door),
                new Decisions(door, patience),
                new Ledgers(door),
                broker,
                patience,
                new Tally(),
                new LongAdder());
    }
}
