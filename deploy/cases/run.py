#!/usr/bin/env python3
"""Runs every input that once got a wrong answer against a running stack, and says for each whether it is right now.

    ./dorsal up --no-demo --detach
    python3 deploy/cases/run.py                       # all, against http://127.0.0.1:8080 and MQTT port 1883
    python3 deploy/cases/run.py --only 'clinical F1'  # some

Exit status 0 only when all are right. Trials and devices are new ones with each run.
"""

import argparse
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

import clinical  # noqa: F401  registers its cases
import device  # noqa: F401
import web  # noqa: F401
from support import CASES, Failed, Stack


def is_right(stack, fault, title, run):
    began = time.time()
    try:
        run(stack)
        print("right  %-13s %s (%.1f s)" % (fault, title, time.time() - began), flush=True)
        return True
    except Failed as failed:
        print("WRONG  %-13s %s\n       %s" % (fault, title, failed), flush=True)
    except Exception:  # a fault of the case itself, or a connection that broke
        print("WRONG  %-13s %s\n%s" % (fault, title, traceback.format_exc()), flush=True)
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8080, help="of the front door")
    parser.add_argument("--mqtt", type=int, help="port; 1883, moved like the front door's, when absent")
    parser.add_argument("--only", action="append", default=[], help="a fault, such as 'device F3'; may be repeated")
    asked = parser.parse_args()
    stack = Stack(asked.host, asked.port, asked.mqtt or 1883 + asked.port - 8080)
    chosen = [each for each in CASES if not asked.only or each[0] in asked.only]
    if not chosen:
        parser.error("no case of %s" % ", ".join(asked.only))
    with ThreadPoolExecutor() as beside:
        slow = [beside.submit(is_right, stack, *each[:3]) for each in chosen if each[3]]
        results = [is_right(stack, *each[:3]) for each in chosen if not each[3]]
        results += [each.result() for each in slow]
    wrong = results.count(False)
    print("%d of %d cases are right" % (len(chosen) - wrong, len(chosen)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
