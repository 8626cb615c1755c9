import type { Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { createNote } from '../text/create-note.ts';
import { ABOUT_CODE_LISTS } from './leftover/about-code-lists.ts';
import { INLINE_FORMS, INLINE_OPENING, INLINE_VALUES, type InlineForm } from './leftover/inline-forms.ts';
import { isAboutCode } from './leftover/is-about-code.ts';

/** UTF-16 code units: a line of nothing but remnants is no longer. */
const MAX_LINE = 3000;
const MAX_EXCERPT = 60;
/** A look for one character is cheap: most blocks have none of these. */
const OPENING_MARK = /[{[<%*#@]/u;
const ADDRESS = /https?:\/\/[^\s[\]<>]{1,300}/gu;
const ENTITY = /&[#\w]{2,8};/gu;
/** One of these stands in each value. Short strings with a rare letter in front are found fastest. */
const VALUE_PARTS = ['NaN', 'Inval', 'undef', 'null'];
const VALUES: InlineForm = { name: 'value', message: 'a value of a program that has none', shows: INLINE_VALUES };

/** Tags that open and close a part of a template. */
const OPENING_TAG = /^(?:\{%-? ?(?:if|for|block|macro|with)\b|\{\{#|<% ?(?:if|for)\b)/u;
const CLOSING_TAG = /^(?:\{%-? ?end|\{\{\/|<% ?(?:end|\}))/u;

interface Remnant extends Span {
  readonly form: InlineForm;
}

function findForm(text: string, form: InlineForm): readonly Remnant[] {
  return Array.from(text.matchAll(form.shows))
    .filter(([found]) => form.needs?.test(found) !== false && form.except?.test(found) !== true)
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length, form }));
}

/** The remnants in a block, their places counted from its start. */
const readRemnants = createNote(({ text }): readonly Remnant[] => {
  const forms = [
    ...(OPENING_MARK.test(text) && INLINE_OPENING.test(text) ? INLINE_FORMS : []),
    ...(VALUE_PARTS.some((part) => text.includes(part)) ? [VALUES] : []),
  ];
  if (forms.length === 0) return [];
  const remnants = forms.flatMap((form) => findForm(text, form)).sort((a, b) => a.start - b.start || b.end - a.end);
  let covered = 0;
  return remnants.filter(({ start, end }) => {
    if (start < covered) return false;
    covered = end;
    return true;
  });
});

function findRemnants(block: DocumentBlock): readonly Remnant[] {
  const remnants = block.role === 'code' ? [] : readRemnants(block);
  if (remnants.length === 0) return remnants;
  return remnants.map(({ start, end, form }) => ({ start: block.start + start, end: block.start + end, form }));
}

/** True when nothing is said in the block beside its remnants; addresses between them, entities and marks say nothing. */
function isNothingElse(block: DocumentBlock, remnants: readonly Remnant[]): boolean {
  if (block.text.length > MAX_LINE) return false;
  const rest: string[] = [];
  let from = block.start;
  for (const { start, end } of remnants) {
    if (start > from) rest.push(block.text.slice(from - block.start, start - block.start));
    from = Math.max(from, end);
  }
  const left = [...rest, block.text.slice(from - block.start)].join(' ').replace(ENTITY, '');
  const isEmbed = remnants.some(({ form }) => form.name === 'shortcode' || form.name === 'markup');
  return !/[\p{L}\p{N}]/u.test(isEmbed ? left.replace(ADDRESS, '') : left);
}

/** A template in one piece, opened and closed, may be what is shown. */
function isWholeTemplate({ text }: Document, remnants: readonly Remnant[]): boolean {
  const shows = (form: RegExp): boolean => remnants.some(({ start }) => form.test(text.slice(start, start + 12)));
  return shows(OPENING_TAG) && shows(CLOSING_TAG);
}

function toLine(block: DocumentBlock, { form }: Remnant, count: number, isUnsure: boolean): Detection {
  return {
    kind: 'leftover',
    rule: `leftover.${form.name}-line@1`,
    start: block.start,
    end: block.end,
    confidence: 0.95,
    action: isUnsure && form.name === 'template' ? 'flagged' : 'removed',
    message: form.message,
    evidence: { form: form.name, remnants: count },
  };
}

/** One flag for each form in a block, at its first place. */
function toFlags(document: Document, remnants: readonly Remnant[]): readonly Detection[] {
  const first = new Map<string, Remnant>();
  const counts = new Map<string, number>();
  for (const remnant of remnants) {
    const { name } = remnant.form;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const known = first.get(name);
    if (!known) first.set(name, remnant);
  }
  return [...first.values()].map(({ start, end, form }) => ({
    kind: 'leftover',
    rule: `leftover.${form.name}-text@1`,
    start,
    end,
    confidence: 0.9,
    action: 'flagged',
    message: `${form.message}, among words`,
    evidence: {
      form: form.name,
      places: counts.get(form.name) ?? 1,
      text: document.text.slice(start, Math.min(end, start + MAX_EXCERPT)),
    },
  }));
}

function detectInBlock(
  document: Document,
  block: DocumentBlock,
  remnants: readonly Remnant[],
  isUnsure: boolean,
): readonly Detection[] {
  const [first] = remnants;
  if (!first) return [];
  if (block.role === 'title' || !isNothingElse(block, remnants)) return toFlags(document, remnants);
  // Lines of values alone are a matter of leftover-line.
  if (remnants.every(({ form }) => form.name === 'value')) return [];
  return document.blocks[block.index - 1]?.text.endsWith(':') ? [] : [toLine(block, first, remnants.length, isUnsure)];
}

/**
 * What stands in a text where something should have been put in or taken away: placeholders, shortcodes, tags, comments,
 * printed objects. A line of nothing else is removed, among words it is flagged,
 * and so is a template in one piece. An article about code keeps all.
 */
export const leftoverText: Detector = {
  name: 'leftover-text',
  thresholds: [],
  lists: ABOUT_CODE_LISTS,
  detect(document, context) {
    const found = document.blocks
      .map((block) => ({ block, remnants: findRemnants(block) }))
      .filter(({ remnants }) => remnants.length > 0);
    const all = found.flatMap(({ remnants }) => remnants);
    if (all.length === 0 || isAboutCode(document, all, context)) return [];
    const isUnsure = isWholeTemplate(document, all);
    return found.flatMap(({ block, remnants }) => detectInBlock(document, block, remnants, isUnsure));
  },
};
