/*
 * Hosts of embedded content, as data; see embed.h.
 */
#include "render/embed.h"

#include "base/ascii.h"

/* How an address begins, without its scheme and "www."; what it is; and the address of its page, to
 * which the rest of the path is appended. If that is unknown, the address is left unchanged. */
static const struct {
    struct str start, kind, page;
} HOSTS[] = {
    {STR_INIT("youtube.com/embed/"), STR_INIT("Video"),
     STR_INIT("https://www.youtube.com/watch?v=")},
    {STR_INIT("youtube-nocookie.com/embed/"), STR_INIT("Video"),
     STR_INIT("https://www.youtube.com/watch?v=")},
    {STR_INIT("player.vimeo.com/video/"), STR_INIT("Video"), STR_INIT("https://vimeo.com/")},
    {STR_INIT("dailymotion.com/embed/video/"), STR_INIT("Video"),
     STR_INIT("https://www.dailymotion.com/video/")},
    {STR_INIT("player.bilibili.com/"), STR_INIT("Video"), {NULL, 0}},
    {STR_INIT("player.twitch.tv/"), STR_INIT("Video"), {NULL, 0}},
    {STR_INIT("fast.wistia.net/embed/"), STR_INIT("Video"), {NULL, 0}},
    {STR_INIT("ted.com/"), STR_INIT("Video"), {NULL, 0}},
    {STR_INIT("embed.ted.com/"), STR_INIT("Video"), {NULL, 0}},
    {STR_INIT("loom.com/embed/"), STR_INIT("Video"), STR_INIT("https://www.loom.com/share/")},
    {STR_INIT("platform.twitter.com/embed/"), STR_INIT("Post"), {NULL, 0}},
    {STR_INIT("facebook.com/plugins/post"), STR_INIT("Post"), {NULL, 0}},
    {STR_INIT("facebook.com/plugins/video"), STR_INIT("Video"), {NULL, 0}},
    {STR_INIT("instagram.com/p/"), STR_INIT("Post"), {NULL, 0}},
    {STR_INIT("instagram.com/reel/"), STR_INIT("Post"), {NULL, 0}},
    {STR_INIT("tiktok.com/embed/"), STR_INIT("Video"), {NULL, 0}},
    {STR_INIT("embed.reddit.com/"), STR_INIT("Post"), {NULL, 0}},
    {STR_INIT("embed.bsky.app/"), STR_INIT("Post"), {NULL, 0}},
    {STR_INIT("google.com/maps/"), STR_INIT("Map"), {NULL, 0}},
    {STR_INIT("maps.google."), STR_INIT("Map"), {NULL, 0}},
    {STR_INIT("openstreetmap.org/"), STR_INIT("Map"), {NULL, 0}},
    {STR_INIT("open.spotify.com/embed/"), STR_INIT("Audio"), STR_INIT("https://open.spotify.com/")},
    {STR_INIT("w.soundcloud.com/player"), STR_INIT("Audio"), {NULL, 0}},
    {STR_INIT("bandcamp.com/EmbeddedPlayer"), STR_INIT("Audio"), {NULL, 0}},
    {STR_INIT("embed.podcasts.apple.com/"), STR_INIT("Audio"), {NULL, 0}},
    {STR_INIT("codepen.io/"), STR_INIT("Example"), {NULL, 0}},
    {STR_INIT("codesandbox.io/embed/"), STR_INIT("Example"), {NULL, 0}},
    {STR_INIT("docs.google.com/"), STR_INIT("Document"), {NULL, 0}},
    {STR_INIT("slideshare.net/slideshow/embed"), STR_INIT("Document"), {NULL, 0}},
};

/* The rest after "https://" or "//" and "www.", or STR_NONE. */
static struct str bare_address(struct str url) {
    static const struct str STARTS[] = {STR_INIT("https://"), STR_INIT("http://"), STR_INIT("//")};
    for (size_t i = 0; i < N_OF(STARTS); i++) {
        if (!str_starts_with_lower(url, STARTS[i]))
            continue;
        url = str_between(url, STARTS[i].len, url.len);
        return str_starts_with_lower(url, STR("www.")) ? str_between(url, 4, url.len) : url;
    }
    return STR_NONE;
}

/* The identifier in the address of a frame ends where the path ends. */
static struct str join(struct arena *arena, struct str page, struct str id) {
    struct buffer out;
    buffer_init(&out, arena);
    buffer_append(&out, page);
    buffer_append(&out, str_before(str_before(id, '?'), '#'));
    return buffer_str(&out);
}

/* The address of a frame, which scripts may load later; STR_NONE if it has no host. */
static struct str frame_address(const struct dom_node *element) {
    static const enum dom_attr_name NAMES[] = {DOM_ATTR_SRC, DOM_ATTR_DATA_SRC,
                                               DOM_ATTR_DATA_LAZY_SRC};
    for (size_t i = 0; i < N_OF(NAMES); i++) {
        struct str src = str_trim(dom_attribute(element, NAMES[i]));
        if (bare_address(src).at)
            return src;
    }
    return STR_NONE;
}

static bool read_frame(struct arena *arena, struct str src, struct embed *out) {
    struct str address = bare_address(src);
    for (size_t i = 0; i < N_OF(HOSTS); i++) {
        if (!str_starts_with(address, HOSTS[i].start))
            continue;
        struct str rest = str_between(address, HOSTS[i].start.len, address.len);
        *out = (struct embed){.kind = HOSTS[i].kind,
                              .url = HOSTS[i].page.at ? join(arena, HOSTS[i].page, rest) : src};
        return true;
    }
    return false;
}

/* <lite-youtube videoid>, <amp-youtube data-videoid>. */
static bool read_video_id(struct arena *arena, const struct dom_node *element, struct embed *out) {
    struct str id = dom_attribute(element, DOM_ATTR_VIDEOID);
    for (size_t i = 0; i < id.len; i++)
        if (!ascii_is_alphanumeric(id.at[i]) && !ascii_is_one_of(id.at[i], "-_"))
            return false;
    if (id.len != STR("dQw4w9WgXcQ").len) /* all identifiers of YouTube have that length */
        return false;
    *out = (struct embed){.kind = STR("Video"),
                          .url = join(arena, STR("https://www.youtube.com/watch?v="), id)};
    return true;
}

/* The nodes of a post or a player that are searched, since they may be nested: the link to a post
 * is near its end, and the files of a player come first. */
enum { MAX_NODES = 100 };

/* The link to a post: the last one that leads to a post; or else the last one in a post that ends
 * with its date, and the first one in any other, where links to what the post mentions follow. */
static struct str link_to_post(const struct dom *dom, uint32_t quote, bool ends_with_date) {
    static const struct str POSTS[] = {
        STR_INIT("/status/"), STR_INIT("/comments/"), STR_INIT("/post/"), STR_INIT("/posts/"),
        STR_INIT("/p/"),      STR_INIT("/reel/"),     STR_INIT("/video/")};
    const struct dom_node *nodes = dom->nodes;
    struct str url = STR_NONE, other = STR_NONE;
    uint32_t end = nodes[quote].end;
    uint32_t first = end - quote > MAX_NODES ? end - MAX_NODES : quote + 1;
    for (uint32_t i = first; i < end; i++) {
        if (nodes[i].kind != DOM_ELEMENT || nodes[i].tag != DOM_A)
            continue;
        struct str href = dom_attribute(&nodes[i], DOM_ATTR_HREF);
        if (href.len && str_holds_any(href, POSTS, N_OF(POSTS)))
            url = href;
        else if (href.len && (ends_with_date || !other.at))
            other = href;
    }
    return url.at ? url : other;
}

/* A social network's post in a <blockquote>, or a post of another WordPress. */
static bool read_quoted_post(const struct dom *dom, uint32_t quote, struct embed *out) {
    static const struct str SIGNED[] = {STR_INIT("twitter-tweet"), STR_INIT("twitter-video"),
                                        STR_INIT("bluesky-embed")};
    static const struct str POSTS[] = {STR_INIT("instagram-media"), STR_INIT("tiktok-embed"),
                                       STR_INIT("mastodon-embed"), STR_INIT("reddit-embed-bq"),
                                       STR_INIT("fb-xfbml-parse-ignore")};
    struct str class = dom_attribute(&dom->nodes[quote], DOM_ATTR_CLASS);
    bool is_signed = str_holds_any(class, SIGNED, N_OF(SIGNED));
    bool is_card = str_holds(class, STR("wp-embedded-content"));
    if (!is_signed && !is_card && !str_holds_any(class, POSTS, N_OF(POSTS)))
        return false;
    *out = (struct embed){.kind = is_card ? STR("") : STR("Post"),
                          .url = link_to_post(dom, quote, is_signed),
                          .form = is_card ? EMBED_CARD : EMBED_POST,
                          .names_source = is_signed};
    return out->url.len > 0;
}

/* A card in a link: Ghost, Substack. */
static bool read_card(const struct dom_node *link, struct embed *out) {
    static const struct str CARDS[] = {STR_INIT("kg-bookmark-container"),
                                       STR_INIT("embedded-post")};
    if (!str_holds_any(dom_attribute(link, DOM_ATTR_CLASS), CARDS, N_OF(CARDS)))
        return false;
    *out = (struct embed){
        .kind = STR(""), .url = dom_attribute(link, DOM_ATTR_HREF), .form = EMBED_CARD};
    return out->url.len > 0;
}

/* The address of the file that a player plays: its own, or that of the first <source> in it, which
 * is not one of the tags that pith distinguishes. */
static struct str recording(const struct dom *dom, uint32_t player) {
    const struct dom_node *nodes = dom->nodes;
    struct str src = str_trim(dom_attribute(&nodes[player], DOM_ATTR_SRC));
    for (uint32_t i = player + 1; i < nodes[player].end && i <= player + MAX_NODES && !src.len; i++)
        if (nodes[i].kind == DOM_ELEMENT && nodes[i].tag == DOM_UNKNOWN)
            src = str_trim(dom_attribute(&nodes[i], DOM_ATTR_SRC));
    return src;
}

/* YouTube's preview pictures, which scripts replace with the video: the address contains its id. */
static bool read_preview(struct arena *arena, const struct dom_node *img, struct embed *out) {
    static const struct str STARTS[] = {STR_INIT("://i.ytimg.com/vi/"),
                                        STR_INIT("://img.youtube.com/vi/"),
                                        STR_INIT("://i.ytimg.com/vi_webp/")};
    static const enum dom_attr_name NAMES[] = {DOM_ATTR_SRC, DOM_ATTR_DATA_SRC};
    for (size_t k = 0; k < N_OF(NAMES); k++) {
        struct str src = dom_attribute(img, NAMES[k]);
        for (size_t i = 0; i < N_OF(STARTS); i++) {
            size_t at = str_find(src, STARTS[i]) + STARTS[i].len;
            if (at >= src.len)
                continue;
            struct str id = str_before(str_between(src, at, src.len), '/');
            *out = (struct embed){.kind = STR("Video"),
                                  .url = join(arena, STR("https://www.youtube.com/watch?v="), id)};
            return id.len > 0;
        }
    }
    return false;
}

bool embed_read(struct arena *arena, const struct dom *dom, uint32_t i, struct embed *out) {
    const struct dom_node *element = &dom->nodes[i];
    if (element->kind == DOM_ELEMENT && element->tag == DOM_BLOCKQUOTE)
        return read_quoted_post(dom, i, out);
    if (element->kind != DOM_ELEMENT)
        return false;
    if (element->tag == DOM_VIDEO || element->tag == DOM_AUDIO) {
        struct str src = recording(dom, i);
        *out = (struct embed){.kind = element->tag == DOM_VIDEO ? STR("Video") : STR("Audio"),
                              .url = src};
        return src.len > 0 && !str_starts_with_lower(src, STR("blob:"));
    }
    if (element->n_attrs == 0)
        return false;
    if (element->tag == DOM_A)
        return read_card(element, out);
    if (element->tag == DOM_IMG)
        return read_preview(arena, element, out);
    if (element->tag == DOM_IFRAME || element->tag == DOM_UNKNOWN)
        return read_frame(arena, frame_address(element), out) || read_video_id(arena, element, out);
    return false;
}
