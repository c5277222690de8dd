#!/usr/bin/env python3
"""Runs a command and prints the sum of the peak memory, in KiB, of its processes.

usage: peak.py COMMAND...

Standard input and output are the command's; the figure goes to standard error."""
import os, subprocess, sys, time


def peak(pid):
    try:
        with open("/proc/%d/status" % pid) as file:
            for line in file:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1])
    except OSError:
        pass
    return 0


def children(pid):
    try:
        with open("/proc/%d/task/%d/children" % (pid, pid)) as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


process = subprocess.Popen(sys.argv[1:])
peaks = {}
while process.poll() is None:
    for pid in [process.pid] + children(process.pid):
        peaks[pid] = max(peaks.get(pid, 0), peak(pid))
    time.sleep(0.01)
print(sum(peaks.values()), file=sys.stderr)
sys.exit(process.returncode)
