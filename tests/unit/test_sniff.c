/*
 * What bytes are if they are not a page. (tests/test_inputs.sh has the table of kinds.)
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "html/sniff.h"

static const char *media_type(struct str bytes) {
    const struct sniffed *found = sniff_bytes(bytes);
    return found ? found->media_type : "page";
}

static void assert_page(const char *text) {
    assert_string_equal(media_type(str_of(text)), "page");
}

static void pages_are_pages(void **state) {
    (void)state;
    assert_page("");
    assert_page(" \n");
    assert_page("<!DOCTYPE html><p>x");
    assert_page("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html/>");
    assert_page("<?xml version=\"1.0\"?><!-- a > b --><div>x</div>");
    assert_page("<?php include 'head.php' ?><html><p>x</p></html>");
    assert_page("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg><p>x</p>");
    assert_page("<feedback>not a feed</feedback>");
    assert_page("Text {\"a\": 1}");
}

static void cut_pages_are_pages(void **state) {
    (void)state;
    static const char page[] =
        "\xEF\xBB\xBF<?xml version=\"1.0\"?><!DOCTYPE html [ <!ENTITY a \"b\"> "
        "]><html xmlns=\"http://www.w3.org/1999/xhtml\"/>";
    for (size_t len = 0; len < sizeof page; len++)
        assert_string_equal(media_type((struct str){page, len}), "page");
}

static void utf16_is_text(void **state) {
    (void)state;
    assert_string_equal(media_type(STR("T\0e\0x\0t\0 \0i\0n\0 \0t\0w\0o\0")), "page");
    assert_string_equal(media_type(STR("\0<\0p\0>\4\37\4@\48\0042")), "page");
    assert_string_equal(media_type(STR("<\0p\0>\0\37\4@\0048\0042\4")), "page");
    assert_string_equal(media_type(STR("\xFF\xFE\37\4@\0048\0042\4")), "page");
}

static void control_bytes_in_markup_are_not_binary(void **state) {
    (void)state;
    assert_string_equal(media_type(STR("\1\2\3\4\5\6<title>x</title>")), "page");
    assert_string_equal(media_type(STR("\1\2\3\4\5\6 title x")), "application/octet-stream");
}

static void json_is_distinguished_from_brackets(void **state) {
    (void)state;
    assert_string_equal(media_type(STR(" {\"a\" : 1}")), "application/json");
    assert_string_equal(media_type(STR("{}")), "application/json");
    assert_string_equal(media_type(STR("[[1, 2]]")), "application/json");
    assert_string_equal(media_type(STR("[\"a\"]")), "application/json");
    assert_page("[1]");
    assert_page("[1] A note");
    assert_page("[\"Quoted\" by somebody]");
    assert_page("{} braces");
    assert_page("{");
    assert_page("[");
    assert_page("[[[[[[[[[[[[[[[[[[[[");
    assert_page("{\"unclosed");
}

static void mail_is_distinguished_from_a_dump(void **state) {
    (void)state;
    assert_true(sniff_is_mail(STR("From a@b Mon\nMIME-Version: 1.0\n\nx")));
    assert_true(sniff_is_mail(STR("Received: x\r\n\ty\r\nMIME-Version: 1.0\r\n\r\nx")));
    assert_false(sniff_is_mail(STR("Subject: a talk\nDate: today\n\nReceived: by many")));
    assert_false(sniff_is_mail(STR("Message-ID: what it is and why\nIt names a mail.\n")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_are_pages),
        cmocka_unit_test(cut_pages_are_pages),
        cmocka_unit_test(utf16_is_text),
        cmocka_unit_test(control_bytes_in_markup_are_not_binary),
        cmocka_unit_test(json_is_distinguished_from_brackets),
        cmocka_unit_test(mail_is_distinguished_from_a_dump),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
