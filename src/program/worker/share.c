/*
 * A sealed memory file; see share.h and memfd_create(2).
 */
#define _GNU_SOURCE
#include "program/worker/share.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "program/platform.h"

static const size_t SHARE_BYTES = (size_t)SHARE_PLACES * SHARE_PLACE_BYTES;

/* Growing a file over the limit would end the process with SIGXFSZ. */
static bool is_within_limit(void) {
    struct rlimit limit;
    return getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur >= SHARE_BYTES;
}

/* A forked child must not inherit the pool's mapping, through which it could write. */
static char *map_for_pool(int fd) {
    if (ftruncate(fd, (off_t)SHARE_BYTES) != 0)
        return NULL;
    char *view = mmap(NULL, SHARE_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (view == MAP_FAILED)
        return NULL;
    if (platform_seal(fd, view, SHARE_BYTES) == 0)
        return view;
    munmap(view, SHARE_BYTES);
    return NULL;
}

void share_open(struct share *share) {
    *share = (struct share){0};
    int fd = is_within_limit() ? platform_memory_file() : -1;
    if (fd < 0)
        return;
    share->fd = fd;
    share->places = map_for_pool(fd);
    if (!share->places)
        close(fd);
}

void share_close(struct share *share) {
    if (!share->places)
        return;
    munmap(share->places, SHARE_BYTES);
    close(share->fd);
    *share = (struct share){0};
}

const char *share_view(const struct share *share) {
    if (!share->places)
        return NULL;
    const char *view = mmap(NULL, SHARE_BYTES, PROT_READ, MAP_SHARED, share->fd, 0);
    return view == MAP_FAILED ? NULL : view;
}

struct file_bytes share_lend(struct share *share) {
    for (unsigned i = 0; share->places && i < SHARE_PLACES; i++) {
        if (share->is_taken & 1u << i)
            continue;
        share->is_taken |= 1u << i;
        return (struct file_bytes){.data = share->places + (size_t)i * SHARE_PLACE_BYTES,
                                   .cap = SHARE_PLACE_BYTES,
                                   .is_lent = true};
    }
    return (struct file_bytes){0};
}

uint32_t share_place(const struct share *share, const char *data) {
    for (uint32_t i = 0; share->places && i < SHARE_PLACES; i++) {
        if (data == share->places + (size_t)i * SHARE_PLACE_BYTES)
            return i + 1;
    }
    return 0;
}

void share_take_back(struct share *share, const char *data) {
    uint32_t place = share_place(share, data);
    if (place)
        share->is_taken &= ~(1u << (place - 1));
}
