/*
 * The names of charsets; see charset_name.h.
 */
#include "html/charset_name.h"

#include <string.h>

/* An encoding of the WHATWG Encoding Standard, section 4.2: its name in iconv, and the labels that
 * pages use for it, in lower case, separated by spaces; the first is its name in the standard. (Six
 * labels are not in the standard, but iconv and Python know them: cp874 cp932 cp936 cp949 cp950
 * mac-cyrillic.) */
struct encoding {
    const char *iconv_name;
    const char *labels;
};

/* If a label of the standard covers several charsets of iconv, this is the largest: GB18030 for
 * gb2312 and gbk, CP949 for euc-kr, windows-1252 for iso-8859-1 and ASCII. */
static const struct encoding ENCODINGS[] = {
    {"UTF-8", "utf-8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8"},
    {"CP1252", "windows-1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 "
               "iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii "
               "x-cp1252 x-user-defined"},
    {"IBM866", "ibm866 866 cp866 csibm866"},
    {"ISO-8859-2", "iso-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 "
                   "iso_8859-2:1987 l2 latin2"},
    {"ISO-8859-3", "iso-8859-3 csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 "
                   "iso_8859-3:1988 l3 latin3"},
    {"ISO-8859-4", "iso-8859-4 csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 "
                   "iso_8859-4:1988 l4 latin4"},
    {"ISO-8859-5", "iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 "
                   "iso_8859-5 iso_8859-5:1988"},
    {"ISO-8859-6", "iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic "
                   "ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 "
                   "iso_8859-6:1987"},
    {"ISO-8859-7", "iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 "
                   "iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek"},
    {"ISO-8859-8", "iso-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 "
                   "iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i "
                   "iso-8859-8-i logical"},
    {"ISO-8859-10", "iso-8859-10 csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    {"ISO-8859-13", "iso-8859-13 iso8859-13 iso885913"},
    {"ISO-8859-14", "iso-8859-14 iso8859-14 iso885914"},
    {"ISO-8859-15", "iso-8859-15 csisolatin9 iso8859-15 iso885915 iso_8859-15 l9"},
    {"ISO-8859-16", "iso-8859-16"},
    {"KOI8-R", "koi8-r cskoi8r koi koi8 koi8_r"},
    {"KOI8-U", "koi8-u koi8-ru"},
    {"MACINTOSH", "macintosh csmacintosh mac x-mac-roman"},
    {"CP874", "windows-874 cp874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620"},
    {"CP1250", "windows-1250 cp1250 x-cp1250"},
    {"CP1251", "windows-1251 cp1251 x-cp1251"},
    {"CP1253", "windows-1253 cp1253 x-cp1253"},
    {"CP1254", "windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 "
               "iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254"},
    {"CP1255", "windows-1255 cp1255 x-cp1255"},
    {"CP1256", "windows-1256 cp1256 x-cp1256"},
    {"CP1257", "windows-1257 cp1257 x-cp1257"},
    {"CP1258", "windows-1258 cp1258 x-cp1258"},
    {"MAC-CYRILLIC", "x-mac-cyrillic mac-cyrillic x-mac-ukrainian"},
    {"GB18030", "gb18030 chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk "
                "iso-ir-58 cp936 x-gbk"},
    {"BIG5-HKSCS", "big5 big5-hkscs cn-big5 cp950 csbig5 x-x-big5"},
    {"EUC-JP", "euc-jp cseucpkdfmtjapanese x-euc-jp"},
    {"ISO-2022-JP", "iso-2022-jp csiso2022jp"},
    {"CP932", "shift_jis cp932 csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis"},
    {"CP949", "euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 "
              "cp949 ksc5601 ksc_5601 windows-949"},
    {"UTF-16LE", "utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16"},
    {"UTF-16BE", "utf-16be unicodefffe"},
};

static bool has_label(const char *labels, struct str label) {
    while (*labels) {
        size_t len = strcspn(labels, " ");
        if (str_equals_lower(label, (struct str){labels, len}))
            return true;
        labels += len + (labels[len] == ' ');
    }
    return false;
}

const char *charset_name_find(struct str label) {
    label = str_trim(label);
    for (size_t i = 0; label.len && i < N_OF(ENCODINGS); i++)
        if (has_label(ENCODINGS[i].labels, label))
            return ENCODINGS[i].iconv_name;
    return NULL;
}

struct str charset_name_standard(const char *iconv_name) {
    size_t i = 0;
    while (strcmp(ENCODINGS[i].iconv_name, iconv_name) != 0)
        i++;
    return str_before(str_of(ENCODINGS[i].labels), ' ');
}

const char *charset_name_guessed(struct str name) {
    if (str_equals(name, STR("ISO-8859-16")))
        return "CP1250";
    if (str_equals(name, STR("KOI8-R")))
        return "KOI8-U";
    if (str_equals(name, STR("UHC")))
        return "CP949";
    for (size_t i = 0; i < N_OF(ENCODINGS); i++)
        if (str_equals(name, str_of(ENCODINGS[i].iconv_name)))
            return ENCODINGS[i].iconv_name;
    return charset_name_find(name);
}
