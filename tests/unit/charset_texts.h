/*
 * Paragraphs in the languages of charsets other than UTF-8, written for the tests, each with the
 * charsets that pages in its language were written in.
 */
#ifndef PITH_TESTS_CHARSET_TEXTS_H
#define PITH_TESTS_CHARSET_TEXTS_H

struct charset_text {
    const char *language;
    const char *charsets; /* of iconv, separated by spaces */
    const char *text;
};

static const struct charset_text charset_texts[] = {
    {"de", "CP1252 CP1250 ISO-8859-2 CP1254 CP1257 ISO-8859-15 ISO-8859-13",
     "Die Fähre zwischen den beiden Inseln fährt ab Montag wieder, nachdem sie elf Wochen lang "
     "im Dock gelegen hatte. Die Reederei erklärte, der neue Motor sei auch bei schwerer See "
     "geprüft worden. Für die Bewohner heißt das: kürzere Wege, frisches Gemüse und wieder "
     "täglich Post."},
    {"fr", "CP1252 ISO-8859-15 CP1254",
     "Le bac entre les deux îles reprendra lundi, après onze semaines passées au chantier. La "
     "compagnie a précisé que le nouveau moteur avait été éprouvé par gros temps et que "
     "l'horaire resterait le même qu'avant la panne de janvier. Les habitants se réjouissent "
     "déjà de retrouver leur marché."},
    {"cs", "CP1250 ISO-8859-2",
     "Přívoz mezi oběma ostrovy bude od pondělí znovu jezdit, když jedenáct týdnů stál v "
     "loděnici. Společnost uvedla, že nový motor byl vyzkoušen i za silného větru a že jízdní "
     "řád zůstane stejný jako před lednovou poruchou. Pro místní obyvatele to znamená čerstvou "
     "zeleninu a každodenní poštu."},
    {"pl", "CP1250 ISO-8859-2 CP1257 ISO-8859-13",
     "Prom między obiema wyspami znów popłynie w poniedziałek, po jedenastu tygodniach "
     "spędzonych w stoczni. Spółka podała, że nowy silnik sprawdzono przy wysokiej fali, a "
     "rozkład będzie taki sam jak przed styczniową awarią. Dla mieszkańców oznacza to świeże "
     "warzywa i codzienną pocztę."},
    {"hu", "CP1250 ISO-8859-2",
     "A két sziget közötti komp hétfőtől újra közlekedik, miután tizenegy hétig a hajógyárban "
     "állt. A társaság közölte, hogy az új motort erős hullámzásban is kipróbálták, és a "
     "menetrend ugyanaz marad, mint a januári meghibásodás előtt. A szigetlakók már nagyon "
     "várták, hogy megint legyen friss zöldség és mindennapi posta."},
    {"ru", "CP1251 KOI8-R ISO-8859-5 IBM866 MAC-CYRILLIC KOI8-U",
     "Паром между двумя островами снова пойдёт в понедельник, после одиннадцати недель в доке. "
     "Компания сообщила, что новый двигатель испытан при сильном волнении, а расписание "
     "останется таким же, каким было до январской поломки. Для жителей это означает свежие "
     "овощи и ежедневную почту."},
    {"uk", "CP1251 KOI8-U ISO-8859-5 MAC-CYRILLIC",
     "Пором між двома островами знову піде в понеділок, після одинадцяти тижнів у доці. "
     "Компанія повідомила, що новий двигун випробували за сильного хвилювання, а розклад "
     "залишиться таким самим, яким був до січневої поломки. Для мешканців це означає свіжі "
     "овочі та щоденну пошту."},
    {"bg", "CP1251 ISO-8859-5 KOI8-R KOI8-U IBM866",
     "Фериботът между двата острова ще тръгне отново в понеделник, след единадесет седмици в "
     "дока. Компанията съобщи, че новият двигател е изпитан при силно вълнение, а разписанието "
     "ще остане същото, каквото беше преди повредата през януари. За жителите това означава "
     "пресни зеленчуци."},
    {"el", "CP1253 ISO-8859-7",
     "Το πλοίο ανάμεσα στα δύο νησιά θα ξεκινήσει πάλι τη Δευτέρα, ύστερα από έντεκα εβδομάδες "
     "στο ναυπηγείο. Η εταιρεία ανακοίνωσε ότι η νέα μηχανή δοκιμάστηκε με δυνατό κύμα και ότι "
     "το πρόγραμμα θα μείνει το ίδιο όπως πριν από τη βλάβη του Ιανουαρίου. Οι κάτοικοι "
     "περιμένουν με χαρά."},
    {"tr", "CP1254",
     "İki ada arasındaki vapur, tersanede geçen on bir haftanın ardından pazartesi günü yeniden "
     "sefere başlayacak. Şirket, yeni motorun yüksek dalgada denendiğini ve tarifenin ocak "
     "ayındaki arızadan önceki gibi kalacağını açıkladı. Adalılar için bu, taze sebze ve her "
     "gün gelen posta demek."},
    {"he", "CP1255 ISO-8859-8",
     "המעבורת בין שני האיים תשוב לפעול ביום שני, אחרי אחד עשר שבועות במספנה. החברה הודיעה כי "
     "המנוע החדש נבדק בים סוער וכי לוח הזמנים יישאר כפי שהיה לפני התקלה בחודש ינואר. לתושבים "
     "פירוש הדבר ירקות טריים ודואר בכל יום, כמו שהיה תמיד."},
    {"ar", "CP1256 ISO-8859-6",
     "تعود العبارة بين الجزيرتين إلى العمل يوم الاثنين بعد أحد عشر أسبوعا قضتها في حوض السفن. "
     "وقالت الشركة إن المحرك الجديد جرب في بحر هائج وإن مواعيد الرحلات ستبقى كما كانت قبل العطل "
     "الذي حدث في يناير. وهذا يعني لسكان الجزيرة خضروات طازجة وبريدا في كل يوم."},
    {"lt", "CP1257 ISO-8859-13 ISO-8859-4",
     "Keltas tarp abiejų salų vėl plauks nuo pirmadienio, vienuolika savaičių praleidęs laivų "
     "statykloje. Bendrovė pranešė, kad naujas variklis išbandytas esant didelėms bangoms, o "
     "tvarkaraštis liks toks pat, koks buvo iki sausio gedimo. Gyventojams tai reiškia šviežias "
     "daržoves ir kasdienį paštą."},
    {"th", "CP874",
     "เรือข้ามฟากระหว่างสองเกาะจะกลับมาเดินเรืออีกครั้งในวันจันทร์ "
     "หลังจากจอดซ่อมอยู่ในอู่เป็นเวลาสิบเอ็ดสัปดาห์ "
     "บริษัทแจ้งว่าเครื่องยนต์ใหม่ได้รับการทดสอบในทะเลที่มีคลื่นแรงแล้ว และตารางเวลาจะเหมือนเดิม "
     "ชาวเกาะจะได้ผักสดและจดหมายทุกวันอีกครั้ง"},
    {"ja", "CP932 EUC-JP ISO-2022-JP",
     "二つの島を結ぶ渡し船は、造船所で十一週間を過ごしたあと、月曜日からふたたび運航する。会社に"
     "よると、新しいエンジンは高い波の中で試され、時刻表は一月の故障の前と同じままだという。島の"
     "人びとにとっては、新鮮な野菜と毎日の郵便がもどってくることを意味する。港では歓迎の式典も開"
     "かれる予定である。"},
    {"zh-Hans", "GB18030",
     "两座岛之间的渡轮在船坞里停了十一个星期之后，将于星期一重新开航。公司表示，新的发动机已经在"
     "大浪中经过测试，时刻表将和一月份发生故障之前一样。对岛上的居民来说，这意味着又能吃到新鲜的"
     "蔬菜，每天又能收到邮件。港口还准备举行一个小小的欢迎仪式。"},
    {"zh-Hant", "BIG5-HKSCS",
     "兩座島之間的渡輪在船塢裡停了十一個星期之後，將於星期一重新開航。公司表示，新的發動機已經在"
     "大浪中經過測試，時刻表將和一月份發生故障之前一樣。對島上的居民來說，這意味著又能吃到新鮮的"
     "蔬菜，每天又能收到郵件。港口還準備舉行一個小小的歡迎儀式。"},
    {"ko", "CP949 EUC-KR",
     "두 섬을 잇는 나룻배가 조선소에서 열한 주를 보낸 뒤 월요일부터 다시 다닌다. 회사는 새 "
     "엔진을 높은 파도 속에서 시험했으며 시간표는 일월에 고장이 나기 전과 같을 것이라고 밝혔다. "
     "섬 사람들에게 이것은 신선한 채소와 날마다 오는 우편을 뜻한다. 항구에서는 작은 환영 행사도 "
     "열린다."},
    {"es", "CP1252 ISO-8859-15 CP1254",
     "El transbordador entre las dos islas volverá a navegar el lunes, después de once semanas "
     "en el astillero. La compañía explicó que el nuevo motor se probó con mar gruesa y que el "
     "horario será el mismo que antes de la avería de enero. Para los vecinos significa verdura "
     "fresca y correo cada mañana."},
    {"it", "CP1252 ISO-8859-15 CP1254",
     "Il traghetto tra le due isole riprenderà lunedì, dopo undici settimane passate in "
     "cantiere. La compagnia ha spiegato che il nuovo motore è stato provato con il mare grosso "
     "e che l'orario resterà com'era prima del guasto di gennaio. Per gli abitanti vuol dire "
     "verdura fresca e posta ogni giorno: era già ora, perché la farina è finita."},
    {"pt", "CP1252 ISO-8859-15 CP1254",
     "A balsa entre as duas ilhas volta a navegar na segunda-feira, depois de onze semanas no "
     "estaleiro. A companhia informou que o novo motor foi testado em mar agitado e que o "
     "horário será o mesmo de antes da avaria de janeiro. Para os moradores isso significa "
     "verdura fresca, pão e correio todas as manhãs, como é tradição na região."},
    {"sv", "CP1252 ISO-8859-15 CP1257",
     "Färjan mellan de båda öarna går igen från måndag, efter elva veckor på varvet. Rederiet "
     "uppgav att den nya motorn har prövats i hög sjö och att tidtabellen blir densamma som "
     "före haveriet i januari. För de boende betyder det färska grönsaker och post varje dag, "
     "och på söndag ska även kyrkbåten gå."},
    {"da", "CP1252 ISO-8859-15",
     "Færgen mellem de to øer sejler igen fra mandag efter elleve uger på værftet. Rederiet "
     "oplyser, at den nye motor er prøvet i høj sø, og at sejlplanen bliver den samme som før "
     "havariet i januar. For beboerne betyder det friske grøntsager og post hver dag, og på "
     "søndag åbner også kroen igen."},
    {"nb", "CP1252 ISO-8859-15",
     "Fergen mellom de to øyene går igjen fra mandag etter elleve uker på verkstedet. Rederiet "
     "opplyste at den nye motoren er prøvd i høy sjø, og at rutetabellen blir den samme som før "
     "havariet i januar. For innbyggerne betyr det ferske grønnsaker og post hver dag, og på "
     "søndag åpner også kroa igjen."},
    {"fi", "CP1252 ISO-8859-15 CP1257",
     "Kahden saaren välinen lautta kulkee jälleen maanantaista alkaen, oltuaan yksitoista "
     "viikkoa telakalla. Yhtiön mukaan uusi moottori on koeteltu kovassa merenkäynnissä, ja "
     "aikataulu pysyy samana kuin ennen tammikuun konerikkoa. Asukkaille se merkitsee tuoreita "
     "vihanneksia ja postia joka päivä."},
    {"nl", "CP1252 ISO-8859-15 CP1254",
     "De veerpont tussen de twee eilanden vaart maandag weer, na elf weken op de werf. Volgens "
     "de rederij is de nieuwe motor beproefd bij zware zee en blijft de dienstregeling gelijk "
     "aan die van vóór de storing in januari. Voor de bewoners betekent dat verse groente, één "
     "keer per dag post en eindelijk weer een reünie in café De Haven."},
    {"ro", "CP1250 ISO-8859-2",
     "Feribotul dintre cele două insule va circula din nou de luni, după unsprezece săptămâni "
     "petrecute în şantier. Compania a anunţat că motorul cel nou a fost încercat pe valuri "
     "mari şi că orarul va rămâne acelaşi ca înainte de defecţiunea din ianuarie. Pentru "
     "locuitori aceasta înseamnă legume proaspete şi poştă în fiecare zi."},
    {"sk", "CP1250 ISO-8859-2",
     "Kompa medzi oboma ostrovmi začne v pondelok opäť premávať, keď jedenásť týždňov stála v "
     "lodenici. Spoločnosť uviedla, že nový motor vyskúšali aj pri silnom vlnobití a že "
     "cestovný poriadok zostane taký istý ako pred januárovou poruchou. Pre obyvateľov to "
     "znamená čerstvú zeleninu a poštu každý deň."},
    {"hr", "CP1250 ISO-8859-2",
     "Trajekt između dvaju otoka ponovno će ploviti od ponedjeljka, nakon jedanaest tjedana "
     "provedenih u brodogradilištu. Društvo je priopćilo da je novi motor iskušan po jakom moru "
     "i da će vozni red ostati isti kao prije siječanjskog kvara. Stanovnicima to znači svježe "
     "povrće i poštu svaki dan, a žitelji će napokon moći i u kazalište."},
    {"sl", "CP1250 ISO-8859-2",
     "Trajekt med obema otokoma bo v ponedeljek spet začel voziti, potem ko je enajst tednov "
     "stal v ladjedelnici. Družba je sporočila, da so novi motor preizkusili tudi na "
     "razburkanem morju in da bo vozni red ostal enak kot pred januarsko okvaro. Za prebivalce "
     "to pomeni svežo zelenjavo in pošto vsak dan, česar so se že močno želeli."},
    {"sr", "CP1251 ISO-8859-5",
     "Трајект између два острва поново ће пловити од понедељка, после једанаест недеља "
     "проведених у бродоградилишту. Предузеће је саопштило да је нови мотор испробан по јаком "
     "мору и да ће ред вожње остати исти као пре јануарског квара. Становницима то значи свеже "
     "поврће и пошту сваког дана, а ђаци ће опет моћи у школу."},
    {"mk", "CP1251 ISO-8859-5 MAC-CYRILLIC",
     "Траектот меѓу двата острова повторно ќе плови од понеделник, по единаесет недели поминати "
     "во бродоградилиштето. Компанијата соопшти дека новиот мотор е испробан на силни бранови и "
     "дека возниот ред ќе остане ист како пред јануарскиот дефект. За жителите тоа значи свеж "
     "зеленчук и пошта секој ден."},
    {"be", "CP1251 ISO-8859-5 MAC-CYRILLIC",
     "Паром паміж двума астравамі зноў пойдзе ў панядзелак, пасля адзінаццаці тыдняў у доку. "
     "Кампанія паведаміла, што новы рухавік выпрабаваны пры моцным хваляванні, а расклад "
     "застанецца такім самым, якім быў да студзеньскай паломкі. Для жыхароў гэта азначае свежую "
     "гародніну і штодзённую пошту."},
    {"et", "CP1257 ISO-8859-13 ISO-8859-4 CP1252",
     "Kahe saare vaheline praam sõidab taas alates esmaspäevast, olles üksteist nädalat dokis "
     "seisnud. Ettevõtte teatel on uus mootor kõrge lainega järele proovitud ning sõiduplaan "
     "jääb samaks, nagu see oli enne jaanuarikuist riket. Elanikele tähendab see värskeid "
     "köögivilju ja iga päev saabuvat posti."},
    {"lv", "CP1257 ISO-8859-13 ISO-8859-4",
     "Prāmis starp abām salām atkal kursēs no pirmdienas pēc vienpadsmit nedēļām, kas pavadītas "
     "kuģu būvētavā. Uzņēmums paziņoja, ka jaunais dzinējs ir izmēģināts stiprā vilnī un ka "
     "saraksts paliks tāds pats kā pirms janvāra bojājuma. Iedzīvotājiem tas nozīmē svaigus "
     "dārzeņus un ikdienas pastu."},
    {"is", "CP1252 ISO-8859-15",
     "Ferjan milli eyjanna tveggja siglir aftur á mánudag eftir ellefu vikur í slippnum. "
     "Útgerðin segir að nýja vélin hafi verið reynd í þungum sjó og að áætlunin verði sú sama "
     "og fyrir bilunina í janúar. Fyrir íbúana þýðir þetta ferskt grænmeti og póst á hverjum "
     "degi."},
};

#endif
