"""Stimulators: what they send, over MQTT, and what becomes of it."""

import json
import time

from support import case, check, day, equal, pain, receive, utc


def worn(stack, device, **changes):
    return stack.trial(devices=[{"device": device.id, "from": "2026-03-02T15:30:00Z", "to": None}], **changes)


def changed(seq, at, on, amplitude="1.2", boot=0):
    """As text, so that numbers reach the gateway digit by digit."""
    return (
        '{"type":"stimulation.changed","boot":%d,"seq":%d,"at":"%s","on":%s,"program":"A","cause":"patient",'
        '"settings":{"waveform":"tonic","amplitudeMilliamps":%s}}' % (boot, seq, at, "true" if on else "false", amplitude)
    )


def button(seq, at, score, boot=0, more=""):
    return '{"type":"pain.reported","boot":%d,"seq":%d,"at":"%s","scale":"NRS","construct":"AVERAGE","score":%s%s}' % (
        boot,
        seq,
        at,
        score,
        more,
    )


def ledger(outcome, device):
    found = [each for each in outcome["ledger"] if each["device"] == device.id]
    return found[0] if found else {"received": 0, "sent": 0}


@case("device F1", "a device that steps by 0.1 mA counts its ten hours")
def doubles(stack):
    device = stack.device()
    trial = worn(stack, device)
    amplitude, events = 1.1, []
    for seq in range(6):
        on = seq < 5
        events.append(changed(seq, "2026-03-04T%02d:00:00-05:00" % (8 + 2 * seq), on, repr(amplitude)))
        amplitude += 0.1
    check(any(len(event.split("Milliamps\":")[1]) > 18 for event in events), "expected 17 digits in the input")
    equal(device.send(*events), 0, "PUBACK")
    outcome = stack.outcome(trial, lambda seen: ledger(seen, device)["received"] == 6)
    equal(day(outcome, "2026-03-04")["on"], "PT10H")


@case("device F1", "every way a computer writes a number inside the bounds, and none outside")
def numbers(stack):
    device = stack.device()
    trial = worn(stack, device)
    inside = ["3.3000000000000003", "3.33333333333333333333333", "0.10000000149011612", "5.000000000000000", "0.0000000000000", "1e-13", "1E1"]
    outside = ["-1e-13", "10.00000000000001", "1e2"]
    events = [button(seq, "2026-03-04T%02d:00:00-05:00" % (seq + 1), score) for seq, score in enumerate(inside + outside)]
    equal(device.send(*events), 0, "PUBACK")
    outcome = stack.outcome(trial, lambda seen: ledger(seen, device)["received"] == len(inside))
    equal(day(outcome, "2026-03-04")["entries"], len(inside))
    trial = stack.trial()
    for number, right in [(each, "ACCEPTED") for each in inside] + [(each, "REJECTED") for each in outside]:
        body = json.dumps([pain(stack.id("p"), "2026-03-04T20:00:00-05:00", 0)]).replace('"score": 0', '"score": ' + number)
        answer = stack.good("POST", "/api/trials/%s/reports" % trial, body).json()
        item = answer[0]
        equal(item["result"], right, number)


@case("device F1b", "7.0, 70e-1 and 7 are the same whole number")
def whole(stack):
    device = stack.device()
    trial = worn(stack, device)
    events = [button(seq, "2026-03-04T1%d:00:00-05:00" % seq, 4) for seq in range(3)]
    equal(device.send(events[0].replace('"seq":0', '"seq":0.0'), events[1].replace('"seq":1', '"seq":1e0'), events[2]), 0, "PUBACK")
    stack.outcome(trial, lambda seen: ledger(seen, device)["received"] == 3)


@case("device F1c", "a long number, name, text or nesting where nobody asks is no broken JSON")
def unknown_fields(stack):
    device = stack.device()
    trial = worn(stack, device)
    extra = [
        ',"x":' + "1" * 60,
        ',"x":' + "[" * 120 + "]" * 120,
        ',"x":"' + "a" * 70000 + '"',
        ',"' + "n" * 1000 + '":1',
    ]
    equal(device.send(*[button(seq, "2026-03-04T1%d:00:00-05:00" % seq, 4, more=more) for seq, more in enumerate(extra)]), 0, "PUBACK")
    stack.outcome(trial, lambda seen: ledger(seen, device)["received"] == len(extra))
    wide = "\U0001f600" * 64
    equal(device.send('{"type":"stimulation.changed","boot":0,"seq":4,"at":"2026-03-04T20:00:00Z","on":true,"program":"%s","cause":"patient"}' % wide), 0)
    stack.outcome(trial, lambda seen: ledger(seen, device)["received"] == len(extra) + 1)


@case("device F2", "a backlog right behind CONNECT, while the old connection is still open, is acknowledged")
def backlog(stack):
    for version in (5, 4):
        device = stack.device(version)
        trial = worn(stack, device)
        old = device.connect()
        for round_ in range(6):
            device.connection = None
            event = button(round_, "2026-03-04T1%d:00:00-05:00" % round_, 4, more=',"x":"%s"' % ("y" * (300 * 7**round_)))
            connection = device.open()
            connection.sendall(device.connect_packet() + device.publish_packet(event.encode()))
            answer = receive(connection)
            check(answer and answer[0] == 0x20 and answer[1][1] == 0, "CONNACK", answer)
            answer = receive(connection)
            check(answer and answer[0] == 0x40, "PUBACK in round", round_, "version", version, answer)
            old.close()
            old = connection
        old.close()
        stack.outcome(trial, lambda seen: ledger(seen, device)["received"] == 6)


@case("device F3", "nothing stands behind the zone of a time, at every door")
def times(stack):
    device = stack.device()
    trial = worn(stack, device)
    wrong = ["Z+05:00", "Zgarbage", "ZZ", "Z[America/New_York]", "Z/2026-11-24T00:00:00Z", "Z" + "x" * 200, " Z", ""]
    events = [button(seq, "2026-03-04T20:00:00" + tail, 4) for seq, tail in enumerate(wrong)]
    events.append(button(len(wrong), "2026-03-04 20:00:00Z", 4))
    events.append(button(len(wrong) + 1, "2026-03-05T20:00:00-05:00", 4))
    equal(device.send(*events), 0, "PUBACK")
    outcome = stack.outcome(trial, lambda seen: ledger(seen, device)["received"] >= 1)
    equal(ledger(outcome, device)["received"], 1)
    for tail in wrong:
        body = [pain(stack.id("p"), "2026-03-04T20:00:00" + tail, 4)]
        answer = stack.good("POST", "/api/trials/%s/reports" % trial, body).json()
        item = answer[0]
        equal((item["result"], item["reason"]), ("REJECTED", "wrong-type"), tail)
        answer = stack.http("PUT", "/api/trials/" + stack.id("T"), {"clinic": "c", "subject": "s", "therapy": "SCS", "timezone": "UTC", "leadPlacedAt": "2026-03-04T20:00:00" + tail})
        equal(stack.refused(answer, 400)["reason"], "wrong-type", tail)


@case("device F3b", "the forms of RFC 3339 are taken")
def rfc3339(stack):
    device = stack.device()
    trial = worn(stack, device)
    right = ["T20:00:00-00:00", "T20:00:00.000000000000Z", "t20:00:00z", "T20:00:00.5+05:30"]
    equal(device.send(*[button(seq, "2026-03-04" + tail, 4) for seq, tail in enumerate(right)]), 0, "PUBACK")
    stack.outcome(trial, lambda seen: ledger(seen, device)["received"] == len(right))


def clock(outcome, device):
    return [each for each in outcome["clock"] if each["device"] == device.id][0]


@case("device F4", "no correction of a clock moves a fact past its own receipt", slow=True)
def clocks(stack):
    device = stack.device()
    began = time.time()
    trial = stack.trial(
        leadPlacedAt=utc(began - 3 * 86400),
        leadRemovedAt=None,
        plannedRemovalAt=utc(began + 3 * 86400),
        timezone="UTC",
        devices=[{"device": device.id, "from": utc(began - 3 * 86400), "to": None}],
    )
    equal(device.send(button(0, utc(time.time()), 4)), 0)
    for seq in range(1, 4):
        equal(device.send(button(seq, utc(time.time() - 7200), 5)), 0)
        if seq < 3:
            time.sleep(61)
    outcome = stack.outcome(trial, lambda seen: ledger(seen, device)["received"] == 4)
    offset = clock(outcome, device)["offset"]
    check(offset is None or "H" not in offset, "a clock that was right at", utc(began), "is not two hours off:", clock(outcome, device))
    equal(sum(each["entries"] for each in outcome["days"]), 4, "entries on the days up to now")


@case("device F5", "two facts under one number are counted, not passed over")
def reused_numbers(stack):
    device = stack.device()
    trial = worn(stack, device)
    first = [button(seq, "2026-03-03T1%d:00:00-05:00" % seq, 3) for seq in range(4)]
    second = [button(seq, "2026-03-06T1%d:00:00-05:00" % seq, 8) for seq in range(4)]
    equal(device.send(*first), 0)
    stack.outcome(trial, lambda seen: ledger(seen, device)["received"] == 4)
    equal(device.send(*first), 0, "the same again")
    equal(device.send(*second), 0)
    outcome = stack.outcome(trial, lambda seen: ledger(seen, device).get("conflicts", 0) not in (0, []))
    check("4" in json.dumps(ledger(outcome, device)["conflicts"]) or ledger(outcome, device)["conflicts"] == 4, ledger(outcome, device))


@case("device F6", "a usage log about the future counts up to its own time")
def future_log(stack):
    device = stack.device()
    trial = worn(stack, device)
    log = '{"type":"usage.recorded","boot":0,"seq":0,"at":"2026-03-04T10:00:00-05:00","from":"2026-03-04T09:00:00-05:00","to":"2026-03-07T09:00:00-05:00","on":true,"program":"A"}'
    equal(device.send(log, button(1, "2026-03-07T23:00:00-05:00", 4)), 0)
    outcome = stack.outcome(trial, lambda seen: ledger(seen, device)["received"] == 2)
    equal(day(outcome, "2026-03-04")["on"], "PT1H")
    equal(day(outcome, "2026-03-06")["on"], "PT0S")


@case("device F7", "a topic alias that was never offered ends the connection at once")
def alias(stack):
    device = stack.device()
    connection = device.connect()
    connection.sendall(device.publish_packet(button(0, "2026-03-04T10:00:00Z", 4).encode(), properties=b"\x03\x23\x00\x01"))
    answer = receive(connection)
    check(answer and answer[0] == 0xE0 and answer[1][0] == 0x94, "expected DISCONNECT 0x94 and saw", answer)


@case("device F8", "a packet whose fields exceed its length is malformed at once, and eats nothing")
def short_packets(stack):
    good = None
    for bytes_ in (bytes.fromhex("320501F4616263"), bytes.fromhex("3200"), bytes.fromhex("3000"), bytes.fromhex("6200"), bytes.fromhex("4000")):
        device = stack.device()
        connection = device.connect()
        good = device.publish_packet(button(0, "2026-03-04T10:00:00Z", 4).encode())
        began = time.time()
        connection.sendall(bytes_ + good)
        answer = receive(connection)
        check(answer and answer[0] == 0xE0 and answer[1][0] in (0x81, 0x82), bytes_.hex(), "expected DISCONNECT 0x81 and saw", answer)
        check(time.time() - began < 5, bytes_.hex(), "was answered late")


@case("device F9", "no packet of the server comes before its CONNACK")
def before_connack(stack):
    device = stack.device()
    device.connect()
    device.close()
    for _ in range(4):
        connections = [device.open() for _ in range(6)]
        for connection in connections:
            connection.sendall(device.connect_packet())
        for connection in connections:
            first = receive(connection)
            check(first is None or first[0] == 0x20, "first packet", first)
        for connection in connections:
            connection.close()


@case("device F10", "where nothing is known of the usage, no percentage is stated")
def usage_unknown(stack):
    device = stack.device()
    trial = worn(stack, device)
    equal(device.send(button(0, "2026-03-07T12:00:00-05:00", 4)), 0)
    outcome = stack.outcome(trial, lambda seen: ledger(seen, device)["received"] == 1)
    for date in ("2026-02-25", "2026-03-04"):
        equal(day(outcome, date)["usagePercent"], None, date)


@case("device F10", "a day that a zone skipped is no day of a trial")
def skipped_day(stack):
    trial = stack.trial(timezone="Pacific/Apia", leadPlacedAt="2011-12-28T12:00:00Z", leadRemovedAt="2012-01-03T12:00:00Z")
    outcome = stack.outcome(trial, lambda seen: True)
    equal(day(outcome, "2011-12-30"), None)
    check("2011-12-30" not in json.dumps(outcome["missing"]), outcome["missing"])
