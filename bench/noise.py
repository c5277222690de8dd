"""Generates page noise: from a seed and a size, what real pages carry around their text.

A corpus page contains `<!--noise:KIND:SEED:KB-->` where a real page would have a style sheet,
script state, an svg sprite, a consent manager, hidden dialogs or trackers. expand() puts that many
kilobytes of it there. The output is ASCII (numeric references for the rest), so it is valid in
every charset of the corpus, and depends only on the mark and the page's language: the generator is
its own splitmix64, since Python's random module may change between versions.
"""
import re

MARK = re.compile(r"<!--noise:([a-z]+):([0-9A-Za-z_.-]+):([0-9]+)-->")
MASK = (1 << 64) - 1


class Dice:
    """Splitmix64 (Steele, Lea, Flood 2014), seeded by the FNV-1a hash of a string."""

    def __init__(self, seed):
        self.state = 0xCBF29CE484222325
        for byte in seed.encode():
            self.state = (self.state ^ byte) * 0x100000001B3 & MASK

    def next(self):
        self.state = self.state + 0x9E3779B97F4A7C15 & MASK
        z = self.state
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
        z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
        return z ^ z >> 31

    def below(self, n):
        return self.next() % n

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def pick(self, items):
        return items[self.below(len(items))]

    def chance(self, percent):
        return self.below(100) < percent

    def hex(self, n):
        return "".join("%016x" % self.next() for _ in range(n // 16 + 1))[:n]

    def word(self, low=1, high=3):
        return "".join(self.pick(SYLLABLES) for _ in range(self.between(low, high)))


SYLLABLES = ("ba ca co da de di do el en er fa fi ga go ha in ka ki la le li lo ma me mi mo na ne "
             "ni no or pa pe pi po qua ra re ri ro sa se si so ta te ti to tra ur va ve vi vo xa "
             "ze zo").split()
PARTS = ("header nav menu hero card grid list item title body footer button icon link badge image "
         "media panel tab modal drawer carousel slide banner form field label input search "
         "price tag meta date author share toolbar section layout row col container").split()
STATES = "active open hidden disabled loading sticky dark compact large small primary first".split()
PROPERTIES = (
    "margin:0 auto", "padding:.75rem 1rem", "display:flex", "display:grid", "display:none",
    "align-items:center", "justify-content:space-between", "position:relative", "position:absolute",
    "inset:0", "z-index:20", "width:100%", "max-width:72rem", "min-height:3rem", "gap:1.25rem",
    "border-radius:4px", "border:1px solid var(--line)", "background:var(--surface-2)",
    "color:var(--ink-1)", "font:600 1rem/1.4 var(--face)", "letter-spacing:.01em",
    "text-decoration:none", "overflow:hidden", "opacity:0", "transform:translateY(-50%)",
    "transition:opacity .2s ease-in-out", "box-shadow:0 1px 3px rgba(0,0,0,.2)",
    "white-space:nowrap", "grid-template-columns:repeat(auto-fill,minmax(14rem,1fr))",
    "-webkit-font-smoothing:antialiased", "object-fit:cover", "aspect-ratio:16/9")
VENDOR_TAILS = ("Media Digital Analytics Ads Exchange Data Interactive Signals Reach Audience "
                "Metrics Video Labs Networks Insights").split()
VENDOR_FORMS = ("GmbH", "Ltd", "Inc.", "S.A.", "B.V.", "LLC", "AB", "SAS", "Oy", "Sp. z o.o.")


def escape(text):
    """ASCII markup for text that is already escaped for HTML."""
    return "".join(c if c < "\x7f" else "&#%d;" % ord(c) for c in text)


# ---- head: style, preload, state -------------------------------------------------------------

def css_rule(dice):
    name = ".%s-%s" % (dice.word(1, 2), dice.pick(PARTS))
    if dice.chance(40):
        name += "__" + dice.pick(PARTS)
    if dice.chance(30):
        name += "--" + dice.pick(STATES)
    if dice.chance(20):
        name += dice.pick((":hover", ":focus-visible", "::before", ">*+*", ":not(:last-child)"))
    body = ";".join(dice.pick(PROPERTIES) for _ in range(dice.between(1, 5)))
    return "%s{%s}" % (name, body)


def style_block(dice, size):
    out = ['<style data-href="/assets/%s.css">:root{--face:"%s",sans-serif;--line:#%s;--ink-1:#%s;'
           '--surface-2:#%s}' % (dice.hex(12), dice.word().title(), dice.hex(6), dice.hex(6),
                                 dice.hex(6))]
    length = len(out[0])
    while length < size:
        rule = css_rule(dice)
        if dice.chance(6):
            rule = "@media (min-width:%dem){%s%s}" % (dice.between(30, 90), rule, css_rule(dice))
        if dice.chance(1):
            rule = "/*! > %s %d.%d <MIT> */" % (dice.word(), dice.below(9), dice.below(9)) + rule
        out.append(rule)
        length += len(rule)
    return "".join(out) + "</style>\n"


def preload_block(dice, size):
    out, length = [], 0
    while length < size:
        kind = dice.pick(("script", "style", "font", "fetch"))
        link = '<link rel="%s" as="%s" href="https://cdn.%s.example/_static/%s/%s-%s.%s"%s>\n' % (
            dice.pick(("preload", "prefetch", "modulepreload")), kind, dice.word(), dice.hex(8),
            dice.pick(PARTS), dice.hex(10), {"script": "js", "style": "css", "font": "woff2",
                                             "fetch": "json"}[kind],
            dice.pick(("", " crossorigin", ' data-chunk="%s"' % dice.word())))
        out.append(link)
        length += len(link)
    return "".join(out)


UI_STRINGS = (
    "Skip to content", "Load more", "Your session has expired, please sign in again",
    "Something went wrong on our side", "Subscribe to the newsletter", "Add to list",
    "Sort by relevance", "{count} results", "Share this page", "Close dialog", "Next", "Previous",
    "You have {n} articles left this month", "Copy link", "Link copied", "Show password",
    "We could not load the comments", "Read more about {topic}", "Out of stock", "Try again later")


def json_value(dice, depth):
    roll = dice.below(100)
    if depth and roll < 22:
        return "{%s}" % ",".join('"%s":%s' % (json_key(dice), json_value(dice, depth - 1))
                                 for _ in range(dice.between(2, 8)))
    if depth and roll < 34:
        return "[%s]" % ",".join(json_value(dice, depth - 1) for _ in range(dice.between(1, 6)))
    if roll < 50:
        return str(dice.between(0, 99999))
    if roll < 62:
        return dice.pick(("true", "false", "null"))
    if roll < 74:
        return '"%s"' % dice.hex(dice.between(6, 32))
    if roll < 84:
        return '"https:\\/\\/img.%s.example\\/%s\\/%s.webp"' % (dice.word(), dice.hex(8), dice.word())
    if roll < 90:
        return '"%s"' % dice.pick(UI_STRINGS)
    if roll < 93:
        return '"\\u003cspan class=\\"%s\\"\\u003e%s\\u003c\\/span\\u003e"' % (
            dice.word(), dice.pick(UI_STRINGS))
    return '"%s %s"' % (dice.word().title(), dice.word())


def json_key(dice):
    return dice.word(1, 2) + dice.pick(PARTS).title()


def state_block(dice, size):
    name = dice.pick(("__STATE__", "__APP_DATA__", "__PRELOADED__", "appConfig", "__ROUTER__"))
    plain = dice.chance(50)
    out = ['<script type="application/json" id="%s">{' % name if plain
           else "<script>window.%s={" % name]
    length = len(out[0])
    while length < size:
        pair = '"%s":%s,' % (json_key(dice), json_value(dice, 4))
        out.append(pair)
        length += len(pair)
    out.append('"build":"%s"}%s</script>\n' % (dice.hex(20), "" if plain else ";"))
    return "".join(out)


def code_statement(dice):
    a, b, c = dice.pick("abcdefgh"), dice.pick("nrtuio"), dice.word(1, 2)
    return dice.pick((
        'function %s(%s,%s){return %s&&%s.%s?%s.%s(%s):void 0}' % (c, a, b, a, a, c, a, c, b),
        'var %s=%s.createElement("%s");%s.className="%s-%s";' % (
            a, b, dice.pick(("div", "script", "iframe", "p")), a, dice.word(), dice.pick(PARTS)),
        '%s.push({event:"%s",%s:%s});' % (c, dice.word(), dice.word(), json_value(dice, 1)),
        'if(%s<%d&&%s>%s.length){%s.innerHTML="<p>"+%s+"<\\/p>"}' % (
            a, dice.below(99), b, a, b, c),
        '!function(%s){try{%s.setItem("%s",%s)}catch(%s){}}(%s);' % (a, a, c, b, b, c),
        'for(var %s=0;%s<%d;%s++)%s[%s]=%s>>>%d^%d;' % (
            a, a, dice.below(256), a, c, a, b, dice.below(31), dice.below(99999)),
        '"%s"===%s?%s():%s.then(function(%s){%s.%s=%s.data||[]});' % (
            dice.word(), a, c, c, b, a, c, b)))


def script_block(dice, size):
    out = ["<script%s>" % dice.pick(("", ' nonce="%s"' % dice.hex(12), " async", ' type="module"')),
           "(function(w,d){\"use strict\";"]
    length = 0
    while length < size:
        statement = code_statement(dice)
        out.append(statement)
        length += len(statement)
    return "".join(out) + "})(window,document);</script>\n"


def head(dice, size, language):
    shares = [(preload_block, 4), (style_block, 40), (script_block, 26), (state_block, 30)]
    if dice.chance(40):
        shares = [(state_block, 20), (style_block, 55), (script_block, 20), (preload_block, 5)]
    return "".join(make(dice, size * share // 100) for make, share in shares)


# ---- svg: a sprite at the start of the body --------------------------------------------------

def path_data(dice):
    out = ["M%d %d" % (dice.below(24), dice.below(24))]
    for _ in range(dice.between(4, 30)):
        kind = dice.pick("lhvcsa")
        count = {"l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "a": 0}[kind]
        if kind == "a":
            out.append("a%d %d 0 0 1 %d-%d" % tuple(dice.between(1, 9) for _ in range(4)))
        else:
            out.append(kind + " ".join("%s%d.%d" % (dice.pick(("", "-")), dice.below(9),
                                                    dice.below(99)) for _ in range(count)))
    return "".join(out) + "z"


def svg(dice, size, language):
    out = ['<svg xmlns="http://www.w3.org/2000/svg" %s>' % dice.pick((
        'style="display:none"', 'width="0" height="0" class="sprite" aria-hidden="true"',
        'hidden', 'style="position:absolute;width:0;height:0"'))]
    length = len(out[0])
    while length < size:
        name = dice.word() + "-" + dice.pick(PARTS)
        title = "<title>%s</title>" % name.replace("-", " ") if dice.chance(60) else ""
        symbol = '<symbol id="i-%s" viewBox="0 0 24 24">%s%s</symbol>' % (
            name, title, "".join('<path fill="%s" d="%s"/>' % (
                dice.pick(("none", "currentColor", "#" + dice.hex(6))), path_data(dice))
                for _ in range(dice.between(1, 3))))
        out.append(symbol)
        length += len(symbol)
    return "".join(out) + "</svg>\n"


# ---- consent: a hidden consent manager with its vendors --------------------------------------

CONSENT = {
    "en": ("We value your privacy",
           "We and our partners store and access information on your device, such as cookies, and "
           "process personal data such as unique identifiers and standard information sent by a "
           "device, for personalised ads and content, ad and content measurement, and audience "
           "research.",
           "Accept all", "Reject all", "Save my choices", "Privacy policy", "Vendors",
           "Legitimate interest", "Always active",
           (("Strictly necessary", "These cookies are needed for the site to work and cannot be "
             "switched off. They are set when you sign in, fill in a form or choose your privacy "
             "settings."),
            ("Performance", "These cookies let us count visits and see where they come from, so "
             "that we can measure and improve how our site performs. All that they collect is put "
             "together and says nothing of any one visitor."),
            ("Functional", "With these the site remembers what you chose, such as your region or "
             "the size of the letters. Without them some services may not work well."),
            ("Targeting", "Our advertising partners may set these to build a profile of your "
             "interests and show you fitting ads on other sites."),
            ("Social media", "These are set by the services whose buttons we have put on the site "
             "so that you can share our pages with your friends.")),
           "Cookie duration: %d days. Data collected and processed: IP addresses, device "
           "identifiers, probabilistic identifiers, browsing and interaction data."),
    "de": ("Wir achten Ihre Privatsphäre",
           "Wir und unsere Partner speichern Informationen auf Ihrem Gerät, etwa Cookies, und "
           "verarbeiten personenbezogene Daten, um Anzeigen und Inhalte auszuspielen, deren "
           "Leistung zu messen und Erkenntnisse über Zielgruppen zu gewinnen.",
           "Alle akzeptieren", "Alle ablehnen", "Auswahl speichern", "Datenschutz", "Anbieter",
           "Berechtigtes Interesse", "Immer aktiv",
           (("Unbedingt erforderlich", "Diese Cookies braucht die Seite, damit sie funktioniert. "
             "Sie lassen sich nicht abschalten."),
            ("Leistung", "Mit diesen Cookies zählen wir Besuche und sehen, woher sie kommen. Alle "
             "Angaben werden zusammengefasst und sind nicht auf einzelne Personen beziehbar."),
            ("Funktionen", "Damit merkt sich die Seite Ihre Einstellungen, zum Beispiel Region "
             "oder Schriftgröße."),
            ("Werbung", "Unsere Werbepartner können damit ein Profil Ihrer Interessen anlegen und "
             "Ihnen auf anderen Seiten passende Anzeigen zeigen.")),
           "Speicherdauer: %d Tage. Verarbeitete Daten: IP-Adressen, Gerätekennungen, Nutzungs- "
           "und Interaktionsdaten."),
    "fr": ("Votre vie privée compte",
           "Avec nos partenaires, nous conservons et lisons des informations sur votre appareil, "
           "comme des cookies, et traitons des données personnelles afin de proposer des publicités "
           "et contenus adaptés, d'en mesurer la portée et de mieux connaître notre audience.",
           "Tout accepter", "Tout refuser", "Enregistrer mes choix", "Confidentialité",
           "Partenaires", "Intérêt légitime", "Toujours actif",
           (("Strictement nécessaires", "Ces cookies sont indispensables au fonctionnement du site "
             "et ne peuvent pas être désactivés."),
            ("Mesure d'audience", "Ils nous permettent de compter les visites et d'améliorer le "
             "site. Les données sont regroupées et anonymes."),
            ("Personnalisation", "Ils gardent en mémoire vos préférences, comme la région ou la "
             "taille du texte."),
            ("Publicité", "Nos partenaires peuvent s'en servir pour établir un profil de vos "
             "centres d'intérêt.")),
           "Durée de conservation : %d jours. Données traitées : adresse IP, identifiants de "
           "l'appareil, données de navigation."),
    "es": ("Su privacidad nos importa",
           "Nosotros y nuestros socios almacenamos información en su dispositivo, como cookies, y "
           "tratamos datos personales para mostrar anuncios y contenidos personalizados, medirlos "
           "y conocer mejor a nuestro público.",
           "Aceptar todas", "Rechazarlas", "Guardar preferencias", "Privacidad", "Proveedores",
           "Interés legítimo", "Siempre activas",
           (("Necesarias", "Estas cookies hacen falta para que el sitio funcione y no se pueden "
             "desactivar."),
            ("Rendimiento", "Nos permiten contar las visitas y saber de dónde vienen. Los datos se "
             "agrupan y son anónimos."),
            ("Publicidad", "Nuestros socios pueden usarlas para crear un perfil de sus intereses y "
             "mostrarle anuncios en otros sitios.")),
           "Duración: %d días. Datos tratados: direcciones IP, identificadores del dispositivo, "
           "datos de navegación."),
    "it": ("Teniamo alla tua privacy",
           "Noi e i nostri partner archiviamo informazioni sul dispositivo, come i cookie, e trattiamo "
           "dati personali per annunci e contenuti personalizzati e per la loro misurazione.",
           "Accetta tutto", "Rifiuta tutto", "Salva le scelte", "Privacy", "Fornitori",
           "Legittimo interesse", "Sempre attivi",
           (("Necessari", "Questi cookie servono al funzionamento del sito e non si possono disattivare."),
            ("Statistiche", "Ci permettono di contare le visite e di capire da dove arrivano."),
            ("Marketing", "I nostri partner possono usarli per costruire un profilo dei tuoi interessi.")),
           "Durata dei cookie: %d giorni. Dati trattati: indirizzi IP, identificatori del dispositivo."),
    "nl": ("Wij geven om je privacy",
           "Wij en onze partners bewaren gegevens op je apparaat, zoals cookies, en verwerken "
           "persoonsgegevens voor advertenties en inhoud op maat en om het bereik te meten.",
           "Alles accepteren", "Alles weigeren", "Keuze opslaan", "Privacy", "Partners",
           "Gerechtvaardigd belang", "Altijd aan",
           (("Noodzakelijk", "Zonder deze cookies werkt de site niet. Ze kunnen niet worden uitgezet."),
            ("Statistiek", "Hiermee tellen we bezoeken en zien we waar ze vandaan komen."),
            ("Marketing", "Onze partners kunnen hiermee een profiel van je interesses opbouwen.")),
           "Bewaartermijn: %d dagen. Verwerkte gegevens: IP-adressen en apparaatkenmerken."),
    "pl": ("Dbamy o Twoją prywatność",
           "My i nasi partnerzy przechowujemy informacje na urządzeniu, takie jak pliki cookie, i "
           "przetwarzamy dane osobowe w celu wyświetlania i mierzenia dopasowanych reklam i treści.",
           "Akceptuję wszystko", "Odrzucam wszystko", "Zapisz wybór", "Prywatność", "Partnerzy",
           "Uzasadniony interes", "Zawsze aktywne",
           (("Niezbędne", "Te pliki są potrzebne do działania serwisu i nie można ich wyłączyć."),
            ("Statystyczne", "Pozwalają nam liczyć wizyty i sprawdzać, skąd pochodzą."),
            ("Reklamowe", "Partnerzy mogą dzięki nim tworzyć profil Twoich zainteresowań.")),
           "Czas przechowywania: %d dni. Przetwarzane dane: adresy IP, identyfikatory urządzeń."),
    "ru": ("Мы заботимся о вашей конфиденциальности",
           "Мы и наши партнёры храним на вашем устройстве файлы cookie и обрабатываем данные, чтобы "
           "показывать подходящую рекламу и измерять её действие.",
           "Принять все", "Отклонить все", "Сохранить выбор", "Конфиденциальность", "Партнёры",
           "Законный интерес", "Всегда включены",
           (("Необходимые", "Без этих файлов сайт не работает, отключить их нельзя."),
            ("Статистика", "Помогают считать посещения и понимать, откуда пришли читатели."),
            ("Реклама", "Партнёры могут составлять по ним профиль ваших интересов.")),
           "Срок хранения: %d дн. Обрабатываемые данные: IP-адреса, идентификаторы устройств."),
    "ja": ("プライバシーの設定",
           "当社と提携先は、お使いの端末にクッキーなどの情報を保存し、広告の表示や効果の測定のために"
           "個人データを処理します。",
           "すべて同意する", "すべて拒否する", "選択を保存", "プライバシー", "提携先一覧", "正当な利益",
           "常に有効",
           (("必須", "サイトの動作に必要なため、無効にすることはできません。"),
            ("統計", "訪問数や流入元を把握し、サイトの改善に役立てます。"),
            ("広告", "提携先がお客様の関心に合わせた広告を表示するために使用します。")),
           "保存期間：%d日。取得データ：IPアドレス、端末識別子、閲覧履歴。"),
    "zh": ("隐私设置",
           "我们及合作伙伴会在您的设备上存储信息,并处理个人数据,用于个性化广告、内容推荐和效果统计。",
           "全部接受", "全部拒绝", "保存选择", "隐私政策", "合作伙伴", "合法利益", "始终启用",
           (("必要", "网站运行所必需,无法关闭。"), ("统计", "帮助我们了解访问量和来源,从而改进网站。"),
            ("营销", "合作伙伴可能据此建立兴趣画像,在其他网站展示相关广告。")),
           "保存期限：%d天。处理的数据：网络地址、设备标识、浏览记录。"),
    "ko": ("개인정보 설정",
           "당사와 제휴사는 기기에 쿠키 등의 정보를 저장하고 맞춤 광고와 통계를 위해 개인정보를 처리합니다.",
           "모두 동의", "모두 거부", "선택 저장", "개인정보처리방침", "제휴사", "정당한 이익", "항상 사용",
           (("필수", "사이트 작동에 필요하므로 끌 수 없습니다."), ("통계", "방문 수와 유입 경로를 파악하는 데 쓰입니다."),
            ("광고", "제휴사가 관심사에 맞는 광고를 보여 주는 데 쓸 수 있습니다.")),
           "보관 기간: %d일. 처리하는 정보: 아이피 주소, 기기 식별자."),
}


def vendor_name(dice):
    return "%s %s %s" % (dice.word(2, 3).title(), dice.pick(VENDOR_TAILS), dice.pick(VENDOR_FORMS))


def consent_row(dice, prefix, words):
    """One vendor of the list."""
    return ('<li class="%s-vendor"><div class="%s-vendor-head"><button type="button" '
            'aria-expanded="false" class="%s-toggle"></button><h4>%s</h4><label class="%s-sw">'
            '<input type="checkbox" name="v%d"><span class="%s-knob"></span></label></div>'
            '<div class="%s-vendor-body"><p>%s</p><a href="https://%s.example/privacy" '
            'target="_blank" rel="noopener">%s</a></div></li>\n' % (
                prefix, prefix, prefix, vendor_name(dice), prefix, dice.below(1200), prefix, prefix,
                words[10] % dice.between(1, 730), dice.word(), words[5]))


def consent(dice, size, language):
    words = CONSENT.get(language, CONSENT["en"])
    prefix = dice.pick(("cmp", "cc", "privacy", "gdpr", "consent", "ck")) + dice.pick(("", "-ui", "2"))
    hide = dice.pick((' style="display:none"', ' class="is-hidden" aria-hidden="true"', " hidden",
                      ' class="%s-offscreen"' % prefix))
    out = ['<div id="%s-root"%s><div class="%s-overlay"></div><div role="dialog" aria-modal="true" '
           'class="%s-dialog"><h2 class="%s-title">%s</h2><div class="%s-text">%s</div>'
           '<div class="%s-buttons"><button>%s</button><button>%s</button></div>\n' % (
               prefix, hide, prefix, prefix, prefix, words[0], prefix, words[1], prefix, words[2],
               words[3])]
    for name, about in words[9]:
        out.append('<div class="%s-cat"><h3>%s</h3><span class="%s-on">%s</span><p '
                   'class="%s-cat-text">%s</p></div>\n' % (prefix, name, prefix, words[8], prefix,
                                                           about))
    out.append('<h3 class="%s-vendors-title">%s</h3><div class="%s-li">%s</div><ul '
               'class="%s-vendors">\n' % (prefix, words[6], prefix, words[7], prefix))
    length = sum(map(len, out))
    while length < size:
        out.append(consent_row(dice, prefix, words))
        length += len(out[-1])
    out.append('</ul><div class="%s-foot"><button>%s</button></div></div></div>\n' % (
        prefix, words[4]))
    return escape("".join(out))


# ---- dialog: hidden log-in, region picker, newsletter ------------------------------------------

def login_dialog(dice):
    form = dice.word()
    return ('<div class="modal fade" id="login-%s" tabindex="-1" role="dialog" aria-hidden="true" '
            '%s><div class="modal-dialog"><div class="modal-content"><button class="close" '
            'data-dismiss="modal">&times;</button><h3>Sign in to your account</h3><form '
            'action="/session/%s" method="post"><label for="u-%s">E-mail address</label><input '
            'id="u-%s" type="email"><label for="p-%s">Password</label><input id="p-%s" '
            'type="password"><label><input type="checkbox" name="keep"> Keep me signed in</label>'
            '<button type="submit">Sign in</button><a href="/forgot">Forgot your password?</a>'
            '</form><p>New here? <a href="/register">Create an account</a> to save pages, get '
            'notices and post comments.</p></div></div></div>\n' % (
                form, dice.pick(('style="display:none"', "hidden", "")), form, form, form, form,
                form))


REGIONS = ("Argentina Australia Austria Belgium Brazil Canada Chile Colombia Croatia Czechia Denmark "
           "Estonia Finland France Germany Greece Hungary Iceland India Indonesia Ireland Italy "
           "Japan Kenya Latvia Lithuania Luxembourg Malaysia Mexico Morocco Netherlands Nigeria "
           "Norway Peru Philippines Poland Portugal Romania Serbia Singapore Slovakia Slovenia Spain "
           "Sweden Switzerland Thailand Turkey Ukraine Uruguay Vietnam").split()


def region_dialog(dice):
    name = dice.word()
    items = "".join('<li class="%s__item"><a href="/%s/" hreflang="%s-%s" data-region="%d">%s'
                    '</a></li>' % (name, region[:2].lower(), dice.pick(("en", "fr", "es", "de")),
                                   region[:2].upper(), dice.below(999), region)
                    for region in REGIONS[dice.below(12):])
    return ('<div class="%s %s--region" role="dialog" aria-label="Choose your region" '
            'style="display:none"><h2 class="%s__title">Choose your country or region</h2><ul '
            'class="%s__list">%s</ul></div>\n' % (name, name, name, name, items))


def letter_dialog(dice):
    name = dice.word()
    return ('<aside class="%s-popup %s-popup--closed" aria-hidden="true"><div class="%s-popup__in">'
            '<p class="%s-popup__lead">Do not miss a thing</p><p>Our letter brings the best of the '
            'week to your inbox, every %s. No spam, and you can leave whenever you like.</p><form>'
            '<input type="email" placeholder="Your e-mail"><button>Subscribe</button></form>'
            '<small>By subscribing you agree to our terms and our privacy notice.</small></div>'
            '</aside>\n' % (name, name, name, name,
                            dice.pick(("Friday", "Sunday morning", "Thursday", "Monday"))))


def dialog(dice, size, language):
    out, length = [], 0
    while length < size:
        out.append(dice.pick((login_dialog, region_dialog, letter_dialog))(dice))
        length += len(out[-1])
    return "".join(out)


# ---- tracker: scripts, pixels and frames near the end -------------------------------------------

def tracker(dice, size, language):
    out, length = [], 0
    while length < size:
        host = "%s.%s.example" % (dice.pick(("t", "px", "stats", "collect", "tag", "beacon")),
                                  dice.word())
        out.append(dice.pick((
            '<script async src="https://%s/%s.js" data-id="%s"></script>\n' % (
                host, dice.word(), dice.hex(10)),
            '<noscript><img height="1" width="1" style="display:none" alt="" '
            'src="https://%s/tr?id=%d&amp;ev=PageView&amp;noscript=1"></noscript>\n' % (
                host, dice.below(10 ** 12)),
            '<noscript><iframe src="https://%s/ns.html?id=%s" height="0" width="0" '
            'style="display:none;visibility:hidden"></iframe></noscript>\n' % (host, dice.hex(8)),
            '<iframe title="" src="about:blank" width="0" height="0" aria-hidden="true" '
            'tabindex="-1" name="__%s"></iframe>\n' % dice.word(),
            '<div id="ad-%s" class="ad-slot ad-slot--%s" data-slot="/%d/%s" data-sizes="[[300,250],'
            '[728,90]]"></div>\n' % (dice.hex(6), dice.pick(STATES), dice.below(10 ** 8),
                                     dice.word()),
            script_block(dice, dice.between(400, 3000)))))
        length += len(out[-1])
    return "".join(out)


KINDS = {"head": head, "svg": svg, "consent": consent, "dialog": dialog, "tracker": tracker}


def make(kind, seed, kilobytes, language="en"):
    return KINDS[kind](Dice(kind + ":" + seed), kilobytes * 1024, language)


def expand(text):
    """The page's text with every mark expanded; raises KeyError for an unknown kind."""
    found = re.search(r"<html[^>]*\blang\s*=\s*[\"']?([A-Za-z]{2})", text)
    language = found.group(1).lower() if found else "en"
    return MARK.sub(lambda m: make(m.group(1), m.group(2), int(m.group(3)), language), text)
