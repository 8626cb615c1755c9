import { detect } from '../../../src/moderation/detect/detect.ts';
import type { Detection } from '../../../src/moderation/model/finding.ts';
import { parse } from '../../../src/moderation/parse/parse.ts';
import { loadRuleset } from '../../../src/rules/load-ruleset.ts';

const ruleset = loadRuleset();

/** Prose to put around a line, so that the line stands in the body. */
export const OPENING =
  'The harbour council met at noon to hear what the pilots wanted, and most of them stayed until the evening.';
export const CLOSING =
  'Nobody expects the ferries to sail before the ice has gone, which the observatory thinks will be in April.';

/** What the detectors report on a text: `[rule, action, matched text]` of each detection. */
export function detectText(text: string, title?: string): readonly (readonly [string, string, string])[] {
  const document = parse(text, { id: 'a', text, ...(title === undefined ? {} : { title }) });
  const detections: readonly Detection[] = detect(document, ruleset, { recurringLines: {}, articles: [] });
  return detections.map(({ rule, action, start, end }) => [rule, action, text.slice(start, end)] as const);
}

/** The same for a line between two paragraphs. */
export function detectLine(line: string): readonly (readonly [string, string, string])[] {
  return detectText(`${OPENING}\n\n${line}\n\n${CLOSING}`);
}
