#!/bin/sh
# Workers that die or are taken over: only their own page is lost. A preloaded library simulates a bug
# in the parser.
. tests/lib.sh
. tests/evil.sh

# A crash loses only its own page.
good=$(quoted good.html)
for i in $(seq 1 30); do
    case $i in
    7 | 8 | 19) printf '{"id":%d,"html":%s}\n' "$i" "$(quoted crash.html)" ;;
    *) printf '{"id":%d,"html":%s}\n' "$i" "$good" ;;
    esac
done >mixed.jsonl
"$PITH" --jsonl --fields=headline mixed.jsonl |
    sed 's/^\({"id":\(7\|8\|19\)\),.*/\1,"error":"the worker was killed by signal 11","code":"worker"}/' >expected
for jobs in 1 2 5; do
    evil --jsonl --fields=headline -j$jobs mixed.jsonl >got 2>err
    is "crashes lose only their own records (-j$jobs)" "$(cat expected)" "$(cat got)"
    is "and nothing more is reported (-j$jobs)" \
        "pith: 3 of 30 records failed; each answer says why" "$(cat err)"
done
is "a crash in a tree of pages exits 2" 2 "$(evil good.html crash.html good.html >got 2>err; echo $?)"
is "and is reported" "pith: crash.html: the worker was killed by signal 11" "$(cat err)"
is "the other pages are written" 2 "$(grep -c 'Islanders had waited' got)"

# Records in the memory shared with a worker, and records too large for it.
for copies in 1 2000 5000 3; do
    quoted good.html | sed 's/^"//; s/"$//' |
        awk -v n=$copies '{ printf "{\"id\":%d,\"html\":\"", n; while (n-- > 0) printf "%s", $0; print "\"}" }'
done >sizes.jsonl
is "two records are over 1 MiB" 2 "$(awk 'length($0) > 1048576' sizes.jsonl | wc -l)"
"$PITH" --jsonl -j1 sizes.jsonl >expected
is "all are answered" "1 2000 5000 3" "$(sed 's/{"id":\([0-9]*\),"headline".*/\1/' expected | paste -sd ' ')"
"$PITH" --jsonl -j3 sizes.jsonl >got
holds "with three workers too" cmp -s expected got
(ulimit -f 1 && "$PITH" --jsonl -j3 sizes.jsonl) | cat >got
holds "also if no file may be as large as the shared memory" cmp -s expected got

# No memory for a record, which is longer than the shared memory.
{
    printf '{"id":1,"html":%s}\n{"id":"long","html":"' "$good"
    head -c 6000000 /dev/zero | tr '\0' 'x'
    printf '"}\n{"id":3,"html":%s}\n' "$good"
} >memory.jsonl
is "a record for which there is no memory is answered, with its id" \
    '{"id":1,"language":"en"} {"id":"long","error":"Cannot allocate memory","code":"memory"} {"id":3,"language":"en"}' \
    "$(EVIL_MEMORY=1 evil --jsonl --fields=language memory.jsonl 2>err | paste -sd ' ')"

# A worker that announces an impossible answer is not believed.
printf '{"id":1,"html":%s}\n{"id":2,"html":%s}\n{"id":3,"html":%s}\n' "$good" "$(quoted lie.html)" "$good" >lie.jsonl
evil --jsonl --fields=language -j2 lie.jsonl >got 2>err
is "a lying worker loses only its own record" '1 language, 2 error, 3 language' \
    "$(sed 's/{"id":\(.\),"\([a-z]*\)".*/\1 \2/' got | paste -sd , | sed 's/,/, /g')"
is "and what it says is not passed on" 0 "$(grep -c xxxx got)"

# An answer that comes byte by byte.
printf '{"id":1,"html":%s}\n' "$(quoted crumbs.html)" >crumbs.jsonl
is "an answer in pieces is put together" '{"crumbs":8}' "$(evil --timeout=0 --jsonl --fields=language crumbs.jsonl 2>err)"

# A worker killed from outside in the middle of a record.
printf '{"id":1,"html":%s}\n{"id":2,"html":%s}\n{"id":3,"html":%s}\n' "$good" "$(quoted hang.html)" "$good" >hang.jsonl
rm -f got # what an earlier run left is not to be taken for this one's
LD_PRELOAD=$tmp/evil.so "$PITH" --jsonl --fields=language hang.jsonl >got &
parent=$!
for i in $(seq 100); do
    [ -s got ] && break
    sleep 0.1
done
sleep 0.2
for worker in $(cat /proc/$parent/task/$parent/children); do kill -KILL "$worker"; done
wait $parent
is "a run with a killed worker exits 0" 0 $?
is "a killed worker's record is answered with an error, the rest continue" \
    '{"id":1,"language":"en"} {"id":2,"error":"the worker was killed by signal 9","code":"worker"} {"id":3,"language":"en"}' \
    "$(paste -sd ' ' got)"

# Workers that hang or are stopped are replaced, and their records answered.
# late SECONDS: the answers if the second record's time is over after so many.
late() {
    printf '%s %s %s' '{"id":1,"language":"en"}' \
        '{"id":2,"error":"took longer than --timeout='"$1"'","code":"timeout"}' '{"id":3,"language":"en"}'
}
is "a record that makes its worker hang is answered when its time is over" "$(late 0.1)" \
    "$(evil --timeout=0.1 --jsonl --fields=language hang.jsonl | paste -sd ' ')"
rm -f got
LD_PRELOAD=$tmp/evil.so "$PITH" --timeout=0.5 --jsonl --fields=language hang.jsonl >got &
parent=$!
for i in $(seq 100); do
    [ -s got ] && break
    sleep 0.1
done
for worker in $(cat /proc/$parent/task/$parent/children); do kill -STOP "$worker"; done
wait $parent
is "so is that of a stopped worker" "$(late 0.5)" "$(paste -sd ' ' got)"
is "a page too" "pith: hang.html: took longer than --timeout=0.1" \
    "$(evil --timeout=0.1 -j1 hang.html good.html 2>&1 >/dev/null)"

# A worker's answers are checked.
for what in forge boast overrate underrate; do
    { cat good.html; echo "<$what>"; } >$what.html
    is "a worker that tries to $what is not believed" \
        '{"id":1,"error":"the worker'"'"'s answer was malformed","code":"worker"} {"id":2,"language":"en"}' \
        "$(printf '{"id":1,"html":%s}\n{"id":2,"html":%s}\n' "$(quoted $what.html)" "$good" |
            evil --jsonl --fields=language | paste -sd ' ')"
done

# What a worker writes to standard error: of each page the first line, and no control characters.
# (Of two such pages in a row, what the second one writes may already be there after the first.)
{ cat good.html; echo '<flood>'; } >flood.html
line="pith: a worker process: a line of the worker's?[2J"
is "one line of a worker is shown for each page" "$line" \
    "$(evil -j1 --body flood.html good.html good.html 2>&1 >/dev/null | paste -sd ,)"

# More than fits into a pipe: the worker does not have to wait, and its page is not lost.
for what in deluge drone; do
    { cat good.html; echo "<$what>"; } >$what.html
    evil --timeout=5 -j1 --format=tsv --fields=headline,file $what.html good.html >got 2>err
    is "a $what of messages does not cost a page" \
        "0 Ferry runs again	$what.html,Ferry runs again	good.html" "$? $(paste -sd , got)"
done
evil --timeout=5 --body -j1 deluge.html 2>err >got
is "one line of a deluge is shown" "pith: a worker process: the first of many lines" "$(cat err)"
evil --timeout=5 --body -j1 drone.html 2>err >got
is "a line without an end is cut" "1 1025 pith: a worker process: no end in sight, no end" \
    "$(wc -l <err) $(wc -c <err) $(cut -c 1-47 err)"

# A worker that closes its standard error: its end is noticed once, not again and again.
{ cat good.html; echo '<mute><hang>'; } >mute.html
LD_PRELOAD=$tmp/evil.so "$PITH" --timeout=1 -j1 --body mute.html good.html >got 2>err &
parent=$!
sleep 2
ticks=$(awk '{ print $14 + $15 }' /proc/$parent/stat)
wait $parent
is "a worker without standard error is replaced when its time is over" \
    "2 pith: mute.html: took longer than --timeout=1" "$? $(cat err)"
holds "its parent sleeps meanwhile" test "$ticks" -lt $(($(getconf CLK_TCK) / 5))

# SIGTERM while a worker hangs.
rm -f got # what an earlier run left is not to be taken for this one's
LD_PRELOAD=$tmp/evil.so "$PITH" --jsonl --fields=language hang.jsonl >got &
parent=$!
for i in $(seq 100); do
    [ -s got ] && break
    sleep 0.1
done
children=$(cat /proc/$parent/task/$parent/children)
for worker in $children; do
    is "a worker has its three streams open and nothing else" "0 1 2" "$(ls /proc/"$worker"/fd | tr '\n' ' ' | sed 's/ $//')"
done
is "nobody has the root directory open, which Landlock's rules are about" "" \
    "$(for process in $parent $children; do readlink /proc/"$process"/fd/* | grep -x /; done)"
kill -TERM $parent
wait $parent
is "SIGTERM with a hanging worker exits 143" 143 $?
is "finished answers are written" '{"id":1,"language":"en"}' "$(cat got)"
for worker in $children; do
    is "no worker remains" 1 "$(kill -0 "$worker" 2>/dev/null; echo $?)"
done

# is_gone PID: the process has ended, even if nobody has waited for it.
is_gone() {
    case $(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null) in
    Z* | '') return 0 ;;
    *) return 1 ;;
    esac
}

# A parent that is killed while a worker hangs: the worker never reads the end of its pipe.
rm -f got
LD_PRELOAD=$tmp/evil.so "$PITH" --jsonl --fields=language hang.jsonl >got &
parent=$!
for i in $(seq 100); do
    [ -s got ] && break
    sleep 0.1
done
children=$(cat /proc/$parent/task/$parent/children)
kill -KILL $parent
wait $parent 2>/dev/null
sleep 0.3
for worker in $children; do
    holds "no worker outlives its parent" is_gone "$worker"
done

cd "$TOP" || exit 2
finish
