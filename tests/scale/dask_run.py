#!/usr/bin/env python3
"""Runs records through pith on Dask: a scheduler and two workers on loopback, one of which is
killed halfway.

usage: dask_run.py EXAMPLE RECORDS DIR >ANSWERS

EXAMPLE is the README's code, which defines through_pith; DIR is for the scheduler's file."""
import os, signal, subprocess, sys, time

from distributed import Client, as_completed

N_PARTS = 40


def start(module, *arguments):
    return subprocess.Popen([sys.executable, "-W", "ignore", "-m", "distributed.cli." + module, *arguments],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    example, records, directory = sys.argv[1:]
    scope = {}
    with open(example) as file:
        exec(file.read(), scope)
    with open(records) as file:
        lines = file.readlines()
    step = -(-len(lines) // N_PARTS)
    parts = [lines[i:i + step] for i in range(0, len(lines), step)]
    scheduler_file = os.path.join(directory, "scheduler.json")
    scheduler = start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
                      "--scheduler-file", scheduler_file)
    workers = [start("dask_worker", "--scheduler-file", scheduler_file, "--host", "127.0.0.1",
                     "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", directory)
               for _ in range(2)]
    try:
        run(scope["through_pith"], scheduler_file, parts, workers)
    finally:
        for process in workers + [scheduler]:
            process.kill()
            process.wait()


def run(through_pith, scheduler_file, parts, workers):
    for _ in range(600):
        if os.path.exists(scheduler_file):
            break
        time.sleep(0.1)
    client = Client(scheduler_file=scheduler_file, timeout=60)
    client.wait_for_workers(2, timeout=60)
    futures = client.map(through_pith, parts, pure=False, retries=5)
    for n_done, _ in enumerate(as_completed(futures)):
        if n_done == N_PARTS // 4:
            os.kill(workers[0].pid, signal.SIGKILL)
            break
    for answers in client.gather(futures):
        for answer in answers:
            print(answer)
    sys.stderr.write("workers left: %d\n" % len(client.scheduler_info()["workers"]))
    client.close()


main()
