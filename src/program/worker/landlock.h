/*
 * Restricts a process by Linux's Landlock, as a second wall beside seccomp: what it forbids stays
 * forbidden if a system call is overlooked there.
 */
#ifndef PITH_PROGRAM_WORKER_LANDLOCK_H
#define PITH_PROGRAM_WORKER_LANDLOCK_H

/* What a process may still do with files that it has not opened yet. */
enum landlock_files { LANDLOCK_NO_FILES, LANDLOCK_READ_FILES, LANDLOCK_WRITE_FILES };

/* Forbids this process and its children everything else that Landlock of this kernel knows: to
 * open, create, rename and execute files, to connect to or listen on a TCP port or an abstract
 * socket, and to send signals to processes that were not started inside. Does nothing if the kernel
 * has no Landlock. The process and its children can no longer gain privileges. */
void landlock_enter(enum landlock_files files);

#endif
