const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** Words that sentences are drawn from, written for Copydesk. Sentences of them make grammar, not sense. */
export const SENTENCE_WORDS = {
  adjectives: words(`
    old new narrow wooden broken quiet eastern northern upper lower crowded empty flooded frozen rusty painted borrowed costly
    cheap distant famous forgotten local foreign hidden heavy light modern public private rural shallow deep steep slow swift
    temporary tidal vacant wild young elderly careful stubborn cheerful weary hopeful angry patient skilled former
    retired elected regional annual weekly early late second third winter summer spring autumn coastal inland
  `),
  nouns: words(`
    harbour council ferry pilot bridge school library market orchard mill quarry tunnel railway station theatre museum choir
    festival hospital clinic bakery brewery shipyard lighthouse observatory reservoir canal lock river valley meadow forest
    ridge island village district parish tower chapel square garden greenhouse workshop factory warehouse depot garage
    teacher engineer farmer fisherman carpenter baker nurse surveyor mayor clerk librarian captain driver gardener painter
    sculptor musician conductor athlete referee goalkeeper rower skater climber student apprentice tenant landlord visitor
    report plan budget contract permit survey map ballot petition lease grant loan tax fee subsidy timetable
    winch crane pump turbine boiler generator cable pipeline antenna sensor camera engine rudder anchor sail
  `),
  verbs: words(`
    inspected repaired rejected approved questioned postponed cancelled reopened closed measured painted described praised
    criticised ignored welcomed feared delayed replaced removed restored bought sold rented borrowed moved counted
    photographed recorded mentioned explained defended attacked tested examined surveyed visited left entered crossed
    followed guarded lifted lowered cleaned flooded damaged saved planned designed built finished abandoned
  `),
  prepositions: words(
    'near behind beside under above beyond across along through around before after without against inside outside',
  ),
  joints: words('because although while before after until unless since whereas though'),
  places: words(`
    Merrow Aldane Ternen Harnwick Quillby Ostrand Fennholm Brackley Corvane Dunmere Elstow Farrowby Gellan Hithmoor Ivenholt
    Jarrowick Kelmarsh Lindrath Morvale Nethercote Orrinsay Penhallow Quenby Rothmere Saltash Thornwick Ulverby Venmoor
  `),
  surnames: words(`
    Harnwick Weck Ternes Moe Quill Holm Brandis Calloway Dreng Eskil Farrant Gerow Hollis Ibsley Jarrold Kestrel Lomax Mirren
    Norden Oakes Pellow Quist Rasmund Stroud Tolland Underhay Varley Wendt Yarrow Zeller
  `),
  given: words('Odile Jorun Stig Odd Ada Ilse Bram Cora Dagny Ewan Freya Gunnar Hedda Ivo Jonas Kaja Leif Maren Nils Oda'),
} as const;

/** Sentences that any article may hold: chance, not copying. */
export const STOCK_SENTENCES: readonly string[] = [
  'The decision is expected to be made before the end of the month.',
  'Nobody was hurt, and the road was open again by the evening.',
  'The company did not answer a request for comment on Tuesday.',
  'More than half of those who were asked said that they agreed.',
  'It was not clear at first who would have to pay for the damage.',
  'The meeting is open to everyone, and starts at seven in the evening.',
  'A spokesman said that the matter was still being looked into.',
  'Work is to begin in the spring, if the weather allows it.',
  'The figures were published on Thursday by the national office.',
  'Similar plans had been turned down twice in the last ten years.',
];

/** Lines that sources put between paragraphs. */
export const INSERT_LINES: readonly string[] = [
  '★ {name} members sail for half the price all summer ★',
  '>>> Read {name} on your telephone, free for a month <<<',
  'Download the {name} app now and get 20% off your first year with the code {code}',
  'Subscribe to the {name} morning letter today and never miss a story',
  'This report was made with the help of the friends of {name}.',
  'Listen to {name} every weekday from six until nine.',
];

/** What a source says about itself below each of its articles. */
export const STANDING_PARAGRAPHS: readonly string[] = [
  '{name} has reported from the towns along the coast since its founding year, and belongs to nobody but those who read it; letters reach the editors at the old customs house.',
  'All articles of {name} are checked by two people before they appear, and mistakes are put right on the day on which they are found, at the same place and with a note.',
  'The reporters of {name} are paid by its readers, take no money for what they write, and say so where they have worked for somebody whom an article is about.',
];
