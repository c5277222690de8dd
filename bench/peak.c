/* Runs a command and writes its peak memory in KiB to a file: peak FILE COMMAND [ARG...].
 *
 * The runner cannot measure this itself: a child's ru_maxrss starts at its parent's size, and an
 * interpreter is larger than what it would measure. This parent is small. */
#define _DEFAULT_SOURCE /* wait4 */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* The command's exit status, as in a shell. */
static int exit_code(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(int argc, char **argv) {
    int status;
    struct rusage usage;
    pid_t child;
    FILE *file;

    if (argc < 3) {
        fputs("usage: peak FILE COMMAND [ARG...]\n", stderr);
        return 2;
    }
    child = fork();
    if (child == 0) {
        execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) < 0) {
        perror("peak");
        return 2;
    }
    file = fopen(argv[1], "w");
    if (file == NULL || fprintf(file, "%ld\n", usage.ru_maxrss) < 0 || fclose(file) != 0) {
        perror(argv[1]);
        return 2;
    }
    return exit_code(status);
}
