/*
 * What differs between Linux and other Unix systems. Everything else in the program needs only
 * POSIX 2008, and memmem and asprintf, which all of them have. The sandbox is in worker/sandbox.h.
 */
#ifndef PITH_PROGRAM_PLATFORM_H
#define PITH_PROGRAM_PLATFORM_H

#include <signal.h>
#include <stddef.h>

/* Blocks or catches the signals in `set`; from then on they are reported through a non-blocking
 * descriptor, which is returned, or -1 with errno. Call it once per process. */
int platform_open_signals(const sigset_t *set);

/* The next signal reported by that descriptor, or 0. */
int platform_read_signal(int fd);

/* A memory file that can be shared with children and sealed, or -1 if the system has none. */
int platform_memory_file(void);

/* Fixes the size of a memory file, forbids new writable mappings, and keeps the mapping at `view`
 * from being inherited by children. Returns 0, or -1. */
int platform_seal(int fd, void *view, size_t len);

/* Creates a pipe that is closed on exec. Returns 0, or -1 with errno. */
int platform_pipe(int ends[2]);

/* Sets the capacity of a pipe, if the system allows it. */
void platform_widen_pipe(int fd, int bytes);

/* Closes every descriptor from `first` on. */
void platform_close_from(int first);

/* Makes the system kill this process when its parent ends, where that is possible. (Elsewhere a
 * worker ends when it next reads its pipe.) */
void platform_end_with_parent(void);

#endif
