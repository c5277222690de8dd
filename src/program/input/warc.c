/*
 * Splits a stream into the records of WARC and ARC files; see warc.h. Records without pages are
 * skipped unread.
 *
 * A record ends where its length says or, in files compressed record by record, at the end of its
 * member if that comes first: a length that is too large does not swallow the records in later
 * members. The content of a record is not searched for the header of another. After damage in a
 * file compressed record by record, the next record is the next member; in other files it is where
 * a header seems to begin.
 */
#define _GNU_SOURCE
#include "program/input/warc.h"

#include <string.h>

#include "base/ascii.h"
#include "program/input/http.h"
#include "program/input/splitter.h"
#include "program/input/warc_record.h"

/* What the reader needs of a record's header. */
struct head {
    size_t len;       /* bytes, including the empty line at its end; 0: more must be read */
    size_t block_len; /* length of what follows it */
    bool may_hold_page;
};

struct warc {
    struct splitter input;
    size_t max_record_bytes;
    size_t passing; /* bytes after input.at to skip, read or not yet read */
    bool is_lost;   /* looking for the next record after damage */
    bool is_begun;  /* a byte of the file has been seen */
    bool is_arc;    /* it is an ARC file */
    /* The header that was read last, so that none is read again for each part that arrives: */
    struct head head;
    uint64_t head_at;   /* its position in the file, decompressed */
    size_t head_looked; /* how many bytes from there have been looked at; 0: none */
    /* The same for the line at which a record may begin, while looking for one: */
    uint64_t line_at;
    size_t line_looked;
    /* For compressed files: */
    bool is_at_member_end;      /* what was read ends with a member */
    bool has_member_break;      /* a member ended within a record ... */
    size_t member_break;        /* ... at this position in input.read */
    bool is_continuous;         /* members do not end where records do */
    size_t n_records_in_member; /* with a valid header */
    const char *reason;         /* to report: damage or an error */
};

/* A record's header is a dozen lines of a few hundred bytes, and a URL of 70 KB has been seen; a
 * longer header is considered damage. */
enum { MAX_HEAD_BYTES = 1 << 20 };

/* Two line breaks follow a record. The search for the end of its member goes through no more than
 * this. */
enum { MAX_BREAKS = 64 };

struct warc *warc_new(const struct options *options) {
    struct warc *warc = splitter_new(options, sizeof *warc);
    size_t page = options->page.max_input_bytes;
    /* Chunks and HTTP's header add next to nothing to a page of maximum size, and compression makes
     * it smaller. */
    if (warc)
        warc->max_record_bytes = page > SIZE_MAX / 4 ? SIZE_MAX / 2 : page + page / 8 + (1 << 20);
    return warc;
}

void warc_free(struct warc *warc) {
    splitter_free(warc);
}

static struct str unread(const struct warc *warc) {
    return (struct str){warc->input.read.data ? warc->input.read.data + warc->input.at : "",
                        warc->input.read.len - warc->input.at};
}

/* Skips what is to be skipped, as far as it has been read. True when all of it has been. */
static bool skip_ahead(struct warc *warc) {
    size_t len = unread(warc).len;
    size_t step = warc->passing < len ? warc->passing : len;
    warc->input.at += step;
    warc->passing -= step;
    return warc->passing == 0;
}

static size_t n_breaks(struct str s) {
    size_t n = 0;
    while (n < s.len && (s.at[n] == '\r' || s.at[n] == '\n'))
        n++;
    return n;
}

/* ---- Headers ---- */

static const char *read_arc_head(struct str left, struct head *out) {
    struct arc_head head;
    size_t end = str_find_byte(left, 0, '\n');
    *out = (struct head){0};
    if (end == left.len)
        return end > MAX_HEAD_BYTES ? "damaged record, skipped" : NULL;
    if (!warc_read_arc_head(str_between(left, 0, end), &head))
        return "damaged record, skipped";
    *out = (struct head){end + 1, head.len, str_starts_with(head.url, STR("http"))};
    return NULL;
}

static bool begins_record(const struct warc *warc, struct str bytes) {
    struct head head;
    if (!warc->is_arc)
        return warc_is_head(bytes);
    return !read_arc_head(bytes, &head) && head.len > 0;
}

/* The start of the line that begins with `sign`, after a line break; bytes.len if there is none. */
static size_t find_sign(const struct warc *warc, struct str bytes, struct str sign) {
    size_t at = 0;
    while ((at += str_find(str_between(bytes, at, bytes.len), sign)) < bytes.len) {
        if (begins_record(warc, str_between(bytes, at + 1, bytes.len)))
            return at + 1;
        at++;
    }
    return bytes.len;
}

/* What may belong to a record's header: everything up to a line that begins like the next header,
 * so that a truncated header does not swallow that, and up to the limit. */
static struct str head_room(const struct warc *warc, struct str left) {
    struct str room = str_between(left, 0, left.len < MAX_HEAD_BYTES ? left.len : MAX_HEAD_BYTES);
    for (size_t at = 0, next; at < room.len; at = next) {
        next = at;
        struct str line = str_next_line(room, &next);
        if (at && str_starts_with(line, STR("WARC/")) &&
            begins_record(warc, str_between(room, at, room.len)))
            return str_between(room, 0, at);
        if (line.len == 0 || str_equals(line, STR("\r")))
            return str_between(room, 0, next);
    }
    return room;
}

static const char *read_warc_head(const struct warc *warc, struct str left, struct head *out) {
    struct str room = head_room(warc, left);
    struct str sign = str_between(left, 0, left.len < 8 ? left.len : 8);
    *out = (struct head){.len = http_head_len(room)};
    if (out->len && left.at[out->len - 1] != '\n')
        out->len = 0; /* only half of the empty line has been read */
    bool begins = sign.len == 8 ? warc_is_head(sign)
                                : memcmp(sign.at, "WARC/", sign.len < 5 ? sign.len : 5) == 0;
    if (!begins || (!out->len && room.len < left.len))
        return "damaged record, skipped";
    struct str head = str_between(left, 0, out->len);
    if (out->len && !http_content_length(head, &out->block_len))
        return "a record without a length";
    out->may_hold_page = warc_may_hold_page(head);
    return NULL;
}

/* Returns NULL, or what is wrong with the header at the start of `left`. */
static const char *read_head(const struct warc *warc, struct str left, struct head *out) {
    return warc->is_arc ? read_arc_head(left, out) : read_warc_head(warc, left, out);
}

/* Whether a header whose first `looked` bytes contain no end may end in the bytes after them: at an
 * empty line, or where another header begins. */
static bool may_end_after(const struct warc *warc, struct str left, size_t looked) {
    size_t at = looked < 8 ? 0 : looked - 8;
    if (at == 0 || left.len > MAX_HEAD_BYTES)
        return true;
    if (warc->is_arc)
        return str_find_byte(left, looked, '\n') < left.len;
    while ((at = str_find_byte(left, at, '\n') + 1) < left.len) {
        struct str line = str_between(left, at, left.len);
        if (*line.at == '\n' || str_starts_with(line, STR("\r\n")) || warc_is_head(line))
            return true;
    }
    return false;
}

/* As read_head, for the header at input.at, which arrives piece by piece. */
static const char *read_next_head(struct warc *warc, struct head *out) {
    struct str left = unread(warc);
    uint64_t at = stream_offset(warc->input.stream) - left.len;
    size_t looked = at == warc->head_at ? warc->head_looked : 0;
    const char *wrong = NULL;
    if (looked == 0 || (warc->head.len == 0 && may_end_after(warc, left, looked)))
        wrong = read_head(warc, left, &warc->head);
    *out = warc->head;
    warc->head_at = at;
    warc->head_looked = wrong ? 0 : left.len;
    return wrong;
}

/* ---- Damage ---- */

/* How much at the end of `left` may be the beginning of a record's header, of which more is to be
 * read: of an ARC file a whole line. */
static size_t may_begin_len(const struct warc *warc, struct str left) {
    size_t start = left.len;
    while (start > 0 && left.at[start - 1] != '\n')
        start--;
    struct str line = str_between(left, start, left.len);
    if (warc->is_arc && start > 0 && line.len < MAX_HEAD_BYTES &&
        str_starts_with(line, STR("http")))
        return line.len + 1;
    return left.len < 8 ? left.len : 8;
}

/* Whether the line that was kept only goes on. */
static bool is_in_line(struct warc *warc) {
    struct str left = unread(warc);
    uint64_t at = stream_offset(warc->input.stream) - left.len;
    size_t looked = at == warc->line_at ? warc->line_looked : 0;
    bool goes_on =
        looked && left.len < MAX_HEAD_BYTES && str_find_byte(left, looked, '\n') == left.len;
    warc->line_looked = goes_on ? left.len : 0;
    return goes_on;
}

/* Keeps the last `len` bytes of what has been read: a record may begin there. */
static void keep_line(struct warc *warc, size_t len) {
    warc->input.at = warc->input.read.len - len;
    warc->line_at = stream_offset(warc->input.stream) - len;
    warc->line_looked = len;
}

/* After damage: goes to where a record seems to begin; false if none has been seen yet. */
static bool find_record(struct warc *warc) {
    struct str left = unread(warc);
    bool skips_member = stream_is_packed(warc->input.stream) && !warc->is_continuous &&
                        warc->n_records_in_member == 0;
    if (skips_member) {
        warc->input.at = warc->input.read.len;
        return false;
    }
    if (is_in_line(warc))
        return false;
    if (begins_record(warc, left)) {
        warc->is_lost = false;
        return true;
    }
    size_t at = find_sign(warc, left, warc->is_arc ? STR("\nhttp") : STR("\nWARC/"));
    warc->is_lost = at == left.len;
    if (warc->is_lost)
        keep_line(warc, may_begin_len(warc, left));
    else
        warc->input.at += at;
    return !warc->is_lost;
}

/* Whether nothing of the file has been read as a record. */
static bool is_at_start(const struct warc *warc) {
    return !warc->is_arc && stream_offset(warc->input.stream) == unread(warc).len &&
           !warc_is_head(unread(warc));
}

static enum source_state lose(struct warc *warc, const char *reason) {
    warc->is_lost = true;
    warc->reason = reason;
    if (warc->input.at < warc->input.read.len)
        warc->input.at++; /* so as not to find the same record again */
    return SOURCE_WAIT;
}

/* ---- Records ---- */

/* The position of the record of `all` bytes in its file. In a compressed file only a record that
 * has a member to itself has a position. */
static struct job_place place_of(const struct warc *warc, size_t all, bool is_alone) {
    struct stream_member member = stream_member(warc->input.stream);
    if (!stream_is_packed(warc->input.stream))
        return (struct job_place){stream_offset(warc->input.stream) - unread(warc).len, all};
    return is_alone ? (struct job_place){member.offset, member.len} : (struct job_place){0, 0};
}

/* Copies the first `len` bytes into a task; `all` bytes are skipped. */
static enum source_state take(struct warc *warc, size_t len, size_t all, struct task *out) {
    const char *name = stream_file(warc->input.stream);
    out->kind = JOB_WARC;
    splitter_copy(&warc->input, len, out);
    out->name = strdup(name);
    out->tells_file = strcmp(name, "-") != 0;
    warc->passing = all;
    skip_ahead(warc);
    return SOURCE_TASK;
}

/* Whether what follows a complete record must be read before it is passed on: in a compressed file
 * the record's position is known at the end of its member. */
static bool must_read_on(const struct warc *warc, size_t all) {
    struct str after = str_between(unread(warc), all, unread(warc).len);
    return stream_is_packed(warc->input.stream) && !warc->is_continuous &&
           !warc->is_at_member_end && after.len <= MAX_BREAKS && n_breaks(after) == after.len;
}

/* Makes a task of the record with this header, which begins at warc->input.at; SOURCE_WAIT if more
 * must be read. */
static enum source_state take_whole(struct warc *warc, const struct head *head, struct task *out) {
    size_t all = head->len + head->block_len;
    size_t left = unread(warc).len;
    bool is_over = all > warc->max_record_bytes;
    size_t wanted = is_over ? warc->max_record_bytes : all;
    if (left < wanted || (!is_over && must_read_on(warc, all)))
        return SOURCE_WAIT;
    struct str after = str_between(unread(warc), wanted, left);
    bool is_alone = warc->is_at_member_end && !is_over && n_breaks(after) == after.len &&
                    warc->n_records_in_member == 0;
    out->place_in_file = place_of(warc, all, is_alone);
    out->is_cut = is_over;
    warc->n_records_in_member++;
    return take(warc, wanted, all, out);
}

/* Makes a task of a record that ends too early, `len` bytes after warc->input.at. */
static enum source_state take_cut(struct warc *warc, size_t len, struct task *out) {
    struct head head;
    struct str left = str_between(unread(warc), 0, len);
    const char *wrong = read_head(warc, left, &head);
    warc->passing = 0;
    if (!wrong && head.len > 0 && head.may_hold_page)
        return take(warc, len, len, out);
    warc->input.at += len;
    return SOURCE_WAIT;
}

/* A member ended within a record. If the next one begins with a record, that one ended there too,
 * whatever its length says; otherwise members do not end where records do. False if more must be
 * read to decide. */
static bool settle_member_break(struct warc *warc, struct task *out, enum source_state *state) {
    struct str next = {warc->input.read.data + warc->member_break,
                       warc->input.read.len - warc->member_break};
    if (next.len < 8 && !warc->is_at_member_end)
        return false;
    warc->has_member_break = false;
    warc->is_continuous = !begins_record(warc, next);
    if (warc->is_continuous)
        return true;
    if (!warc->is_lost)
        warc->reason = "a record claims to be longer than its compressed member";
    bool was_taken = warc->passing > 0 || warc->is_lost;
    warc->passing = 0;
    warc->is_lost = false;
    warc->n_records_in_member = 0;
    if (was_taken)
        warc->input.at = warc->member_break;
    else
        *state = take_cut(warc, warc->member_break - warc->input.at, out);
    return true;
}

/* Finds out which kind of file it is; false if more must be read first. */
static bool begin_file(struct warc *warc) {
    static const struct str sign = STR_INIT("filedesc:");
    struct str left = unread(warc);
    if (warc->is_begun)
        return true;
    if (left.len < sign.len && str_starts_with(sign, left))
        return false;
    warc->is_begun = true;
    warc->is_arc = str_starts_with(left, sign);
    return true;
}

/* Makes a task of a record in what has been read; SOURCE_WAIT if more must be read first. */
static enum source_state take_record(struct warc *warc, struct task *out) {
    enum source_state state = SOURCE_WAIT;
    if (warc->has_member_break && (!settle_member_break(warc, out, &state) || state == SOURCE_TASK))
        return state;
    if (!begin_file(warc))
        return SOURCE_WAIT;
    while (!warc->reason && skip_ahead(warc) && (!warc->is_lost || find_record(warc))) {
        struct head head;
        warc->input.at += n_breaks(unread(warc));
        if (unread(warc).len == 0)
            break;
        const char *wrong = read_next_head(warc, &head);
        if (wrong)
            return lose(warc, is_at_start(warc) ? "not a WARC or ARC file" : wrong);
        if (head.len == 0)
            break;
        if (head.may_hold_page)
            return take_whole(warc, &head, out);
        warc->passing = head.len + head.block_len;
        warc->n_records_in_member++;
    }
    return SOURCE_WAIT;
}

/* The end of a file, or a gap in it: what is left is a truncated record. */
static enum source_state take_last(struct warc *warc, bool is_damaged, struct task *out) {
    struct str left = unread(warc);
    bool is_unfinished = (left.len > 0 || warc->passing > 0) && !warc->is_lost;
    enum source_state state = SOURCE_WAIT;
    if (!warc->reason && is_unfinished && !is_damaged)
        warc->reason = "the last record is cut short";
    if (!warc->is_lost && warc->passing == 0 && left.len > 0)
        state = take_cut(warc, left.len, out);
    out->is_damaged = is_damaged && state == SOURCE_TASK;
    warc->passing = 0;
    warc->is_lost = false;
    warc->input.at = warc->input.read.len;
    return state;
}

static enum source_state report_error(struct warc *warc, struct task *out) {
    const char *reason = warc->reason;
    warc->reason = NULL;
    return splitter_fail(&warc->input, JOB_PAGE, reason, out);
}

/* ---- Stream ---- */

/* Reads more after what is left. */
static enum stream_state read_on(struct warc *warc) {
    if (warc->has_member_break)
        warc->member_break -= warc->input.at;
    return splitter_read(&warc->input);
}

/* Whether something unfinished at the end of a member continues in the next is decided at its
 * start. */
static void end_member(struct warc *warc) {
    warc->is_at_member_end = true;
    if (warc->is_continuous || warc->has_member_break)
        return;
    if (warc->is_lost)
        warc->input.at = warc->input.read.len;
    bool is_unfinished = unread(warc).len > 0 || warc->passing > 0;
    warc->has_member_break = is_unfinished;
    warc->member_break = warc->input.read.len;
    warc->is_at_member_end = !is_unfinished;
    warc->is_lost = false;
    if (!is_unfinished)
        warc->n_records_in_member = 0;
}

static void end_file(struct warc *warc) {
    warc->is_begun = warc->is_at_member_end = warc->has_member_break = warc->is_continuous = false;
    warc->n_records_in_member = 0;
    warc->head_looked = warc->line_looked = 0;
}

/* Reacts to a state of the stream; SOURCE_TASK if that made a task. */
static enum source_state follow(struct warc *warc, enum stream_state state, struct task *out) {
    if (state == STREAM_MEMBER_END) {
        /* First, a complete record that was waiting for this. */
        warc->is_at_member_end = true;
        enum source_state taken = warc->has_member_break ? SOURCE_WAIT : take_record(warc, out);
        warc->input.at += warc->passing == 0 && !warc->is_lost ? n_breaks(unread(warc)) : 0;
        end_member(warc);
        return taken;
    }
    warc->is_at_member_end = false;
    if (state == STREAM_MORE)
        return SOURCE_WAIT;
    if (state != STREAM_FILE_END)
        warc->reason = stream_reason(warc->input.stream);
    enum source_state taken = take_last(warc, state == STREAM_DAMAGE, out);
    if (state != STREAM_DAMAGE)
        end_file(warc);
    warc->has_member_break = false;
    warc->n_records_in_member = 0;
    return taken;
}

static enum source_state next_task(void *self, struct task *out) {
    struct warc *warc = self;
    for (int n_reads = 0; n_reads < SPLITTER_MAX_READS; n_reads++) {
        if (warc->reason)
            return report_error(warc, out);
        if (take_record(warc, out) == SOURCE_TASK)
            return SOURCE_TASK;
        if (warc->reason)
            continue;
        enum stream_state state = read_on(warc);
        if (state == STREAM_NONE)
            return SOURCE_MORE;
        if (state == STREAM_WAIT)
            return SOURCE_WAIT;
        if (state == STREAM_END)
            return SOURCE_END;
        if (follow(warc, state, out) == SOURCE_TASK)
            return SOURCE_TASK;
    }
    return SOURCE_MORE;
}

struct source warc_source(struct warc *warc) {
    return splitter_source(warc, next_task);
}
