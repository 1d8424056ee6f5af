"""What the cases talk with: Python's own HTTP client, sockets and JSON, and nothing of Dorsal's."""

import http.client
import itertools
import json
import socket
import struct
import time

RUN = "c" + format(int(time.time() * 1000), "x")
CASES = []


class Failed(AssertionError):
    """What was seen is not what is right."""


def case(fault, title, slow=False):
    """Registers a function as the case of a fault, such as "device F1". A slow one runs beside the others."""

    def register(function):
        CASES.append((fault, title, function, slow))
        return function

    return register


def check(condition, *seen):
    if not condition:
        raise Failed(" ".join(str(each) for each in seen)[:800])


def equal(seen, right, what=""):
    check(seen == right, what, "expected", repr(right), "and saw", repr(seen))


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    def json(self):
        return json.loads(self.body)

    def header(self, name):
        return self.headers.get(name)

    def __repr__(self):
        return "%s %s" % (self.status, self.body[:400])


def utc(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


class Stack:
    """One running stack: where its front door and its MQTT listener are."""

    def __init__(self, host, port, mqtt):
        self.host = host
        self.port = port
        self.mqtt = mqtt
        self.ids = itertools.count(1)

    def id(self, prefix):
        """An id that no other case and no earlier run uses."""
        return "%s-%s-%d" % (prefix, RUN, next(self.ids))

    # --- HTTP

    def http(self, method, path, body=None, headers=None, timeout=30):
        headers = dict(headers or {})
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
        if isinstance(body, str):
            body = body.encode("utf-8")
        if body is not None and "Content-Type" not in headers:
            headers["Content-Type"] = "application/json"
        if headers.get("Content-Type", "") is None:
            del headers["Content-Type"]
        connection = http.client.HTTPConnection(self.host, self.port, timeout=timeout)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def good(self, method, path, body=None, headers=None):
        answer = self.http(method, path, body, headers)
        check(200 <= answer.status < 300, method, path, answer)
        return answer

    def get(self, path):
        return self.good("GET", path).json()

    def refused(self, answer, status=None):
        """A 4xx with a reason and, as problem or OperationOutcome, what was expected."""
        check(400 <= answer.status < 500, "expected a refusal and saw", answer)
        if status:
            equal(answer.status, status, "status of %s" % answer)
        told = answer.json()
        check(told.get("reason") or told.get("resourceType") == "OperationOutcome", "no reason in", answer)
        return told

    def raw(self, data, timeout=10):
        """What comes back for these bytes, until the server closes or is silent."""
        with socket.create_connection((self.host, self.port), timeout=timeout) as connection:
            connection.sendall(data)
            return read_until_quiet(connection, timeout)

    # --- what the cases are about

    def trial(self, **changes):
        """Registers a trial in New York, lead in on 2 March 2026 and out on 9 March; returns its id."""
        trial = changes.pop("id", None) or self.id("T")
        document = {
            "clinic": "cases",
            "subject": "S-1",
            "therapy": "SCS",
            "indication": "M96.1",
            "timezone": "America/New_York",
            "payer": "medicare",
            "policy": "mac-scs-ngs",
            "leadPlacedAt": "2026-03-02T15:30:00Z",
            "leadRemovedAt": "2026-03-09T15:00:00Z",
        }
        document.update(changes)
        self.good("PUT", "/api/trials/" + trial, document)
        return trial

    def report(self, trial, *reports):
        """Each must be accepted."""
        answers = self.good("POST", "/api/trials/%s/reports" % trial, list(reports)).json()
        items = answers
        for item in items:
            check(item["result"] in ("ACCEPTED", "DUPLICATE"), "report", item)
        return items

    def diary(self, trial):
        """Seven baseline days of 8 and six trial days of 4."""
        days = [("2026-02-%02d" % day, 8) for day in range(23, 29)] + [("2026-03-01", 8)]
        days += [("2026-03-%02d" % day, 4) for day in range(3, 9)]
        self.report(trial, *[pain("p-" + day, day + "T20:00:00-05:00", score) for day, score in days])

    def outcome(self, trial, until, what="responders", timeout=90):
        """The outcome, once it is as wanted."""
        return wait("the outcome of %s" % trial, lambda: self.now(what, trial), until, timeout)

    def now(self, what, trial):
        answer = self.http("GET", "/api/%s/%s" % (what, trial))
        return answer.json() if answer.status == 200 else None

    def settled(self, trial, what="responders", version=None):
        """The outcome of all that was sent before, told by a fact sent last."""
        marker = self.id("m")
        self.report(trial, {"report": marker, "revision": 1, "kind": "PERCEIVED_RELIEF", "at": "2026-03-09T14:00:00Z", "percent": 50})
        digest = {}

        def same():
            facts = self.http("GET", "/api/responders/%s/facts" % trial)
            return facts.status == 200 and marker in facts.body.decode("utf-8")

        wait("the facts of " + trial, same, bool)
        return self.outcome(trial, lambda outcome: outcome is not None, what)

    def device(self, version=5):
        device = self.id("D")
        secret = self.good("PUT", "/api/devices/" + device).json()["secret"]
        return Device(self, device, secret, version)

    def metric(self, name, **labels):
        """The sum of a counter over the series that have these labels."""
        total = 0.0
        for line in self.http("GET", "/q/metrics", headers={"Accept": "text/plain"}).body.decode("utf-8").splitlines():
            if line.startswith(name) and all('%s="%s"' % pair in line for pair in labels.items()):
                total += float(line.rsplit(" ", 1)[1])
        return total


def wait(what, ask, until, timeout=90):
    end = time.time() + timeout
    seen = None
    while time.time() < end:
        seen = ask()
        if seen is not None and until(seen):
            return seen
        time.sleep(0.25)
    raise Failed("waited %s s for %s; saw last %s" % (timeout, what, json.dumps(seen)[:600]))


def pain(report, at, score, **more):
    return {"report": report, "revision": 1, "kind": "PAIN", "at": at, "scale": "NRS", "construct": "AVERAGE", "score": score, **more}


def day(outcome, date):
    found = [each for each in outcome["days"] if each["date"] == date]
    return found[0] if found else None


def read_until_quiet(connection, timeout, quiet=1.0):
    received = b""
    connection.settimeout(timeout)
    try:
        while True:
            part = connection.recv(65536)
            if not part:
                break
            received += part
            connection.settimeout(quiet)
    except (TimeoutError, ConnectionResetError):
        pass
    return received


# --- MQTT, byte by byte


def text(value):
    encoded = value.encode("utf-8")
    return struct.pack(">H", len(encoded)) + encoded


def packet(first, body):
    length, remaining = b"", len(body)
    while True:
        digit, remaining = remaining % 128, remaining // 128
        length += bytes([digit | (128 if remaining else 0)])
        if not remaining:
            return bytes([first]) + length + body


class Device:
    """A registered stimulator with a client of its own."""

    def __init__(self, stack, device, secret, version):
        self.stack = stack
        self.id = device
        self.secret = secret
        self.version = version
        self.topic = "dorsal/v1/devices/%s/events" % device
        self.connection = None
        self.packet_id = 0

    def connect_packet(self):
        properties = b"\0" if self.version == 5 else b""
        body = text("MQTT") + bytes([self.version, 0xC2]) + struct.pack(">H", 60) + properties
        return packet(0x10, body + text(self.id) + text(self.id) + text(self.secret))

    def publish_packet(self, payload, packet_id=None, topic=None, properties=b"\0"):
        if packet_id is None:
            self.packet_id += 1
            packet_id = self.packet_id
        if self.version != 5:
            properties = b""
        return packet(0x32, text(self.topic if topic is None else topic) + struct.pack(">H", packet_id) + properties + payload)

    def open(self):
        return socket.create_connection((self.stack.host, self.stack.mqtt), timeout=20)

    def connect(self):
        """Registrations travel through Kafka, so that a new device may be refused at first."""
        end = time.time() + 60
        while True:
            connection = self.open()
            connection.sendall(self.connect_packet())
            answer = receive(connection)
            if answer and answer[0] == 0x20 and answer[1][1] == 0:
                self.connection = connection
                return connection
            connection.close()
            if time.time() > end:
                raise Failed("%s could not connect: %r" % (self.id, answer))
            time.sleep(0.3)

    def send(self, *events):
        """Publishes with QoS 1 and returns the reason code of the PUBACK (0 in MQTT 3.1.1)."""
        return self.send_text("[" + ",".join(event if isinstance(event, str) else json.dumps(event) for event in events) + "]")

    def send_text(self, payload):
        if self.connection is None:
            self.connect()
        payload = payload if isinstance(payload, bytes) else payload.encode("utf-8")
        self.connection.sendall(self.publish_packet(payload))
        answer = receive(self.connection)
        check(answer is not None and answer[0] == 0x40, "expected PUBACK and saw", answer)
        return answer[1][2] if len(answer[1]) > 2 else 0

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None


def receive(connection):
    """One MQTT packet as (first byte, body), or None when the server closed."""
    try:
        head = exactly(connection, 1)
        length, shift = 0, 0
        while True:
            digit = exactly(connection, 1)[0]
            length |= (digit & 127) << shift
            shift += 7
            if digit < 128:
                return head[0], exactly(connection, length)
    except (ConnectionError, TimeoutError, EOFError):
        return None


def exactly(connection, size):
    received = b""
    while len(received) < size:
        part = connection.recv(size - len(received))
        if not part:
            raise EOFError
        received += part
    return received


# --- FHIR


def observation(trial, resource_id, score=4, **more):
    resource = {
        "resourceType": "Observation",
        "id": resource_id,
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": "72514-3"}]},
        "subject": {"identifier": {"system": "urn:dorsal:trial", "value": trial}},
        "effectiveDateTime": "2026-03-04T20:00:00-05:00",
        "valueQuantity": {"value": score},
    }
    resource.update(more)
    return resource


def order(trial, resource_id, quantity, version="1", drug="1049683", **timing):
    repeat = {"frequency": 1, "period": 1, "periodUnit": "d"}
    repeat.update(timing)
    return {
        "resourceType": "MedicationRequest",
        "id": resource_id,
        "meta": {"versionId": version},
        "status": "active",
        "intent": "order",
        "medicationCodeableConcept": {"coding": [{"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": drug}]},
        "subject": {"identifier": {"system": "urn:dorsal:trial", "value": trial}},
        "authoredOn": "2026-02-01",
        "dosageInstruction": [
            {
                "timing": {"repeat": dict({"boundsPeriod": {"start": "2026-02-01"}}, **repeat)},
                "doseAndRate": [
                    {"doseQuantity": {"value": quantity, "unit": "tablet", "system": "http://unitsofmeasure.org", "code": "{tab}"}}
                ],
            }
        ],
    }


def bundle(kind, *resources):
    return {
        "resourceType": "Bundle",
        "type": kind,
        "entry": [
            {"resource": each, "request": {"method": "POST", "url": each.get("resourceType", "Observation") if isinstance(each, dict) else "Observation"}}
            for each in resources
        ],
    }
