/*
 * What differs between Linux and other Unix systems. Everything else in the program is POSIX 2008,
 * and memmem and asprintf, which all of them have. The sandbox is in worker/sandbox.h.
 */
#ifndef PITH_PROGRAM_PLATFORM_H
#define PITH_PROGRAM_PLATFORM_H

#include <signal.h>
#include <stddef.h>

/* Blocks the signals of `set`, or catches them; from then on they arrive at a descriptor that does
 * not block. Returns it, or -1 with errno. Once per process. */
int platform_open_signals(const sigset_t *set);

/* The next signal that has arrived at that descriptor, or 0. */
int platform_read_signal(int fd);

/* A memory file that can be shared with children and sealed, or -1 if the system has none. */
int platform_memory_file(void);

/* Fixes the size of a memory file, forbids new mappings that write to it, and keeps the one at
 * `view` from children. 0, or -1. */
int platform_seal(int fd, void *view, size_t len);

/* Two ends of a pipe that do not survive exec. 0, or -1 with errno. */
int platform_pipe(int ends[2]);

/* Makes room in a pipe for so many bytes, where the system allows it. */
void platform_widen_pipe(int fd, int bytes);

/* Closes every descriptor from `first` on. */
void platform_close_from(int first);

/* Has this process killed when its parent ends, where the system can do that. (Elsewhere a worker
 * ends when it next reads its pipe.) */
void platform_end_with_parent(void);

#endif
