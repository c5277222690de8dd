/*
 * Finds the articleBody in JSON-LD; see article_body.h.
 */
#include "metadata/article_body.h"

#include "base/json.h"

struct str article_body_find(const struct block_page *page) {
    enum { MAX_DEPTH = 64, MAX_VALUES = 20000, MAX_DOCUMENTS = 32 };
    static const struct json_limits LIMITS = {MAX_DEPTH, MAX_VALUES};
    struct str longest = STR_NONE;
    for (size_t i = 0; i < page->n_json_ld && i < MAX_DOCUMENTS; i++) {
        struct json json;
        if (!str_holds(page->json_ld[i], STR("articleBody")))
            continue;
        json_parse(page->arena, page->json_ld[i], LIMITS, &json);
        for (size_t k = 0; k < json.n_values; k++) {
            const struct json_value *value = &json.values[k];
            if (value->kind == JSON_STRING && str_equals(value->key, STR("articleBody")) &&
                value->text.len > longest.len)
                longest = value->text;
        }
    }
    return longest;
}
