/** What is known of a name or word, as bits of a mask; a name may be of several classes. */
export const NAME_CLASS = {
  given: 1 << 0,
  surname: 1 << 1,
  /** A person's whole name. */
  person: 1 << 2,
  country: 1 << 3,
  /** States, provinces, and regions of the world. */
  region: 1 << 4,
  /** Capitals, and cities of at least 100,000. */
  city: 1 << 5,
  town: 1 << 6,
  /** Rivers, seas, mountains, islands, continents. */
  nature: 1 << 7,
  /** Buildings, roads, stadiums, airports. */
  facility: 1 << 8,
  /** Bodies of states and of the world, parties, armed groups, societies. */
  body: 1 << 9,
  company: 1 << 10,
  media: 1 << 11,
  /** Teams of sport. */
  club: 1 << 12,
  school: 1 << 13,
  /** Peoples, demonyms, languages, faiths. */
  people: 1 << 14,
  event: 1 << 15,
  /** Works, products, prizes, laws, treaties. */
  work: 1 << 16,
  /** Months and days: never names. */
  calendar: 1 << 17,
  /** Titles and roles that stand beside a person's name. */
  role: 1 << 18,
  personNoun: 1 << 19,
  groupNoun: 1 << 20,
  placeNoun: 1 << 21,
  thingNoun: 1 << 22,
  actNoun: 1 << 23,
  timeNoun: 1 << 24,
  otherNoun: 1 << 25,
  verb: 1 << 26,
  /** Adjective or adverb. */
  modifier: 1 << 27,
  /** Also an English word that is written without a capital: as a name it is ambiguous. */
  ordinary: 1 << 28,
  /** Some longer name begins with these words; alone it may be nothing. */
  begins: 1 << 29,
} as const;

/** A class of names or words. */
export type NameClass = keyof typeof NAME_CLASS;
