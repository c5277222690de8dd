/*
 * Splits bylines into names; see byline.h.
 *
 * A line is split at commas, separator marks and "and". From each part everything that is not a
 * name is removed, and the rest is judged by its words.
 */
#include "metadata/author/byline.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "lexicon/words.h"
#include "metadata/author/byline_part.h"
#include "metadata/author/east_asian_byline.h"
#include "metadata/author/name_order.h"
#include "metadata/comparison_key.h"
#include "metadata/author/name_words.h"

enum {
    MAX_LINE_BYTES = 400, /* longer lines are not split */
    MAX_BEAT_WORDS = 2    /* words between the name and a job that say what the job is about */
};

/* What separates two parts: a comma or "and" lists names, a mark such as "|" separates names from
 * other text. */
enum joint { JOINT_NONE, JOINT_LIST, JOINT_AND, JOINT_STROKE };

struct separator {
    struct str text;
    enum joint joint;
};

static const struct separator SEPARATORS[] = {
    {STR_INIT(","), JOINT_LIST},
    {STR_INIT(";"), JOINT_LIST},
    {STR_INIT("&"), JOINT_AND},
    {STR_INIT("\n"), JOINT_LIST},
    {STR_INIT(" + "), JOINT_LIST},
    {STR_INIT("\xE3\x80\x81"), JOINT_LIST}, /* ideographic comma */
    {STR_INIT("\xEF\xBC\x8C"), JOINT_LIST}, /* fullwidth comma */
    {STR_INIT("/"), JOINT_LIST},
    {STR_INIT("|"), JOINT_STROKE},
    {STR_INIT(" - "), JOINT_STROKE},
    {STR_INIT("\xE2\x80\xA2"), JOINT_STROKE}, /* bullet */
    {STR_INIT("\xC2\xB7"), JOINT_STROKE},     /* middle dot */
    {STR_INIT("\xE2\x8B\x85"), JOINT_STROKE}, /* dot operator */
    {STR_INIT("\xE2\x80\x93"), JOINT_STROKE},
    {STR_INIT("\xE2\x80\x94"), JOINT_STROKE},
};

/* Whether a byte may begin one of them, or the white space before "and". */
static bool may_begin_separator(char c) {
    switch ((unsigned char)c) {
    case ' ':
    case ',':
    case ';':
    case '&':
    case '\n':
    case '/':
    case '|':
    case 0xC2:
    case 0xE2:
    case 0xE3:
    case 0xEF:
        return true;
    default:
        return false;
    }
}

/* The length of the separator at text.at[i], or 0. */
static size_t separator_at(struct arena *arena, struct str text, size_t i, language_set languages,
                           enum joint *joint) {
    struct str rest = str_between(text, i, text.len);
    if (!may_begin_separator(rest.at[0]))
        return 0;
    for (size_t k = 0; k < N_OF(SEPARATORS); k++)
        if (str_starts_with(rest, SEPARATORS[k].text)) {
            *joint = SEPARATORS[k].joint;
            return SEPARATORS[k].text.len;
        }
    if (rest.at[0] != ' ')
        return 0;
    struct str from = str_between(rest, 1, rest.len);
    size_t len = words_prefix(arena, from, WORDS_AND, languages);
    bool is_initial = len == 1 && ascii_is_upper(from.at[0]); /* "Y", not "y" */
    if (!len || is_initial || from.len <= len || from.at[len] != ' ')
        return 0;
    *joint = JOINT_AND;
    return len + 2;
}

/* The length of a credit's first words, "Photos by", at the start of the text; 0 without one. */
static size_t credit_prefix(struct arena *arena, struct str text, language_set languages) {
    size_t len = words_prefix(arena, text, WORDS_CREDIT, languages);
    return len ? len : name_dotted_label(arena, text, WORDS_BIT(WORDS_CREDIT), languages);
}

/* The start of a credit within the part, or part.len. */
static size_t find_credit(struct arena *arena, struct str part, language_set languages) {
    for (size_t i = 0; i < part.len; i++)
        if ((i == 0 || part.at[i - 1] == ' ') &&
            credit_prefix(arena, str_between(part, i, part.len), languages))
            return i;
    return part.len;
}

static void add_name(struct arena *arena, struct name_list *list, struct str name) {
    struct str key = comparison_key_of(arena, name);
    if (list->n == MAX_NAMES || !key.len)
        return;
    for (size_t i = 0; i < list->n; i++)
        if (str_equals(comparison_key_of(arena, list->items[i]), key))
            return;
    list->items[list->n++] = name;
}

struct reading {
    struct arena *arena;
    language_set languages;
    struct name_list *out;
    enum name_kind first; /* of the line's first name */
    bool is_credit;       /* what follows is not the author: "Photos by" has been read */
    bool is_credit_alone; /* the previous part was only "Edited" */
    bool had_job;         /* the previous part ended in a job, which "and" continues */
    bool is_over;         /* "in News, Travel": what follows are sections */
    bool has_list;        /* the line has a comma or another mark between names */
    struct str surnames;  /* the word before this part that may join two surnames: " y " */
    bool is_joinable;     /* the previous part was a person's name */
    bool follows_by;      /* a byline word precedes the part, or an earlier one */
};

static bool is_word_of_line(const struct reading *r, struct str name) {
    struct str key =
        comparison_key_of(r->arena, name); /* "Text" of "Text and interview: Jane Doe" */
    return words_is(key, WORDS_BY, r->languages) || words_is(key, WORDS_BY_COLON, r->languages) ||
           words_is(key, WORDS_NOISE, ANY_LANGUAGE);
}

/* Whether a further part is another author, and not a job, place or organisation. */
static bool is_further_author(const struct reading *r, struct str name, enum joint joint,
                              bool has_by, bool has_job) {
    struct str key = comparison_key_of(r->arena, name);
    if (joint == JOINT_STROKE && !has_by)
        return false;
    if ((joint == JOINT_AND && r->had_job) || has_job || words_is(key, WORDS_WIRE, ANY_LANGUAGE) ||
        words_is(key, WORDS_JOB, r->languages) || str_starts_with(key, STR("the ")))
        return false;
    enum name_kind kind = name_kind(r->arena, name, r->languages);
    return kind == NAME_PERSON ||
           (kind == NAME_SINGLE && r->first == NAME_SINGLE && !str_has_byte(name, '.'));
}

/* Whether the part begins with a function word that leads to something else: "in News". */
static bool leads_on(const struct reading *r, struct str part) {
    struct name_words words;
    name_words_split(r->arena, part, &words);
    return words.n > 1 && name_word_case(&words.items[0]) == CASE_LOWER &&
           name_word_has_kind(&words.items[0], WORDS_FILLER, r->languages) &&
           !name_word_has_kind(&words.items[0], WORDS_PARTICLE, ANY_LANGUAGE);
}

/* Whether a part after a name says where the author works: "de la Cruz Roja", "vom Institut". There
 * the particle has an article with it or in it; a further author has a given name. */
static bool is_affiliation(const struct reading *r, struct str part, enum joint joint) {
    static const struct str WITH_ARTICLE[] = {
        STR_INIT("del"), STR_INIT("della"), STR_INIT("dello"), STR_INIT("dei"), STR_INIT("degli"),
        STR_INIT("du"),  STR_INIT("des"),   STR_INIT("do"),    STR_INIT("da"),  STR_INIT("dos"),
        STR_INIT("das"), STR_INIT("vom"),   STR_INIT("zur"),   STR_INIT("zum")};
    struct name_words words;
    if (r->first == NAME_NONE || joint != JOINT_LIST || !ascii_is_lower(part.at[0]))
        return false;
    name_words_split(r->arena, part, &words);
    return words.n > 1 && name_word_has_kind(&words.items[0], WORDS_PARTICLE, ANY_LANGUAGE) &&
           (name_word_case(&words.items[1]) == CASE_LOWER ||
            str_any(words.items[0].text, WITH_ARTICLE, N_OF(WITH_ARTICLE), str_equals));
}

/* The "y", "e" or "i" in Spanish, Portuguese or Catalan that a text begins with, which may join two
 * surnames: "José Ortega y Gasset", "Maria da Silva e Sousa", "Josep Puig i Cadafalch". */
static struct str joining_word(const struct reading *r, struct str text) {
    static const struct str WORDS[] = {STR_INIT(" y "), STR_INIT(" e ")}, CATALAN = STR_INIT(" i ");
    const language_set of = words_languages(STR("es")) | words_languages(STR("pt"));
    if (r->languages == ANY_LANGUAGE)
        return STR_NONE;
    if (r->languages & words_languages(STR("ca")) && str_starts_with(text, CATALAN))
        return CATALAN;
    for (size_t i = 0; i < N_OF(WORDS); i++)
        if (r->languages & of && str_starts_with(text, WORDS[i]))
            return WORDS[i];
    return STR_NONE;
}

/* Adds a second surname to the last name, if the word before the part may join them. After a comma
 * it is a further author who has only one name. */
static bool add_surname(struct reading *r, struct str name, bool has_job) {
    if (!r->surnames.len || !r->is_joinable || r->has_list || has_job ||
        name_kind(r->arena, name, r->languages) != NAME_SINGLE || ascii_is_lower(name.at[0]) ||
        name_words_is_upper(name) || name_is_placeholder(r->arena, name))
        return false;
    struct str key = comparison_key_of(r->arena, name);
    if (words_is(key, WORDS_WIRE, ANY_LANGUAGE) ||
        words_is(key, WORDS_ORGANISATION, ANY_LANGUAGE) || words_is(key, WORDS_JOB, r->languages))
        return false;
    struct buffer whole;
    buffer_init(&whole, r->arena);
    buffer_append(&whole, r->out->items[r->out->n - 1]);
    buffer_append(&whole, r->surnames);
    buffer_append(&whole, name);
    r->out->items[r->out->n - 1] = buffer_str(&whole);
    return true;
}

static void read_name(struct reading *r, struct str part, enum joint joint) {
    bool has_job, has_by = name_by_prefix(r->arena, part, r->languages) != 0;
    struct str name = byline_part_clean(r->arena, part, r->languages, &has_job);
    enum name_kind kind = name_kind(r->arena, name, r->languages);
    r->follows_by |= has_by;
    bool is_name = r->follows_by && str_ends_with(part, name); /* not "By Letters To The Editor" */
    bool is_good = kind != NAME_NONE && !is_word_of_line(r, name) &&
                   !name_is_phrase(r->arena, name, r->languages, is_name);
    if (joint == JOINT_AND && r->first == NAME_NONE && kind == NAME_SINGLE && !has_by)
        is_good = false; /* "Wind in the north and Ellery": the rest is not a name */
    if (is_good && add_surname(r, name, has_job))
        is_good = false;
    if (is_good && r->first != NAME_NONE)
        is_good = is_further_author(r, name, joint, has_by, has_job);
    r->had_job = has_job;
    r->is_joinable = false;
    if (!is_good)
        return;
    if (r->first == NAME_NONE)
        r->first = kind;
    size_t n = r->out->n;
    add_name(r->arena, r->out, name);
    r->is_joinable = kind == NAME_PERSON && r->out->n > n;
}

/* Sets whether what follows is a credit: from "Photos by" up to the next byline word; but after
 * "Edited" or a similar word alone, a byline word continues the credit. */
static void note_credit(struct reading *r, struct str part) {
    bool was_alone = r->is_credit_alone;
    size_t len = credit_prefix(r->arena, part, r->languages);
    r->is_credit_alone = len && len == part.len;
    if (len)
        r->is_credit = true;
    else if (!was_alone && name_by_prefix(r->arena, part, r->languages))
        r->is_credit = false;
}

/* Whether dots directly after a letter say that the rest is missing: "Jane Do...". */
static bool is_cut_off(struct str part) {
    static const struct str ENDS[] = {STR_INIT("..."), STR_INIT("\xE2\x80\xA6")};
    for (size_t i = 0; i < N_OF(ENDS); i++)
        if (part.len > ENDS[i].len && str_ends_with(part, ENDS[i]))
            return part.at[part.len - ENDS[i].len - 1] != ' ';
    return false;
}

static void read_part(struct reading *r, struct str part, enum joint joint) {
    bool is_cut = is_cut_off(str_trim(part));
    part = name_words_trim(part);
    if (!part.len || is_cut)
        return;
    note_credit(r, part);
    size_t credit = find_credit(r->arena, part, r->languages);
    bool credit_follows = credit > 0 && credit < part.len;
    if (credit_follows)
        part.len = credit;
    if (r->first != NAME_NONE && leads_on(r, part))
        r->is_over = true;
    if (!r->is_credit && !r->is_over && !is_affiliation(r, part, joint))
        read_name(r, part, joint);
    else
        r->is_joinable = false;
    if (credit_follows)
        r->is_credit = true;
}

/* Whether the text begins with a word that was attached to the name before it: "Jane DoeStaff
 * Writer", "Jane DoeJuly 19". */
static bool begins_other(struct arena *arena, struct str rest, language_set languages) {
    static const enum words_kind KINDS[] = {WORDS_JOB,   WORDS_PUBLISHED, WORDS_UPDATED,
                                            WORDS_NOISE, WORDS_CREDIT,    WORDS_MONTH};
    for (size_t k = 0; k < N_OF(KINDS); k++)
        if (words_prefix(arena, rest, KINDS[k], languages))
            return true;
    for (size_t n = 0, i = 0; n < MAX_BEAT_WORDS && i < rest.len; n++) {
        i = str_find_byte(rest, i, ' ') + 1; /* "City Columnist", "Travel News Reporter" */
        if (i < rest.len &&
            words_prefix(arena, str_between(rest, i, rest.len), WORDS_JOB, languages))
            return true;
    }
    return false;
}

/* "McDonald", "MacLeod", "InMotion": the capital belongs to the name. */
static bool is_within_name(struct str text, size_t i) {
    bool is_short = i < 3 || text.at[i - 2] == ' ' || text.at[i - 3] == ' ';
    bool is_mc = i >= 2 && text.at[i - 1] == 'c' && text.at[i - 2] == 'M';
    bool is_mac = i >= 3 && text.at[i - 1] == 'c' && text.at[i - 2] == 'a' && text.at[i - 3] == 'M';
    return is_short || is_mc || is_mac;
}

/* The line with a separator inserted where two elements ran together, and before each address. */
static struct str part_joined(struct arena *arena, struct str text, language_set languages) {
    struct buffer out;
    buffer_init(&out, arena);
    for (size_t i = 0; i < text.len; i++) {
        size_t end = i;
        while ((i == 0 || text.at[i - 1] == ' ') && end < text.len && text.at[end] != ' ')
            end++;
        if (end > i && byline_part_is_address(str_between(text, i, end))) {
            buffer_append(
                &out,
                str_between(text, i, i + byline_part_before_handle(str_between(text, i, end))));
            buffer_append_byte(&out, '|');
            i = end - 1;
            continue;
        }
        bool is_seam = i && ascii_is_upper(text.at[i]) && ascii_is_lower(text.at[i - 1]) &&
                       !is_within_name(text, i);
        if (is_seam && begins_other(arena, str_between(text, i, text.len), languages))
            buffer_append_byte(&out, '|');
        buffer_append_byte(&out, text.at[i]);
    }
    return buffer_str(&out);
}

/* Removes brackets around further authors: "Jane Doe (with John Roe)". */
static struct str without_and_brackets(struct arena *arena, struct str text,
                                       language_set languages) {
    size_t open = str_find_byte(text, 0, '(');
    if (open + 1 >= text.len)
        return text;
    struct str inner = str_between(text, open + 1, text.len);
    size_t close = str_find_byte(inner, 0, ')'),
           len = words_prefix(arena, inner, WORDS_AND, languages);
    if (!len || close == inner.len || len >= close || inner.at[len] != ' ')
        return text;
    struct buffer out;
    buffer_init(&out, arena);
    buffer_append(&out, str_between(text, 0, open));
    buffer_append(&out, STR(", "));
    buffer_append(&out, str_between(inner, len + 1, close));
    buffer_append(&out, str_between(inner, close + 1, inner.len));
    return buffer_str(&out);
}

static bool has_person(const struct reading *r, size_t from) {
    for (size_t i = from; i < r->out->n; i++)
        if (name_kind(r->arena, r->out->items[i], r->languages) == NAME_PERSON)
            return true;
    return false;
}

/* Beside a person, anything with a word that is in no name is a label: "See All Articles". */
static void drop_labels(struct reading *r, size_t from) {
    size_t kept = from;
    for (size_t i = from; i < r->out->n; i++)
        if (!name_has_common(r->arena, r->out->items[i], r->languages))
            r->out->items[kept++] = r->out->items[i];
    r->out->n = kept;
}

/* The line up to the first separator mark, without a byline word. */
static struct str head_of_line(const struct reading *r, struct str text) {
    enum joint joint = JOINT_NONE;
    text = byline_part_strip(r->arena, name_words_trim(text), r->languages);
    for (size_t i = 0; i < text.len; i++)
        if (separator_at(r->arena, text, i, r->languages, &joint) &&
            (joint == JOINT_STROKE || text.at[i] == ';'))
            return name_words_trim(str_between(text, 0, i));
    return name_words_trim(text);
}

static bool is_group(const struct reading *r, struct str text) {
    struct name_words words;
    name_words_split(r->arena, text, &words);
    for (size_t i = 0; i < words.n; i++)
        if (name_word_is(r->arena, &words.items[i], WORDS_ORGANISATION, r->languages))
            return !ascii_is_lower(text.at[0]) &&
                   !byline_part_is_other(r->arena, text, r->languages);
    return false;
}

/* Whether an organisation's name has been cut: at "for", at "and", at a word that is also a job.
 * Its commas belong to it if a word of such names precedes the first. */
static bool is_whole_group(const struct reading *r, struct str text) {
    return is_group(r, str_before(text, ',')) &&
           name_kind(r->arena, text, r->languages) == NAME_OTHER;
}

/* The text before a day at its end: "The Courier on May 2, 2024". */
static struct str before_day(const struct reading *r, struct str text) {
    struct name_words words;
    name_words_split(r->arena, text, &words);
    for (size_t i = 1; i < words.n; i++) {
        bool has_number = name_words_has_digit(words.items[i - 1].text) ||
                          (i + 1 < words.n && name_words_has_digit(words.items[i + 1].text));
        if (!has_number || !name_word_is(r->arena, &words.items[i], WORDS_MONTH, r->languages))
            continue;
        while (i && (name_words_has_digit(words.items[i - 1].text) ||
                     name_word_has_kind(&words.items[i - 1], WORDS_FILLER, r->languages)))
            i--;
        return name_words_trim(str_between(text, 0, i ? words.items[i - 1].end : 0));
    }
    return text;
}

/* The agency before the place of its report: "Associated Press in Miami". */
static struct str before_place(const struct reading *r, struct str text) {
    static const struct str IN = STR_INIT(" in ");
    size_t end = words_prefix(r->arena, text, WORDS_WIRE, ANY_LANGUAGE);
    return end && str_starts_with(str_between(text, end, text.len), IN) ? str_between(text, 0, end)
                                                                        : text;
}

/* Takes the line as one name if it names only an organisation. */
static void take_group(struct reading *r, struct str line, size_t from) {
    struct str text = before_day(r, head_of_line(r, line));
    if (r->is_credit || text.len > MAX_NAME_BYTES || !text.len || !is_whole_group(r, text))
        return;
    r->out->n = from;
    if (!str_starts_with_lower(text, STR("for the ")))
        add_name(r->arena, r->out, before_place(r, text));
}

/* "(Port Ellery - Courier)": a dateline, which names a place and an agency. */
static bool is_bracketed_dateline(struct str text) {
    return text.len > 2 && text.at[0] == '(' && text.at[text.len - 1] == ')' &&
           str_holds(text, STR(" - "));
}

/* A Chinese reporter's line without its end, which says that it is a report: "林宸誼／即時報導". */
static struct str without_report(struct str text) {
    static const struct str ENDS[] = {STR_INIT("報導"), STR_INIT("報道"), STR_INIT("报道")};
    size_t at = str_find(text, STR("／"));
    return str_any(text, ENDS, N_OF(ENDS), str_ends_with) ? str_between(text, 0, at) : text;
}

/* Takes the names of a line in Chinese, Japanese or Korean whose every word is understood. */
static bool take_east_asian(struct reading *r, struct str text) {
    struct east_asian_byline line;
    if (!east_asian_byline_read(r->arena, text, r->languages, &line))
        return false;
    for (size_t i = 0; i < line.n; i++)
        add_name(r->arena, r->out, line.names[i]);
    return true;
}

/* A copyright sign before a name: who owns a picture. */
static bool is_copyright(struct str text) {
    return str_starts_with(text, STR("\xC2\xA9"));
}

void byline_read(struct arena *arena, struct str text, language_set languages, bool surname_first,
                 struct name_list *out) {
    struct reading r = {.arena = arena, .languages = languages, .out = out, .first = NAME_NONE};
    text = str_trim(text);
    if (text.len > MAX_LINE_BYTES || is_bracketed_dateline(text) || is_copyright(text))
        return;
    if (take_east_asian(&r, text))
        return;
    text = without_report(text);
    text = part_joined(arena, without_and_brackets(arena, text, languages), languages);
    if (surname_first)
        text = name_order_turn(arena, text);
    size_t start = 0, n_before = out->n;
    enum joint before = JOINT_NONE, joint = JOINT_NONE;
    for (size_t i = 0; i < text.len;) {
        size_t len = separator_at(arena, text, i, languages, &joint);
        if (!len) {
            i++;
            continue;
        }
        read_part(&r, str_between(text, start, i), before);
        before = joint;
        r.surnames = joining_word(&r, str_between(text, i, text.len));
        r.has_list |= joint == JOINT_LIST;
        i += len;
        start = i;
    }
    read_part(&r, str_between(text, start, text.len), before);
    if (has_person(&r, n_before))
        drop_labels(&r, n_before);
    else
        take_group(&r, text, n_before);
}
