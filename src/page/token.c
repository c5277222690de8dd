/*
 * Turns an element's names into hashed tokens.
 */
#include "page/token.h"

#include "base/ascii.h"
#include "base/hash.h"

/* Kinds of names are kept apart: the class "main" is not the tag "main". */
enum { SEED_TAG = 1, SEED_NAME = 2, SEED_ROLE = 3, SEED_PROPERTY = 4, SEED_DATA = 5 };

static uint32_t seed(unsigned char kind) {
    return hash_byte(HASH_START, kind);
}

/* By name, since the numbers of enum dom_tag change when a tag is added. */
static uint32_t hash_tag(uint8_t tag) {
    return hash_bytes(seed(SEED_TAG), str_of(dom_tag_name((enum dom_tag)tag)));
}

struct token_list {
    uint32_t *out;
    size_t n;
};

/* Splits at non-letters and before a capital that follows a small letter. Single letters are
 * ignored. */
static void add_tokens(struct token_list *to, struct str names, unsigned char kind) {
    uint32_t hash = seed(kind);
    size_t len = 0;
    for (size_t i = 0; i <= names.len && to->n < TOKEN_MAX; i++) {
        char c = i < names.len ? names.at[i] : ' ';
        bool is_letter = ascii_is_letter(c);
        if (len && (!is_letter || (ascii_is_upper(c) && ascii_is_lower(names.at[i - 1])))) {
            if (len > 1)
                to->out[to->n++] = hash;
            hash = seed(kind);
            len = 0;
        }
        if (is_letter) {
            hash = hash_byte(hash, (unsigned char)(c | 0x20));
            len++;
        }
    }
}

static void read_attribute(struct token_list *to, const struct dom_attr *attr) {
    switch (attr->name) {
    case DOM_ATTR_CLASS:
    case DOM_ATTR_ID:
        add_tokens(to, attr->value, SEED_NAME);
        break;
    case DOM_ATTR_ROLE:
        add_tokens(to, attr->value, SEED_ROLE);
        break;
    case DOM_ATTR_ITEMPROP:
        add_tokens(to, attr->value, SEED_PROPERTY);
        break;
    case DOM_ATTR_DATA:
        add_tokens(to, attr->value, SEED_DATA);
        break;
    default:
        break;
    }
}

size_t token_read(const struct dom_node *element, uint32_t *out) {
    struct token_list list = {out, 0};
    out[list.n++] = hash_tag(element->tag);
    for (uint32_t i = 0; i < element->n_attrs; i++)
        read_attribute(&list, &element->attrs[i]);
    return list.n;
}

size_t token_read_look(const struct dom_look *look, uint32_t *out) {
    struct token_list list = {out, 0};
    out[list.n++] = hash_tag(look->tag);
    add_tokens(&list, look->class, SEED_NAME);
    return list.n;
}

size_t token_read_rest(const struct dom_node *element, uint32_t *out) {
    const uint64_t read = UINT64_C(1) << DOM_ATTR_ID | UINT64_C(1) << DOM_ATTR_ROLE |
                          UINT64_C(1) << DOM_ATTR_ITEMPROP | UINT64_C(1) << DOM_ATTR_DATA;
    bool is_merged = element->tag == DOM_HTML || element->tag == DOM_BODY;
    if (!(element->attr_names & read) && !is_merged)
        return 0;
    struct token_list list = {out, 0};
    bool has_class = false; /* where tags are merged, there may be several */
    for (uint32_t i = 0; i < element->n_attrs; i++) {
        const struct dom_attr *attr = &element->attrs[i];
        if (attr->name == DOM_ATTR_CLASS && !has_class)
            has_class = true;
        else
            read_attribute(&list, attr);
    }
    return list.n;
}

uint32_t token_of_name(struct str word) {
    return hash_bytes(seed(SEED_NAME), word);
}

static bool has_digit(struct str s) {
    const uint64_t each = UINT64_C(0x0101010101010101);
    uint64_t word;
    size_t i = 0;
    for (; i + sizeof word <= s.len; i += sizeof word) {
        memcpy(&word, s.at + i, sizeof word);
        word ^= each * '0'; /* digits become 0 to 9 */
        if ((word - each * 10) & ~word & each * 0x80)
            return true;
    }
    while (i < s.len && !ascii_is_digit(s.at[i]))
        i++;
    return i < s.len;
}

uint32_t token_signature(uint8_t tag, struct str class) {
    char kept[128];
    uint32_t hash = 1u + tag; /* so that it is not 0 for an unknown tag without a class */
    size_t n = 0;
    if (class.len < sizeof kept && !has_digit(class))
        return hash_long(hash, class);
    for (size_t i = 0; i < class.len; i++) {
        kept[n] = class.at[i];
        n += !ascii_is_digit(class.at[i]);
        if (n == sizeof kept) {
            hash = hash_long(hash, (struct str){kept, n});
            n = 0;
        }
    }
    return hash_long(hash, (struct str){kept, n});
}
