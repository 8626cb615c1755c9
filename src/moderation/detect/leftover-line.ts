import type { Detector } from '../model/detector.ts';
import type { DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { createNote } from '../text/create-note.ts';
import { ABOUT_CODE_LISTS } from './leftover/about-code-lists.ts';
import { isAboutCode } from './leftover/is-about-code.ts';
import { LINE_FORMS, type RemnantForm, WEAK_LINE } from './leftover/line-forms.ts';

/** UTF-16 code units: what a machine leaves as a line is no longer than this. */
const MAX_LINE = 3000;
/** What remnants of a program begin or end with; other lines are not looked at. */
const MARKED_END = /[;{}()[\],>/!?*"]$/u;
const VALUE_START = /^[uUnNI(#[]/u;

const readForm = createNote(({ text }): RemnantForm | undefined => {
  if (text.length > MAX_LINE || (!MARKED_END.test(text.slice(-1)) && !VALUE_START.test(text))) return undefined;
  return LINE_FORMS.find(({ shows, needs }) => (needs === undefined || text.includes(needs)) && shows.test(text));
});

function formOf(block: DocumentBlock): RemnantForm | undefined {
  return block.role === 'title' || block.role === 'code' ? undefined : readForm(block);
}

/** Lines that are code only beside code: those next to a line of a script or a style sheet, as far as they go. */
function spread(blocks: readonly DocumentBlock[], forms: (RemnantForm | undefined)[]): void {
  const reach = (at: number, from: number): void => {
    const form = forms[from];
    const block = blocks[at];
    if (forms[at] || !block || (form?.name !== 'script' && form?.name !== 'style')) return;
    if (block.role !== 'title' && block.text.length <= MAX_LINE && WEAK_LINE.test(block.text)) forms[at] = form;
  };
  for (let at = 1; at < blocks.length; at++) reach(at, at - 1);
  for (let at = blocks.length - 2; at >= 0; at--) reach(at, at + 1);
}

function toDetection(block: DocumentBlock, { name, message }: RemnantForm): Detection {
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

/**
 * Lines that are nothing but what a program left: empty values, style sheets, scripts. An article about such things keeps
 * them, and so does a line that is announced by a colon.
 */
export const leftoverLine: Detector = {
  name: 'leftover-line',
  thresholds: [],
  lists: ABOUT_CODE_LISTS,
  detect(document, context) {
    const { blocks } = document;
    const forms = blocks.map(formOf);
    if (forms.every((form) => form === undefined)) return [];
    spread(blocks, forms);
    // A line that is announced by a colon, and what follows it, is shown and not left over.
    let isShown = false;
    const detections: Detection[] = [];
    for (const [at, block] of blocks.entries()) {
      const form = forms[at];
      if (!form) continue;
      if (!forms[at - 1]) isShown = blocks[at - 1]?.text.endsWith(':') === true;
      if (!isShown) detections.push(toDetection(block, form));
    }
    return detections.length === 0 || isAboutCode(document, detections, context) ? [] : detections;
  },
};
