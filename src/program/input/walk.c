/*
 * Directory trees into pages; see walk.h. A file that is named is a page whatever its name;
 * one that is found in a directory is when its name says so.
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
    size_t next_file;     /* operand that comes next */
    FTS *tree;            /* the directory that is being walked, or NULL */
    size_t root_len;      /* bytes of its path */
    bool tells_file;      /* answers name their file */
    size_t n_done, n_all; /* n_all is 0 while it is not known */
    dev_t out_device;     /* the directory of the answers is no input */
    ino_t out_inode;
};

/* A name is noise where there is one input, but a column of a table is always there. */
static bool tells_file(const struct options *options) {
    struct stat status;
    bool is_tree = stat(options->files[0], &status) == 0 && S_ISDIR(status.st_mode);
    return options->n_files > 1 || is_tree || options->has_fields || options->format == FORMAT_TSV;
}

struct walk *walk_new(const struct options *options) {
    struct walk *walk = calloc(1, sizeof *walk);
    struct stat status;
    if (!walk)
        return NULL;
    walk->options = options;
    walk->tells_file = tells_file(options);
    if (options->out_dir && stat(options->out_dir, &status) == 0) {
        walk->out_device = status.st_dev;
        walk->out_inode = status.st_ino;
    }
    return walk;
}

void walk_free(struct walk *walk) {
    if (walk && walk->tree)
        fts_close(walk->tree);
    free(walk);
}

static bool has_ending(const char *name, size_t len, const char *ending) {
    size_t ending_len = strlen(ending);
    return len > ending_len && strncasecmp(name + len - ending_len, ending, ending_len) == 0;
}

/* Names of pages as wget and browsers save them, and of dumps. */
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

static int compare_names(const FTSENT **a, const FTSENT **b) {
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

/* Links to directories are not followed, so that no walk goes in a circle; nothing changes the
 * working directory, so that names stay good. */
static FTS *open_tree(const char *root) {
    char *paths[] = {strdup(root), NULL};
    FTS *tree = paths[0]
                    ? fts_open(paths, FTS_PHYSICAL | FTS_NOCHDIR | FTS_COMFOLLOW, compare_names)
                    : NULL;
    free(paths[0]);
    return tree;
}

static bool is_linked_file(const FTSENT *entry) {
    struct stat status;
    return entry->fts_info == FTS_SL && stat(entry->fts_path, &status) == 0 &&
           S_ISREG(status.st_mode);
}

/* Whether the entry is something to tell of: a page, or what could not be read. */
static bool is_wanted(const FTSENT *entry) {
    switch (entry->fts_info) {
    case FTS_F:
    case FTS_SL:
        return is_page_name(entry->fts_name) && (entry->fts_info == FTS_F || is_linked_file(entry));
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS:
        return true;
    default:
        return false;
    }
}

/* The next entry of the tree that is wanted, or NULL. */
static FTSENT *next_entry(const struct walk *walk, FTS *tree) {
    FTSENT *entry;
    while ((entry = fts_read(tree)) != NULL) {
        bool is_out = walk->out_inode && entry->fts_info == FTS_D &&
                      entry->fts_statp->st_dev == walk->out_device &&
                      entry->fts_statp->st_ino == walk->out_inode;
        if (is_out)
            fts_set(tree, entry, FTS_SKIP);
        else if (is_wanted(entry))
            return entry;
    }
    return NULL;
}

static void read_task(struct walk *walk, const char *name, struct task *out) {
    int fd;
    size_t max = walk->options->page.max_input_bytes;
    int trouble = input_open(name, &fd);
    if (!trouble) {
        trouble = input_read(fd, max, &out->bytes);
        input_close(fd);
    }
    out->is_cut = out->bytes.len > max;
    if (trouble)
        out->reason = strerror(trouble);
}

/* A task for the file `name`, whose answer goes to `place` below the output directory. */
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

static const char *base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* The next page of the tree that is being walked; false at its end. */
static bool next_in_tree(struct walk *walk, struct task *out) {
    FTSENT *entry = next_entry(walk, walk->tree);
    if (!entry) {
        fts_close(walk->tree);
        walk->tree = NULL;
        return false;
    }
    const char *place = entry->fts_path + walk->root_len;
    place += strspn(place, "/");
    make_task(walk, entry->fts_path, *place ? place : entry->fts_name, out);
    if (entry->fts_info == FTS_DNR || entry->fts_info == FTS_ERR || entry->fts_info == FTS_NS)
        out->reason = strerror(entry->fts_errno);
    return true;
}

static bool is_directory(const char *name) {
    struct stat status;
    return strcmp(name, "-") != 0 && stat(name, &status) == 0 && S_ISDIR(status.st_mode);
}

static enum source_state next_task(void *self, struct task *out) {
    struct walk *walk = self;
    for (;;) {
        if (walk->tree && next_in_tree(walk, out))
            return SOURCE_TASK;
        if (walk->next_file == walk->options->n_files)
            return SOURCE_END;
        const char *name = walk->options->files[walk->next_file++];
        if (is_directory(name))
            walk->tree = open_tree(name);
        if (!walk->tree) {
            make_task(walk, name, strcmp(name, "-") == 0 ? "stdin" : base_name(name), out);
            return SOURCE_TASK;
        }
        walk->root_len = strlen(name);
    }
}

static int no_fd(const void *self) {
    (void)self;
    return -1;
}

static double share(const void *self) {
    const struct walk *walk = self;
    return walk->n_all ? (double)walk->n_done / (double)walk->n_all : -1;
}

void walk_count(struct walk *walk) {
    walk->n_all = 0;
    for (size_t i = 0; i < walk->options->n_files; i++) {
        const char *name = walk->options->files[i];
        FTS *tree = is_directory(name) ? open_tree(name) : NULL;
        if (!tree) {
            walk->n_all++;
            continue;
        }
        while (next_entry(walk, tree))
            walk->n_all++;
        fts_close(tree);
    }
}

struct source walk_source(struct walk *walk) {
    return (struct source){walk, next_task, no_fd, share};
}
