/*
 * Recognizes days that are not the page's; see other_day.h.
 */
#include "metadata/date/other_day.h"

#include "base/ascii.h"
#include "lexicon/words.h"
#include "metadata/block_lines.h"

enum { MAX_LABEL_BYTES = 60 };

/* Folded, as by words_folded. */
static const struct str QUESTIONS[] = {STR_INIT("when"),
                                       STR_INIT("date and time"),
                                       STR_INIT("date & time"),
                                       STR_INIT("event date"),
                                       STR_INIT("wann"),
                                       STR_INIT("datum und uhrzeit"),
                                       STR_INIT("quand"),
                                       STR_INIT("date et heure"),
                                       STR_INIT("cuándo"),
                                       STR_INIT("fecha y hora"),
                                       STR_INIT("quando"),
                                       STR_INIT("data e ora"),
                                       STR_INIT("data e hora"),
                                       STR_INIT("wanneer"),
                                       STR_INIT("datum en tijd"),
                                       STR_INIT("kiedy"),
                                       STR_INIT("data i godzina"),
                                       STR_INIT("когда"),
                                       STR_INIT("дата и время"),
                                       STR_INIT("när"),
                                       STR_INIT("datum och tid"),
                                       STR_INIT("hvornår"),
                                       STR_INIT("når"),
                                       STR_INIT("milloin"),
                                       STR_INIT("kdy"),
                                       STR_INIT("datum a čas"),
                                       STR_INIT("când"),
                                       STR_INIT("data și ora"),
                                       STR_INIT("mikor"),
                                       STR_INIT("időpont"),
                                       STR_INIT("кога"),
                                       STR_INIT("дата и час"),
                                       STR_INIT("kedy"),
                                       STR_INIT("dátum a čas"),
                                       STR_INIT("kada"),
                                       STR_INIT("datum i vrijeme"),
                                       STR_INIT("datum i vreme"),
                                       STR_INIT("quan"),
                                       STR_INIT("data i hora"),
                                       STR_INIT("ne zaman"),
                                       STR_INIT("日時"),
                                       STR_INIT("開催日時"),
                                       STR_INIT("开始时间"),
                                       STR_INIT("活动时间"),
                                       STR_INIT("일시")};
static const struct str LABELS[] = {STR_INIT("start"),
                                    STR_INIT("start date"),
                                    STR_INIT("starts"),
                                    STR_INIT("begins"),
                                    STR_INIT("end date"),
                                    STR_INIT("ends"),
                                    STR_INIT("deadline"),
                                    STR_INIT("application deadline"),
                                    STR_INIT("due"),
                                    STR_INIT("due date"),
                                    STR_INIT("expires"),
                                    STR_INIT("closing date"),
                                    STR_INIT("valid until"),
                                    STR_INIT("valid from"),
                                    STR_INIT("born"),
                                    STR_INIT("founded"),
                                    STR_INIT("termin"),
                                    STR_INIT("beginn"),
                                    STR_INIT("ende"),
                                    STR_INIT("bewerbungsschluss"),
                                    STR_INIT("bewerbungsfrist"),
                                    STR_INIT("einsendeschluss"),
                                    STR_INIT("anmeldeschluss"),
                                    STR_INIT("anmeldefrist"),
                                    STR_INIT("gültig bis"),
                                    STR_INIT("gültig ab"),
                                    STR_INIT("geboren"),
                                    STR_INIT("gegründet"),
                                    STR_INIT("date limite"),
                                    STR_INIT("début"),
                                    STR_INIT("fin"),
                                    STR_INIT("fecha límite"),
                                    STR_INIT("inicio"),
                                    STR_INIT("plazo"),
                                    STR_INIT("scadenza"),
                                    STR_INIT("inizio"),
                                    STR_INIT("data limite"),
                                    STR_INIT("início"),
                                    STR_INIT("prazo"),
                                    STR_INIT("uiterlijk"),
                                    STR_INIT("początek"),
                                    STR_INIT("начало"),
                                    STR_INIT("срок"),
                                    STR_INIT("slut"),
                                    STR_INIT("začátek"),
                                    STR_INIT("termen limită"),
                                    STR_INIT("data limită"),
                                    STR_INIT("határidő"),
                                    STR_INIT("jelentkezési határidő"),
                                    STR_INIT("краен срок"),
                                    STR_INIT("začiatok"),
                                    STR_INIT("uzávierka"),
                                    STR_INIT("početak"),
                                    STR_INIT("rok prijave"),
                                    STR_INIT("inici"),
                                    STR_INIT("data límit"),
                                    STR_INIT("締切"),
                                    STR_INIT("開催日"),
                                    STR_INIT("截止日期"),
                                    STR_INIT("마감")};

/* The text before a colon at its end, folded; absent if there is none. */
static struct str before_colon(struct arena *arena, struct str text) {
    static const struct str COLONS[] = {STR_INIT(":"), STR_INIT("\xEF\xBC\x9A")};
    text = str_trim(text);
    for (size_t i = 0; i < N_OF(COLONS); i++)
        if (str_ends_with(text, COLONS[i]) && text.len <= MAX_LABEL_BYTES)
            return words_folded(arena, str_trim(str_between(text, 0, text.len - COLONS[i].len)));
    return STR_NONE;
}

static bool is_question(struct str folded) {
    return str_any(folded, QUESTIONS, N_OF(QUESTIONS), str_equals);
}

static bool is_label(struct str folded) {
    return is_question(folded) || str_any(folded, LABELS, N_OF(LABELS), str_equals);
}

/* The text without a day of the week at its end: "When: Saturday, ". */
static struct str without_weekday(const struct gathering *g, struct str text) {
    text = block_lines_trim(text);
    size_t first = text.len;
    while (first && text.at[first - 1] != ' ')
        first--;
    struct str last = words_folded(g->arena, str_between(text, first, text.len));
    return words_is(last, WORDS_WEEKDAY, ANY_LANGUAGE) ? str_between(text, 0, first) : text;
}

/* Whether the text says when a meeting was, directly before the day: "Held on ", "Held on Friday,
 * ". "Held on to power" is a headline. */
static bool is_held_on(const struct gathering *g, struct str text) {
    static const struct str HELD = STR_INIT("held on");
    return str_starts_with_lower(text, HELD) &&
           str_trim(without_weekday(g, str_between(text, HELD.len, text.len))).len == 0 &&
           block_lines_before_mark(text).len == text.len;
}

/* Whether the text says when goods arrive, and the day is its answer: "Delivery by Friday, ". A
 * mark before the day sets it apart, as in a headline and its day: "Delivery strike ends | ". */
static bool is_of_delivery(struct str text) {
    static const struct str STARTS[] = {
        STR_INIT("delivery "),  STR_INIT("delivered "), STR_INIT("get it by "),
        STR_INIT("arrives "),   STR_INIT("ships "),     STR_INIT("lieferung "),
        STR_INIT("lieferbar "), STR_INIT("livraison "), STR_INIT("entrega "),
        STR_INIT("consegna "),  STR_INIT("levering "),  STR_INIT("dostawa "),
        STR_INIT("livrare "),   STR_INIT("dostava "),   STR_INIT("lliurament ")};
    return str_any(text, STARTS, N_OF(STARTS), str_starts_with_lower) &&
           block_lines_before_mark(text).len == text.len;
}

bool other_day_follows(const struct gathering *g, struct str before) {
    if (before.len > MAX_LABEL_BYTES || !before.len)
        return false;
    if (is_held_on(g, before) || is_of_delivery(before))
        return true;
    struct str label = before_colon(g->arena, before);
    if (!label.len)
        label = before_colon(g->arena, without_weekday(g, before));
    return label.len && is_label(label);
}

bool other_day_is_label(const struct gathering *g, struct str line) {
    if (line.len > MAX_LABEL_BYTES || !line.len)
        return false;
    struct str label = before_colon(g->arena, line);
    return label.len ? is_label(label) : is_question(words_folded(g->arena, str_trim(line)));
}

/* Whether a text is a version's number, perhaps after a name: "1.2.3", "v1.2", "quill-0.4.2". A
 * number with one point alone may be a time. */
static bool is_version(struct str text) {
    size_t first = text.len, n_dots = 0;
    while (first && (ascii_is_digit(text.at[first - 1]) || text.at[first - 1] == '.'))
        n_dots += text.at[--first] == '.';
    bool has_v = first && text.at[first - 1] == 'v';
    size_t start = has_v ? first - 1 : first;
    bool has_name = start && text.at[start - 1] == '-';
    return n_dots && (n_dots > 1 || has_v || has_name) && (!start || has_name) &&
           ascii_is_digit(text.at[first]) && text.at[text.len - 1] != '.' &&
           !str_has_byte(text, ' ');
}

bool other_day_is_release(const struct gathering *g, struct str line, struct date_span span) {
    struct str before = block_lines_trim(str_between(line, 0, span.first));
    struct str after = block_lines_trim(str_between(line, span.end, line.len));
    while (before.len && (before.at[before.len - 1] == '(' || before.at[before.len - 1] == ' '))
        before.len--;
    bool is_whole = !after.len || str_equals(after, STR(")"));
    return is_whole && is_version(before) && !str_holds(g->page->title, before);
}
