import { mojibake } from '../../moderation/detect/mojibake.ts';
import type { Edit } from '../../moderation/model/edit.ts';
import type { Ruleset } from '../../moderation/model/ruleset.ts';
import { parse } from '../../moderation/parse/parse.ts';
import type { Repairer } from './repairer.ts';

function apply(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, replacement } of edits) {
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** Our detector alone on the blocks of a text, so that no other detector has a say. */
export function repairWithCopydesk(ruleset: Ruleset): Repairer {
  const context = { ruleset, corpus: { recurringLines: {}, articles: [] }, threshold: () => 0 };
  const repair = (text: string): string => {
    const detections = mojibake.detect(parse(text, { id: 'text', text }), context);
    return apply(
      text,
      detections.flatMap(({ edits }) => edits ?? []),
    );
  };
  return { name: 'copydesk', repair };
}
