import { describe, expect, it } from 'vitest';
import { loadRuleset } from '../../../src/index.ts';
import { editDraft, openDraft } from '../../../src/moderation/clean/draft.ts';
import { placeLayout } from '../../../src/moderation/clean/place-layout.ts';
import type { Edit } from '../../../src/moderation/model/edit.ts';
import { read } from '../../../src/moderation/read/read.ts';

const ruleset = loadRuleset();
const SOURCE =
  '<h1>Merrow votes</h1><p>The council of Merrow &amp; Tollen met on Tuesday night.</p><p>Nobody left before noon on the next day.</p>';

function place(cut: string): readonly string[] {
  const reading = read({ id: 'page', format: 'html', text: SOURCE }, ruleset);
  const opened = openDraft(SOURCE, reading);
  const start = opened.text.indexOf(cut);
  const edits: readonly Edit[] = cut === '' ? [] : [{ start, end: start + cut.length, replacement: '' }];
  const draft = editDraft(opened, edits);
  return placeLayout(draft, reading.layout ?? []).map(({ kind, start, end }) => `${kind}: ${draft.text.slice(start, end)}`);
}

const TITLE = 'title: Merrow votes';
const FIRST = 'paragraph: The council of Merrow & Tollen met on Tuesday night.';
const LAST = 'paragraph: Nobody left before noon on the next day.';

describe('placeLayout', () => {
  it.each<[what: string, cut: string, blocks: readonly string[]]>([
    ['of what was read', '', [TITLE, FIRST, LAST]],
    ['without a block that is gone', 'Merrow votes', [FIRST, LAST]],
    ['with what is left of one', ' & Tollen', [TITLE, FIRST.replace(' & Tollen', ''), LAST]],
    ['where the beginning of one is gone', 'The council of ', [TITLE, FIRST.replace('The council of ', ''), LAST]],
    [
      'where a cut reaches over two',
      'night.\n\nNobody left ',
      [TITLE, FIRST.replace('night.', ''), LAST.replace('Nobody left ', '')],
    ],
  ])('places blocks %s', (_, cut, blocks) => {
    expect(place(cut)).toEqual(blocks);
  });

  it('has no blocks in an empty draft', () => {
    expect(placeLayout({ original: 'x', text: '', pieces: [] }, [{ start: 0, end: 1, kind: 'paragraph' }])).toEqual([]);
  });
});
