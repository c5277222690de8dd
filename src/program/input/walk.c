/*
 * Finds the pages in directory trees; see walk.h. A file named on the command line is a page
 * whatever its name; one found in a directory must prove to be one.
 */
#define _GNU_SOURCE
#include "program/input/walk.h"

#include <errno.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct walk {
    const struct options *options;
    size_t next_file;     /* index of the next operand */
    FTS *tree;            /* the current directory tree, or NULL */
    size_t root_len;      /* bytes of its path */
    char *root;           /* its path without symbolic links, or NULL */
    bool tells_file;      /* whether answers name their file */
    size_t n_done, n_all; /* n_all is 0 while unknown */
    dev_t out_device;     /* the output directory is not input */
    ino_t out_inode;
    struct task slow; /* a page that is read from a pipe or a terminal ... */
    int slow_fd;      /* ... from here, or -1 */
};

/* With one input its name is noise, but a column of a table is always there. */
static bool tells_file(const struct options *options) {
    struct stat status;
    bool is_tree = stat(options->files[0], &status) == 0 && S_ISDIR(status.st_mode);
    return options->n_files > 1 || is_tree || options_tell_file(options);
}

struct walk *walk_new(const struct options *options) {
    struct walk *walk = calloc(1, sizeof *walk);
    struct stat status;
    if (!walk)
        return NULL;
    walk->options = options;
    walk->tells_file = tells_file(options);
    walk->slow_fd = -1;
    if (options->out_dir && stat(options->out_dir, &status) == 0) {
        walk->out_device = status.st_dev;
        walk->out_inode = status.st_ino;
    }
    return walk;
}

static void drop_slow(struct walk *walk) {
    if (walk->slow_fd >= 0)
        file_close(walk->slow_fd);
    walk->slow_fd = -1;
    file_bytes_done(&walk->slow.bytes);
    free(walk->slow.name);
    free(walk->slow.place);
    walk->slow = (struct task){0};
}

static void close_tree(struct walk *walk) {
    if (walk->tree)
        fts_close(walk->tree);
    free(walk->root);
    walk->tree = NULL;
    walk->root = NULL;
}

void walk_free(struct walk *walk) {
    if (!walk)
        return;
    close_tree(walk);
    drop_slow(walk);
    free(walk);
}

static bool has_ending(const char *name, size_t len, const char *ending) {
    size_t ending_len = strlen(ending);
    return len > ending_len && strncasecmp(name + len - ending_len, ending, ending_len) == 0;
}

/* Names of pages as saved by wget and browsers, and of dumps: these files need no tags to be
 * pages. */
static bool is_page_name(const char *name) {
    static const char *const endings[] = {".html", ".htm", ".xhtml", ".txt"};
    size_t len = strlen(name);
    if (has_ending(name, len, ".gz"))
        len -= 3;
    for (size_t i = 0; i < N_OF(endings); i++) {
        if (has_ending(name, len, endings[i]))
            return true;
    }
    return false;
}

/* Hidden files are not part of a site, and robots.txt is not for readers. */
static bool is_visible(const char *name) {
    return name[0] != '.' && strcmp(name, "robots.txt") != 0;
}

static int compare_names(const FTSENT **a, const FTSENT **b) {
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

/* Links to directories are not followed, so that a walk cannot loop; and the working directory is
 * not changed, so that names stay valid. */
static FTS *open_tree(const char *root) {
    char *paths[] = {strdup(root), NULL};
    FTS *tree = paths[0]
                    ? fts_open(paths, FTS_PHYSICAL | FTS_NOCHDIR | FTS_COMFOLLOW, compare_names)
                    : NULL;
    free(paths[0]);
    return tree;
}

/* Whether `path` is in the tree with the root `root`; both are without symbolic links. */
static bool is_below(const char *path, const char *root) {
    size_t len = strlen(root);
    return strncmp(path, root, len) == 0 && (path[len] == '/' || len == 1);
}

/* Why a file that is not read is skipped; NULL for those that are never reported. */
static const char *find_reason_to_skip(const FTSENT *entry) {
    struct stat status;
    if (!is_visible(entry->fts_name))
        return NULL;
    if (entry->fts_info == FTS_DEFAULT)
        return "neither a file nor a directory";
    if (entry->fts_info != FTS_SL)
        return NULL;
    if (stat(entry->fts_path, &status) != 0)
        return "a link to nothing";
    return S_ISDIR(status.st_mode)   ? "a link to a directory"
           : S_ISREG(status.st_mode) ? "a link that leads out of the directory (see --follow)"
                                     : "neither a file nor a directory";
}

/* A link to a file in the tree is read. One that leads out of the tree is followed only if the user
 * asks for it: otherwise whoever made the tree could have any of the user's files read as a page.
 */
static bool is_linked_file(const struct walk *walk, const FTSENT *entry) {
    struct stat status;
    if (stat(entry->fts_path, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    if (walk->options->follow)
        return true;
    char *path = realpath(entry->fts_path, NULL);
    bool is_inside = path && walk->root && is_below(path, walk->root);
    free(path);
    return is_inside;
}

/* Whether the entry may be a page. */
static bool is_page(const struct walk *walk, const FTSENT *entry) {
    bool is_file = entry->fts_info == FTS_F;
    bool is_link = entry->fts_info == FTS_SL;
    return is_visible(entry->fts_name) && (is_file || (is_link && is_linked_file(walk, entry)));
}

/* Whether the entry is to be reported: a page, something that could not be read, or with --verbose
 * something that is skipped. */
static bool is_wanted(const struct walk *walk, const FTSENT *entry) {
    switch (entry->fts_info) {
    case FTS_F:
    case FTS_SL:
        return is_page(walk, entry) || (walk->options->verbose && find_reason_to_skip(entry));
    case FTS_DEFAULT:
        return walk->options->verbose && find_reason_to_skip(entry);
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS:
        return true;
    default:
        return false;
    }
}

static bool is_out_dir(const struct walk *walk, const struct stat *status) {
    return walk->out_inode && status->st_dev == walk->out_device &&
           status->st_ino == walk->out_inode;
}

/* The next entry of the tree that is to be reported, or NULL. */
static FTSENT *next_entry(const struct walk *walk, FTS *tree) {
    FTSENT *entry;
    while ((entry = fts_read(tree)) != NULL) {
        if (entry->fts_info == FTS_D && is_out_dir(walk, entry->fts_statp))
            fts_set(tree, entry, FTS_SKIP);
        else if (is_wanted(walk, entry))
            return entry;
    }
    return NULL;
}

static bool is_regular(int fd) {
    struct stat status;
    return fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

/* Reads the whole file, unless reading may block; that is left to read_slow. */
static void read_task(struct walk *walk, const char *name, struct task *out) {
    int fd;
    size_t max = walk->options->page.max_input_bytes;
    int error = file_open(name, &fd);
    if (!error && !is_regular(fd)) {
        walk->slow = *out;
        walk->slow.bytes = (struct file_bytes){0}; /* the borrowed memory is only for this call */
        walk->slow_fd = fd;
        *out = (struct task){.bytes = out->bytes};
        return;
    }
    if (!error) {
        error = file_read(fd, max, &out->bytes);
        file_close(fd);
    }
    out->is_cut = out->bytes.len > max;
    if (error)
        out->reason = file_error_text(name, error);
    out->is_skipped = out->is_found && error == EDEADLK;
}

/* Continues reading from a pipe without blocking, so that the pool can react to signals
 * meanwhile. */
static enum source_state read_slow(struct walk *walk, struct task *out) {
    size_t max = walk->options->page.max_input_bytes;
    struct task *task = &walk->slow;
    bool at_end = false;
    int error = 0;
    while (!at_end && !error) {
        if (!file_is_ready(walk->slow_fd, 0))
            return SOURCE_WAIT;
        error = file_read_once(walk->slow_fd, max, &task->bytes, &at_end);
    }
    task->is_cut = task->bytes.len > max;
    task->reason = error ? strerror(error) : NULL;
    *out = *task;
    walk->slow = (struct task){0};
    drop_slow(walk);
    return SOURCE_TASK;
}

/* Makes a task for the file `name`, whose answer goes to `place` below the output directory. */
static void make_task(struct walk *walk, const char *name, const char *place, struct task *out) {
    out->kind = JOB_PAGE;
    out->tells_file = walk->tells_file;
    out->name = strdup(name);
    out->place = strdup(place);
    if (!out->name || !out->place)
        out->reason = strerror(ENOMEM);
    else
        read_task(walk, name, out);
    walk->n_done++;
}

/* The state after make_task: whether the task is complete already. */
static enum source_state task_state(struct walk *walk, struct task *out) {
    return walk->slow_fd >= 0 ? read_slow(walk, out) : SOURCE_TASK;
}

static const char *base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* The next page of the current tree; false at its end. */
static bool next_in_tree(struct walk *walk, struct task *out) {
    FTSENT *entry = next_entry(walk, walk->tree);
    if (!entry) {
        close_tree(walk);
        return false;
    }
    const char *place = entry->fts_path + walk->root_len;
    place += strspn(place, "/");
    const char *why_not = is_page(walk, entry) ? NULL : find_reason_to_skip(entry);
    if (why_not) {
        out->name = strdup(entry->fts_path);
        out->is_skipped = true;
        out->reason = why_not;
        walk->n_done++;
        return true;
    }
    out->is_found = true;
    make_task(walk, entry->fts_path, *place ? place : entry->fts_name, out);
    out->needs_tags = !is_page_name(entry->fts_name);
    if (entry->fts_info == FTS_DNR || entry->fts_info == FTS_ERR || entry->fts_info == FTS_NS)
        out->reason = strerror(entry->fts_errno);
    return true;
}

static bool is_directory(const char *name, struct stat *status) {
    return strcmp(name, "-") != 0 && stat(name, status) == 0 && S_ISDIR(status->st_mode);
}

static void open_root(struct walk *walk, const char *name) {
    walk->tree = open_tree(name);
    walk->root = realpath(name, NULL);
    walk->root_len = strlen(name);
}

/* Opens an operand that is a directory, or makes a task of one that is a file. */
static enum source_state open_operand(struct walk *walk, const char *name, struct task *out) {
    struct stat status;
    bool is_tree = is_directory(name, &status);
    if (is_tree && !is_out_dir(walk, &status))
        open_root(walk, name);
    if (walk->tree)
        return SOURCE_WAIT;
    make_task(walk, name, strcmp(name, "-") == 0 ? "stdin" : base_name(name), out);
    if (is_tree && is_out_dir(walk, &status))
        out->reason = "the output directory cannot be the input directory";
    return task_state(walk, out);
}

static enum source_state next_task(void *self, struct task *out) {
    struct walk *walk = self;
    for (;;) {
        if (walk->slow_fd >= 0)
            return read_slow(walk, out);
        if (walk->tree && next_in_tree(walk, out))
            return task_state(walk, out);
        if (walk->next_file == walk->options->n_files)
            return SOURCE_END;
        enum source_state state = open_operand(walk, walk->options->files[walk->next_file++], out);
        if (!walk->tree)
            return state;
    }
}

static int slow_fd(const void *self) {
    const struct walk *walk = self;
    return walk->slow_fd;
}

static double share(const void *self) {
    const struct walk *walk = self;
    return walk->n_all ? (double)walk->n_done / (double)walk->n_all : -1;
}

void walk_count(struct walk *walk) {
    walk->n_all = 0;
    for (size_t i = 0; i < walk->options->n_files; i++) {
        const char *name = walk->options->files[i];
        struct stat status;
        if (is_directory(name, &status))
            open_root(walk, name);
        walk->n_all += !walk->tree;
        while (walk->tree && next_entry(walk, walk->tree))
            walk->n_all++;
        close_tree(walk);
    }
}

struct source walk_source(struct walk *walk) {
    return (struct source){walk, next_task, slow_fd, share};
}
