import type { Detector, DetectorRule } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection, Evidence } from '../model/finding.ts';
import { createNote } from '../text/create-note.ts';
import { cutExcerpt } from '../text/cut-excerpt.ts';
import { countCodePoints } from './hidden/count-code-points.ts';
import { decodeHidden } from './hidden/decode-hidden.ts';
import type { Invisible } from './hidden/invisible.ts';
import { BIDI } from './hidden/invisible-class.ts';
import { isRightToLeft } from './hidden/is-right-to-left.ts';
import { isOverride } from './hidden/pair-bidi.ts';
import { readInvisibles } from './hidden/read-invisibles.ts';
import { type HiddenLimits, type HiddenRule, sortRemoved } from './hidden/sort-removed.ts';
import { toEdits } from './hidden/to-edits.ts';

/** UTF-16 code units of a text that an override turns round, as far as evidence shows it. */
const MAX_SHOWN = 80;

const RULES: Readonly<Record<HiddenRule, DetectorRule>> = {
  override: { id: 'hidden.override@1', kind: 'hidden_text', message: 'a control that turns round what readers see' },
  smuggled: { id: 'hidden.smuggled-text@1', kind: 'hidden_text', message: 'a text written in characters that nobody sees' },
  'zero-width': { id: 'hidden.zero-width@1', kind: 'hidden_text', message: 'characters without width inside words or in a row' },
  direction: {
    id: 'hidden.direction@1',
    kind: 'hidden_text',
    message: 'controls that make a line of other letters run to the left',
  },
  stray: { id: 'leftover.stray-invisible@1', kind: 'leftover', message: 'invisible characters that nothing needs' },
  'soft-hyphen': { id: 'leftover.soft-hyphen@1', kind: 'leftover', message: 'places where a word may be divided' },
  control: { id: 'encoding.control-character@1', kind: 'encoding', message: 'control characters' },
};

/** The text from the first override to what ends it, and as readers see it. */
function describeOverride(block: DocumentBlock, items: readonly Invisible[]): Evidence {
  const first = items.find(({ code }) => isOverride(code));
  const after = items.find(({ start }) => first !== undefined && start > first.start);
  if (!first) return {};
  const text = cutExcerpt(block.text.slice(first.end, after?.start ?? block.text.length), MAX_SHOWN);
  return first.code === 0x202e ? { text, shown: Array.from(text).reverse().join('') } : { text };
}

function describe(rule: HiddenRule, block: DocumentBlock, items: readonly Invisible[]): Evidence {
  const codes = items.map(({ code }) => code);
  const counted = { characters: items.length, code_points: countCodePoints(codes) };
  if (rule === 'smuggled') return { ...counted, hidden: decodeHidden(codes) };
  return rule === 'override' ? { ...counted, ...describeOverride(block, items) } : counted;
}

function toDetection(rule: HiddenRule, block: DocumentBlock, items: readonly Invisible[]): Detection {
  const { id, kind, message } = RULES[rule];
  const start = block.start + (items[0]?.start ?? 0);
  const end = block.start + (items.at(-1)?.end ?? 0);
  const evidence = describe(rule, block, items);
  const edits = toEdits(items, block.start);
  return { kind, rule: id, start, end, confidence: 0.95, action: 'repaired', message, evidence, edits };
}

function detectIn(block: DocumentBlock, found: readonly Invisible[], limits: HiddenLimits): readonly Detection[] {
  const removed = found.filter(({ isKept }) => !isKept);
  return Array.from(sortRemoved(removed, limits), ([rule, items]) => toDetection(rule, block, items));
}

const readPlain = createNote(({ text }) => readInvisibles(text, false));

/** Blocks with their invisible characters. Only where bidirectional controls stand it matters how the article is written. */
function readBlocks(document: Document): readonly (readonly [DocumentBlock, readonly Invisible[]])[] {
  const read = document.blocks.map((block) => [block, readPlain(block)] as const);
  const found = read.filter(([, invisibles]) => invisibles.length > 0);
  const hasBidi = found.some(([, invisibles]) => invisibles.some(({ kind }) => kind === BIDI));
  if (!hasBidi || !isRightToLeft(document.text)) return found;
  return found.map(([block]) => [block, readInvisibles(block.text, true)] as const);
}

/**
 * Characters that nobody sees, by context: joiners stay where a script or an emoji needs them, marks of direction beside
 * right-to-left letters, spaces without width where words have no other. All others are taken out, each place an edit.
 * What hides or turns round a text is `hidden_text`; what editors and word processors leave behind is not.
 */
export const hiddenCharacters: Detector = {
  name: 'hidden-characters',
  ownPoints: ['leftover.stray-invisible', 'leftover.soft-hyphen'],
  thresholds: ['hidden.run', 'hidden.strewn'],
  lists: [],
  rules: Object.values(RULES),
  detect(document, { threshold }) {
    const limits = { run: threshold('hidden.run'), strewn: threshold('hidden.strewn') };
    return readBlocks(document).flatMap(([block, found]) => detectIn(block, found, limits));
  },
};
