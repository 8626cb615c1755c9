import type { Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { ABOUT_CODE_LISTS } from './leftover/about-code-lists.ts';
import { ENTITY_NAMES } from './leftover/entity-names.ts';
import { isAboutCode } from './leftover/is-about-code.ts';

/**
 * An entity, its ampersand written as an entity up to four times over; two halves of a character by number; signs that lost
 * their semicolon where nothing of a word or an address follows; a space that lost its marks.
 */
const ENTITY =
  /&#(?:5[5-6]\d{3});&#(?:5[6-7]\d{3});|&(?:amp;?){0,4}(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}\d{0,2}));|&(?:amp;?){0,4}#(\d{2,5})(?![\d;])|&(?:amp;?){0,4}(nbsp|quot|apos|[lr][sd]quo|[nm]dash|hellip|amp|lt|gt)(?![A-Za-z0-9;=])|(?<![&;\w])(?:amp;)?nbsp;/gu;
const HALVES = /^&#(\d{5});&#(\d{5});$/u;
const LAST_CODE_POINT = 0x10ffff;
/** Characters 128 to 159 of Windows-1252, which pages give by number though they are no characters of Unicode. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Numbers of signs that lose their semicolon; others below these may count something. */
const FIRST_UNCOUNTED = 128;
const OFTEN_CUT: ReadonlySet<number> = new Set([34, 38, 39, 60, 62]);
/** Scripts and pictures in which a joiner or a mark of direction may be needed: the character itself takes its place. */
const NEEDS_JOINERS = /[\u0590-\u109f\u1780-\u18af]|\p{Extended_Pictographic}/u;
const JOINERS: ReadonlyMap<string, string> = new Map([
  ['zwnj', '\u200c'],
  ['zwj', '\u200d'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
]);
const INVISIBLE = /^[\p{Cc}\p{Cf}\u{2028}\u{2029}]$/u;

interface Entity extends Span {
  readonly replacement: string;
}

function readNumber(code: number): string | undefined {
  if (code > LAST_CODE_POINT || (code >= 0xd800 && code <= 0xdfff) || code === 0) return undefined;
  if (code === 9 || code === 10 || code === 13 || code === 0xa0) return ' ';
  const character = code >= 0x80 && code <= 0x9f ? WINDOWS.charAt(code - 0x80) : String.fromCodePoint(code);
  return INVISIBLE.test(character) ? '' : character;
}

/** Two numbers that are the halves of one character in UTF-16, as old programs write emoji. */
function readHalves(text: string): string | undefined {
  const [, high, low] = HALVES.exec(text) ?? [];
  const pair = String.fromCharCode(Number(high), Number(low));
  return (pair.codePointAt(0) ?? 0) > 0xffff ? pair : undefined;
}

function readCut(digits: string): string | undefined {
  const code = Number.parseInt(digits, 10);
  return code >= FIRST_UNCOUNTED || OFTEN_CUT.has(code) ? readNumber(code) : undefined;
}

function decode([text, decimal, hexadecimal, name, cut, cutName]: RegExpExecArray): string | undefined {
  if (decimal !== undefined) return readNumber(Number.parseInt(decimal, 10));
  if (hexadecimal !== undefined) return readNumber(Number.parseInt(hexadecimal, 16));
  if (cut !== undefined) return readCut(cut);
  const known = name ?? cutName;
  if (known !== undefined) return ENTITY_NAMES.get(known);
  return HALVES.test(text) ? readHalves(text) : ' ';
}

/** A joiner stays one beside letters that may need it; whether they do is judged where all such characters are. */
function keepJoiner(block: string, start: number, end: number, name: string | undefined): string | undefined {
  const joiner = JOINERS.get(name ?? '');
  const near = block.slice(Math.max(0, start - 2), start) + block.slice(end, end + 2);
  return joiner !== undefined && NEEDS_JOINERS.test(near) ? joiner : undefined;
}

function findEntities(block: DocumentBlock): readonly Entity[] {
  const { text: whole } = block;
  // One character is found much faster than several: most blocks have neither of the two.
  if (!whole.includes('&') && !(whole.includes(';') && whole.includes('nbsp;'))) return [];
  return Array.from(whole.matchAll(ENTITY)).flatMap((match) => {
    const { index, 0: text, 3: name } = match;
    const replacement = keepJoiner(whole, index, index + text.length, name) ?? decode(match);
    const start = block.start + index;
    return replacement === undefined ? [] : [{ start, end: start + text.length, replacement }];
  });
}

/** True when neither the entities nor what stands between them is a letter or a digit. */
function isNothingElse(block: DocumentBlock, entities: readonly Entity[]): boolean {
  if (entities.some(({ replacement }) => /[\p{L}\p{N}]/u.test(replacement))) return false;
  return !/[\p{L}\p{N}]/u.test(block.text.replace(ENTITY, ''));
}

function toLine(block: DocumentBlock, entities: readonly Entity[]): Detection {
  return {
    kind: 'leftover',
    rule: 'leftover.entities-line@1',
    start: block.start,
    end: block.end,
    confidence: 0.95,
    action: 'removed',
    message: 'remains of entities',
    evidence: { entities: entities.length },
  };
}

function toRepair(document: Document, { start, end, replacement }: Entity): Detection {
  return {
    kind: 'leftover',
    rule: 'leftover.entity@1',
    start,
    end,
    confidence: 0.95,
    action: 'repaired',
    message: 'an entity that was not decoded',
    evidence: { entity: document.text.slice(start, end), decoded: replacement },
    replacement,
  };
}

/**
 * Entities of HTML that were not decoded, also those encoded twice: a line of nothing else is removed, in running text the
 * character that was meant takes their place. An article about code keeps them.
 */
export const entityDebris: Detector = {
  name: 'entity-debris',
  ownPoints: ['leftover.entity'],
  thresholds: [],
  lists: ABOUT_CODE_LISTS,
  detect(document, context) {
    const found = document.blocks
      .filter(({ role }) => role !== 'code')
      .map((block) => ({ block, entities: findEntities(block) }))
      .filter(({ entities }) => entities.length > 0);
    const all = found.flatMap(({ entities }) => entities);
    if (all.length === 0 || isAboutCode(document, all, context)) return [];
    return found.flatMap(({ block, entities }) => {
      const isLine = block.role !== 'title' && isNothingElse(block, entities);
      if (!isLine) return entities.map((entity) => toRepair(document, entity));
      return document.blocks[block.index - 1]?.text.endsWith(':') ? [] : [toLine(block, entities)];
    });
  },
};
