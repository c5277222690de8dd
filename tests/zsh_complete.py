#!/usr/bin/env python3
"""Shows how zsh completes a command line when the tab key is pressed.

usage: zsh_complete.py COMPLETIONS LINE

Prints the last word of the completed line, without an option's name. COMPLETIONS is a file that
begins with #compdef."""
import os, pty, re, select, sys, tempfile, time


def read_until(fd, pattern, seconds):
    out, end = b"", time.time() + seconds
    while not re.search(pattern, out) and time.time() < end:
        if select.select([fd], [], [], 0.1)[0]:
            out += os.read(fd, 4096)
    return out


def main():
    completions, line = sys.argv[1:]
    with tempfile.TemporaryDirectory() as functions:
        os.symlink(os.path.abspath(completions), os.path.join(functions, "_pith"))
        pid, fd = pty.fork()
        if pid == 0:
            os.environ["TERM"] = "dumb"
            os.execvp("zsh", ["zsh", "-f", "-i"])
        os.write(fd, ("fpath=(%s $fpath); autoload -Uz compinit; compinit -u -d %s/dump; "
                      "show() { print -r -- \"<<$BUFFER>>\" }; zle -N show; bindkey '^T' show; "
                      "setopt no_beep; print READY$((1 + 1))\n" % (functions, functions)).encode())
        read_until(fd, rb"READY2", 20)
        os.write(fd, line.encode() + b"\t")
        time.sleep(0.5)
        os.write(fd, b"\x14")
        found = re.search(rb"<<([^>$]*)>>", read_until(fd, rb"<<[^>$]*>>", 10))
        os.close(fd)
        os.waitpid(pid, 0)
    word = found.group(1).decode().split()[-1].rstrip("=,") if found else "nothing"
    print(re.split("[=,]", word)[-1])


main()
