package io.dorsal.standalone.frontdoor;

import io.dorsal.standalone.supervisor.Ports;

/** A service behind the front door. */
enum Backend {
    DEVICE_INGEST("device-ingest") {
        @Override
        int port(Ports ports) {
            return ports.deviceIngest();
        }
    },
    TRIAL_REGISTRY("trial-registry") {
        @Override
        int port(Ports ports) {
            return ports.trialRegistry();
        }
    },
    RESPONDER_SERVICE("responder-service") {
        @Override
        int port(Ports ports) {
            return ports.responderService();
        }
    },
    OPIOID_SERVICE("opioid-service") {
        @Override
        int port(Ports ports) {
            return ports.opioidService();
        }
    },
    COVERAGE_SERVICE("coverage-service") {
        @Override
        int port(Ports ports) {
            return ports.coverageService();
        }
    },
    DASHBOARD("dashboard") {
        @Override
        int port(Ports ports) {
            return ports.dashboard();
        }
    };

    /** As people, metrics and logs call it. */
    final String label;

    Backend(String label) {
        this.label = label;
    }

    abstract int port(Ports ports);
}
