#!/bin/sh
# The process that directs the workers: short of descriptors, paused, or with output that blocks.
. tests/lib.sh

for n in 1 2 3 4; do page "$tmp/$n.html" "Ferry number $n"; done
cd "$tmp" || exit 2

# Few open files allowed: poll(2) refuses more descriptors than that.
"$PITH" --body 1.html 2.html 3.html >expected
for n in 20 100; do
    is "20 workers with $n descriptors" "$(cat expected)" \
        "$(ulimit -n $n && timeout 60 "$PITH" -j20 --body 1.html 2.html 3.html 2>err)"
    contains "are fewer, which is reported ($n)" "$(cat err)" "the limit of open files (ulimit -n) allows no more"
done
is "the soft limit is raised" "" "$(ulimit -S -n 64 && "$PITH" -j20 --body 1.html 2.html 2>&1 >/dev/null)"
is "too few for one worker are an error" 2 \
    "$(code sh -c 'ulimit -n 8 && exec timeout 60 "$@"' sh "$PITH" -j2 --body 1.html 2.html)"

# blocked.py COMMAND...: runs it with standard error into a pipe that is full.
cat >blocked.py <<'END_OF_PYTHON'
import fcntl, os, signal, subprocess, sys, threading, time

how, command = sys.argv[1], sys.argv[2:]
inlet, outlet = os.pipe()
fcntl.fcntl(outlet, fcntl.F_SETFL, os.O_NONBLOCK)
try:
    while True:
        os.write(outlet, b"." * 4096)
except BlockingIOError:
    pass
fcntl.fcntl(outlet, fcntl.F_SETFL, 0)
pith = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=outlet)
os.close(outlet)
if how == "pause":
    time.sleep(2.5)  # longer than a worker may take
    messages = []
    reader = threading.Thread(target=lambda: messages.append(open(inlet, "rb").read()))
    reader.start()
    answers = pith.communicate()[0]
    reader.join()
    print(answers.decode(), messages[0].lstrip(b".").decode(), sep="", end="")
else:
    for number in (signal.SIGTERM, signal.SIGINT):
        time.sleep(0.3)
        pith.send_signal(number)
    print(pith.wait(20))
END_OF_PYTHON

# The workers have answered long before this process, which cannot report the missing file, looks.
for n in 1 2 3 4; do printf '%s.html\tFerry number %s\n' $n $n; done >expected
echo "pith: missing.html: No such file or directory" >>expected
is "finished answers do not count as late if this process was paused" "$(cat expected)" \
    "$(python3 blocked.py pause "$PITH" --timeout=0.1 -f tsv --fields=file,headline -j2 missing.html [1-4].html)"
is "signals are heard while standard error blocks" 143 \
    "$(python3 blocked.py signal "$PITH" --body missing1.html missing2.html)"

# Output that somebody has made non-blocking.
cat >nonblocking.py <<'END_OF_PYTHON'
import fcntl, os, subprocess, sys, time

inlet, outlet = os.pipe()
fcntl.fcntl(outlet, fcntl.F_SETFL, os.O_NONBLOCK)
pith = subprocess.Popen(sys.argv[1:], stdout=outlet, stderr=subprocess.STDOUT)
os.close(outlet)
time.sleep(0.3)  # until the pipe is full
sys.stdout.buffer.write(open(inlet, "rb").read())
sys.exit(pith.wait())
END_OF_PYTHON
{ sed '/<\/article>/,$d' 1.html; for i in $(seq 4000); do
    echo "<p>On day $i the boat left in the morning, with the post and $i passengers, and came back in the evening.</p>"
done; echo "</article></main></body></html>"; } >long.html
"$PITH" --body long.html >expected
holds "the page is longer than a pipe" test "$(wc -c <expected)" -gt 100000
python3 nonblocking.py "$PITH" --body long.html >got
is "a non-blocking output gets the whole page" "0 0" "$? $(cmp -s expected got; echo $?)"
python3 nonblocking.py "$PITH" --body -j1 long.html >got
is "from a worker, too" "0 0" "$? $(cmp -s expected got; echo $?)"
names=$(seq -f "a-file-whose-name-is-so-long-that-the-messages-do-not-fit-into-a-pipe-%g" 2000)
# shellcheck disable=SC2086
python3 nonblocking.py "$PITH" --body $names >got
is "and all messages" 2000 "$(grep -c '^pith: a-file.*: No such file or directory$' got)"

# A reader that goes away ends the run as it ends any filter.
is "the run ends by SIGPIPE" "-13" "$(python3 -c '
import subprocess, sys
record = b"{\"html\":\"<p>%s</p>\"}\n" % (b"The boat left in the morning. " * 300)
pith = subprocess.Popen([sys.argv[1], "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
pith.stdout.close()
try:
    pith.stdin.write(record * 200)
    pith.stdin.close()
except BrokenPipeError:
    pass
print(pith.wait())' "$PITH")"

cd "$TOP" || exit 2
finish
