import type { Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';

/** UTF-16 code units: what a machine leaves as a line is no longer than this. */
const MAX_LINE = 3000;
/** Distinct words of web techniques from which an article is about them, and its lines of code stay. */
const MIN_SUBJECT_WORDS = 2;

/** Kinds of remnants that are a whole line, each with what the line looks like. Tried in order. */
const FORMS: readonly (readonly [name: string, message: string, shows: RegExp])[] = [
  ['value', 'a value of a program that has none', /^(?:undefined|NaN|\[object [A-Z][A-Za-z]{1,20}\])$/u],
  ['entities', 'remains of entities', /^&(?:amp;){0,4}(?:[a-z]{2,8}|#x?[0-9a-f]{2,6});(?:[\s&;#0-9]|[a-z]{2,8};)*$/iu],
  ['template', 'a placeholder of a template', /^(?:\{\{[^{}]{1,80}\}\}|\$\{[^{}]{1,80}\}|\{%[^{}%]{1,80}%\}|<%[^<>%]{1,80}%>)$/u],
  ['template', 'a placeholder of a template', /^%{1,2}[A-Z][A-Z0-9_]{1,40}%{1,2}$/u],
  [
    'shortcode',
    'a shortcode that was not replaced',
    /^\[\/?[a-z][a-z0-9_-]{1,30}(?: [^[\]]{0,400})?=[^[\]]{1,400}\](?:[^[\]]{0,200}\[\/[a-z0-9_-]{1,30}\])?$/u,
  ],
  [
    'shortcode',
    'a shortcode that was not replaced',
    /^\[\/(?:caption|gallery|embed|quote|vc_[a-z_]{1,30}|et_pb_[a-z_]{1,30})\]$/u,
  ],
  ['comment', 'a comment of the page', /^<!--[^<>]{0,400}-->$/u],
  ['style', 'a line of a style sheet', /^@(?:media|import|font-face|keyframes|charset)[ {(].{0,2000}[;}]$/u],
  [
    'style',
    'a line of a style sheet',
    /^[.#]?[A-Za-z][\w.#:-]{0,60}[^{}]{0,200}\{[^{}]{0,600}[a-z-]{3,30}: ?[^{};]{1,80};?[^{}]{0,600}\}/u,
  ],
  [
    'style',
    'a line of a style sheet',
    /^(?:color|margin|padding|font|display|width|height|background|border|position|float|line-height|text-align|z-index)(?:-[a-z-]{2,20})?: ?[^;{}]{1,60};$/u,
  ],
  ['script', 'a line of a script', /^(?:var|let|const) [\w$]{1,40} ?= ?[^=].{0,2000}[;})\]]$/u],
  [
    'script',
    'a line of a script',
    /^(?:window|document|googletag|dataLayer|_gaq|jQuery|\$|fbq|gtag|ga|__tcfapi)[.([][^ ].{0,2000}[;})]$/u,
  ],
  ['script', 'a line of a script', /^[!(]{0,2}function ?\([\w, ]{0,80}\) ?\{.{0,2000}[;})]$/u],
];

/** Wordings to choose from that a text spinner did not choose from. */
const SPINNER = /\{[\p{L}' -]{1,40}\|[\p{L}' -]{1,40}(?:\|[\p{L}' -]{1,40}){0,8}\}/u;

function countSubjectWords(document: Document, words: ReadonlySet<string>): number {
  const seen = new Set<string>();
  const { starts, ends, count } = document.tokens;
  for (let row = 0; row < count; row++) {
    const start = starts[row] ?? 0;
    const end = ends[row] ?? 0;
    if (end - start > 14) continue;
    const word = document.text.slice(start, end).toLowerCase();
    if (words.has(word)) seen.add(word);
  }
  return seen.size;
}

function detectForm(block: DocumentBlock, lead: string): Detection | undefined {
  if (block.end - block.start > MAX_LINE || lead.endsWith(':')) return undefined;
  const form = FORMS.find(([, , shows]) => shows.test(block.text));
  if (!form) return undefined;
  const [name, message] = form;
  return {
    kind: 'leftover',
    rule: `leftover.${name}-line@1`,
    start: block.start,
    end: block.end,
    confidence: 0.95,
    action: 'removed',
    message,
    evidence: { form: name, characters: block.end - block.start },
  };
}

function detectSpinner(block: DocumentBlock): Detection | undefined {
  const match = SPINNER.exec(block.text);
  if (!match) return undefined;
  const start = block.start + match.index;
  return {
    kind: 'leftover',
    rule: 'leftover.spinner@1',
    start,
    end: start + match[0].length,
    confidence: 0.9,
    action: 'flagged',
    message: 'wordings that a text spinner left to choose from',
    evidence: { choices: match[0].split('|').length },
  };
}

/**
 * Lines that are nothing but what a machine left: style sheets, scripts, entities, template placeholders, shortcodes, empty
 * values. An article about such things keeps them, and so does a line that is announced by a colon.
 */
export const leftoverLine: Detector = {
  name: 'leftover-line',
  thresholds: [],
  lists: ['leftover.subject_words'],
  detect(document, context) {
    const blocks = document.blocks.filter(({ role }) => role !== 'code' && role !== 'title');
    const found = blocks.flatMap((block) => [
      detectForm(block, document.blocks[block.index - 1]?.text ?? '') ?? [],
      detectSpinner(block) ?? [],
    ]);
    const detections = found.flat();
    if (detections.length === 0) return [];
    const subject = new Set(context.ruleset.lists['leftover.subject_words']);
    return countSubjectWords(document, subject) >= MIN_SUBJECT_WORDS ? [] : detections;
  },
};
