/*
 * Paragraphs in the languages of charsets other than UTF-8, written for the tests.
 */
#ifndef PITH_TESTS_CHARSET_TEXTS_H
#define PITH_TESTS_CHARSET_TEXTS_H

struct charset_text {
    const char *language;
    const char *charsets; /* of iconv, separated by spaces */
    const char *text;
};

static const struct charset_text charset_texts[] = {
    {"de", "CP1252",
     "Die Fähre zwischen den beiden Inseln fährt ab Montag wieder, nachdem sie elf Wochen lang im "
     "Dock "
     "gelegen hatte. Die Reederei erklärte, der neue Motor sei auch bei schwerer See geprüft "
     "worden. "
     "Für die Bewohner heißt das: kürzere Wege, frisches Gemüse und wieder täglich Post."},
    {"fr", "CP1252",
     "Le bac entre les deux îles reprendra lundi, après onze semaines passées au chantier. La "
     "compagnie "
     "a précisé que le nouveau moteur avait été éprouvé par gros temps et que l'horaire resterait "
     "le "
     "même qu'avant la panne de janvier. Les habitants se réjouissent déjà de retrouver leur "
     "marché."},
    {"cs", "CP1250 ISO-8859-2",
     "Přívoz mezi oběma ostrovy bude od pondělí znovu jezdit, když jedenáct týdnů stál v loděnici. "
     "Společnost uvedla, že nový motor byl vyzkoušen i za silného větru a že jízdní řád zůstane "
     "stejný "
     "jako před lednovou poruchou. Pro místní obyvatele to znamená čerstvou zeleninu a každodenní "
     "poštu."},
    {"pl", "CP1250 ISO-8859-2",
     "Prom między obiema wyspami znów popłynie w poniedziałek, po jedenastu tygodniach spędzonych "
     "w "
     "stoczni. Spółka podała, że nowy silnik sprawdzono przy wysokiej fali, a rozkład będzie taki "
     "sam "
     "jak przed styczniową awarią. Dla mieszkańców oznacza to świeże warzywa i codzienną pocztę."},
    {"hu", "CP1250 ISO-8859-2",
     "A két sziget közötti komp hétfőtől újra közlekedik, miután tizenegy hétig a hajógyárban "
     "állt. A "
     "társaság közölte, hogy az új motort erős hullámzásban is kipróbálták, és a menetrend ugyanaz "
     "marad, mint a januári meghibásodás előtt. A szigetlakók már nagyon várták, hogy megint "
     "legyen "
     "friss zöldség és mindennapi posta."},
    {"ru", "CP1251 KOI8-R ISO-8859-5 IBM866 MAC-CYRILLIC",
     "Паром между двумя островами снова пойдёт в понедельник, после одиннадцати недель в доке. "
     "Компания "
     "сообщила, что новый двигатель испытан при сильном волнении, а расписание останется таким же, "
     "каким "
     "было до январской поломки. Для жителей это означает свежие овощи и ежедневную почту."},
    {"uk", "CP1251 KOI8-U",
     "Пором між двома островами знову піде в понеділок, після одинадцяти тижнів у доці. Компанія "
     "повідомила, що новий двигун випробували за сильного хвилювання, а розклад залишиться таким "
     "самим, "
     "яким був до січневої поломки. Для мешканців це означає свіжі овочі та щоденну пошту."},
    {"bg", "CP1251 ISO-8859-5",
     "Фериботът между двата острова ще тръгне отново в понеделник, след единадесет седмици в дока. "
     "Компанията съобщи, че новият двигател е изпитан при силно вълнение, а разписанието ще остане "
     "същото, каквото беше преди повредата през януари. За жителите това означава пресни "
     "зеленчуци."},
    {"el", "CP1253 ISO-8859-7",
     "Το πλοίο ανάμεσα στα δύο νησιά θα ξεκινήσει πάλι τη Δευτέρα, ύστερα από έντεκα εβδομάδες στο "
     "ναυπηγείο. Η εταιρεία ανακοίνωσε ότι η νέα μηχανή δοκιμάστηκε με δυνατό κύμα και ότι το "
     "πρόγραμμα "
     "θα μείνει το ίδιο όπως πριν από τη βλάβη του Ιανουαρίου. Οι κάτοικοι περιμένουν με χαρά."},
    {"tr", "CP1254",
     "İki ada arasındaki vapur, tersanede geçen on bir haftanın ardından pazartesi günü yeniden "
     "sefere "
     "başlayacak. Şirket, yeni motorun yüksek dalgada denendiğini ve tarifenin ocak ayındaki "
     "arızadan "
     "önceki gibi kalacağını açıkladı. Adalılar için bu, taze sebze ve her gün gelen posta demek."},
    {"he", "CP1255",
     "המעבורת בין שני האיים תשוב לפעול ביום שני, אחרי אחד עשר שבועות במספנה. החברה הודיעה כי המנוע "
     "החדש "
     "נבדק בים סוער וכי לוח הזמנים יישאר כפי שהיה לפני התקלה בחודש ינואר. לתושבים פירוש הדבר ירקות "
     "טריים ודואר בכל יום, כמו שהיה תמיד."},
    {"ar", "CP1256 ISO-8859-6",
     "تعود العبارة بين الجزيرتين إلى العمل يوم الاثنين بعد أحد عشر أسبوعا قضتها في حوض السفن. "
     "وقالت "
     "الشركة إن المحرك الجديد جرب في بحر هائج وإن مواعيد الرحلات ستبقى كما كانت قبل العطل الذي حدث "
     "في "
     "يناير. وهذا يعني لسكان الجزيرة خضروات طازجة وبريدا في كل يوم."},
    {"lt", "CP1257 ISO-8859-13",
     "Keltas tarp abiejų salų vėl plauks nuo pirmadienio, vienuolika savaičių praleidęs laivų "
     "statykloje. "
     "Bendrovė pranešė, kad naujas variklis išbandytas esant didelėms bangoms, o tvarkaraštis liks "
     "toks "
     "pat, koks buvo iki sausio gedimo. Gyventojams tai reiškia šviežias daržoves ir kasdienį "
     "paštą."},
    {"th", "CP874",
     "เรือข้ามฟากระหว่างสองเกาะจะกลับมาเดินเรืออีกครั้งในวันจันทร์ หลังจากจอดซ่อมอยู่ในอู่เป็นเวลาสิบเอ็ดสัปดาห์ "
     "บริษัทแจ้งว่าเครื่องยนต์ใหม่ได้รับการทดสอบในทะเลที่มีคลื่นแรงแล้ว และตารางเวลาจะเหมือนเดิม "
     "ชาวเกาะจะได้ผักสดและจดหมายทุกวันอีกครั้ง"},
    {"ja", "CP932 EUC-JP ISO-2022-JP",
     "二つの島を結ぶ渡し船は、造船所で十一週間を過ごしたあと、月曜日からふたたび運航する。会社によ"
     "ると、新しい"
     "エンジンは高い波の中で試され、時刻表は一月の故障の前と同じままだという。島の人びとにとっては"
     "、新鮮な野菜と"
     "毎日の郵便がもどってくることを意味する。港では歓迎の式典も開かれる予定である。"},
    {"zh-Hans", "GB18030",
     "两座岛之间的渡轮在船坞里停了十一个星期之后，将于星期一重新开航。公司表示，新的发动机已经在大"
     "浪中经过测试，"
     "时刻表将和一月份发生故障之前一样。对岛上的居民来说，这意味着又能吃到新鲜的蔬菜，每天又能收到"
     "邮件。"
     "港口还准备举行一个小小的欢迎仪式。"},
    {"zh-Hant", "BIG5-HKSCS",
     "兩座島之間的渡輪在船塢裡停了十一個星期之後，將於星期一重新開航。公司表示，新的發動機已經在大"
     "浪中經過測試，"
     "時刻表將和一月份發生故障之前一樣。對島上的居民來說，這意味著又能吃到新鮮的蔬菜，每天又能收到"
     "郵件。"
     "港口還準備舉行一個小小的歡迎儀式。"},
    {"ko", "CP949",
     "두 섬을 잇는 나룻배가 조선소에서 열한 주를 보낸 뒤 월요일부터 다시 다닌다. 회사는 새 엔진을 "
     "높은 파도 속에서 "
     "시험했으며 시간표는 일월에 고장이 나기 전과 같을 것이라고 밝혔다. 섬 사람들에게 이것은 "
     "신선한 채소와 날마다 오는 "
     "우편을 뜻한다. 항구에서는 작은 환영 행사도 열린다."},
};

#endif
