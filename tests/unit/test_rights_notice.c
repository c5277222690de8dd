/*
 * Notices of copyright.
 */
#include "ground.h"

#include "lexicon/rights_notice.h"

static void check(struct arena *arena, const char *const *texts, size_t n, bool is_notice) {
    ARM(arena);
    struct buffer folded;
    buffer_init(&folded, arena);
    for (size_t i = 0; i < n; i++)
        if (rights_is_notice(&folded, str_of(texts[i])) != is_notice)
            fail_msg("%s", texts[i]);
}

static void claims_are_notices(void **state) {
    static const char *const texts[] = {
        ("Copyright 2013 The Associated Press. All rights reserved. This material may not be "
         "published, broadcast, rewritten or redistributed."),
        "Copyright 2013 by The Associated Press",
        "COPYRIGHT 2023 CREATORS.COM",
        "(Copyright (c) 2023 Lamp Television. All Rights Reserved.)",
        "Copyright © 2010/2012 Lampenblatt.de - Alle Rechte vorbehalten",
        "Copyright [2015 - 2026] Lamp Insurance Co.",
        "(c) 2013 Lamp Post",
        "(c) 2013 by the Lamp Post",
        "(c) 2013",
        "© 2013",
        "ⓒ 2013 램프",
        "– Copyrights, 2013: The Lamp Post",
        "Copyright The Lamp Post. All rights reserved. Reproduction without permission prohibited.",
        "Copyright 2013 The Lamp Post. All rights reserved. Reproduced with permission.",
    };
    check(*state, texts, N_OF(texts), true);
}

static void reservations_are_notices(void **state) {
    static const char *const texts[] = {
        "All rights reserved. Reproduction without permission is prohibited.",
        "All rights are reserved by the Lamp Post",
        "The Lamp Post. All rights reserved.",
        "2013 The Lamp Post and Sons (all rights reserved)",
        "Alle Rechte vorbehalten.",
        "Tous droits réservés Lampe",
        "TODOS LOS DERECHOS RESERVADOS",
        "Tutti i diritti riservati",
        "Todos os direitos reservados.",
        "Все права защищены.",
        "Wszelkie prawa zastrzeżone.",
        "Kaikki oikeudet pidätetään",
        "Tüm hakları saklıdır.",
        "جميع الحقوق محفوظة",
        "版权所有",
        "新华社版权所有",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Reproduction without permission is strictly prohibited.",
        "Unauthorised reproduction is forbidden",
        "Reproduction in whole or in part without written permission is prohibited.",
        "Toute reproduction, même partielle, est interdite.",
        "Reproduction interdite.",
        "Prohibida su reproducción total o parcial.",
        "Nachdruck verboten.",
        "© RIPRODUZIONE RISERVATA",
        "RIPRODUZIONE RISERVATA © Copyright LAMPA",
        "<저작권자(c) 램프뉴스, 무단 전재-재배포 금지>",
        "저작권자 ⓒ 램프뉴스 무단전재 및 재배포 금지",
        "All rights reserved. Nachdruck verboten. Reproduction interdite. The Lamp Post",
        "All rights reserved. © 2013 The Lamp Post",
        "No part of this article may be reproduced without the consent of the Lamp Post.",
        ("This material may not be published, broadcast, rewritten, or redistributed. ©2013 The "
         "Lamp Post, LLC. All rights reserved. Prices are delayed by at least 15 minutes."),
        "This material may not be reproduced without the written permission of the Lamp Post.",
        "版权所有。未经授权不得转载。",
    };
    check(*state, texts, N_OF(texts), true);
}

static void sentences_on_copyright_are_not(void **state) {
    static const char *const texts[] = {
        "",
        "(",
        "Copyright",
        "Copyright 2013 reforms were postponed again by the ministers.",
        "Copyright law protects the lamp's design for seventy years.",
        "Copyright: a short history",
        "Copyrighted materials are provided to students through the library.",
        "Copyright notices often end with the words \"all rights reserved\".",
        "(c) It is not obvious that any given pointer is valid.",
        "(c) 1492 was not the year.",
        "(c)",
        "All rights reserved is a phrase that means little today.",
        "The label below the lamp says: all rights reserved.",
        "Some rights reserved",
        "Reproduction without sex is common among the algae.",
        "Unauthorized reproduction of the lamp led to a trial.",
        "Reproduction without permission is illegal in most countries, the judge said.",
        "Unauthorised reproduction is what the case is about.",
        "Reproduction in whole or in part without which no lamp would be sold in the shops of the "
        "islands was what the makers of the lamp wanted to keep.",
        "Reproduction interdite : derrière ces mots, le musée cache une lampe.",
        "Reproduction interdite\xC2\xA0: derrière ces mots, le musée cache une lampe.",
        "Nachdruck verboten: so stand es auf der Lampe.",
        "(c) 2019 and 2020 accounts shall be filed by the makers of lamps.",
        "(c) 2019 accounts shall be filed",
        "Copyright 20134 Lamps",
        "Reproduction in whole or in part without which no lamp would be sold in the shops of the "
        "Copyright 1710: The Statute of Anne",
        "Copyright 2024 Act: What Changes for Lamps",
        "(c) 2024 Members who joined late pay half.",
        "(c) 1995: The pier was sold to the council.",
        "(c) 2013 LPP BRECK — The ferry will run again from Monday, after a winter in the yard.",
        "Alle Rechte vorbehalten, sagte der Anwalt, sei eine leere Formel.",
        "Nachdruck verboten stand auf dem Zettel.",
        "Reproduction interdite est un tableau de René Magritte.",
        "Reproduction interdite : derrière ces mots, le musée cache une querelle.",
        "Prohibida la reproducción de perros callejeros en todo el municipio.",
        "Queda prohibida la reproducción de especies invasoras en cautividad.",
        "Unauthorized reproduction is a crime in most countries.",
        "Все права защищены законом одинаково, сказал адвокат.",
        "Перепечатка материалов стала главной темой съезда.",
        "כל הזכויות שמורות לעובדים",
        "جميع الحقوق محفوظة للعمال",
        "版权所有者有权要求侵权人停止侵害。",
        "版权所有人应当在三十日内提出异议。",
        "未经许可,不得在自然保护区内砍伐林木。",
        "無断での転載は著作権の侵害にあたると、裁判所は述べた。",
        "Anna Quill has been writing for The Lamp Post since 2013.",
    };
    check(*state, texts, N_OF(texts), false);
}

/* They begin like a notice, or quote one, and go on about it. */
static void sentences_on_notices_are_not(void **state) {
    static const char *const texts[] = {
        "All rights reserved. Hardly three words are printed more often on lamps.",
        "Alle Rechte vorbehalten. Auch dieser Hinweis ist überflüssig.",
        "Copyright Office officials said that the words all rights reserved are not needed.",
        "Copyright 2013 reforms left the words all rights reserved as they were.",
        "(c) All rights reserved to the Author under clause 1 may be exercised by him.",
        "No part of this publication may be reproduced, says the page that nobody reads.",
        "This material may not be reproduced in a kiln: it melts first.",
        "Reproduction without permission is prohibited. The words add nothing to the law.",
        "Nachdruck verboten – dieser Satz stand früher auf jeder Lampe.",
        "Reproduction interdite. C'est ce que disait chaque page du cahier.",
        "Prohibida la reproducción total o parcial. La frase figura en todas las lámparas.",
        "無断転載禁止。この言葉を見たことがない人はいないだろう。",
        "版权所有。这句话今天已经没有意义。",
        "جميع الحقوق محفوظة. هذه العبارة تظهر في كل مكان.",
        "저작권자 CJ는 화요일 램프 공장을 상대로 소송을 제기했다고 밝혔다.",
    };
    check(*state, texts, N_OF(texts), false);
}

static void licences_are_known_by_their_beginnings(void **state) {
    (void)state;
    assert_true(rights_begins_licence(STR("Permission is hereby granted, free of charge, to ...")));
    assert_true(rights_begins_licence(STR("Licensed under the Apache License, Version 2.0")));
    assert_false(rights_begins_licence(STR("The lamp was licensed under protest.")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(claims_are_notices),
        ARENA_TEST(reservations_are_notices),
        ARENA_TEST(sentences_on_copyright_are_not),
        ARENA_TEST(sentences_on_notices_are_not),
        cmocka_unit_test(licences_are_known_by_their_beginnings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
