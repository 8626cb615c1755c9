/** Shortest stem that an ending leaves. */
const MIN_STEM = 3;
const VOWEL = /[aeiouy]/u;
const DOUBLED = /([bdfgmnprt])\1$/u;
/** Words that end like a plural and are none, or whose plural follows no rule. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['news', 'news'],
  ['crises', 'crisis'],
  ['children', 'child'],
  ['women', 'woman'],
  ['men', 'man'],
  ['thieves', 'thief'],
  ['wolves', 'wolf'],
  ['lives', 'life'],
  ['mice', 'mouse'],
  ['species', 'species'],
  ['series', 'series'],
  ['died', 'die'],
  ['dying', 'die'],
  ['lying', 'lie'],
]);
/** Plurals and verbal nouns with a sense of their own: shares are not what is shared, and boxing has no box. */
const OWN_SENSE: ReadonlySet<string> = new Set(
  'shares stocks bonds securities futures overs goods arms customs boxing rowing fencing curling diving drawing painting casting building meeting listing hearing bowling wedding evening wrestling'.split(
    ' ',
  ),
);
/** American and British spellings that become one. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^labour/u, 'labor'],
  [/^defence/u, 'defense'],
  [/^offence/u, 'offense'],
  [/^centre/u, 'center'],
  [/^theatre/u, 'theater'],
  [/^colour/u, 'color'],
  [/^harbour/u, 'harbor'],
  [/^neighbour/u, 'neighbor'],
  [/^favour/u, 'favor'],
  [/^honour/u, 'honor'],
  [/^programme/u, 'program'],
  [/^tumour/u, 'tumor'],
  [/^organis/u, 'organiz'],
  [/^aluminium/u, 'aluminum'],
  [/^paed/u, 'ped'],
  [/^palaeo/u, 'paleo'],
  [/^archaeo/u, 'archeo'],
  [/^leukaem/u, 'leukem'],
];
const SPELLED = new Set(SPELLINGS.map(([pattern]) => pattern.source.slice(1, 3)));

function unifySpelling(word: string): string {
  if (word.length < 5 || !SPELLED.has(word.slice(0, 2))) return word;
  const [pattern, other] = SPELLINGS.find(([candidate]) => candidate.test(word)) ?? [];
  return pattern === undefined ? word : word.replace(pattern, other ?? '');
}

function cutPlural(word: string): string {
  if (!word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is') || word.endsWith('ics'))
    return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:[sxz]|ch|sh)es$/u.test(word) && word.length > 4) return word.slice(0, -2);
  return word.length > MIN_STEM ? word.slice(0, -1) : word;
}

/** Consonant, vowel, consonant at the end: such a short stem has lost a silent `e` ("trad-ing"), or would lose its sense with it. */
const CLOSED = /^[^aeiouy]*[aeiouy][^aeiouwxy]$/u;

function cutVerbEnding(word: string): string {
  const length = word.endsWith('ing') ? 3 : word.endsWith('ed') ? 2 : 0;
  const stem = word.slice(0, word.length - length);
  if (length === 0 || stem.length < MIN_STEM || !VOWEL.test(stem)) return word;
  if (stem.length > MIN_STEM && DOUBLED.test(stem)) return stem.slice(0, -1);
  return CLOSED.test(stem) ? `${stem}e` : stem;
}

/**
 * The form under which the forms of an English word in lower case meet: without plural, `-ed`, `-ing` and a silent `e`. When a
 * silent `e` is put back and kept follows M. F. Porter, An algorithm for suffix stripping (1980), steps 1b and 5a.
 */
export function stemWord(word: string): string {
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  if (OWN_SENSE.has(word)) return word;
  const cut = cutVerbEnding(cutPlural(unifySpelling(word)));
  if (cut.length > MIN_STEM && cut.endsWith('e')) return CLOSED.test(cut.slice(0, -1)) ? cut : cut.slice(0, -1);
  return cut.length > MIN_STEM && cut.endsWith('y') ? `${cut.slice(0, -1)}i` : cut;
}
