/*
 * Known redirectors, as data; see redirector.h.
 */
#include "html/redirector.h"

#include "base/url.h"

/* A host, which also stands for its subdomains ("l.facebook.com") and, if it ends with a dot, for
 * any ending ("google.de"); the path; and the parameter that contains the address, or "" if the
 * address is the whole query. */
struct redirector {
    struct str host, path, parameter;
};

static const struct redirector REDIRECTORS[] = {
    {STR_INIT("google."), STR_INIT("/url"), STR_INIT("q")},
    {STR_INIT("google."), STR_INIT("/url"), STR_INIT("url")},
    {STR_INIT("youtube.com"), STR_INIT("/redirect"), STR_INIT("q")},
    {STR_INIT("facebook.com"), STR_INIT("/l.php"), STR_INIT("u")},
    {STR_INIT("l.instagram.com"), STR_INIT("/"), STR_INIT("u")},
    {STR_INIT("l.threads.net"), STR_INIT("/"), STR_INIT("u")},
    {STR_INIT("l.threads.com"), STR_INIT("/"), STR_INIT("u")},
    {STR_INIT("out.reddit.com"), STR_INIT("/"), STR_INIT("url")},
    {STR_INIT("t.umblr.com"), STR_INIT("/redirect"), STR_INIT("z")},
    {STR_INIT("href.li"), STR_INIT("/"), STR_INIT("")},
    {STR_INIT("medium.com"), STR_INIT("/r"), STR_INIT("url")},
    {STR_INIT("linkedin.com"), STR_INIT("/redir/redirect"), STR_INIT("url")},
    {STR_INIT("linkedin.com"), STR_INIT("/safety/go"), STR_INIT("url")},
    {STR_INIT("slack-redir.net"), STR_INIT("/link"), STR_INIT("url")},
    {STR_INIT("safelinks.protection.outlook.com"), STR_INIT("/"), STR_INIT("url")},
    {STR_INIT("steamcommunity.com"), STR_INIT("/linkfilter"), STR_INIT("u")},
    {STR_INIT("steamcommunity.com"), STR_INIT("/linkfilter"), STR_INIT("url")},
    {STR_INIT("deviantart.com"), STR_INIT("/users/outgoing"), STR_INIT("")},
    {STR_INIT("duckduckgo.com"), STR_INIT("/l"), STR_INIT("uddg")},
    {STR_INIT("exit.sc"), STR_INIT("/"), STR_INIT("url")},
    {STR_INIT("getpocket.com"), STR_INIT("/redirect"), STR_INIT("url")},
    {STR_INIT("vk.com"), STR_INIT("/away.php"), STR_INIT("to")},
    {STR_INIT("link.zhihu.com"), STR_INIT("/"), STR_INIT("target")},
    {STR_INIT("link.juejin.cn"), STR_INIT("/"), STR_INIT("target")},
    {STR_INIT("link.csdn.net"), STR_INIT("/"), STR_INIT("target")},
    {STR_INIT("gitee.com"), STR_INIT("/link"), STR_INIT("target")},
    {STR_INIT("sspai.com"), STR_INIT("/link"), STR_INIT("target")},
    {STR_INIT("douban.com"), STR_INIT("/link2"), STR_INIT("url")},
};

/* The host and all after it; STR_NONE for an address without a host. */
static struct str after_scheme(struct str url) {
    static const struct str STARTS[] = {STR_INIT("https://"), STR_INIT("http://"), STR_INIT("//")};
    for (size_t i = 0; i < N_OF(STARTS); i++)
        if (str_starts_with_lower(url, STARTS[i]))
            return str_between(url, STARTS[i].len, url.len);
    return STR_NONE;
}

static bool is_host(struct str host, struct str known) {
    if (str_ends_with(known, STR(".")))
        return str_starts_with(host, known) ||
               (str_starts_with(host, STR("www.")) && str_has_at(host, STR("www.").len, known));
    return str_ends_with(host, known) &&
           (host.len == known.len || host.at[host.len - known.len - 1] == '.');
}

/* Whether a path is a known one, with or without a slash at its end; "/" stands for any. */
static bool is_path(struct str path, struct str known) {
    size_t len = path.len && path.at[path.len - 1] == '/' ? path.len - 1 : path.len;
    return str_equals(known, STR("/")) || str_equals(str_between(path, 0, len), known);
}

/* The value of a parameter in a query; all of the query if it has no name. */
static struct str parameter_of(struct str query, struct str name) {
    if (name.len == 0)
        return query;
    for (size_t at = 0; at < query.len;) {
        size_t end = str_find_byte(query, at, '&');
        struct str pair = str_between(query, at, end);
        if (str_starts_with(pair, name) && pair.len > name.len && pair.at[name.len] == '=')
            return str_between(pair, name.len + 1, pair.len);
        at = end + 1;
    }
    return STR_NONE;
}

struct str redirector_target(struct arena *arena, struct str href) {
    struct str all = after_scheme(str_trim(href)), address = str_before(all, '?');
    if (address.len == all.len)
        return href; /* no query */
    struct str host = str_before(address, '/');
    struct str path = str_between(address, host.len, address.len);
    struct str query = str_between(all, address.len + 1, all.len);
    for (size_t i = 0; i < N_OF(REDIRECTORS); i++) {
        const struct redirector *r = &REDIRECTORS[i];
        if (!is_host(host, r->host) || !is_path(path, r->path))
            continue;
        struct str value = parameter_of(query, r->parameter);
        bool is_raw = r->parameter.len == 0 && after_scheme(value).len > 0;
        struct str target = is_raw ? value : url_decode(arena, value);
        if (after_scheme(target).len && target.at[0] != '/')
            return target;
    }
    return href;
}
