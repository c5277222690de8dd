/*
 * The names of meta elements and of properties: what each is about, and how reliable it is.
 */
#include "metadata_page.h"

#include <stdio.h>

#include "metadata/gathering.h"

struct name_case {
    enum candidate_kind kind;
    unsigned rank;
    const char *names; /* separated by spaces */
};

/* Each name, in an element of this form, must give one candidate, of this kind and rank. */
static void check_names(struct arena *arena, const char *form, const struct name_case *cases,
                        size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct str names = str_of(cases[i].names);
        for (size_t at = 0; at < names.len;) {
            struct str name = str_before(str_between(names, at, names.len), ' ');
            char html[120];
            struct block_page page;
            struct metadata metadata;
            snprintf(html, sizeof html, form, (int)name.len, name.at);
            read_html(arena, str_of(html), &page, &metadata);
            struct gathering *g = arena_alloc_zero(arena, 1, sizeof *g);
            g->arena = arena;
            g->page = &page;
            elements_read(g);
            for (size_t k = 0; k < N_CANDIDATE_KINDS; k++)
                if (g->of[k].n != (k == (size_t)cases[i].kind))
                    fail_msg("%.*s", (int)name.len, name.at);
            if (g->of[cases[i].kind].items[0].rank != cases[i].rank)
                fail_msg("%.*s", (int)name.len, name.at);
            at += name.len + 1;
        }
    }
}

static void meta_elements_have_names(void **state) {
    static const struct name_case CASES[] = {
        {CANDIDATE_AUTHOR, 10, "citationauthor"},
        {CANDIDATE_AUTHOR, 9, "byl cxenseparseauthor parselyauthor"},
        {CANDIDATE_AUTHOR, 8,
         "author byline dcsextauthor mediatorauthor sailthruauthor shareaholicarticleauthorname"},
        {CANDIDATE_AUTHOR, 7, "articleauthorname dccreator dctermscreator ogauthor"},
        {CANDIDATE_AUTHOR, 6, "articleauthor ogarticleauthor"},
        {CANDIDATE_DESCRIPTION, 10, "description"},
        {CANDIDATE_DESCRIPTION, 9, "ogdescription"},
        {CANDIDATE_DESCRIPTION, 7, "twitterdescription"},
        {CANDIDATE_DESCRIPTION, 6, "dcdescription"},
        {CANDIDATE_IMAGE, 10, "ogimage"},
        {CANDIDATE_IMAGE, 9, "ogimagesecureurl ogimageurl"},
        {CANDIDATE_IMAGE, 8, "twitterimage twitterimagesrc"},
        {CANDIDATE_IMAGE, 7, "parselyimageurl"},
        {CANDIDATE_LANGUAGE, 7, "contentlanguage"},
        {CANDIDATE_LANGUAGE, 6, "dclanguage"},
        {CANDIDATE_LANGUAGE, 5, "language"},
        {CANDIDATE_LANGUAGE, 3, "oglocale"},
        {CANDIDATE_MODIFIED, 10, "articlemodifiedtime"},
        {CANDIDATE_MODIFIED, 9,
         "articlemodified articleupdated ogarticlemodifiedtime shareaholicarticlemodifiedtime"},
        {CANDIDATE_MODIFIED, 8, "cxenseparsemodifiedtime datemodified"},
        {CANDIDATE_MODIFIED, 7,
         "dateupdate dateupdated dcdatemodified dctermsmodified lastpublisheddate lastupdateddate "
         "updated"},
        {CANDIDATE_MODIFIED, 6, "lastmod lastmodified ogupdatedtime"},
        {CANDIDATE_PUBLISHED, 10, "articlepublishedtime"},
        {CANDIDATE_PUBLISHED, 9,
         "articlefirstpublishedtime articlepublished citationonlinedate cxenseparsepublishtime "
         "cxenseparserecspublishedtime cxenseparserecspublishtime datepublished dcdateissued "
         "ogarticlepublishedtime parselypubdate pubdate publishedat publisheddate "
         "shareaholicarticlepublishedtime"},
        {CANDIDATE_PUBLISHED, 8,
         "articlepublicationdate citationdate citationpublicationdate contentpublishdate "
         "dctermsissued firstpublished mediatorpublishedtime ogpublishdate ogpublishedtime "
         "publicationdate publishdate published publishedon publishedtime sailthrudate "
         "wpublisheddate"},
        {CANDIDATE_PUBLISHED, 7,
         "date dateavailable datecreated dcdate dcdatecreated dctermscreated dctermsdate msdate "
         "ogreleasedate releasedate"},
        {CANDIDATE_PUBLISHED, 3, "uploaddate"},
        {CANDIDATE_SITE, 10, "ogsitename"},
        {CANDIDATE_SITE, 5, "applicationname"},
        {CANDIDATE_SITE, 4, "citationjournaltitle"},
        {CANDIDATE_SITE, 3, "publisher"},
        {CANDIDATE_TAG, 9, "articletag"},
        {CANDIDATE_TAG, 8, "newskeywords parselytags"},
        {CANDIDATE_TAG, 7, "sailthrutags"},
        {CANDIDATE_TAG, 6, "keywords"},
        {CANDIDATE_TITLE, 10, "citationtitle"},
        {CANDIDATE_TITLE, 9, "headline parselytitle"},
        {CANDIDATE_TITLE, 8, "cxenseparsetitle ogtitle sailthrutitle twittertexttitle"},
        {CANDIDATE_TITLE, 7, "dctermstitle dctitle twittertitle"},
        {CANDIDATE_TITLE, 5, "title"},
        {CANDIDATE_TYPE, 5, "ogtype"},
        {CANDIDATE_URL, 8, "ogurl"},
        {CANDIDATE_URL, 6, "parselylink"},
    };
    ARM((struct arena *)*state);
    check_names(*state, "<meta name='%.*s' content='2024-05-03'>", CASES, N_OF(CASES));
}

static void properties_have_names(void **state) {
    static const struct name_case CASES[] = {
        {CANDIDATE_AUTHOR, 8, "author"},
        {CANDIDATE_AUTHOR, 7, "creator hascreator"},
        {CANDIDATE_LANGUAGE, 4, "inlanguage"},
        {CANDIDATE_MODIFIED, 8, "datemodified"},
        {CANDIDATE_MODIFIED, 7, "modified"},
        {CANDIDATE_PUBLISHED, 9, "datepublished publishedtime"},
        {CANDIDATE_PUBLISHED, 6, "date datecreated"},
        {CANDIDATE_TAG, 6, "keywords"},
        {CANDIDATE_TITLE, 8, "headline"},
    };
    ARM((struct arena *)*state);
    check_names(*state, "<p itemprop='%.*s'>Jane Doe</p>", CASES, N_OF(CASES));
    check_names(*state, "<p property='schema:%.*s'>Jane Doe</p>", CASES, N_OF(CASES));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(meta_elements_have_names),
        ARENA_TEST(properties_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
