/*
 * Who wrote the page: which source is believed, and what is not an author.
 */
#include "page_case.h"

#include "metadata/author/line_authors.h"

static void test_authors(void **state) {
    static const struct page_case CASES[] = {
        {"meta", "<meta name=author content='Jane Doe'>", AUTHORS, "Jane Doe"},
        {"several meta elements",
         "<meta name=author content='Jane Doe'><meta name=author "
         "content='John Roe'>",
         AUTHORS, "Jane Doe; John Roe"},
        {"citation",
         "<meta name=citation_author content='Doe, Jane'><meta name=citation_author "
         "content='Roe, John'>",
         AUTHORS, "Jane Doe; John Roe"},
        {"elements of two kinds side by side",
         "<h1>Harbour plan</h1><p class=author><b>Jane Doe</b> <i>Ben Holt</i></p>" PROSE, AUTHORS,
         "Jane Doe; Ben Holt"},
        {"a social page", "<meta property='article:author' content='https://www.facebook.com/x'>",
         AUTHORS, "-"},
        {"elements that ran together", "<meta name=author content='DesksLampsChairs ShelvesSALE'>",
         AUTHORS, "-"},
        {"the rest of a sentence after \"and\"",
         "<h1>Harbour plan</h1><p class=author>5 boats and Ellery</p>" PROSE, AUTHORS, "-"},
        {"a dateline in brackets",
         "<h1>Harbour plan</h1><p class=author>(Port Ellery - Courier)</p>" PROSE, AUTHORS, "-"},
        {"brackets in JSON-LD",
         "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":"
         "{\"@type\":\"Organization\",\"name\":\"(Ellery)\"}}</script>",
         AUTHORS, "-"},
        {"a heading of a menu", "<h1>Harbour plan</h1><p>By region</p>" PROSE, AUTHORS, "-"},
        {"a path of links", "<h1>Harbour plan</h1><p class=author>Home \xC2\xBB Jane Doe</p>" PROSE,
         AUTHORS, "-"},
        {"an article and a name",
         "<h1>Harbour plan</h1><p>A Reggio Emilia</p><p>3 May 2024</p>" PROSE, AUTHORS, "-"},
        {"a name below the headline, and no text",
         "<h1>People</h1><p>Jane Doe</p><p>Professor of Tides</p>", AUTHORS, "-"},
        {"a Chinese reporter",
         "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"name\":"
         "\"記者林宸誼／即時報導\"}}</script><html lang=zh-TW>",
         AUTHORS, "林宸誼"},
        {"an entry of a menu", "<h1>Harbour plan</h1><p><a href=/r>By Tides</a></p>" PROSE, AUTHORS,
         "-"},
        {"the owner of a picture", "<meta name=author content='\xC2\xA9 Jane Doe'>", AUTHORS, "-"},
        {"a link that writes to them",
         "<h1>Harbour plan</h1><p class=author><a href=mailto:x@y.example>Email to "
         "Author</a></p>" PROSE,
         AUTHORS, "-"},
        {"a link that follows them",
         "<html lang=en><h1>Harbour plan</h1><p class=byline>Follow the author on "
         "Twitter</p>" PROSE,
         AUTHORS, "-"},
        {"a bar before an organisation",
         "<link rel=canonical href=https://www.ellery.example/a>"
         "<h1>Harbour plan</h1><p class=vcard><span class='org fn'> | "
         "Ellery.example</span></p>" PROSE,
         AUTHORS, "Ellery.example"},
        {"a name that is there twice", "<meta name=author content='Jane Doe Jane Doe'>", AUTHORS,
         "Jane Doe"},
        {"a word that is there twice", "<meta name=author content='Wagga Wagga'>", AUTHORS,
         "Wagga Wagga"},
        {"a line that keeps its layout", "<h1>Harbour plan</h1><pre>   By Jane Doe  </pre>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a listing", "<h1>Harbour plan</h1><pre>Jane Doe</pre><p>3 May 2024</p>" PROSE, AUTHORS,
         "-"},
        {"a placeholder", "<meta name=author content='admin'>", AUTHORS, "-"},
        {"a guest", "<meta name=author content='Guest Blogger'>", AUTHORS, "-"},
        {"a desk", "<meta name=author content='Newsdesk'><h1>Harbour plan</h1>" PROSE, AUTHORS,
         "Newsdesk"},
        {"a desk against a signature",
         "<html lang=de><h1>Harbour plan</h1><p itemprop=author>Redaktion</p>" PROSE PROSE
         "<p>Jane Doe</p>",
         AUTHORS, "Jane Doe"},
        {"the makers of a forum's program",
         "<meta name=author content='Discuz! Team and Comsenz UI Team'>", AUTHORS, "-"},
        {"nobody, in Spanish", "<meta name=author content='an\xC3\xB3nimo'>", AUTHORS, "-"},
        {"beside a day with a byline word",
         "<html lang=es><h1>Harbour plan</h1><p>Jane Doe | 2 de marzo de 2024, 15:13</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"after a day with one",
         "<html lang=es><h1>Harbour plan</h1><p>2 de marzo de 2024 por Jane Doe</p>" PROSE, AUTHORS,
         "Jane Doe"},
        {"a text of", "<html lang=es><p class=author>Texto de Jane Doe</p>" PROSE, AUTHORS,
         "Jane Doe"},
        {"an address of mail", "<meta name=author content='news@harbour.example'>", AUTHORS, "-"},
        {"a path", "<meta name=author content='/authors/17'>", AUTHORS, "-"},
        {"an address of mail in JSON-LD",
         "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":"
         "{\"@type\":\"Organization\",\"name\":\"news@harbour.example\"}}</script>",
         AUTHORS, "-"},
        {"a path in JSON-LD",
         "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":"
         "{\"@type\":\"Organization\",\"name\":\"harbour.example/news\"}}</script>",
         AUTHORS, "-"},
        {"a name beside another article counts less than one of this",
         "<title>Harbour plan</title><article><h1>Harbour plan</h1><p class=byline>Jane "
         "Doe</p>" PROSE PROSE
         "</article><article><h1>Ferry plan</h1><p><a rel=author href=/b>Mallory Mint</a></p>" PROSE
         "</article>",
         AUTHORS, "Jane Doe"},
        {"a placeholder against a visible name",
         "<meta name=author content='Staff'><h1>Harbour plan</h1><p>By Jane Doe</p>" PROSE, AUTHORS,
         "Jane Doe"},
        {"the house against a visible name",
         "<meta property='og:site_name' content='The Courier'><meta name=author content='The "
         "Courier'><h1>Harbour plan</h1><p>By Jane Doe</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"the visible line knows who took the pictures",
         "<meta name=author content='Jane Doe, John Roe'><h1>Harbour plan</h1><p>By Jane Doe</p>"
         "<p>Photos by John Roe</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"rel=author", "<h1>Harbour plan</h1><p><a rel=author href=/a>Jane Doe</a></p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"the byline that rel=author is in",
         "<h1>Harbour plan</h1><p><a rel=author href=/a>Jane Doe</a> and <a rel=author "
         "href=/b>John Roe</a></p>" PROSE,
         PITH_BYLINE, "Jane Doe and John Roe"},
        {"the same link three times",
         "<h1>Harbour plan</h1><p><a rel=author href=/a>Jane Doe</a> <a rel=author href=/a>Jane "
         "Doe</a> <a rel=author href=/a>Jane Doe</a></p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a byline without text",
         "<h1>Harbour plan</h1><p class=byline><span><img src=x></span> <b></b></p>" PROSE, AUTHORS,
         "-"},
        {"microdata",
         "<h1>Harbour plan</h1><p itemprop=author itemscope>Written by <span "
         "itemprop=name>Jane Doe</span>, cook</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a comment's author",
         "<h1>Harbour plan</h1>" PROSE "<div itemscope itemtype='https://schema.org/Comment'><span "
         "itemprop=author>Mallory Mint</span></div>",
         AUTHORS, "-"},
        {"a nickname before other facts",
         "<h1>Harbour plan</h1><p>Started by jdoe | 4 replies</p>" PROSE, AUTHORS, "jdoe"},
        {"a nickname before a dot",
         "<html lang=fr><h1>Harbour plan</h1><p>Discussion lanc\xC3\xA9"
         "e par jdoe \xC2\xB7 4 "
         "messages</p>" PROSE,
         AUTHORS, "jdoe"},
        {"by alone on its line",
         "<h1>Harbour plan</h1><p>By</p><p>Jane Doe</p><p>John Roe</p>" PROSE, AUTHORS,
         "Jane Doe; John Roe"},
        {"an element each, no comma",
         "<h1>Harbour plan</h1><div class=byline><b><span>Jane Doe</span> <span>John Roe</span>"
         "</b></div>" PROSE,
         AUTHORS, "Jane Doe; John Roe"},
        {"a given name and a family name",
         "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"givenName\":"
         "\"Jane\",\"familyName\":\"Doe\"}}</script><h1>Harbour plan</h1>" PROSE,
         AUTHORS, "Jane Doe"},
        {"itemprop with two words",
         "<h1>Harbour plan</h1><p><span itemprop='author name'>Jane Doe</span></p>" PROSE, AUTHORS,
         "Jane Doe"},
        {"id=author", "<h1>Harbour plan</h1><p><span id=author>Jane Doe</span></p>" PROSE, AUTHORS,
         "Jane Doe"},
        {"an element that touches the name's",
         "<h1>Harbour plan</h1><p class=byline><b>By <i>Jane Doe</i><u>archive "
         "page</u></b></p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a job that ran together with the name",
         "<h1>Harbour plan</h1><p class=byline>Jane DoeCity Columnist</p>" PROSE, AUTHORS,
         "Jane Doe"},
        {"a label beside a person",
         "<h1>Harbour plan</h1><p class=author>See All Articles, Jane Doe</p>" PROSE, AUTHORS,
         "Jane Doe"},
        {"a month",
         "<html lang=pt><h1>Plano do porto</h1><p class=author>Abril</p><p>A c\xC3\xA2mara votou "
         "na "
         "sexta-feira a reconstru\xC3\xA7\xC3\xA3o da metade leste do porto, e assim terminou um "
         "debate que come\xC3\xA7ou de manh\xC3\xA3 e ainda durava quando os barcos chegaram.</p>",
         AUTHORS, "-"},
        {"a label alone", "<h1>Harbour plan</h1><p class=author>Save Article</p>" PROSE, AUTHORS,
         "-"},
        {"a reference",
         "<h1>Harbour plan</h1>" PROSE "<ol class=references><li>Author, A. (2005). Harbours.</li>"
         "<li>Author, B. (2010). Walls.</li></ol>",
         AUTHORS, "-"},
        {"an infobox",
         "<h1>Harbour Board</h1><table class=infobox><tr><th>By Jane Doe</th><td>1998</td></tr>"
         "</table>" PROSE,
         AUTHORS, "-"},
        {"a mailing list",
         "<h1>Harbour plan</h1><b>Jane Doe</b> <a href='mailto:x'>jane at example.org</a><br>"
         "<i>Mon May 6 10:00:00 CEST 2024</i>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a name beside the date", "<h1>Harbour plan</h1><p>Jane Doe - 26 April 2024</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a section beside the date",
         "<ul><li>Local News</ul><h1>Harbour plan</h1><p>Local News - 26 April 2024</p>" PROSE,
         AUTHORS, "-"},
        {"a sentence that begins with By",
         "<h1>Harbour plan</h1><p>By using this page you agree "
         "to it.</p>" PROSE,
         AUTHORS, "-"},
        {"after the article", "<h1>Harbour plan</h1>" PROSE PROSE "<p>Written by Jane Doe</p>",
         AUTHORS, "Jane Doe"},
    };
    CHECK(CASES);
}

static void test_side_by_side(void **state) {
    static const struct page_case CASES[] = {
        {"author and date without a space",
         "<h1>Harbour plan</h1><div><span>By Jane Doe</span><span>3 May 2024</span><span>2 min "
         "read</span></div>" PROSE,
         AUTHORS, "Jane Doe"},
        {"date and figures without a space",
         "<h1>Harbour plan</h1><div><span>By Jane Doe</span><span>3 May 2024</span><span>2 min "
         "read</span></div>" PROSE,
         PITH_DATELINE, "3 May 2024"},
        {"author and publication",
         "<h1>Harbour plan</h1><p>By <span><a>Jane Doe</a></span> <span>Ellery "
         "Business</span></p><p>3 May 2024</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a list continued in other elements",
         "<h1>Harbour plan</h1><p><span>By Jane Doe</span><span>, John Roe</span> <span>and Ann "
         "Poe</span></p>" PROSE,
         AUTHORS, "Jane Doe; John Roe; Ann Poe"},
        {"a date in pieces",
         "<h1>Harbour plan</h1><p><span>3</span> <span>May</span> <span>2024</span></p>" PROSE,
         PITH_DATE, "2024-05-03"},
        {"a byline word within the previous line",
         "<h1>Harbour plan</h1><p><a>Post</a> <span>by jdoe \xC2\xBB </span><b>3 May "
         "2024</b></p>" PROSE,
         AUTHORS, "jdoe"},
        {"a stroke between two",
         "<h1>Harbour plan</h1><p><span>3 May 2024</span> "
         "<span>\xC2\xB7</span> <span>Jane Doe</span></p>" PROSE,
         AUTHORS, "Jane Doe"},
    };
    CHECK(CASES);
}

static void test_no_authors(void **state) {
    static const struct page_case CASES[] = {
        {"a section beside the date",
         "<h1>Harbour plan</h1><p><a href=/blog/category/sea-life>Sea Life</a> | 3 May "
         "2024</p>" PROSE,
         AUTHORS, "-"},
        {"a person beside the date",
         "<h1>Harbour plan</h1><p><a href=/blog/people/jane-doe>Jane Doe</a> | 3 May "
         "2024</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a section above the date",
         "<h1>Harbour plan</h1><p><a href=/sea-life rel='category tag'>Sea Life</a></p>"
         "<p>3 May 2024</p>" PROSE,
         AUTHORS, "-"},
        {"a tag within the author's element",
         "<h1>Harbour plan</h1><p class=author><a href=/p/jane>Jane Doe</a> <a href=/tag/sea>Sea "
         "Life</a></p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"who wrote last", "<h1>Harbour plan</h1><p class=author>Last post by Jane Doe</p>" PROSE,
         AUTHORS, "-"},
        {"who changed it", "<h1>Harbour plan</h1><p class=byline>Last edited by Jane Doe</p>" PROSE,
         AUTHORS, "-"},
        {"a mark", "<meta name=author content='-'><h1>Harbour plan</h1>" PROSE, AUTHORS, "-"},
        {"a control", "<h1>Harbour plan</h1><p>Sign In</p><p>3 May 2024</p>" PROSE, AUTHORS, "-"},
        {"a first name where the byline has all of it",
         "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"name\":"
         "\"Jane\"}}</script><h1>Harbour plan</h1><p>By Jane Doe</p>" PROSE,
         AUTHORS, "Jane Doe"},
    };
    CHECK(CASES);
}

/* A place beside the date, which the text also names. */
static void test_places(void **state) {
#define DATED(name) "<h1>Harbour plan</h1><p>" name "</p><p>3 May 2024</p>" PROSE
    static const struct page_case CASES[] = {
        {"in", DATED("New Ellery") "<p>It rained in New Ellery.</p>", AUTHORS, "-"},
        {"im", DATED("Palais Roe") "<p>Es regnet im Palais Roe</p>", AUTHORS, "-"},
        {"at", DATED("New Ellery") "<p>It rained at New Ellery, too.</p>", AUTHORS, "-"},
        {"near", DATED("New Ellery") "<p>It rained near New Ellery.</p>", AUTHORS, "-"},
        {"a longer word", DATED("New Ellery") "<p>It rained in New Ellerydale.</p>", AUTHORS,
         "New Ellery"},
        {"the end of a word", DATED("New Ellery") "<p>They begin New Ellery.</p>", AUTHORS,
         "New Ellery"},
    };
    CHECK(CASES);
}

/* Lists of other pages, each with its author. */
static void test_lists(void **state) {
#define ENTRY(by) "<p>A plan for the harbour</p><p>By " by "</p>"
#define THREE ENTRY("Jane Doe") ENTRY("John Roe") ENTRY("Ann Poe")
    static const struct page_case CASES[] = {
        {"above the text", "<h1>News</h1>" THREE PROSE, AUTHORS, "-"},
        {"after the article", "<h1>Harbour plan</h1>" PROSE PROSE THREE, AUTHORS, "-"},
        {"the same author each time",
         "<h1>News</h1>" ENTRY("Jane Doe") ENTRY("Jane Doe") ENTRY("Jane Doe") PROSE, AUTHORS,
         "Jane Doe"},
        {"a signature above names without a byline word",
         "<h1>Harbour plan</h1>" PROSE PROSE "<p>Jane Doe</p><p>Adler Roe</p><p>Port Ellery</p>",
         AUTHORS, "Jane Doe"},
        {"two", "<h1>News</h1>" ENTRY("Jane Doe") ENTRY("John Roe") PROSE, AUTHORS, "Jane Doe"},
        {"one above the text, and a list after it",
         "<h1>Harbour plan</h1><p>By Jane Doe</p>" PROSE PROSE THREE, AUTHORS, "Jane Doe"},
        {"one of which the page declares",
         "<meta name=author content='Jane Doe'><h1>News</h1>" THREE PROSE, AUTHORS, "Jane Doe"},
    };
    CHECK(CASES);
}

/* What the page shows of the authors. */
static void test_bylines(void **state) {
    static const struct page_case CASES[] = {
        {"an author whom only the markup names",
         "<meta name=author content='jane doe'><h1>Harbour plan</h1><p>Port</p><p>by jane doe, "
         "Port Ellery</p>" PROSE,
         PITH_BYLINE, "by jane doe, Port Ellery"},
        {"the name alone, after the text",
         "<meta name=author content='jane'><h1>Harbour plan</h1>" PROSE PROSE "<p>jane</p>",
         PITH_BYLINE, "jane"},
        {"a mention", "<meta name=author content='jane'><h1>Harbour plan</h1><p>Ask jane</p>" PROSE,
         PITH_BYLINE, "-"},
        {"above a post",
         "<script type='application/ld+json'>{\"@type\":\"DiscussionForumPosting\"}</script>"
         "<h1>Mooring</h1><p>Started by jane | 7 replies</p>" PROSE,
         PITH_BYLINE, "jane"},
        {"beside facts about the author of a post",
         "<script type='application/ld+json'>{\"@type\":\"DiscussionForumPosting\"}</script>"
         "<h1>Mooring</h1><p>214 points from <a class=hnuser>jane</a></p>" PROSE,
         PITH_BYLINE, "jane"},
    };
    CHECK(CASES);
}

/* The site is named as the author, or nobody is; the author's name is far from the headline. */
static void test_away_from_headline(void **state) {
#define SITE                                                                                       \
    "<meta property='og:site_name' content='The Courier'><meta name=author content='The "          \
    "Courier'><title>Harbour plan</title><h1>Harbour plan</h1>"
#define SIX "<p>a<p>b<p>c<p>d<p>e<p>f"
#define SEVEN SIX "<p>g"
#define LINE                                                                                       \
    "<p>How the town council came to vote on what was to become of the eastern half of the "       \
    "harbour and of its walls"
#define LD_SITE                                                                                    \
    "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":{\"name\":\"The "          \
    "Courier\"}}</script>"
#define TEASER                                                                                     \
    "<p>Teaser of a story on another page, which is long enough to look like a paragraph of this " \
    "one, and which says that the ferry will not run before the ice has gone.</p>"
#define BOX "<div class=author-box><div class=author-box__name>Jane Doe</div></div>"
    static const struct page_case CASES[] = {
        {"a box", "<h1>Harbour plan</h1>" PROSE PROSE "<h2>More</h2><ul><li>x</ul>" BOX, AUTHORS,
         "Jane Doe"},
        {"the same box twice", "<h1>Harbour plan</h1>" PROSE PROSE BOX "<ul><li>x</ul>" BOX,
         AUTHORS, "Jane Doe"},
        {"boxes of several authors",
         "<h1>Harbour plan</h1>" PROSE PROSE "<ul><li>x</ul>" BOX
         "<div class=author-name>John Roe</div>",
         AUTHORS, "-"},
        {"a box among the comments",
         "<h1>Harbour plan</h1>" PROSE PROSE "<ul><li>x</ul><div class=comments>" BOX "</div>",
         AUTHORS, "-"},
        {"the same box with an empty element in it",
         "<h1>Harbour plan</h1>" PROSE PROSE "<ul><li>x<li>y</ul>" BOX
         "<div class=author-name><p></p><p>Jane Doe</p></div>",
         AUTHORS, "Jane Doe"},
        {"a box beside one of a comment",
         "<h1>Harbour plan</h1>" PROSE PROSE "<ul><li>x<li>y</ul>" BOX
         "<div class=post-comment-author-name>John Roe</div>",
         AUTHORS, "Jane Doe"},
        {"a signature in brackets", "<h1>Harbour plan</h1>" PROSE PROSE "<p>(Jane Doe)</p>",
         AUTHORS, "Jane Doe"},
        {"a signature in wide brackets, below the address of a site",
         "<html lang=ja><h1>Harbour plan</h1>" PROSE PROSE "<p>harbour.example</p><p>（渡部あかね）"
         "</p><p>a</p>",
         AUTHORS, "渡部あかね"},
        {"words in brackets", "<h1>Harbour plan</h1>" PROSE PROSE "<p>(Read More)</p>", AUTHORS,
         "-"},
        {"a signature above teasers",
         "<h1>Harbour plan</h1>" PROSE PROSE "<p>Jane Doe</p><h2>More</h2>" TEASER TEASER, AUTHORS,
         "Jane Doe"},
        {"a signature, and the site twice", LD_SITE SITE PROSE PROSE "<p>Jane Doe</p>", AUTHORS,
         "Jane Doe"},
        {"a name that a list has too, and the site twice",
         LD_SITE SITE PROSE PROSE "<p>Jane Doe</p><ul><li>Jane Doe</ul>", AUTHORS, "The Courier"},
        {"a name that the text has too, and the site twice",
         LD_SITE SITE PROSE "<p>The boats of Jane Doe came in.</p>" PROSE "<p>Jane Doe</p>",
         AUTHORS, "The Courier"},
        {"a name two lines below the text, and the site",
         SITE PROSE PROSE "<p>x</p><p>Jane Doe</p>", AUTHORS, "The Courier"},
        {"a byline below the text in place of the site",
         SITE PROSE PROSE "<p>By Jane Doe</p><p>On Jane Doe</p>", AUTHORS, "Jane Doe"},
        {"a signature in place of the site", SITE PROSE PROSE "<p>Jane Doe</p>", AUTHORS,
         "Jane Doe"},
        {"eight blocks above the text of a page without a headline",
         "<p>By Jane Doe</p>" LINE SIX PROSE, AUTHORS, "Jane Doe"},
        {"nine blocks, one of which is a standfirst", "<p>By Jane Doe</p>" LINE SEVEN PROSE,
         AUTHORS, "-"},
        {"thirty blocks below the headline",
         SITE SEVEN SEVEN SEVEN SEVEN PROSE "<p>Jane Doe</p><p>x", AUTHORS, "Jane Doe"},
        {"twenty-nine", SITE SEVEN SEVEN SEVEN SIX PROSE "<p>Jane Doe</p><p>x", AUTHORS,
         "The Courier"},
        {"a byline that names the site",
         "<meta property='og:site_name' content='The Courier'><meta name=author content='The "
         "Courier'><h1>Harbour plan</h1><p>By The Courier</p>" PROSE PROSE "<p>Jane Doe</p>",
         AUTHORS, "The Courier"},
        {"a box that nobody has filled in",
         "<h1>Harbour plan</h1>" PROSE PROSE
         "<div class=bio><p>Jane Doe</p><p>Author bio goes here.</p></div>",
         AUTHORS, "-"},
        {"who reviewed it, in elements of their own",
         "<h1>Harbour plan</h1><p><span>Medically reviewed</span> <span>by Ann "
         "Poe</span></p>" PROSE,
         AUTHORS, "-"},
        {"words of the declared language around an English text",
         "<html lang=fr><h1>Harbour plan</h1><p class=byline>Par <span>Jane Doe (avec John Roe et "
         "Ann Poe)</span></p>" PROSE PROSE,
         AUTHORS, "Jane Doe; John Roe; Ann Poe"},
    };
    CHECK(CASES);
}

/* However many words are asked for: the first are searched for, the others looked up. */
static void test_words_of_names(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct block blocks[] = {{.text = STR("The quay was closed.")},
                             {.text = STR("a harbour, a plan")}};
    struct block_page page = {.arena = arena, .blocks = blocks, .n_blocks = N_OF(blocks)};
    struct gathering *g = arena_alloc_zero(arena, 1, sizeof *g);
    g->arena = arena;
    g->page = &page;
    for (int i = 0; i < 10; i++) {
        assert_true(line_authors_common_share(g, STR("Harbour Plan")) == 1);
        assert_true(line_authors_common_share(g, STR("Jane Quay")) == 0.5);
        assert_true(line_authors_common_share(g, STR("Jane Lanham")) == 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_authors),        ARENA_TEST(test_side_by_side),
        ARENA_TEST(test_no_authors),     ARENA_TEST(test_away_from_headline),
        ARENA_TEST(test_words_of_names), ARENA_TEST(test_places),
        ARENA_TEST(test_lists),          ARENA_TEST(test_bylines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
