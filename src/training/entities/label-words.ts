import { LABEL_COUNT, labelOf, labelType, OUTSIDE } from '../../moderation/annotate/entities/sequence/labels.ts';
import type { NameToken } from '../../moderation/annotate/entities/sequence/name-token.ts';
import { splitNameTokens, tailOf } from '../../moderation/annotate/entities/sequence/split-name-tokens.ts';
import { readSentences } from '../../moderation/annotate/tokens/read-sentences.ts';
import type { Sentence } from '../../moderation/annotate/tokens/sentence.ts';
import type { MarkedName, MarkedText } from './marked-text.ts';
import type { LabelledWords } from './training-sentence.ts';

const ONLY_OUTSIDE = 1 << OUTSIDE;
const ANY = (1 << LABEL_COUNT) - 1;
const MISC = Array.from({ length: LABEL_COUNT }, (_, label) => label)
  .filter((label) => labelType(label) === 'MISC')
  .reduce((bits, label) => bits | (1 << label), ONLY_OUTSIDE);
const UNMARKED = { nothing: ONLY_OUTSIDE, misc: MISC, anything: ANY } as const;

const CAPITAL = /^\p{Lu}|^\p{Ll}{1,3}\p{Lu}/u;
/** Small words inside of names. */
const LINKS: ReadonlySet<string> = new Set(
  'of for the and de la van von der den da do dos del di al el bin ibn du le des'.split(' '),
);

/** True when a name covers at least half of a word. */
function covers(name: MarkedName, word: NameToken): boolean {
  const shared = Math.min(name.end, word.end) - Math.max(name.start, word.start);
  return shared > 0 && shared * 2 >= word.end - word.start;
}

/** What a word outside of the marked names may be. */
function allowUnmarked(words: readonly NameToken[], at: number, unmarked: MarkedText['unmarked']): number {
  const isCapital = (row: number): boolean => CAPITAL.test(words[row]?.text ?? '');
  const isLink = LINKS.has(words[at]?.text ?? '') && isCapital(at - 1) && (isCapital(at + 1) || isCapital(at + 2));
  return isCapital(at) || isLink ? UNMARKED[unmarked] : ONLY_OUTSIDE;
}

function allowLabels(words: readonly NameToken[], names: readonly MarkedName[], unmarked: MarkedText['unmarked']): Int32Array {
  const owners = words.map((word) => names.find((name) => covers(name, word)));
  const allowed = Int32Array.from(words, (_, at) => allowUnmarked(words, at, unmarked));
  for (let from = 0; from < words.length; from++) {
    const name = owners[from];
    if (!name) continue;
    let to = from + 1;
    while (to < words.length && owners[to] === name) to++;
    // What is never read as a name, such as a handle, is not learned as one.
    const technical = words.slice(from, to).some((word) => word.technical);
    for (let at = from; at < to; at++)
      allowed[at] = technical || name.type === 'O' ? ONLY_OUTSIDE : 1 << labelOf(name.type, at - from, to - from);
    from = to - 1;
  }
  return allowed;
}

function readText(text: string): readonly Sentence[] {
  const block = { kind: 'paragraph', start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length } as const;
  return readSentences({ text, edits: [], blocks: [block], toSource: (span) => span }, text.length);
}

/** The words of each sentence of a text with the labels that they may have. */
export function labelWords({ text, names, unmarked }: MarkedText): readonly LabelledWords[] {
  return readText(text).map((sentence) => {
    const words = splitNameTokens(text, sentence);
    const inside = names.filter(({ start, end }) => start < sentence.end && end > sentence.start);
    return { words, tail: tailOf(text, sentence, words), allowed: allowLabels(words, inside, unmarked) };
  });
}
