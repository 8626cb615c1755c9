/** A language, encodings that its papers were sent in, and sentences of an invented one. */
export interface SampleText {
  readonly language: string;
  readonly encodings: readonly string[];
  readonly sentences: readonly string[];
}

export const sampleTexts: readonly SampleText[] = [
  {
    language: 'French',
    encodings: ['windows-1252', 'macintosh'],
    sentences: [
      'Le conseil du port de Quillon s’est réuni à midi pour écouter les pilotes, dont la plupart sont restés jusqu’au soir.',
      'La traversée de l’hiver coûtera désormais 12 € de plus, a déclaré la présidente, Odile Harnwick, après un débat très animé.',
      'Les pêcheurs, eux, espèrent que la nouvelle écluse sera achevée avant la fin de l’été.',
      'Personne n’a été blessé, mais trois bateaux amarrés près du vieux môle ont été endommagés.',
      '« Nous avons attendu neuf années », a rappelé le doyen des pilotes, âgé de soixante-huit ans.',
    ],
  },
  {
    language: 'German',
    encodings: ['windows-1252', 'macintosh'],
    sentences: [
      'Der Hafenrat von Merrow trat am Montag zusammen, um die Lotsen anzuhören; die meisten blieben bis zum späten Abend.',
      'Die Überfahrt im Winter kostet künftig zwölf Gulden mehr, erklärte die Vorsitzende nach einer längeren Aussprache.',
      'Für die Fischer am östlichen Kai ändert sich zunächst nichts, heißt es aus der Behörde.',
      '„Wir haben neun Jahre gewartet“, sagte der älteste Lotse, „und wir würden es wieder tun.“',
      'Das Gebäude müsse vollständig geräumt werden, bevor man über weitere Maßnahmen sprechen könne.',
    ],
  },
  {
    language: 'Spanish',
    encodings: ['windows-1252', 'macintosh'],
    sentences: [
      'El consejo del puerto se reunió el lunes al mediodía para escuchar a los prácticos, y la mayoría se quedó hasta la noche.',
      '«¿Cuánto tiempo más debemos esperar?», preguntó la señora Núñez, que dirige la asociación desde hace nueve años.',
      'La travesía de invierno será más cara, según anunció el alcalde después de la sesión.',
      'Además, la compañía prometió contratar a veintidós jóvenes de los pueblos pequeños de la región.',
      'Nadie resultó herido, pero tres embarcaciones sufrieron daños cerca del muelle más antiguo.',
    ],
  },
  {
    language: 'Polish',
    encodings: ['iso-8859-2', 'windows-1250'],
    sentences: [
      'Rada portu zebrała się w poniedziałek w południe, żeby wysłuchać pilotów, a większość członków została aż do wieczora.',
      'Zimowa przeprawa będzie droższa o dwanaście florenów, powiedziała przewodnicząca po długiej i gorącej dyskusji.',
      'Rybacy mają nadzieję, że nowa śluza zostanie ukończona jeszcze przed końcem lata.',
      'Nikt nie został ranny, ale trzy łodzie zacumowane przy starym nabrzeżu są poważnie uszkodzone.',
      'Czekaliśmy na to dziewięć lat, przypomniał najstarszy z pilotów, i możemy poczekać jeszcze miesiąc.',
    ],
  },
  {
    language: 'Czech',
    encodings: ['iso-8859-2', 'windows-1250'],
    sentences: [
      'Rada přístavu se sešla v pondělí v poledne, aby vyslechla lodivody, a většina členů zůstala až do večera.',
      'Zimní plavba bude o dvanáct zlatých dražší, řekla předsedkyně po dlouhé a bouřlivé debatě.',
      'Rybáři doufají, že nové zdymadlo bude dokončeno ještě před koncem léta.',
      'Nikdo nebyl zraněn, ale tři čluny u starého mola jsou těžce poškozené.',
      'Čekali jsme devět let, připomněl nejstarší z lodivodů, a ještě měsíc vydržíme.',
    ],
  },
  {
    language: 'Hungarian',
    encodings: ['iso-8859-2', 'windows-1250'],
    sentences: [
      'A kikötő tanácsa hétfőn délben ült össze, hogy meghallgassa a révkalauzokat, és a legtöbben estig maradtak.',
      'A téli átkelés tizenkét forinttal drágább lesz, közölte az elnökasszony a hosszú és heves vita után.',
      'A halászok azt remélik, hogy az új zsilip még a nyár vége előtt elkészül.',
      'Senki sem sérült meg, de a régi mólónál kikötött három hajó súlyosan megrongálódott.',
      'Kilenc évet vártunk erre, emlékeztetett a legidősebb révkalauz, és egy hónapot még kibírunk.',
    ],
  },
  {
    language: 'Russian',
    encodings: ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'],
    sentences: [
      'Совет порта собрался в понедельник в полдень, чтобы выслушать лоцманов, и почти все остались до вечера.',
      'Зимняя переправа подорожает на двенадцать флоринов, сообщила председатель после долгого и бурного спора.',
      'Рыбаки надеются, что новый шлюз будет готов ещё до конца лета.',
      'Никто не пострадал, однако три лодки у старого причала серьёзно повреждены.',
      'Мы ждали этого девять лет, напомнил старейший из лоцманов, подождём и ещё месяц.',
    ],
  },
  {
    language: 'Ukrainian',
    encodings: ['windows-1251', 'koi8-u'],
    sentences: [
      'Рада порту зібралася в понеділок опівдні, щоб вислухати лоцманів, і майже всі лишилися до вечора.',
      'Зимова переправа подорожчає на дванадцять флоринів, повідомила голова після довгої суперечки.',
      'Рибалки сподіваються, що новий шлюз буде готовий ще до кінця літа.',
      'Ніхто не постраждав, однак три човни біля старого причалу дуже пошкоджені.',
      'Ми чекали цього вже багато років, нагадав найстарший із лоцманів, зачекаємо ще місяць.',
    ],
  },
  {
    language: 'Greek',
    encodings: ['windows-1253', 'iso-8859-7'],
    sentences: [
      'Το συμβούλιο του λιμανιού συνεδρίασε τη Δευτέρα το μεσημέρι για να ακούσει τους πλοηγούς.',
      'Το χειμερινό πέρασμα θα ακριβύνει κατά δώδεκα φλορίνια, είπε η πρόεδρος μετά από μακρά συζήτηση.',
      'Οι ψαράδες ελπίζουν ότι η νέα δεξαμενή θα είναι έτοιμη πριν από το τέλος του καλοκαιριού.',
      'Κανείς δεν τραυματίστηκε, όμως τρεις βάρκες κοντά στην παλιά προβλήτα έπαθαν σοβαρές ζημιές.',
      'Περιμέναμε εννέα χρόνια, θύμισε ο γηραιότερος πλοηγός, και θα περιμένουμε ακόμη έναν μήνα.',
    ],
  },
  {
    language: 'Turkish',
    encodings: ['windows-1254'],
    sentences: [
      'Liman kurulu kılavuzları dinlemek için pazartesi günü öğle vakti toplandı ve üyelerin çoğu akşama kadar kaldı.',
      'Kış geçişi on iki florin daha pahalı olacak, dedi başkan uzun ve gergin bir tartışmanın ardından.',
      'Balıkçılar yeni havuzun yaz bitmeden önce tamamlanacağını umuyor.',
      'Kimse yaralanmadı, fakat eski iskelenin yanındaki üç tekne ağır hasar gördü.',
      'Dokuz yıl bekledik, diye hatırlattı en yaşlı kılavuz, bir ay daha bekleyebiliriz.',
    ],
  },
  {
    language: 'Hebrew',
    encodings: ['windows-1255'],
    sentences: [
      'מועצת הנמל התכנסה ביום שני בצהריים כדי לשמוע את הנתבים, ורוב החברים נשארו עד הערב.',
      'ההפלגה בחורף תתייקר בשנים עשר פלורינים, אמרה יושבת הראש אחרי דיון ארוך וסוער.',
      'הדייגים מקווים שהשער החדש יושלם עוד לפני סוף הקיץ.',
      'איש לא נפגע, אבל שלוש סירות ליד הרציף הישן ניזוקו קשות.',
      'חיכינו תשע שנים, הזכיר הוותיק שבנתבים, ונוכל לחכות עוד חודש אחד.',
    ],
  },
  {
    language: 'Arabic',
    encodings: ['windows-1256'],
    sentences: [
      'اجتمع مجلس الميناء ظهر يوم الاثنين للاستماع إلى المرشدين، وبقي معظم الأعضاء حتى المساء.',
      'ستصبح الرحلة في الشتاء أغلى مما كانت، كما قالت الرئيسة بعد نقاش طويل وحاد.',
      'يأمل الصيادون أن يكتمل بناء الهويس الجديد قبل نهاية الصيف.',
      'لم يصب أحد بأذى، لكن ثلاثة قوارب قرب الرصيف القديم تضررت كثيرا.',
      'انتظرنا تسع سنوات، قال أكبر المرشدين سنا، ويمكننا أن ننتظر شهرا آخر.',
    ],
  },
  {
    language: 'Lithuanian',
    encodings: ['windows-1257'],
    sentences: [
      'Uosto taryba susirinko pirmadienį vidurdienį, kad išklausytų locmanus, ir dauguma narių liko iki vakaro.',
      'Žiemos perkėla pabrangs dvylika florinų, po ilgų ir karštų ginčų pranešė pirmininkė.',
      'Žvejai tikisi, kad naujasis šliuzas bus baigtas dar prieš vasaros pabaigą.',
      'Niekas nebuvo sužeistas, tačiau trys valtys prie senosios prieplaukos smarkiai apgadintos.',
      'Laukėme devynerius metus, priminė vyriausias locmanas, galime palaukti dar mėnesį.',
    ],
  },
  {
    language: 'Thai',
    encodings: ['windows-874'],
    sentences: [
      'สภาท่าเรือประชุมกันในวันจันทร์ตอนเที่ยงเพื่อฟังความเห็นของคนนำร่อง และสมาชิกส่วนใหญ่อยู่จนถึงเย็น',
      'ค่าโดยสารในฤดูหนาวจะแพงขึ้น ประธานกล่าวหลังจากการอภิปรายที่ยาวนาน',
      'ชาวประมงหวังว่าประตูน้ำใหม่จะเสร็จก่อนสิ้นฤดูร้อน',
      'ไม่มีใครได้รับบาดเจ็บ แต่เรือสามลำใกล้ท่าเรือเก่าเสียหายอย่างหนัก',
    ],
  },
  {
    language: 'Japanese',
    encodings: ['shift_jis', 'euc-jp', 'iso-2022-jp'],
    sentences: [
      '港の評議会は月曜日の正午に開かれ、水先案内人の意見を聞いた。多くの議員は夕方まで残った。',
      '冬の渡し船の料金は値上げされる、と議長は長い議論のあとで発表した。',
      '漁師たちは、新しい水門が夏の終わりまでに完成することを望んでいる。',
      'けが人はいなかったが、古い桟橋の近くにあった三隻の船が大きな被害を受けた。',
      '「私たちは九年も待った」と最年長の案内人は語った。「あと一か月は待てる。」',
    ],
  },
  {
    language: 'Chinese, simplified',
    encodings: ['gb18030'],
    sentences: [
      '港口委员会星期一中午开会，听取引航员的意见，大多数委员一直留到傍晚。',
      '主席在长时间的讨论之后宣布，冬季的渡船票价将会上涨。',
      '渔民们希望新的水闸能在夏天结束以前完工。',
      '没有人受伤，但是停在旧码头附近的三艘船受到严重损坏。',
      '我们已经等了九年，年纪最大的引航员说，再等一个月也可以。',
    ],
  },
  {
    language: 'Chinese, traditional',
    encodings: ['big5'],
    sentences: [
      '港口委員會星期一中午開會，聽取引航員的意見，大多數委員一直留到傍晚。',
      '主席在長時間的討論之後宣布，冬季的渡船票價將會上漲。',
      '漁民們希望新的水閘能在夏天結束以前完工。',
      '沒有人受傷，但是停在舊碼頭附近的三艘船受到嚴重損壞。',
      '我們已經等了九年，年紀最大的引航員說，再等一個月也可以。',
    ],
  },
  {
    language: 'Korean',
    encodings: ['euc-kr'],
    sentences: [
      '항만 위원회는 도선사들의 의견을 듣기 위해 월요일 정오에 모였고 대부분의 위원이 저녁까지 남았다.',
      '겨울 뱃삯이 오를 것이라고 의장이 긴 토론 끝에 발표했다.',
      '어부들은 새 수문이 여름이 끝나기 전에 완성되기를 바라고 있다.',
      '다친 사람은 없었지만 오래된 부두 근처의 배 세 척이 크게 부서졌다.',
      '우리는 아홉 해를 기다렸다고 가장 나이 많은 도선사가 말했다.',
    ],
  },
];
