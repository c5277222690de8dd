/*
 * Restricts a process with Linux's Landlock, as a second barrier besides seccomp: if the seccomp
 * filter overlooks a system call, Landlock still forbids what it would do.
 */
#ifndef PITH_PROGRAM_WORKER_LANDLOCK_H
#define PITH_PROGRAM_WORKER_LANDLOCK_H

/* What a process may still do with files that it has not opened yet. */
enum landlock_files { LANDLOCK_NO_FILES, LANDLOCK_READ_FILES, LANDLOCK_WRITE_FILES };

/* Denies this process and its children everything else that the kernel's Landlock knows: opening,
 * creating, renaming and executing files, connecting to or listening on a TCP port or an abstract
 * socket, and sending signals to processes outside. Does nothing if the kernel has no Landlock. The
 * process and its children can no longer gain privileges. */
void landlock_enter(enum landlock_files files);

#endif
