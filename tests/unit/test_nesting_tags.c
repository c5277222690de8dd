/*
 * The model of open elements, tag by tag: what is open after start and end tags, in <select> and in
 * tables.
 */
#include "nesting_model.h"

static void end_tags(void **state) {
    static const struct construction CASES[] = {
        /* of elements without rules of their own: to the topmost of the name, but not past a
         * special element */
        {"<q><cite></q>", "html"},
        {"<q><q></q>", "html q"},
        {"<q><div></q>", "html q div"},
        {"<cite></q>", "html cite"},
        {"</q>", "html"},
        {"<x-a><x-b></x-b>", "html x-a"},
        /* headings end each other */
        {"<h1></h2>", "html"},
        {"<h1><q></h6>", "html"},
        {"<h2><object></h2>", "html h2 object | !"},
        {"<h2><h3></h2>", "html"},
        {"<div></h1>", "html div"},
        {"<h1></hr>", "html h1"},
        /* forms: by the pointer */
        {"<form><p></form>", "html"},
        {"<form><div></form>", "html div"},
        {"<form><div></form><form>", "html div form"},
        {"<form><form>", "html form - form"},
        {"</form><form>", "html form"},
        {"<form><table><td></form>", "html form table tbody tr td | !"},
        {"<form><table><td></form><form>", "html form table tbody tr td form | !"},
        {"<form><div></form></form>", "html div"},
        /* objects: with their formats */
        {"<b><object><i></object>", "html b | b"},
        {"<object><q></object>", "html"},
        {"<b></object>", "html b | b"},
        {"<object><table></object>", "html object table | !"},
        {"<marquee><b><applet><i></applet>", "html marquee b | ! b"},
        {"<object></applet>", "html object | !"},
        /* paragraphs and list items: in their scope */
        {"<p><q></p>", "html"},
        {"<p><button></p>", "html p button"},
        {"<p><object></p>", "html p object | !"},
        {"<li><div></li>", "html"},
        {"<li><ul></li>", "html li ul"},
        {"<li><ol></li>", "html li ol"},
        {"<li><table></li>", "html li table"},
        {"<dl><dd><q></dd>", "html dl"},
        {"<dl><dt><dl></dt>", "html dl"},
        {"<dd></dt>", "html dd"},
        /* blocks */
        {"<div><q></div>", "html"},
        {"<div><section></div>", "html"},
        {"<div><table></div>", "html div table"},
        {"<div><object></div>", "html div object | !"},
        {"<button><div></button>", "html"},
        {"<main><p></main>", "html"},
        {"<div></section>", "html div"},
        /* a line break's end tag is a start tag */
        {"<p><b></p></br>", "html b | b"},
        /* in a <select> */
        {"<select><option></select>", "html"},
        {"<select><option></option>", "html select"},
        {"<select></option>", "html select"},
        {"<select><optgroup></option>", "html select optgroup"},
        {"<select><optgroup></optgroup>", "html select"},
        {"<select><optgroup><option></optgroup>", "html select"},
        {"<select><option></optgroup>", "html select option"},
        {"<select></optgroup>", "html select"},
        {"<div><select></div>", "html div select - / div"},
        {"<b><select></b>", "html b select | b - / b"},
        {"<table><td><select></table>", "html"},
        {"<table><td><select></td>", "html table tbody tr"},
        {"<select></table>", "html select"},
        {"<select></td>", "html select"},
    };
    ARM((struct arena *)*state);
    CHECK_ALL(*state, CASES);
}

static void start_tags(void **state) {
    static const struct construction CASES[] = {
        /* list items end the one before in the same list */
        {"<ul><li><li>", "html ul li"},
        {"<ul><li><q><li>", "html ul li"},
        {"<li><div><li>", "html li"},
        {"<li><p><li>", "html li"},
        {"<li><address><li>", "html li"},
        {"<li><section><li>", "html li section li"},
        {"<li><ul><li>", "html li ul li"},
        {"<li><dd>", "html li dd"},
        {"<dl><dt><dd>", "html dl dd"},
        {"<dl><dd><dt>", "html dl dt"},
        {"<dl><dt><dt>", "html dl dt"},
        {"<dd><div><dd>", "html dd"},
        {"<dl><dd><dl><dt>", "html dl dd dl dt"},
        {"<dd><li>", "html dd li"},
        /* paragraphs end before blocks */
        {"<p><div>", "html div"},
        {"<p><q><p>", "html p"},
        {"<p><q>", "html p q"},
        {"<p><button><p>", "html p button p"},
        {"<p><object><p>", "html p object p | !"},
        {"<p><hr>", "html"},
        {"<p><li>", "html li"},
        /* headings end one directly before */
        {"<h1><h2>", "html h2"},
        {"<h1><q><h2>", "html h1 q h2"},
        {"<h6><h1>", "html h1"},
        {"<h1><hr>", "html h1"},
        {"<p><h1>", "html h1"},
        /* options */
        {"<option><option>", "html option"},
        {"<option><optgroup>", "html optgroup"},
        {"<option><q><option>", "html option q option"},
        {"<optgroup><option>", "html optgroup option"},
        {"<optgroup><optgroup>", "html optgroup optgroup"},
        {"<option><q>", "html option q"},
        /* ruby */
        {"<ruby><rb><rt>", "html ruby rt"},
        {"<ruby><rt><rp>", "html ruby rp"},
        {"<ruby><rtc><rt>", "html ruby rtc rt"},
        {"<ruby><rtc><rp>", "html ruby rtc rp"},
        {"<ruby><rtc><rb>", "html ruby rb"},
        {"<ruby><rt><rtc>", "html ruby rtc"},
        {"<ruby><p><rt>", "html ruby rt"},
        {"<ruby><li><dd><option><rb>", "html ruby rb"},
        {"<ruby><optgroup><dt><rp><rtc>", "html ruby rtc"},
        {"<ruby><q><rt>", "html ruby q rt"},
        {"<rb><rt>", "html rb rt"},
        /* buttons and links do not nest */
        {"<button><p><button>", "html button"},
        {"<button><object><button>", "html button object button | !"},
        {"<a><a>", "html a | a"},
        {"<a><q><a>", "html a | a"},
        {"<a><p><a>", "html p a | a"},
        {"<a><table><a>", "html table a | a"},
        {"<a><table><td><a>", "html a table tbody tr td a | a ! a"},
        {"<p><a></p><a>", "html a | a"},
        {"<nobr><nobr>", "html nobr | nobr"},
        {"<nobr><p><nobr>", "html p nobr | nobr"},
        {"<nobr><object><nobr>", "html nobr object nobr | nobr ! nobr"},
        {"<p><nobr></p><nobr>", "html nobr | nobr"},
        /* what never stays open */
        {"<img><br><input><base><frame>", "html"},
        {"<html><head><body>", "html"},
        {"<script><style><title><textarea><iframe><xmp>", "html"},
        {"<plaintext>", "html plaintext"},
        /* forms: one at a time, and in a table not on the stack */
        {"<p><form>", "html form"},
        {"<table><form>", "html table"},
        {"<table><form><td><form>", "html table tbody tr td | ! - form"},
        {"<table><td><form>", "html table tbody tr td form | !"},
        {"<table><form></form><form>", "html table"},
        /* banned, because what they do depends on more */
        {"<isindex>", "html - isindex"},
        {"<template>", "html - template"},
        {"<annotation-xml>", "html - annotation-xml"},
        {"<svg><font>", "html svg:svg - font"},
        {"<font>", "html font | font"},
        {"<svg><template>", "html svg:svg svg:template"},
        {"</isindex></template></annotation-xml></font>",
         "html - / isindex / template / annotation-xml"},
    };
    ARM((struct arena *)*state);
    CHECK_ALL(*state, CASES);
}

static void start_tags_in_select(void **state) {
    static const struct construction CASES[] = {
        {"<select><option><option>", "html select option"},
        {"<select><optgroup><option><optgroup>", "html select optgroup"},
        {"<select><optgroup><optgroup>", "html select optgroup"},
        {"<select><option><optgroup>", "html select optgroup"},
        {"<select><optgroup><option>", "html select optgroup option"},
        {"<select><div><b><p>", "html select - div b p"},
        {"<select><option><script>", "html select option"},
        {"<select><option><input>", "html"},
        {"<select><keygen>", "html"},
        {"<select><textarea>", "html"},
        {"<select><img>", "html select - img"},
        {"<select><select>", "html"},
        {"<select><option><select>", "html"},
        {"<select><table>", "html select - table"},
        {"<select><tr>", "html select - tr"},
        {"<table><td><select><tr>", "html table tbody tr"},
        {"<table><td><select><table>", "html table tbody tr td table | !"},
        {"<table><td><select><col>", "html table tbody tr td select | ! - col"},
        {"<table><td><select><colgroup>", "html table tbody tr td select | ! - colgroup"},
        {"<table><td><select><caption>", "html table caption | !"},
        {"<p><b></p><select><option>", "html b select option | b"},
        {"<select>x", "html select"},
    };
    ARM((struct arena *)*state);
    CHECK_ALL(*state, CASES);
}

static void tables(void **state) {
    static const struct construction CASES[] = {
        {"<table><td>", "html table tbody tr td | !"},
        {"<table><th>", "html table tbody tr th | !"},
        {"<table><tr>", "html table tbody tr"},
        {"<table><thead><tr>", "html table thead tr"},
        {"<table><tbody><td>", "html table tbody tr td | !"},
        {"<table><tfoot><th>", "html table tfoot tr th | !"},
        {"<table><tbody>", "html table tbody"},
        {"<table><caption>", "html table caption | !"},
        {"<table><colgroup>", "html table colgroup"},
        {"<table><col>", "html table"},
        {"<td>", "html - td"},
        {"<tr><tbody><caption>", "html - tr tbody caption"},
        {"<table><td><td>", "html table tbody tr td | !"},
        {"<table><td><tr>", "html table tbody tr"},
        {"<table><td><tbody>", "html table tbody"},
        {"<table><td><b><tr>", "html table tbody tr"},
        {"<table><td><b><td>", "html table tbody tr td | !"},
        {"<table><td><q><td><b>", "html table tbody tr td b | ! b"},
        {"<table><caption><b><tr>", "html table tbody tr"},
        {"<table><caption></caption>", "html table"},
        {"<table><caption><b></caption>", "html table"},
        {"<b><table><td></td>", "html b table tbody tr | b"},
        {"<b><table><tr></tr>", "html b table tbody | b"},
        {"<b><table><td><i></table>", "html b | b"},
        {"<table><td><i><object><u></table>", "html | ! (i)"},
        {"<table><td></tr>", "html table tbody"},
        {"<table><td></tbody>", "html table"},
        {"<table><td></table>", "html"},
        {"<table></td>", "html table"},
        {"<table><td></caption>", "html table tbody tr td | !"},
        {"<table><tr></td>", "html table tbody tr"},
        {"</table>", "html"},
        {"<table><td><table></td>", "html table tbody tr td table | !"},
        {"<table><td><table></table>", "html table tbody tr td | !"},
        {"<table><td><table><td></tr>", "html table tbody tr td table tbody | !"},
        {"<table><td><div><tr>", "html table tbody tr"},
        {"<table><td><div></td>", "html table tbody tr"},
        {"<table><table>", "html table"},
        {"<table><tr><table>", "html table"},
        {"<table><td><table>", "html table tbody tr td table | !"},
        {"<table><caption><table>", "html table caption table | !"},
        {"<table><div><td>", "html table tbody tr td | !"},
        {"<table><div>x", "html table div"},
        /* a <colgroup> ends before anything but a <col> */
        {"<table><colgroup><col>", "html table colgroup"},
        {"<table><colgroup><col><col>", "html table colgroup"},
        {"<table><colgroup><tr>", "html table tbody tr"},
        {"<table><colgroup><div>", "html table div"},
        {"<table><colgroup></colgroup>", "html table"},
        {"<table><colgroup></col>", "html table colgroup"},
        {"<table><colgroup></div>", "html table"},
        {"<table><colgroup><html>", "html table colgroup"},
        {"<table><colgroup> ", "html table colgroup"},
        {"<table><colgroup>x", "html table"},
        {"<table><colgroup></table>", "html"},
        {"<table><td><col>", "html table"},
        /* a paragraph goes on around a table, without a doctype */
        {"<p><table>", "html p table"},
        {"<p><table></table>x", "html p"},
        {"<p><q><table><td><p><table>", "html p q table tbody tr td p table | !"},
    };
    ARM((struct arena *)*state);
    CHECK_ALL(*state, CASES);
}

static void doctypes_decide_about_paragraphs_before_tables(void **state) {
    ARM((struct arena *)*state);
    check(*state, &(struct construction){"<p><q><table>", "html table"}, 512, NESTING_STANDARD);
    check(*state, &(struct construction){"<p><q><table>", "html p q table"}, 512, NESTING_QUIRKS);
    check(*state, &(struct construction){"<p><q><table>", "html p q table"}, 512, NESTING_EITHER);
    check(*state, &(struct construction){"<p><button><table>", "html p button table"}, 512,
          NESTING_STANDARD);
    const struct open_elements *open =
        &model_of(*state, STR("<div><p><q><table>"), 512, NESTING_EITHER)->nesting.open;
    assert_int_equal(open->uncertain_from, 2);
    open = &model_of(*state, STR("<p><q><table><td><p><table>"), 512, NESTING_EITHER)->nesting.open;
    assert_int_equal(open->uncertain_from, 1);
    open = &model_of(*state, STR("<p><q><table></table></p>"), 512, NESTING_EITHER)->nesting.open;
    assert_true(open->uncertain_from == SIZE_MAX);
    open = &model_of(*state, STR("<p><q><table></table></q>"), 512, NESTING_EITHER)->nesting.open;
    assert_int_equal(open->uncertain_from, 1);
    open = &model_of(*state, STR("<p><table>"), 512, NESTING_QUIRKS)->nesting.open;
    assert_true(open->uncertain_from == SIZE_MAX);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(end_tags),
        ARENA_TEST(start_tags),
        ARENA_TEST(start_tags_in_select),
        ARENA_TEST(tables),
        ARENA_TEST(doctypes_decide_about_paragraphs_before_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
