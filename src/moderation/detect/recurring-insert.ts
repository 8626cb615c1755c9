import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { TOKEN_WORD } from '../model/token-table.ts';
import { createNote } from '../text/create-note.ts';
import { findRefrains } from '../text/find-refrains.ts';
import { hashBlock } from '../text/hash-block.ts';
import { sequenceHash } from '../text/shingle-hashes.ts';
import { isAlienAdvert } from './insert/is-alien-advert.ts';
import { isFramed } from './insert/is-framed.ts';
import { PROMO_FAMILIES } from './promo/promo-families.ts';

/** Several pictures of one agency have the same credit. */
const NO_INSERTS: ReadonlySet<string> = new Set(['title', 'slug', 'caption']);

/** Copies that a finding names; all of them for each of them would not be linear. */
const MAX_RELATED = 20;

type Judgement = 'framed' | 'alien-advert' | 'plain';

const MESSAGES: Readonly<Record<Judgement, string>> = {
  framed: 'a line framed by symbols that returns between paragraphs',
  'alien-advert': 'a line with the phrases of an advert and none of the words of the article, which returns between paragraphs',
  plain: 'a short line that returns between paragraphs',
};
const RULES: Readonly<Record<Judgement, string>> = {
  framed: 'insert.framed-recurring@2',
  'alien-advert': 'insert.alien-recurring@1',
  plain: 'insert.recurring@1',
};

const hasFrame = createNote(({ text, words }) => isFramed(text, words));

/** Words of a framed line without numbers: the advert changes its figures from copy to copy. */
function hashWords(document: Document, block: DocumentBlock, framed: boolean): number {
  if (!framed) return hashBlock(document, block);
  const { kinds, hashes } = document.tokens;
  const words: number[] = [];
  for (let row = block.tokenStart; row < block.tokenEnd; row++) if (kinds[row] === TOKEN_WORD) words.push(hashes[row] ?? 0);
  return sequenceHash(words, 0, words.length);
}

function groupByWords(document: Document, maxWords: number): readonly (readonly DocumentBlock[])[] {
  const groups = new Map<number, DocumentBlock[]>();
  for (const block of document.blocks) {
    if (block.words === 0 || block.words > maxWords || NO_INSERTS.has(block.role)) continue;
    const framed = hasFrame(block);
    // The hash has 32 bits and no sign; framed lines have a bit of their own above.
    const key = hashWords(document, block, framed) + (framed ? 2 ** 32 : 0);
    const group = groups.get(key);
    if (group) group.push(block);
    else groups.set(key, [block]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** True when no two copies stand next to each other: inserts come between paragraphs, lists repeat in a row. */
function isScattered(group: readonly DocumentBlock[]): boolean {
  return group.every((block, index) => index === 0 || block.index - (group[index - 1]?.index ?? 0) > 1);
}

function toDetection(block: DocumentBlock, group: readonly DocumentBlock[], judgement: Judgement): Detection {
  const others = group.slice(0, MAX_RELATED + 1).filter((other) => other !== block);
  return {
    kind: 'spam_insert',
    rule: RULES[judgement],
    start: block.start,
    end: block.end,
    confidence: judgement === 'plain' ? 0.6 : 0.95,
    action: judgement === 'plain' ? 'flagged' : 'removed',
    message: MESSAGES[judgement],
    evidence: { copies: group.length, words: block.words, framed: judgement === 'framed' },
    relatedSpans: others.slice(0, MAX_RELATED).map(({ start, end }) => ({ start, end })),
  };
}

function judge(document: Document, group: readonly DocumentBlock[], context: DetectionContext): Judgement | undefined {
  const enough = (name: string): boolean => group.length >= context.threshold(name);
  if (!isScattered(group)) return undefined;
  if (group.every((block) => hasFrame(block))) return enough('insert.min_framed_copies') ? 'framed' : undefined;
  if (group.some(findRefrains(document).isRefrain)) return undefined;
  if (enough('insert.min_alien_copies') && isAlienAdvert(document, group, context)) return 'alien-advert';
  return enough('insert.min_plain_copies') ? 'plain' : undefined;
}

/** Short lines that return between paragraphs: an advert that was injected, whatever it says. */
export const recurringInsert: Detector = {
  name: 'recurring-insert',
  thresholds: [
    'insert.max_words',
    'insert.min_framed_copies',
    'insert.min_plain_copies',
    'insert.min_alien_copies',
    'insert.min_alien_points',
    ...PROMO_FAMILIES.map((name) => `promo.points.${name}`),
  ],
  lists: PROMO_FAMILIES.map((name) => `promo.${name}`),
  detect(document, context) {
    return groupByWords(document, context.threshold('insert.max_words')).flatMap((group) => {
      const judgement = judge(document, group, context);
      return judgement ? group.map((block) => toDetection(block, group, judgement)) : [];
    });
  },
};
