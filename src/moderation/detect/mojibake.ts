import type { Detector } from '../model/detector.ts';
import type { DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { createNote } from '../text/create-note.ts';
import { cutExcerpt } from '../text/cut-excerpt.ts';
import { type Repair, repairText } from './mojibake/repair-text.ts';
import { showsDamage } from './mojibake/shows-damage.ts';

/** UTF-16 code units of the excerpts before and after. */
const EXCERPT = 60;
/** Confidence of a repair that just pays, and how many points of oddity bring it half of the way to certainty. */
const LEAST_CONFIDENCE = 0.85;
const HALF_SURE = 40;
/** A text about encodings may be damaged itself. */
const SHOWN_CONFIDENCE = 0.7;

function hasBeyondAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return true;
  return false;
}

function toConfidence(gain: number): number {
  const confidence = 1 - ((1 - LEAST_CONFIDENCE) * HALF_SURE) / (HALF_SURE + gain);
  return Math.round(confidence * 1000) / 1000;
}

function toRepaired(block: DocumentBlock, repair: Repair, start: number, end: number): Detection {
  const edits = repair.edits.map((edit) => ({ ...edit, start: block.start + edit.start, end: block.start + edit.end }));
  const after = repair.text.slice(start, repair.text.length - (block.text.length - end));
  return {
    kind: 'encoding',
    rule: 'encoding.mojibake@1',
    start: block.start + start,
    end: block.start + end,
    confidence: toConfidence(repair.gain),
    action: 'repaired',
    message: 'text that was decoded wrongly',
    evidence: {
      decoded: repair.steps,
      before: cutExcerpt(block.text.slice(start, end), EXCERPT),
      after: cutExcerpt(after, EXCERPT),
      places: edits.length,
    },
    edits,
  };
}

function toShown(block: DocumentBlock, start: number, end: number): Detection {
  return {
    kind: 'encoding',
    rule: 'encoding.shown@1',
    start: block.start + start,
    end: block.start + end,
    confidence: SHOWN_CONFIDENCE,
    action: 'flagged',
    message: 'text that was decoded wrongly and seems to be shown on purpose',
    evidence: { text: cutExcerpt(block.text.slice(start, end), EXCERPT) },
  };
}

function toGarbled(block: DocumentBlock): Detection {
  return {
    kind: 'encoding',
    rule: 'encoding.garbled@1',
    start: block.start,
    end: block.end,
    confidence: 0.8,
    action: 'flagged',
    message: 'text that was decoded wrongly, with too much lost to repair it',
    evidence: { text: cutExcerpt(block.text, EXCERPT) },
  };
}

const repairBlock = createNote(({ text }) => (hasBeyondAscii(text) ? repairText(text) : undefined));

function detectBlock(block: DocumentBlock): readonly Detection[] {
  const repair = repairBlock(block);
  if (!repair) return [];
  const first = repair.edits[0];
  const last = repair.edits.at(-1);
  if (first && last && showsDamage(block.text, repair)) return [toShown(block, first.start, last.end)];
  const repaired = first && last ? [toRepaired(block, repair, first.start, last.end)] : [];
  return repair.isHopeless ? [...repaired, toGarbled(block)] : repaired;
}

/**
 * Mojibake: UTF-8 that was read as a single-byte encoding, once or several times over, and bytes of Windows-1252 that were
 * read as ISO-8859-1. Each paragraph is judged by itself, so that one damaged paragraph costs the others nothing. Only the
 * encoding is repaired: quotation marks, widths and white space stay as they are. A paragraph that shows mojibake to speak of it
 * is flagged and left.
 */
export const mojibake: Detector = {
  name: 'mojibake',
  ownPoints: ['encoding.garbled'],
  thresholds: [],
  lists: [],
  detect(document) {
    return document.blocks.flatMap((block) => (block.role === 'code' ? [] : detectBlock(block)));
  },
};
