/** Words in lower case inside the names of people, papers and agencies. */
const SMALL = new Set(
  'and und et y e & for für pour of the in on at via von van der den die das de del della di da do dos du des la le les el al ter zu zum av af / | – — - © courtesy privat private handout file archivo archiv zvg'.split(
    ' ',
  ),
);

/** News agencies, whose names stand alone or in lower case. */
const AGENCIES = new Set(
  'ap afp dpa epa efe ansa reuters upi pti ani ians tass xinhua kna epd sid apa ots pap aap anp belga lusa kyodo yonhap bloomberg nan pa ritzau ntb tt stt cna'.split(
    ' ',
  ),
);

/** Words; more is no name. */
const MAX_WORDS = 12;

function bare(word: string): string {
  return word.replace(/^[("“[]{1,2}|[)"”\].,;]{1,3}$/gu, '');
}

/** True for the name of a news agency. */
export function isAgency(text: string): boolean {
  return AGENCIES.has(text.toLowerCase());
}

/** True when a short text is nothing but names: capitalised words, agencies, small words between, a year. */
export function isName(text: string): boolean {
  const words = text
    .slice(0, 200)
    .trim()
    .split(/[\s/|]+/u)
    .map(bare)
    .filter((word) => word.length > 0);
  if (words.length === 0 || words.length > MAX_WORDS || text.length > 200) return false;
  const isNamed = (word: string): boolean =>
    /^[@©]?\p{Ll}?\p{Lu}/u.test(word) || isAgency(word) || /^\p{L}[\p{L}\d-]{0,60}\.\p{L}{2,12}$/u.test(word);
  return words.some(isNamed) && words.every((word) => isNamed(word) || SMALL.has(word) || /^\d{4}$/u.test(word));
}
