import neverNames from '../../../../models/never-names.json' with { type: 'json' };

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const MIN_STEM = 3;
const STOP: ReadonlySet<string> = new Set([
  ...neverNames.functionWords.map((word) => word.toLowerCase()),
  ...neverNames.calendar.map((word) => word.toLowerCase()),
]);
/** Endings taken off, the longest first, with what stands in their place. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['isations', ''],
  ['izations', ''],
  ['isation', ''],
  ['ization', ''],
  ['ements', ''],
  ['ations', 'at'],
  ['ement', ''],
  ['ation', 'at'],
  ['ments', ''],
  ['ities', ''],
  ['ical', ''],
  ['ment', ''],
  ['ness', ''],
  ['ings', ''],
  ['ists', ''],
  ['isms', ''],
  ['ions', ''],
  ['ance', ''],
  ['ence', ''],
  ['ies', 'y'],
  ['ing', ''],
  ['ist', ''],
  ['ism', ''],
  ['ion', ''],
  ['ity', ''],
  ['ive', ''],
  ['ous', ''],
  ['ers', ''],
  ['ed', ''],
  ['er', ''],
  ['ic', ''],
  ['al', ''],
  ['ly', ''],
  ['es', ''],
  ['s', ''],
  ['e', ''],
];

/** A light stem of a lower-case English word: one ending off, what stays has three letters at least. */
function stem(word: string): string {
  const ending = ENDINGS.find(([end]) => word.length - end.length >= MIN_STEM && word.endsWith(end));
  const cut = ending ? word.slice(0, -ending[0].length) + ending[1] : word;
  return cut.endsWith('y') && cut.length > MIN_STEM ? `${cut.slice(0, -1)}i` : cut;
}

/** Stems of the words of a text in order, without function words and names of days and months. Linear. */
export function stemWords(text: string): readonly string[] {
  const words = text.toLowerCase().match(WORD) ?? [];
  return words.filter((word) => word.length >= MIN_STEM && word.length < 40 && !STOP.has(word)).map(stem);
}
