"""Reports, prescriptions, packets and what other systems read: /api and /fhir."""

import copy
import itertools
import json
import time

from support import bundle, case, check, day, equal, observation, order, pain


def function(report, at, instrument, score, **more):
    return {"report": report, "revision": 1, "kind": "FUNCTION", "at": at, "instrument": instrument, "score": score, **more}


def intake(report, at, drug, quantity=1):
    return {"report": report, "revision": 1, "kind": "INTAKE", "at": at, "rxcui": drug, "quantity": quantity, "unit": "{tab}"}


def issued(stack, trial, **body):
    """A packet, waited for until all services have seen the same facts."""
    end = time.time() + 90
    while True:
        answer = stack.http("POST", "/api/coverage/%s/packets" % trial, body)
        if answer.status < 300 or time.time() > end:
            break
        check(answer.status in (404, 503, 409), "issuing", answer)
        time.sleep(0.5)
    check(answer.status in (200, 201), "issuing", answer)
    return answer


@case("clinical F1", "whatever was reported, a packet is issued, verified and amended")
def packets(stack):
    late = "2026-03-07T10:00:00-05:00"
    odd = [
        function("c", late, "PGIC", 4, direction="HIGHER_IS_BETTER"),
        function("c", late, "PGIC", 1, direction="LOWER_IS_BETTER"),
        intake("c", "2026-02-10T08:00:00-05:00", "835603"),
        intake("c", "2026-02-10T08:00:00-05:00", "1357883"),
        intake("c", "2026-06-10T08:00:00-04:00", "835603"),
    ]
    for report in odd:
        trial = stack.trial()
        stack.diary(trial)
        stack.report(trial, *[intake("i-%d" % d, "2026-03-%02dT08:00:00-05:00" % d, "1049683", 2) for d in range(3, 9)])
        stack.report(trial, report)
        stack.settled(trial)
        first = issued(stack, trial).json()["packet"]
        for path in ("/api/coverage/%s/packet" % trial, "/api/coverage/%s/packet/changes" % trial):
            equal(stack.http("GET", path).status, 200, path)
        stack.report(trial, function("d", late, "ODI", 30))
        stack.settled(trial)
        second = issued(stack, trial, amends=first, why="a score came in").json()
        equal(second["amends"], first, json.dumps(report))
        equal(stack.get("/api/packets/%s/verification" % second["packet"])["verdict"], "VERIFIED")


def fhir(stack, resource, headers=None):
    path = "/fhir" if resource.get("resourceType") == "Bundle" else "/fhir/" + str(resource.get("resourceType", ""))
    return stack.http("POST", path, resource, {"Content-Type": "application/fhir+json", **(headers or {})})


def accepted(answer):
    check(answer.status in (200, 201), "expected it taken and saw", answer)
    return answer


def prescribed(stack, trial, date, right):
    """The MME prescribed on that date, once it is the right one."""

    def is_right(outcome):
        found = day(outcome, date)
        return found is not None and (found["prescribed"] or 0) == right

    stack.outcome(trial, is_right, "opioids", 30)


@case("clinical F2", "two orders of one drug are two lines, in whatever order they come")
def two_orders(stack):
    for reverse in (False, True):
        trial = stack.trial()
        orders = [order(trial, "m", 1), order(trial, "n", 2)]
        for each in reversed(orders) if reverse else orders:
            accepted(fhir(stack, each))
        prescribed(stack, trial, "2026-03-04", 45)
    trial = stack.trial()
    accepted(fhir(stack, bundle("transaction", order(trial, "m", 1), order(trial, "n", 2))))
    prescribed(stack, trial, "2026-03-04", 45)


@case("clinical F2", "the highest version of an order stays, and withdraws only its own line")
def versions(stack):
    for arrival in itertools.islice(itertools.permutations("123"), 6):
        trial = stack.trial()
        for version in arrival:
            answer = fhir(stack, order(trial, "m", int(version) + 1, version))
            check(answer.status in (200, 201, 409), answer)
        prescribed(stack, trial, "2026-03-04", 60)
    trial = stack.trial()
    accepted(fhir(stack, order(trial, "m", 1)))
    check(fhir(stack, order(trial, "m", 2)).status == 409, "version 1 with another content is a conflict")
    accepted(fhir(stack, order(trial, "m", 2, "2", boundsPeriod={"start": "2026-02-20"})))
    prescribed(stack, trial, "2026-03-04", 30)
    withdrawn = order(trial, "m", 2, "3")
    withdrawn["status"] = "entered-in-error"
    accepted(fhir(stack, withdrawn))
    prescribed(stack, trial, "2026-03-04", 0)
    check(fhir(stack, order(trial, "m", 1)).status in (200, 409), "version 1 again")
    prescribed(stack, trial, "2026-03-04", 0)
    line = {"rxcui": "1049683", "quantity": 1, "unit": "{tab}", "timesPerDay": 4, "asNeeded": False, "from": "2026-02-01", "to": None}
    trial = stack.trial(regimen=[line])
    never_sent = order(trial, "z", 1)
    never_sent["status"] = "cancelled"
    check(fhir(stack, never_sent).status < 500, "a cancellation of what was never sent")
    prescribed(stack, trial, "2026-03-04", 60)


@case("clinical F3", "no form makes a 500, and one bad entry leaves its neighbours alone")
def torn(stack):
    trial = stack.trial()
    form = {
        "resourceType": "QuestionnaireResponse",
        "status": "completed",
        "questionnaire": "urn:dorsal:questionnaire:ODI",
        "subject": {"identifier": {"system": "urn:dorsal:trial", "value": trial}},
        "authored": "2026-03-04T20:00:00-05:00",
        "item": [{"text": "Intro"}, {"linkId": "score", "answer": [{"valueDecimal": 52}]}],
    }
    bad = [form, dict(form, item=[{"item": [{"text": "deep"}]}]), dict(form, item=[{"_linkId": {"id": "x"}}])]
    bad += [observation(trial, "x", contained=[each]) for each in ({}, "x", {"resourceTypezz": "Patient"}, {"resourceType": ""})]
    for each in bad:
        answer = fhir(stack, each)
        check(answer.status < 500, json.dumps(each)[:200], answer)
    for kind in ("batch", "collection"):
        for each in bad:
            good = observation(trial, stack.id("o").lower())
            answer = fhir(stack, bundle(kind, copy.deepcopy(each), good))
            equal(answer.status, 200, answer)
            statuses = [entry["response"]["status"][:3] for entry in answer.json()["entry"]]
            check(statuses[1] in ("200", "201") and statuses[0] < "500", kind, statuses)


@case("clinical F3", "documents taken apart are refused with a reason, never with a 500")
def torn_documents(stack):
    trial = stack.trial()
    document = stack.get("/api/trials/" + trial)
    document["regimen"] = [{"rxcui": "1049683", "quantity": 1, "unit": "{tab}", "timesPerDay": 4, "from": "2026-01-01"}]
    document["documents"] = [{"kind": "PHYSICAL_EXAMINATION", "date": "2026-02-01"}]
    wrong = (None, 7, "x", "", [], {}, [None], [[]], {"a": None}, True, "\u0000", "\ud800")
    for field in document:
        for value in wrong:
            answer = stack.http("PUT", "/api/trials/" + stack.id("T"), {**document, field: value})
            check(answer.status < 500, field, repr(value), answer)
            if answer.status >= 400:
                stack.refused(answer)
    report = pain("p", "2026-03-04T20:00:00-05:00", 4)
    for field in report:
        items = [{**report, "report": stack.id("p"), field: value} for value in wrong]
        items.append(pain(stack.id("p"), "2026-03-04T20:00:00-05:00", 4))
        answer = stack.good("POST", "/api/trials/%s/reports" % trial, items).json()
        results = [item["result"] for item in answer]
        equal(results[-1], "ACCEPTED", field)


@case("clinical F4", "a limit of an order is kept or refused, never dropped")
def limits(stack):
    def changed(change, right=None):
        trial = stack.trial()
        each = order(trial, "m", 2, frequency=1, period=4, periodUnit="h")
        change(each["dosageInstruction"][0])
        answer = fhir(stack, each)
        if answer.status in (200, 201):
            check(right is not None, "expected a refusal", json.dumps(each["dosageInstruction"][0])[:300], answer)
            prescribed(stack, trial, "2026-03-04", right)
        else:
            equal(answer.status // 100, 4, answer)
            check("dosageInstruction" in answer.body.decode(), "no place in", answer)

    def most(dosage):
        dosage["asNeededBoolean"] = True
        dosage["maxDosePerPeriod"] = {"numerator": {"value": 3, "code": "{tab}", "system": "http://unitsofmeasure.org"}, "denominator": {"value": 1, "code": "d", "system": "http://unitsofmeasure.org"}}

    def repeat(**more):
        def change(dosage):
            dosage["timing"]["repeat"].update(more)

        return change

    def bounds(**more):
        def change(dosage):
            dosage["timing"]["repeat"].pop("boundsPeriod")
            dosage["timing"]["repeat"].update(more)

        return change

    days = {"system": "http://unitsofmeasure.org", "code": "d"}
    changed(most, 45)
    changed(bounds(boundsDuration=dict(days, value=10)), 0)
    changed(bounds(boundsRange={"low": dict(days, value=5), "high": dict(days, value=10)}), 0)
    changed(repeat(count=6))
    changed(repeat(dayOfWeek=["mon"]))
    changed(repeat(frequency=0))
    changed(lambda dosage: dosage.update(maxDosePerLifetime={"value": 3, "code": "{tab}", "system": "http://unitsofmeasure.org"}))


@case("clinical F5", "a tablet four times a day is four tablets, or is refused")
def four_times(stack):
    trial = stack.trial()
    statement = {
        "resourceType": "MedicationStatement",
        "id": "s",
        "status": "active",
        "medicationCodeableConcept": {"coding": [{"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "1049683"}]},
        "subject": {"identifier": {"system": "urn:dorsal:trial", "value": trial}},
        "effectiveDateTime": "2026-03-04T08:00:00-05:00",
        "dosage": [
            {
                "timing": {"repeat": {"frequency": 4, "period": 1, "periodUnit": "d"}},
                "doseAndRate": [{"doseQuantity": {"value": 1, "system": "http://unitsofmeasure.org", "code": "{tab}"}}],
            }
        ],
    }
    answer = fhir(stack, statement)
    if answer.status < 300:
        stack.outcome(trial, lambda seen: (day(seen, "2026-03-04") or {}).get("taken") == 60 or (day(seen, "2026-03-04") or {}).get("mme") == 60, "opioids", 30)
    else:
        equal(answer.status // 100, 4, answer)


@case("clinical F6", "a 304 has no body framing, so that no client waits for one")
def not_modified(stack):
    trial = stack.trial()
    stack.diary(trial)
    stack.settled(trial)
    for path in ("/api/trials/" + trial, "/api/coverage/" + trial, "/api/responders/" + trial, "/api/opioids/" + trial):
        tag = stack.good("GET", path).header("ETag")
        request = "GET %s HTTP/1.1\r\nHost: %s:%d\r\nIf-None-Match: %s\r\n\r\n" % (path, stack.host, stack.port, tag)
        head = stack.raw(request.encode()).decode().lower()
        check(head.startswith("http/1.1 304"), path, head[:200])
        check("transfer-encoding" not in head, path, head[:400])


@case("clinical F7", "Location is relative")
def location(stack):
    trial = stack.trial()
    stack.diary(trial)
    stack.settled(trial)
    for right in (201, 200):
        answer = issued(stack, trial)
        equal(answer.status, right)
        check(answer.header("Location").startswith("/api/packets/"), answer.header("Location"))


@case("clinical F8", "every answer in the OpenAPI document has a description")
def openapi(stack):
    document = stack.http("GET", "/q/openapi?format=json", headers={"Accept": "application/json"}).json()
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if isinstance(operation, dict) and "responses" in operation:
                for status, response in operation["responses"].items():
                    check("$ref" in response or response.get("description"), method, path, status, "has no description")


@case("clinical F9", "of several codings the known one counts, and contradicting ones are refused")
def codings(stack):
    rxnorm = "http://www.nlm.nih.gov/research/umls/rxnorm"

    def with_codes(trial, *codes):
        each = order(trial, "m", 1)
        each["medicationCodeableConcept"]["coding"] = [{"system": rxnorm, "code": code} for code in codes]
        return each

    for codes in (("7804", "1049683"), ("1049684", "1049683"), ("1049683", "7804")):
        trial = stack.trial()
        accepted(fhir(stack, with_codes(trial, *codes)))
        prescribed(stack, trial, "2026-03-04", 15)
    equal(fhir(stack, with_codes(stack.trial(), "1049604", "1049683")).status // 100, 4, "a solution and a tablet")


@case("clinical F10", "what contradicts itself is no pain score")
def contradictions(stack):
    trial = stack.trial()
    loinc = {"system": "http://loinc.org", "code": "72514-3"}
    wrong = [
        observation(trial, "a", focus=[{"reference": "RelatedPerson/spouse"}]),
        observation(trial, "b", dataAbsentReason={"text": "asleep"}),
        observation(trial, "c", component=[{"code": {"coding": [loinc]}, "valueQuantity": {"value": 3}}]),
        observation(trial, "d", code={"coding": [loinc, {"system": "urn:dorsal:code", "code": "pain-worst"}, {"system": "urn:dorsal:code", "code": "pain-least"}]}),
    ]
    for each in wrong:
        equal(fhir(stack, each).status // 100, 4, json.dumps(each)[:300])
    for version in ("3.0", "5.0"):
        answer = stack.http("POST", "/fhir/Observation", observation(trial, "e"), {"Content-Type": "application/fhir+json; fhirVersion=" + version})
        equal(answer.status, 415, version)
    accepted(stack.http("POST", "/fhir/Observation", observation(trial, "e"), {"Content-Type": "application/fhir+json; fhirVersion=4.0"}))


@case("clinical F11", "every answer below /fhir is a FHIR resource")
def fhir_answers(stack):
    asked = [
        ("PUT", "/fhir/Observation/x"),
        ("DELETE", "/fhir/Observation/x"),
        ("PATCH", "/fhir/Observation/x"),
        ("GET", "/fhir"),
        ("GET", "/fhir/Observation/x/_history"),
        ("POST", "/fhir/Observation/_search"),
        ("POST", "/fhir/Observation/$validate"),
        ("POST", "/fhir/observation"),
        ("GET", "/fhir/Unknown"),
    ]
    for method, path in asked:
        answer = stack.http(method, path, {} if method in ("PUT", "POST", "PATCH") else None, {"Content-Type": "application/fhir+json"})
        check(400 <= answer.status < 500, method, path, answer)
        equal(answer.json().get("resourceType"), "OperationOutcome", "%s %s %s" % (method, path, answer))


@case("clinical F12", "Allow names every method of that address, and OPTIONS the same")
def methods(stack):
    trial = stack.trial()
    asked = [
        ("GET", "/api/packets/x/release", "POST"),
        ("PUT", "/api/coverage/x/packets", "POST"),
        ("PUT", "/api/trials/%s/reports" % trial, "POST"),
        ("DELETE", "/api/trials/%s/reports/y" % trial, "GET"),
        ("POST", "/api/trials/" + trial, "PUT"),
    ]
    for method, path, right in asked:
        answer = stack.http(method, path, {} if method != "GET" else None)
        equal(answer.status, 405, "%s %s %s" % (method, path, answer))
        allowed = [each.strip() for each in answer.header("Allow").split(",")]
        check(right in allowed, method, path, allowed)
        options = stack.http("OPTIONS", path)
        check(right in (options.header("Allow") or ""), "OPTIONS", path, options.headers.items())


@case("clinical F13", "entity tags compare weakly for reading and strongly for writing")
def tags(stack):
    trial = stack.trial()
    answer = stack.good("GET", "/api/trials/" + trial)
    tag = answer.header("ETag")
    for given in (tag, "W/" + tag, '"x", W/' + tag, "*"):
        equal(stack.http("GET", "/api/trials/" + trial, headers={"If-None-Match": given}).status, 304, given)
    document = answer.json()
    document["subject"] = "S-2"
    equal(stack.http("PUT", "/api/trials/" + trial, document, {"If-Match": "W/" + tag}).status, 412)
    equal(stack.http("PUT", "/api/trials/" + trial, document, {"If-Match": tag}).status, 200)
    stack.diary(trial)
    stack.settled(trial)
    tag = stack.good("GET", "/api/coverage/" + trial).header("ETag")
    equal(stack.http("GET", "/api/coverage/" + trial, headers={"If-None-Match": tag}).status, 304, "coverage, as of now")
    zipped = stack.http("POST", "/api/trials/%s/reports" % trial, b"\x1f\x8b\x08", {"Content-Encoding": "gzip"})
    equal(zipped.status, 415, zipped)
    equal(stack.http("POST", "/api/trials/%s/reports" % trial, b"[]", {"Content-Type": ""}).status, 415, "no Content-Type")


@case("clinical F14", "what a packet cannot print is refused at entry, with its place")
def letters(stack):
    document = {"clinic": "c", "subject": "\u4e2d\u6587", "therapy": "SCS", "timezone": "UTC"}
    told = stack.refused(stack.http("PUT", "/api/trials/" + stack.id("T"), document), 400)
    equal(told["field"], "subject", told)
    document["subject"] = "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u0416"
    stack.good("PUT", "/api/trials/" + stack.id("T"), document)


@case("clinical F15", "conditions that are not kept are refused")
def conditions(stack):
    trial = stack.trial()
    conditional = bundle("batch", observation(trial, "a"))
    conditional["entry"][0]["request"]["ifNoneExist"] = "identifier=x"
    other_id = bundle("batch", observation(trial, "a"))
    other_id["entry"][0]["request"] = {"method": "PUT", "url": "Observation/zzz"}
    other_type = bundle("batch", observation(trial, "a"))
    other_type["entry"][0]["request"]["url"] = "Patient"
    by_query = bundle("batch", observation(trial, "a"))
    by_query["entry"][0]["request"] = {"method": "PUT", "url": "Observation?identifier=x"}
    for each in (conditional, other_id, other_type, by_query):
        answer = fhir(stack, each)
        equal(answer.json()["entry"][0]["response"]["status"][:1], "4", json.dumps(each["entry"][0]["request"]))
    equal(fhir(stack, observation(trial, "a"), {"If-None-Exist": "identifier=x"}).status // 100, 4)


@case("clinical D3", "an order that names an outdated packet is refused without new facts, too")
def outdated(stack):
    trial = stack.trial()
    stack.diary(trial)
    stack.settled(trial)
    issued(stack, trial)
    answer = stack.http("POST", "/api/coverage/%s/packets" % trial, {"amends": "another", "why": "x"})
    equal((answer.status, answer.json()["reason"]), (409, "lost-race"))
