/*
 * A stream into WARC records; see warc.h. Records of other types than response are passed
 * over unread, damage up to where the next record seems to begin.
 */
#define _GNU_SOURCE
#include "program/input/warc.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "program/input/http.h"
#include "program/input/stream.h"

struct warc {
    struct stream *stream;
    size_t max_record_bytes;
    struct file_bytes read;
    size_t at;          /* what is before it was dealt with */
    size_t passing;     /* bytes behind `at` that are to be passed over, read or not */
    bool is_lost;       /* looking for the next record after damage */
    const char *reason; /* to be told: damage or trouble */
};

/* A record's head is a dozen lines of a few hundred bytes; a longer one is taken for damage. */
enum { MAX_HEAD_BYTES = 64 << 10 };

struct warc *warc_new(const struct options *options) {
    struct warc *warc = calloc(1, sizeof *warc);
    size_t page = options->page.max_input_bytes;
    if (!warc)
        return NULL;
    warc->stream = stream_new(options);
    /* Chunks and HTTP's head add next to nothing to a page at its limit; compression takes away. */
    warc->max_record_bytes = page > SIZE_MAX / 4 ? SIZE_MAX / 2 : page + page / 8 + (1 << 20);
    if (warc->stream)
        return warc;
    free(warc);
    return NULL;
}

void warc_free(struct warc *warc) {
    if (!warc)
        return;
    stream_free(warc->stream);
    file_bytes_done(&warc->read);
    free(warc);
}

static struct str unread(const struct warc *warc) {
    return (struct str){warc->read.data ? warc->read.data + warc->at : "",
                        warc->read.len - warc->at};
}

/* Passes over what is to be, as far as it was read. True when all of it is past. */
static bool pass_over(struct warc *warc) {
    size_t len = unread(warc).len;
    size_t step = warc->passing < len ? warc->passing : len;
    warc->at += step;
    warc->passing -= step;
    return warc->passing == 0;
}

/* The empty lines between two records. */
static void pass_breaks(struct warc *warc) {
    struct str left = unread(warc);
    size_t n = 0;
    while (n < left.len && (left.at[n] == '\r' || left.at[n] == '\n'))
        n++;
    warc->at += n;
}

/* After damage: goes to where a record seems to begin; false when it was not seen yet. */
static bool find_record(struct warc *warc) {
    struct str left = unread(warc);
    size_t at = str_find(left, STR("\nWARC/1."));
    if (str_starts_with(left, STR("WARC/1."))) {
        warc->is_lost = false;
        return true;
    }
    /* Its last bytes may be the beginning of the sign. */
    warc->at += at < left.len ? at + 1 : left.len < 8 ? 0 : left.len - 7;
    warc->is_lost = at == left.len;
    return !warc->is_lost;
}

static enum source_state lose(struct warc *warc, const char *reason) {
    warc->is_lost = true;
    warc->reason = reason;
    if (warc->at < warc->read.len)
        warc->at++; /* not to find the same record again */
    return SOURCE_WAIT;
}

/* Copies the first `len` bytes into a task; `all` bytes are passed over. */
static enum source_state take(struct warc *warc, size_t len, size_t all, struct task *out) {
    out->kind = JOB_WARC;
    out->is_cut = len < all;
    if (file_bytes_reserve(&out->bytes, len) != 0) {
        out->reason = strerror(ENOMEM);
    } else {
        memcpy(out->bytes.data, warc->read.data + warc->at, len);
        out->bytes.len = len;
    }
    out->name = strdup(stream_file(warc->stream));
    warc->passing = all;
    pass_over(warc);
    return SOURCE_TASK;
}

/* As much as may be a record's head: up to the sign of the next, so that none is swallowed and no
 * byte is looked through for more than one, and not over the limit. */
static struct str head_room(struct str left) {
    struct str room = str_between(left, 0, left.len < MAX_HEAD_BYTES ? left.len : MAX_HEAD_BYTES);
    size_t sign = str_find(room, STR("\nWARC/1."));
    return sign < room.len ? str_between(room, 0, sign + 1) : room;
}

static bool is_response(struct str head) {
    return str_equals_lower(http_header(head, STR("warc-type")), STR("response"));
}

/* Takes a record out of what was read; SOURCE_WAIT when more must be read first. */
static enum source_state take_record(struct warc *warc, struct task *out) {
    size_t len;
    while (pass_over(warc) && (!warc->is_lost || find_record(warc))) {
        pass_breaks(warc);
        struct str left = unread(warc);
        size_t sign = left.len < 7 ? left.len : 7;
        struct str room = head_room(left);
        size_t head_len = http_head_len(room);
        if (memcmp(left.at, "WARC/1.", sign) != 0 || (!head_len && room.len < left.len))
            return lose(warc, "damaged record");
        if (head_len == 0)
            break;
        struct str head = str_between(left, 0, head_len);
        if (!http_content_length(head, &len))
            return lose(warc, "a record without its length");
        warc->passing = is_response(head) ? 0 : head_len + len;
        if (warc->passing > 0)
            continue;
        size_t all = head_len + len;
        size_t wanted = all < warc->max_record_bytes ? all : warc->max_record_bytes;
        if (left.len < wanted)
            break;
        return take(warc, wanted, all, out);
    }
    return SOURCE_WAIT;
}

/* The end of a file, or a gap in it: what is left is a record that was cut short. */
static enum source_state take_last(struct warc *warc, struct task *out) {
    struct str left = unread(warc);
    size_t head_len = http_head_len(left);
    bool is_record = head_len && str_starts_with(left, STR("WARC/1.")) && !warc->is_lost;
    if (!warc->reason && (left.len > 0 || warc->passing > 0) && !warc->is_lost)
        warc->reason = "the last record is cut short";
    warc->passing = 0;
    warc->is_lost = false;
    if (is_record && is_response(str_between(left, 0, head_len)))
        return take(warc, left.len, left.len, out);
    warc->at = warc->read.len;
    return SOURCE_WAIT;
}

static enum source_state tell_trouble(struct warc *warc, struct task *out) {
    out->kind = JOB_PAGE;
    out->reason = warc->reason;
    out->name = strdup(stream_file(warc->stream));
    warc->reason = NULL;
    return SOURCE_TASK;
}

/* Reads on behind what is left, which is moved to the front. */
static enum stream_state read_on(struct warc *warc) {
    file_bytes_drop(&warc->read, warc->at);
    warc->at = 0;
    return stream_read(warc->stream, &warc->read);
}

static enum source_state next_task(void *self, struct task *out) {
    struct warc *warc = self;
    for (;;) {
        if (warc->reason)
            return tell_trouble(warc, out);
        if (take_record(warc, out) == SOURCE_TASK)
            return SOURCE_TASK;
        if (warc->reason)
            continue;
        enum stream_state state = read_on(warc);
        if (state == STREAM_WAIT)
            return SOURCE_WAIT;
        if (state == STREAM_END)
            return SOURCE_END;
        if (state == STREAM_TROUBLE || state == STREAM_DAMAGE)
            warc->reason = stream_reason(warc->stream);
        if (state != STREAM_MORE && take_last(warc, out) == SOURCE_TASK)
            return SOURCE_TASK;
    }
}

static int fd(const void *self) {
    const struct warc *warc = self;
    return stream_fd(warc->stream);
}

static double share(const void *self) {
    const struct warc *warc = self;
    return stream_share(warc->stream);
}

struct source warc_source(struct warc *warc) {
    return (struct source){warc, next_task, fd, share};
}
