"""Runs commands in turn, and says how long they take."""

import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Callable


@dataclass
class Command:
    """A line of shell. Before each run `before` is called, off the clock."""

    name: str
    line: str
    before: Callable = lambda: None
    elapsed: list = field(default_factory=list)
    processor: list = field(default_factory=list)
    memory: list = field(default_factory=list)
    fault: str = ""

    @property
    def seconds(self):
        return median(self.elapsed)

    @property
    def cpu(self):
        return median(self.processor)

    @property
    def mebibytes(self):
        return median(self.memory)


def in_turn(commands, rounds, limit):
    """Runs each command once a round; one that fails or passes the limit is not run again.

    @param limit seconds
    """
    for _ in range(rounds):
        for command in commands:
            if not command.fault:
                command.before()
                _run(command, limit)


def _run(command, limit):
    begun = time.perf_counter()
    process = subprocess.Popen(
        ["/bin/sh", "-c", command.line],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(process.pid, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, limit)
    said = process.stderr.read()
    # Of the shell and of all that it waited for.
    _, status, used = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - begun
    signal.setitimer(signal.ITIMER_REAL, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if elapsed >= limit:
        command.fault = f"over {limit:.0f} s"
    elif process.returncode:
        lines = said.decode(errors="replace").strip().splitlines()
        command.fault = f"failed: {lines[-1] if lines else process.returncode}"
    else:
        command.elapsed.append(elapsed)
        command.processor.append(used.ru_utime + used.ru_stime)
        command.memory.append(used.ru_maxrss / 1024)


def fresh(folder, folders=()):
    """Makes a folder not be there, or be empty but for some folders."""
    shutil.rmtree(folder, ignore_errors=True)
    for inner in folders:
        Path(folder, inner).mkdir(parents=True, exist_ok=True)


def size(folder):
    """How many files a folder holds, and their bytes."""
    files = [file for file in Path(folder).rglob("*") if file.is_file()]
    return len(files), sum(file.stat().st_size for file in files)
