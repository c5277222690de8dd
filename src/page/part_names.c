/*
 * The words that name parts of a page, as data.
 */
#include "page/part_names.h"

#include <stdbool.h>

#include "base/hash_table.h"
#include "page/token.h"

/* Words in lower case, separated by spaces, as obtained by splitting classes and ids at non-letters
 * and at capitals. A word is listed for a kind if it has that meaning in most of its
 * occurrences. */
static const char *const WORDS[PART_N] = {
    [PART_PROMOTION] =
        "promo promos promotion promotional promobox newsletter newsletters subscribe subscription "
        "subscriptions subscriber signup paywall regwall upsell donate donation donations cta "
        "marketing offer offers optin mailchimp mailing membership register registration piano "
        "callout coupon deals hubspot leadform abo abonnement boletin inscription",
    [PART_ADVERTISEMENT] =
        "ad ads adv advert adverts advertisement advertising advertorial adsense adslot adunit "
        "adbox dfp gpt sponsor sponsored sponsors taboola outbrain leaderboard billboard anzeige "
        "anzeigen werbung publicidad publicite pub reklama revcontent mgid ezoic banner banners",
    [PART_SHARING] =
        "share sharing shares sharebar sharetools sharedaddy social socials socialmedia addthis "
        "addtoany facebook twitter whatsapp pinterest linkedin instagram telegram reddit follow "
        "followus bookmark bookmarks print like likes teilen compartir partager",
    [PART_RELATED] =
        "related relateds recommended recommendation recommendations recirc recirculation trending "
        "popular mostread mostpopular latest recent teaser teasers carousel slider swiper ticker "
        "marquee relatedposts readmore upnext similar suggested suggestions suggest jp further "
        "others morenews alsoread yarpp rp discover crosslinks promoted recently viewed",
    [PART_MENU] =
        "menu menus submenu megamenu nav navi navbar navigation navs subnav topnav sidenav "
        "mainnav dropdown breadcrumb breadcrumbs crumb crumbs toolbar tabs tablist topbar "
        "pagination "
        "pager paging paginate skip sitemap hamburger toc search searchbox searchform login filter "
        "filters facet facets language lang",
    [PART_COMMENT] =
        "comment comments commentlist commentary commenting commenter commentform commentbody "
        "disqus respond reply replies responses response kommentar kommentare comentario "
        "comentarios commentaire commentaires reacties livefyre trackback trackbacks pingback "
        "pingbacks feedback discussion intensedebate haloscan vcard",
    [PART_OVERLAY] =
        "modal modals popup popups popin overlay overlays tooltip tooltips popover dialog "
        "lightbox offcanvas drawer toast snackbar cookie cookies consent gdpr notice alert alerts "
        "notification notifications interstitial loader loading spinner flyout hover",
    [PART_MARGIN] =
        "sidebar sidebars aside rail widget widgets footer foot masthead header topheader colophon "
        "copyright disclaimer disclaimers legal imprint impressum credits sub bottom secondary "
        "tertiary rightcol leftcol siderail blogroll archives archive badge badges",
    [PART_SIGNATURE] =
        "byline bylines author authors meta metadata postmeta entrymeta date dateline datetime "
        "timestamp published updated posted tags tag taglist tagcloud category categories cat "
        "cats bio avatar gravatar profile autor auteur info",
    [PART_CONTENT] =
        "article articlebody articletext articlecontent body bodytext content contents entry "
        "entrycontent post postbody posttext postcontent story storybody storytext storycontent "
        "text copy prose richtext wysiwyg markdown description message blogpost hentry artikel "
        "texto texte inhalt contenido main maincontent primary paragraph",
};

enum { MOST_WORDS = 512 }; /* half of the slots: longer lists would only make searches slower */

static struct part_name *find_slot(const struct part_names *names, uint32_t hash) {
    size_t k = hash_table_start(hash, names->mask);
    HASH_TABLE_SEARCH(k, names->mask, !names->slots[k].hash || names->slots[k].hash == hash);
    return &names->slots[k];
}

void part_names_init(struct part_names *names, struct arena *arena) {
    size_t size = hash_table_size(MOST_WORDS);
    *names = (struct part_names){arena_alloc_zero(arena, size, sizeof *names->slots), size - 1};
    for (int kind = 0; kind < PART_N; kind++) {
        for (const char *at = WORDS[kind]; *at;) {
            const char *word = at;
            while (*at && *at != ' ')
                at++;
            uint32_t hash = token_of_name((struct str){word, (size_t)(at - word)});
            at += *at == ' ';
            struct part_name *slot = find_slot(names, hash);
            *slot = (struct part_name){hash, (uint16_t)(slot->kinds | 1u << kind)};
        }
    }
}

uint16_t part_names_kinds(const struct part_names *names, uint32_t token) {
    return find_slot(names, token)->kinds;
}
