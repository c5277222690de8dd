/*
 * Features of what is before and after a block: its neighbours, the section it is in, the headline
 * above it.
 */
#include "score/feature_parts.h"

/* The distance in blocks if there is nothing to measure to. */
static const float FAR_AWAY = 255;

enum { REACH = 5 }; /* in blocks, for prose_before and prose_after */

static const struct block *block_at(const struct measuring *m, size_t i, int step) {
    if ((step < 0 && i < (size_t)-step) || i + (size_t)step >= m->page->n_blocks)
        return NULL;
    return &m->page->blocks[i + (size_t)step];
}

static float words_of(const struct block *block) {
    return block ? (float)block->counts.n_words : -1.0f;
}

static void fill_neighbours(const struct measuring *m, size_t i) {
    const struct block *block = &m->page->blocks[i];
    const struct block *prev = block_at(m, i, -1), *next = block_at(m, i, 1);
    float *row = row_of(m, i);
    row[FEATURE_words_prev] = words_of(prev);
    row[FEATURE_words_next] = words_of(next);
    row[FEATURE_words_prev2] = words_of(block_at(m, i, -2));
    row[FEATURE_words_next2] = words_of(block_at(m, i, 2));
    row[FEATURE_link_density_prev] = prev ? (float)block_link_density(prev) : -1.0f;
    row[FEATURE_link_density_next] = next ? (float)block_link_density(next) : -1.0f;
    row[FEATURE_tag_prev] = prev ? feature_tag_code(prev->tag) : -1.0f;
    row[FEATURE_tag_next] = next ? feature_tag_code(next->tag) : -1.0f;
    row[FEATURE_same_path_prev] = prev && path_of(m, i) == path_of(m, i - 1);
    row[FEATURE_same_path_next] = next && path_of(m, i) == path_of(m, i + 1);
    row[FEATURE_nodes_prev] = prev ? (float)(block->first_node - prev->first_node) : -1.0f;
    row[FEATURE_nodes_next] = next ? (float)(next->first_node - block->first_node) : -1.0f;
}

static void fill_prose(const struct measuring *m, size_t i) {
    const struct containers *containers = m->containers;
    size_t n = m->page->n_blocks, from = i > REACH ? i - REACH : 0;
    size_t to = i + 1 + REACH < n ? i + 1 + REACH : n;
    float *row = row_of(m, i);
    row[FEATURE_prose_before] = (float)containers_sum(containers, from, i).n_prose_words;
    row[FEATURE_prose_after] = (float)containers_sum(containers, i + 1, to).n_prose_words;
    row[FEATURE_prose_before_all] =
        share_of(containers->upto[i].n_prose_words, containers->upto[n].n_prose_words);
}

static void fill_distances(const struct measuring *m) {
    size_t n = m->page->n_blocks;
    float distance = FAR_AWAY;
    for (size_t i = 0; i < n; i++) {
        row_of(m, i)[FEATURE_to_prose_before] = distance;
        distance = container_is_prose(&m->page->blocks[i]) ? 1 : distance + (distance < FAR_AWAY);
    }
    distance = FAR_AWAY;
    for (size_t i = n; i-- > 0;) {
        row_of(m, i)[FEATURE_to_prose_after] = distance;
        distance = container_is_prose(&m->page->blocks[i]) ? 1 : distance + (distance < FAR_AWAY);
    }
}

static void fill_section(const struct measuring *m, size_t first, size_t end) {
    struct container_sums sums = containers_sum(m->containers, first, end);
    for (size_t i = first; i < end; i++) {
        float *row = row_of(m, i);
        row[FEATURE_to_heading] = (float)(i - first);
        row[FEATURE_section_level] = (float)dom_heading_level(m->page->blocks[first].tag);
        row[FEATURE_section_words] = (float)sums.n_words;
        row[FEATURE_section_blocks] = (float)(end - first);
        row[FEATURE_section_link_density] = share_of(sums.n_link_chars, sums.n_chars);
        row[FEATURE_section_heading_link_density] =
            row[FEATURE_section_level] > 0 ? (float)block_link_density(&m->page->blocks[first])
                                           : -1.0f;
    }
}

static void fill_sections(const struct measuring *m) {
    size_t first = 0, n = m->page->n_blocks;
    for (size_t i = 1; i <= n; i++) {
        if (i < n && !dom_heading_level(m->page->blocks[i].tag))
            continue;
        fill_section(m, first, i);
        first = i;
    }
}

/* The block that is most likely the headline: similar to the title, and preferably a heading. */
static size_t find_headline(const struct measuring *m) {
    const uint32_t longest = 40; /* words; headlines of 30 are rare */
    float best = 0.5f;           /* at least half of its words in the title, or an h1 with some */
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        const struct block *block = &m->page->blocks[i];
        int level = dom_heading_level(block->tag);
        if (block->counts.n_words > longest || (block->counts.n_words < 3 && !level))
            continue;
        float likeness = row_of(m, i)[FEATURE_title_share];
        if (level)
            likeness += level == 1 ? 0.5f : 0.2f;
        else if (block->counts.n_link_words)
            likeness -= 0.3f; /* breadcrumbs and teasers repeat the title as links */
        if (likeness > best) {
            best = likeness;
            found = i;
        }
    }
    return found;
}

static void fill_headline(const struct measuring *m) {
    size_t headline = find_headline(m);
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        float *row = row_of(m, i);
        row[FEATURE_has_headline] = headline != SIZE_MAX;
        if (headline == SIZE_MAX)
            continue;
        row[FEATURE_to_headline] = (float)i - (float)headline;
        if (i > headline)
            row[FEATURE_headline_words] =
                (float)containers_sum(m->containers, headline + 1, i).n_words;
    }
}

void feature_fill_surroundings(const struct measuring *m) {
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        fill_neighbours(m, i);
        fill_prose(m, i);
    }
    fill_distances(m);
    fill_sections(m);
    fill_headline(m);
}
