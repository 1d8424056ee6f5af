"""Other sites, other hosts, hostile addresses and slow senders."""

import json
import socket
import time

from support import case, check, equal, pain, read_until_quiet, utc, wait


def writes(stack):
    trial = stack.trial()
    device = stack.id("D")
    stack.good("PUT", "/api/devices/" + device)
    return [
        ("POST", "/api/trials/%s/reports" % trial),
        ("POST", "/api/trials/%s/decision" % trial),
        ("POST", "/api/coverage/%s/packets" % trial),
        ("POST", "/api/packets/x/release"),
        ("POST", "/api/devices/%s/secret" % device),
        ("PUT", "/api/devices/" + device),
        ("POST", "/fhir"),
        ("POST", "/"),
    ]


@case("faults F1", "no page of another site can write, with or without a body")
def other_sites(stack):
    foreign = [
        {"Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://127.0.0.1:1"},
    ]
    for method, path in writes(stack):
        for headers in foreign:
            for kind in ("application/json", "text/plain", "application/x-www-form-urlencoded"):
                answer = stack.http(method, path, "[]", {"Content-Type": kind, **headers})
                equal(answer.status, 403, "%s %s %s %s" % (method, path, headers, answer))
                check("other-site" in answer.body.decode(), answer)
            answer = stack.http(method, path, None, headers)
            equal(answer.status, 403, "%s %s %s without a body: %s" % (method, path, headers, answer))
    own = {"Origin": "http://%s:%d" % (stack.host, stack.port), "Sec-Fetch-Site": "same-origin"}
    equal(stack.http("POST", "/api/trials/%s/reports" % stack.trial(), "[]", own).status, 200)


@case("faults F2", "a host that is not ours is not answered")
def hosts(stack):
    def status(*lines):
        head = "\r\n".join(["GET /api/trials HTTP/1.1", *lines, "Connection: close", "", ""])
        answer = stack.raw(head.encode()).decode("utf-8", "replace")
        return answer.split(" ")[1] if answer.startswith("HTTP/") else answer

    for host in ("localhost", "127.0.0.1", "[::1]"):
        equal(status("Host: %s:%d" % (host, stack.port)), "200", host)
    for host in ("evil.example", "evil.example:%d" % stack.port, "localhost.evil.example", "127.0.0.1.evil.example", "0.0.0.0"):
        check(status("Host: " + host) in ("421", "400"), host, status("Host: " + host))
    equal(status(), "400", "no Host")
    equal(status("Host: localhost", "Host: evil.example"), "400", "two Hosts")


@case("faults F12", "slow senders do not stand in the way of others")
def slow_senders(stack):
    trial = stack.trial()
    slow = []
    try:
        for _ in range(100):
            connection = socket.create_connection((stack.host, stack.port), timeout=10)
            connection.sendall(
                ("POST /api/trials/%s/reports HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n[" % (trial, stack.port)).encode()
            )
            slow.append(connection)
        for _ in range(5):
            began = time.time()
            equal(stack.http("GET", "/api/trials/" + trial, timeout=10).status, 200)
            check(time.time() - began < 5, "a reader waited", time.time() - began)
    finally:
        for connection in slow:
            connection.close()


@case("faults F17", "NUL and braces in an address are no fault of ours")
def addresses(stack):
    paths = ["/fhir/Observation?%s=%%00" % name for name in ("_id", "subject", "patient", "code", "identifier", "type")]
    paths += ["/api/packets/%00", "/api/packets/%00/verification", "/fhir/%00", "/fhir/%00/%00", "/fhir/%7B%7B7*7%7D%7D", "/fhir/$%7Bjndi:x%7D"]
    paths += ["/api/trials/%00", "/api/responders/%00", "/api/opioids/%00", "/api/coverage/%00", "/api/policies/%00", "/api/worklist?clinic=%00", "/trials/%00", "/api/devices/%00"]
    for path in paths:
        answer = stack.http("GET", path)
        check(400 <= answer.status < 500, path, answer)


@case("faults F18", "Expect: 100-continue is answered")
def expect(stack):
    trial = stack.trial()
    with socket.create_connection((stack.host, stack.port), timeout=10) as connection:
        connection.sendall(
            ("POST /api/trials/%s/reports HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n" % (trial, stack.port)).encode()
        )
        check(connection.recv(100).startswith(b"HTTP/1.1 100"), "expected 100 Continue")
        connection.sendall(b"[]")
        answer = read_until_quiet(connection, 10)
        check(answer.startswith(b"HTTP/1.1 200"), answer[:200])


@case("faults F18", "answers about patients are not kept by browsers or guessed at")
def headers(stack):
    trial = stack.trial()
    for path in ("/api/trials/" + trial, "/api/trials/%s/reports" % trial, "/api/worklist"):
        answer = stack.good("GET", path)
        equal(answer.header("X-Content-Type-Options"), "nosniff", path)
        check(answer.header("Cache-Control"), path, "has no Cache-Control")


@case("faults F18", "what HTTP itself refuses is told as a problem")
def broken_requests(stack):
    for request in (b"GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 20000 + b"\r\n\r\n"):
        answer = stack.raw(request)
        status = answer.split(b" ")[1] if answer.startswith(b"HTTP/") else b"none"
        check(status[:1] == b"4", request[:40], answer[:200])
        body = answer.split(b"\r\n\r\n", 1)[1]
        check(b"reason" in body or b"<html" in body.lower() or b"OperationOutcome" in body, request[:40], answer[:300])


@case("pages A12", "the pages say what is wrong with what was asked")
def pages(stack):
    def page(path):
        return stack.http("GET", path, headers={"Accept": "text/html"})

    for path, status in (("/worklist?clinic=NOPE", 404), ("/figures?clinic=NOPE", 404), ("/worklist?cursor=garbage", 400), ("/figures?from=2026-12-31&to=2026-01-01", 400)):
        answer = page(path)
        equal(answer.status, status, path)
        check("few seconds" not in answer.body.decode(), path, "advises to try again")


@case("pages A1", "a running trial that nobody hears from is told the same by list, worklist and API")
def silent(stack):
    now = time.time()
    clinic = stack.id("clinic").lower()
    trial = stack.trial(clinic=clinic, timezone="UTC", policy=None, leadPlacedAt=utc(now - 3 * 86400), leadRemovedAt=None, plannedRemovalAt=utc(now + 2 * 86400))
    days = [pain("p-%d" % ago, utc(now - ago * 86400)[:11] + "20:00:00Z", 8 if ago > 3 else 4) for ago in (*range(4, 11), 2, 1)]
    stack.report(trial, *days)
    outcome = stack.outcome(trial, lambda seen: seen["trial"]["answeredDays"] == 2)
    due = utc(now)[:10]
    check(due in json.dumps(outcome["missing"]), "the API does not miss today's diary", outcome["missing"])
    check(trial in json.dumps(stack.get("/api/worklist?clinic=" + clinic)), "the worklist does not have it")

    def listed():
        page = stack.http("GET", "/?clinic=" + clinic, headers={"Accept": "text/html"}).body.decode()
        return page.split("/trials/" + trial, 1)[1].split("</tr>", 1)[0] if "/trials/" + trial in page else None

    row = wait("the row of the list", listed, bool, 60)
    check("nothing" not in row, "the list says that nothing is missing", row)
