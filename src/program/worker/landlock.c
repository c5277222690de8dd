/*
 * Calls Landlock, for which the C library has no functions; see landlock.h.
 */
#define _GNU_SOURCE
#include "program/worker/landlock.h"

#ifdef __linux__

#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* As in <linux/landlock.h>, which may be older than the running kernel. */
struct ruleset {
    uint64_t files, net, scoped;
};

struct path_rule {
    uint64_t allowed;
    int32_t parent_fd;
} __attribute__((packed));

enum { ASK_VERSION = 1, PATH_BENEATH = 1, CONNECT_AND_BIND = 3, SOCKETS_AND_SIGNALS = 3 };

/* Rights to files, one bit each. */
enum right {
    WRITE_FILE = 1 << 1,
    READ_FILE = 1 << 2,
    READ_DIR = 1 << 3,
    REMOVE_FILE = 1 << 5,
    MAKE_DIR = 1 << 7,
    MAKE_REG = 1 << 8,
    REFER = 1 << 13,
    TRUNCATE = 1 << 14
};

enum {
    READING = READ_FILE | READ_DIR,
    WRITING = READING | WRITE_FILE | REMOVE_FILE | MAKE_DIR | MAKE_REG | REFER | TRUNCATE
};

/* All rights to files that a version of Landlock knows: 13 in version 1; version 2 added REFER,
 * version 3 TRUNCATE, version 5 ioctl on devices. */
static uint64_t rights_of(long version) {
    unsigned n = version >= 5 ? 16 : version >= 3 ? 15 : version == 2 ? 14 : 13;
    return (UINT64_C(1) << n) - 1;
}

/* Version 4 added the network, version 6 scopes; older kernels expect a shorter structure. */
static int make_ruleset(long version) {
    struct ruleset rules = {rights_of(version), version >= 4 ? CONNECT_AND_BIND : 0,
                            version >= 6 ? SOCKETS_AND_SIGNALS : 0};
    size_t size = version >= 6   ? sizeof rules
                  : version >= 4 ? offsetof(struct ruleset, scoped)
                                 : offsetof(struct ruleset, net);
    return (int)syscall(SYS_landlock_create_ruleset, &rules, size, 0);
}

static int allow_everywhere(int ruleset, uint64_t rights) {
    int root = open("/", O_PATH | O_CLOEXEC);
    if (root < 0)
        return -1;
    struct path_rule rule = {rights, root};
    int error = (int)syscall(SYS_landlock_add_rule, ruleset, PATH_BENEATH, &rule, 0);
    close(root);
    return error;
}

void landlock_enter(enum landlock_files files) {
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, ASK_VERSION);
    if (version < 1 || (version == 1 && files == LANDLOCK_WRITE_FILES))
        return; /* version 1 always forbids moving files between directories */
    int ruleset = make_ruleset(version);
    if (ruleset < 0)
        return;
    uint64_t allowed = files == LANDLOCK_WRITE_FILES  ? WRITING
                       : files == LANDLOCK_READ_FILES ? READING
                                                      : 0;
    if (allowed == 0 || allow_everywhere(ruleset, allowed & rights_of(version)) == 0) {
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        syscall(SYS_landlock_restrict_self, ruleset, 0);
    }
    close(ruleset);
}

#else

void landlock_enter(enum landlock_files files) {
    (void)files;
}

#endif
