/** Plain words in no particular order: no name, no phrase of a rule, nothing that a page says. Their number is a prime. */
const WORDS = (
  'river stone winter garden letter bridge candle market window silver mountain teacher forest blanket corner harvest ' +
  'morning shadow copper whistle ladder meadow barrel needle thunder pocket saddle timber orchard pebble lantern feather ' +
  'kettle marble canvas ribbon hammer basket willow anchor button chimney dragon engine fabric gravel hollow island jacket ' +
  'kitchen lemon mirror nettle onion parrot quarry rabbit sailor tunnel umbrella valley wagon yellow acorn bucket cotton ' +
  'dinner elbow fiddle goblin helmet insect jungle kitten locket magnet nephew otter pillow quiver rocket summit turnip ' +
  'uncle velvet walnut yogurt attic bottle castle donkey errand falcon gallop hunger invite juggle knuckle linen mitten ' +
  'napkin oyster pepper quilt rattle spider tailor urchin vessel wicker apron badger carrot drizzle embers ferret ginger ' +
  'hazel icicle jewel kernel lizard muffin nugget outfit puddle raisin scarlet tractor'
).split(' ');

/** Words apart in which a series walks through the list, so that no two series share three words in a row. */
const STRIDES: Readonly<Record<string, number>> = { a: 7, b: 11, c: 13, d: 17, e: 19 };
const FRESH_STRIDE = 1;

const MACRO = /\[\[(\d+) (?:letters|words(?: of ([a-e])(?: from (\d+))?)?|lines of (\d+) words)\]\]/gu;

/** `count` words of a series, from its word number `from` (0 is the first). */
function takeWords(stride: number, from: number, count: number): string {
  return Array.from({ length: count }, (_, at) => WORDS[((from + at) * stride) % WORDS.length]).join(' ');
}

/**
 * Writes out what stands in double brackets:
 * `[[8 words]]` eight words that the case has not had yet; `[[8 words of a]]` the first eight of series a (a to e), the
 * same each time; `[[8 words of a from 3]]` without the first three; `[[30 lines of 8 words]]` paragraphs of fresh words;
 * `[[60 letters]]` fresh words of so many letters in all, the last one cut.
 */
export function expandWords(text: string): string {
  let next = 0;
  const fresh = (count: number): string => {
    next += count;
    return takeWords(FRESH_STRIDE, next - count, count);
  };
  const freshLetters = (count: number): string => {
    const word = fresh(1);
    return word.length >= count ? word.slice(0, count) : `${word} ${freshLetters(count - word.length)}`;
  };
  return text.replace(MACRO, (macro: string, number: string, series?: string, from?: string, words?: string) => {
    const count = Number(number);
    if (macro.endsWith(' letters]]')) return freshLetters(count);
    if (words !== undefined) return Array.from({ length: count }, () => fresh(Number(words))).join('\n\n');
    return series === undefined ? fresh(count) : takeWords(STRIDES[series] ?? 1, Number(from ?? 0), count);
  });
}
