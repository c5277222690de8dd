/*
 * Links that lead to their target through a redirector.
 */
#include "ground.h"

#include <stdio.h>

#include "html/redirector.h"

#define TARGET "https://boat.example/a?b=c&d#e"
#define ENCODED "https%3A%2F%2Fboat.example%2Fa%3Fb%3Dc%26d%23e"

/* A link through each of them, with its target encoded. */
static void redirectors_are_known(void **state) {
    static const char *const REDIRECTORS[] = {
        "www.google.com/url?q=",
        "www.google.com/url?url=",
        "youtube.com/redirect?q=",
        "facebook.com/l.php?u=",
        "l.instagram.com/?u=",
        "l.threads.net/?u=",
        "l.threads.com/?u=",
        "out.reddit.com/?url=",
        "t.umblr.com/redirect?z=",
        "href.li/?",
        "medium.com/r?url=",
        "linkedin.com/redir/redirect?url=",
        "linkedin.com/safety/go?url=",
        "slack-redir.net/link?url=",
        "safelinks.protection.outlook.com/?url=",
        "steamcommunity.com/linkfilter?u=",
        "steamcommunity.com/linkfilter?url=",
        "deviantart.com/users/outgoing?",
        "duckduckgo.com/l?uddg=",
        "exit.sc/?url=",
        "getpocket.com/redirect?url=",
        "vk.com/away.php?to=",
        "link.zhihu.com/?target=",
        "link.juejin.cn/?target=",
        "link.csdn.net/?target=",
        "gitee.com/link?target=",
        "sspai.com/link?target=",
        "douban.com/link2?url=",
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(REDIRECTORS); i++) {
        char href[200];
        snprintf(href, sizeof href, "https://%s%s", REDIRECTORS[i], ENCODED);
        assert_str(redirector_target(*state, str_of(href)), STR(TARGET));
        snprintf(href, sizeof href, "HTTP://%s%s", REDIRECTORS[i], ENCODED);
        assert_str(redirector_target(*state, str_of(href)), STR(TARGET));
        snprintf(href, sizeof href, "https://x%s%s", REDIRECTORS[i], ENCODED);
        assert_str(redirector_target(*state, str_of(href)), str_of(href));
        snprintf(href, sizeof href, "https://%sboat", REDIRECTORS[i]);
        assert_str(redirector_target(*state, str_of(href)), str_of(href));
    }
}

static void hosts_paths_and_parameters(void **state) {
    static const char *const CASES[][2] = {
        /* an address, its target; NULL: unchanged */
        {" //google.com/url?q=http://a.example/ ", "http://a.example/"},
        {"https://google.co.uk/url?q=http://a.example/", "http://a.example/"},
        {"https://news.google.com/url?q=http://a.example/", NULL},
        {"https://www.agoogle.com/url?q=http://a.example/", NULL},
        {"https://lm.facebook.com/l.php?u=http://a.example/", "http://a.example/"},
        {"https://afacebook.com/l.php?u=http://a.example/", NULL},
        {"https://facebook.com/l.php/?u=http://a.example/", "http://a.example/"},
        {"https://facebook.com/l.php//?u=http://a.example/", NULL},
        {"https://facebook.com/l.ph?u=http://a.example/", NULL},
        {"https://facebook.com?u=http://a.example/", NULL},
        {"https://href.li?http://a.example/", "http://a.example/"},
        {"https://href.li/?http://a.example/?b=c%26d", "http://a.example/?b=c%26d"},
        {"https://href.li/x/y?http://a.example/", "http://a.example/"},
        {"https://google.com/url?a=b&q=http://a.example/&c=d", "http://a.example/"},
        {"https://google.com/url?qq=x&q=http://a.example/", "http://a.example/"},
        {"https://google.com/url?q", NULL},
        {"https://google.com/url?q=", NULL},
        {"https://google.com/url?q&url=http://a.example/", "http://a.example/"},
        {"https://google.com/url?q=http://&url=http://a.example/", "http://a.example/"},
        {"https://google.com/url?q=//a.example/", NULL},
        {"https://google.com/url?q=javascript:a", NULL},
        {"https://google.com/url", NULL},
        {"/url?q=http://a.example/", NULL},
        {"ftp://google.com/url?q=http://a.example/", NULL},
        {"", NULL},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_str(redirector_target(*state, str_of(CASES[i][0])),
                   str_of(CASES[i][1] ? CASES[i][1] : CASES[i][0]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(redirectors_are_known),
        ARENA_TEST(hosts_paths_and_parameters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
