/*
 * Writes an article as one JSON object. Uses only pith.h and the names of formats, and allocates
 * nothing.
 */
#include "article.h"
#include "base/body_format.h"
#include "base/excerpt.h"
#include "base/json_write.h"
#include "pith.h"

/* Writes what fits into `size` bytes, and counts everything. */
struct writer {
    char *out;
    size_t size, len;
    bool is_first; /* no member of the object has been written yet */
};

static void write_str(struct writer *to, struct str s) {
    if (s.len && to->len < to->size)
        memcpy(to->out + to->len, s.at, s.len < to->size - to->len ? s.len : to->size - to->len);
    to->len += s.len;
}

static void write_string(struct writer *to, struct str s) {
    char escape[JSON_ESCAPE_BYTES];
    struct str plain;
    write_str(to, STR("\""));
    for (size_t at = 0; json_next_piece(s, &at, &plain, escape);) {
        write_str(to, plain);
        write_str(to, str_of(escape));
    }
    write_str(to, STR("\""));
}

static void open_object(struct writer *to) {
    write_str(to, STR("{"));
    to->is_first = true;
}

static void close_object(struct writer *to) {
    write_str(to, STR("}"));
    to->is_first = false;
}

static void write_key(struct writer *to, struct str name) {
    if (!to->is_first)
        write_str(to, STR(","));
    to->is_first = false;
    write_string(to, name);
    write_str(to, STR(":"));
}

/* Writes nothing if the value is NULL. */
static void write_member(struct writer *to, struct str name, const char *value) {
    if (!value)
        return;
    write_key(to, name);
    write_string(to, str_of(value));
}

static void write_list(struct writer *to, struct str name, const struct pith_article *article,
                       const char *(*item)(const struct pith_article *, size_t)) {
    const char *value;
    if (!item(article, 0))
        return;
    write_key(to, name);
    for (size_t i = 0; (value = item(article, i)) != NULL; i++) {
        write_str(to, i ? STR(",") : STR("["));
        write_string(to, str_of(value));
    }
    write_str(to, STR("]"));
}

/* ---- members that are not fields ---- */

static void write_authors(struct writer *to, struct str name, const struct pith_article *article) {
    write_list(to, name, article, pith_article_author);
}

static void write_tags(struct writer *to, struct str name, const struct pith_article *article) {
    write_list(to, name, article, pith_article_tag);
}

/* Writes a number with three digits, whatever the locale. */
static void write_share(struct writer *to, struct str name, double share) {
    unsigned thousandths = (unsigned)(share * 1000 + 0.5);
    char number[] = "0.000";
    number[0] = (char)('0' + thousandths / 1000);
    number[2] = (char)('0' + thousandths / 100 % 10);
    number[3] = (char)('0' + thousandths / 10 % 10);
    number[4] = (char)('0' + thousandths % 10);
    write_key(to, name);
    write_str(to, str_of(number));
}

static void write_confidence(struct writer *to, struct str name,
                             const struct pith_article *article) {
    write_share(to, name, pith_article_confidence(article));
}

static void write_certainty(struct writer *to, struct str name,
                            const struct pith_article *article) {
    write_key(to, name);
    open_object(to);
    if (pith_article_field(article, PITH_HEADLINE))
        write_share(to, STR("headline"), pith_article_certainty(article, PITH_HEADLINE));
    if (pith_article_field(article, PITH_DATE))
        write_share(to, STR("date"), pith_article_certainty(article, PITH_DATE));
    if (pith_article_author(article, 0))
        write_share(to, STR("authors"), pith_article_authors_certainty(article));
    close_object(to);
}

static void write_number(struct writer *to, size_t n) {
    char digits[24];
    size_t i = sizeof digits;
    do
        digits[--i] = (char)('0' + n % 10);
    while (n /= 10);
    write_str(to, (struct str){digits + i, sizeof digits - i});
}

static void write_word_count(struct writer *to, struct str name,
                             const struct pith_article *article) {
    write_key(to, name);
    write_number(to, article_word_count(article));
}

static void write_excerpt(struct writer *to, struct str name, const struct pith_article *article) {
    struct str excerpt = excerpt_of(str_of(pith_article_body(article, PITH_TEXT, NULL)));
    if (excerpt.len == 0)
        return;
    write_key(to, name);
    write_string(to, excerpt);
}

static void write_canonical(struct writer *to, struct str name,
                            const struct pith_article *article) {
    write_member(to, name, pith_article_field(article, PITH_URL));
}

static void write_comments(struct writer *to, struct str name, const struct pith_article *article) {
    const char *comments = pith_article_comments(article);
    write_member(to, name, *comments ? comments : NULL);
}

static void write_sources(struct writer *to, struct str name, const struct pith_article *article) {
    const char *field;
    write_key(to, name);
    open_object(to);
    for (unsigned i = 0; (field = pith_field_name((enum pith_field)i)) != NULL; i++)
        write_member(to, str_of(field), pith_article_source(article, (enum pith_field)i));
    write_member(to, STR("authors"), pith_article_authors_source(article));
    write_member(to, STR("tags"), pith_article_tags_source(article));
    if (pith_article_body_source(article))
        write_member(to, STR("text"), pith_article_body_source(article));
    close_object(to);
}

static void write_charset(struct writer *to, struct str name, const struct pith_article *article) {
    write_member(to, name, pith_article_charset(article));
}

/* ---- lists of objects ---- */

/* Starts item i of the list of that name. */
static void open_item(struct writer *to, struct str name, size_t i) {
    if (i == 0) {
        write_key(to, name);
        write_str(to, STR("["));
    } else {
        write_str(to, STR(","));
    }
    open_object(to);
}

/* Writes where something is: its block, and the range of the text body that comes from that
 * block. */
static void write_place(struct writer *to, const struct pith_article *article, size_t i) {
    const struct pith_block *block = i == PITH_NO_BLOCK ? NULL : pith_article_block(article, i);
    if (!block)
        return;
    write_key(to, STR("block"));
    write_number(to, i);
    if (block->body_end <= block->body_start)
        return;
    write_key(to, STR("text_range"));
    write_str(to, STR("["));
    write_number(to, block->body_start);
    write_str(to, STR(","));
    write_number(to, block->body_end);
    write_str(to, STR("]"));
}

/* Ends a list of n items. */
static void end_items(struct writer *to, size_t n) {
    if (n > 0)
        write_str(to, STR("]"));
}

static void write_links(struct writer *to, struct str name, const struct pith_article *article) {
    const struct pith_link *link;
    size_t n = 0;
    for (; (link = pith_article_link(article, n)) != NULL; n++) {
        open_item(to, name, n);
        write_member(to, STR("text"), link->text);
        write_member(to, STR("url"), link->url);
        write_place(to, article, link->block);
        close_object(to);
    }
    end_items(to, n);
}

static void write_images(struct writer *to, struct str name, const struct pith_article *article) {
    const struct pith_image *image;
    size_t n = 0;
    for (; (image = pith_article_image(article, n)) != NULL; n++) {
        open_item(to, name, n);
        write_member(to, STR("url"), image->url);
        write_member(to, STR("alt"), *image->alt ? image->alt : NULL);
        write_member(to, STR("caption"), *image->caption ? image->caption : NULL);
        write_place(to, article, image->block);
        close_object(to);
    }
    end_items(to, n);
}

/* Writes the cells of a row, with "" for empty ones up to the last; *cell is the index of the
 * first. */
static void write_row(struct writer *to, const struct pith_article *article, size_t row,
                      size_t *cell, size_t end) {
    size_t column = 0;
    write_str(to, STR("["));
    for (; *cell < end && pith_article_cell(article, *cell)->row == row; ++*cell) {
        const struct pith_cell *at = pith_article_cell(article, *cell);
        for (; column < at->column; column++)
            write_str(to, column ? STR(",\"\"") : STR("\"\""));
        write_str(to, column++ ? STR(",") : STR(""));
        write_string(to, str_of(at->text));
    }
    write_str(to, STR("]"));
}

static void write_tables(struct writer *to, struct str name, const struct pith_article *article) {
    const struct pith_table *table;
    size_t n = 0;
    for (; (table = pith_article_table(article, n)) != NULL; n++) {
        size_t cell = table->first_cell, end = cell + table->n_cells;
        open_item(to, name, n);
        write_member(to, STR("caption"), *table->caption ? table->caption : NULL);
        write_place(to, article, table->block);
        write_key(to, STR("rows"));
        write_str(to, STR("["));
        for (size_t row = 0; row < table->n_rows; row++) {
            write_str(to, row ? STR(",") : STR(""));
            write_row(to, article, row, &cell, end);
        }
        write_str(to, STR("]"));
        close_object(to);
    }
    end_items(to, n);
}

static const struct {
    struct str name;
    void (*write)(struct writer *, struct str, const struct pith_article *);
} MEMBERS[] = {
    {STR_INIT("authors"), write_authors},       {STR_INIT("tags"), write_tags},
    {STR_INIT("confidence"), write_confidence}, {STR_INIT("comments"), write_comments},
    {STR_INIT("sources"), write_sources},       {STR_INIT("certainty"), write_certainty},
    {STR_INIT("word_count"), write_word_count}, {STR_INIT("excerpt"), write_excerpt},
    {STR_INIT("canonical"), write_canonical},   {STR_INIT("charset"), write_charset},
    {STR_INIT("links"), write_links},           {STR_INIT("images"), write_images},
    {STR_INIT("tables"), write_tables},
};

/* The bodies, each under the name of its format. */
static const struct {
    struct str name;
    enum pith_format format;
} BODIES[] = {
#define X(NAME, name, suffix, renderer, writer) {STR_INIT(name), PITH_##NAME},
    BODY_FORMATS(X)
#undef X
};

/* Writes the member of that name; false if there is no such name. */
static bool write_named(struct writer *to, struct str name, const struct pith_article *article) {
    const char *field;
    for (size_t i = 0; i < N_OF(MEMBERS); i++) {
        if (str_equals(MEMBERS[i].name, name)) {
            MEMBERS[i].write(to, name, article);
            return true;
        }
    }
    for (size_t i = 0; i < N_OF(BODIES); i++) {
        if (str_equals(BODIES[i].name, name)) {
            write_member(to, name, pith_article_body(article, BODIES[i].format, NULL));
            return true;
        }
    }
    for (unsigned i = 0; (field = pith_field_name((enum pith_field)i)) != NULL; i++) {
        if (str_equals(str_of(field), name)) {
            write_member(to, name, pith_article_field(article, (enum pith_field)i));
            return true;
        }
    }
    return false;
}

/* Whether a list of names, each with a comma after it, contains `name`. */
static bool lists_name(struct str list, struct str name) {
    for (size_t at = 0; at < list.len;) {
        size_t end = str_find_byte(list, at, ',');
        if (str_equals(str_between(list, at, end), name))
            return true;
        at = end + 1;
    }
    return false;
}

/* In the order in which a reader meets them; the body last, since it is long. */
static const char DEFAULT_FIELDS[] =
    "headline,standfirst,byline,authors,dateline,place,date,modified,language,direction,site,url,"
    "description,image,type,kind,tags,word_count,confidence,excerpt,text,comments";

size_t pith_article_json(const struct pith_article *article, const char *fields, char *out,
                         size_t size) {
    struct writer to = {.out = out, .size = size ? size - 1 : 0};
    const struct str all = str_of(fields ? fields : DEFAULT_FIELDS);
    struct str left = all;
    open_object(&to);
    while (left.len) {
        const char *comma = memchr(left.at, ',', left.len);
        size_t len = comma ? (size_t)(comma - left.at) : left.len;
        struct str name = str_between(left, 0, len);
        if (lists_name(str_between(all, 0, all.len - left.len), name) ||
            !write_named(&to, name, article)) {
            if (size)
                *out = '\0';
            return 0;
        }
        left = str_between(left, comma ? len + 1 : len, left.len);
    }
    close_object(&to);
    if (size)
        out[to.len < to.size ? to.len : to.size] = '\0';
    return to.len;
}
