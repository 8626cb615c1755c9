import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { compileFamilies } from './assistant/compile-families.ts';
import { FAMILIES } from './assistant/families.ts';
import { findPlaces, type Place } from './assistant/find-places.ts';
import { isAboutAssistants } from './assistant/is-about-assistants.ts';

/** Words: what a machine says about itself in one line is no longer; a longer sentence may say something else too. */
const MAX_LINE_WORDS = 30;
/** Blocks from the start and from the end of an article where a machine's own words stand. */
const EDGE = 3;
const OPENING_QUOTES = /["“„«‹»]/u;
/** UTF-16 code units before a phrase that are searched for its quotation mark. */
const MAX_LEAD = 400;

/** What stands in quotation marks is told by somebody. */
function isQuoted({ text }: Document, { sentence, matched, block }: Place): boolean {
  if (block.role === 'quote') return true;
  const lead = text.slice(Math.max(sentence.start, matched.start - MAX_LEAD), matched.start);
  return OPENING_QUOTES.test(lead) || OPENING_QUOTES.test(text.charAt(block.start));
}

type Action = 'removed' | 'flagged' | undefined;

const isAtEdge = ({ block }: Place, blocks: number): boolean => block.index < EDGE || block.index > blocks - EDGE;

/** "Sure! Here is the summary." People say it too: it counts at the edges, and wholly when it names a text. */
function decideAnnouncement(place: Place, blocks: number): Action {
  const { isAlone, namesText, isMarked, block } = place;
  const isLine = isAlone && block.words <= MAX_LINE_WORDS;
  if (!namesText) return isLine && isMarked && isAtEdge(place, blocks) ? 'flagged' : undefined;
  if (!isMarked && !isAtEdge(place, blocks)) return undefined;
  return isLine && isMarked && isAtEdge(place, blocks) && block.role !== 'title' ? 'removed' : 'flagged';
}

function decide(place: Place, isSubject: boolean, blocks: number): Action {
  const { block, family, isAlone } = place;
  const isLine = isAlone && block.words <= MAX_LINE_WORDS;
  if (family.place === 'assent' && !isSubject) return decideAnnouncement(place, blocks);
  if (isSubject) return isLine && isAtEdge(place, blocks) && family.alone === 'removed' ? 'flagged' : undefined;
  if (isLine || family.place === 'block') return block.role === 'title' ? 'flagged' : family.alone;
  return family.among ? 'flagged' : undefined;
}

function toDetection(document: Document, place: Place, action: 'removed' | 'flagged'): Detection {
  const { family, matched, sentence, block } = place;
  const { start, end } = action === 'removed' ? block : sentence;
  return {
    kind: 'leftover',
    rule: `leftover.assistant-${family.name}@1`,
    start,
    end,
    confidence: 0.93,
    action,
    message: family.message,
    evidence: { matched: document.text.slice(matched.start, matched.end), zone: block.zone },
  };
}

function detectPlaces(document: Document, context: DetectionContext): readonly Detection[] {
  const rules = compileFamilies(context.ruleset);
  const places = document.blocks
    .filter(({ role }) => role !== 'code')
    .flatMap((block) => findPlaces(document, block, rules))
    .filter((place) => !isQuoted(document, place));
  if (places.length === 0) return [];
  const isSubject = isAboutAssistants(
    document,
    places.map(({ sentence }) => sentence),
    rules.subjects,
  );
  return places.flatMap((place) => {
    const action = decide(place, isSubject, document.blocks.length);
    return action === undefined ? [] : [toDetection(document, place, action)];
  });
}

/**
 * What a language model says beside the text that was asked of it: that it is one, that here is the text, that it could do
 * more, and the buttons around it. As a line of its own it is removed, among other sentences flagged. What is quoted stays,
 * and so does everything in an article about such programs.
 */
export const assistantPhrase: Detector = {
  name: 'assistant-phrase',
  thresholds: [],
  lists: [
    ...FAMILIES.map(({ list }) => `leftover.assistant_${list}`),
    'leftover.assistant_subjects',
    'leftover.assistant_openers',
    'leftover.assistant_texts',
  ],
  detect: detectPlaces,
};
