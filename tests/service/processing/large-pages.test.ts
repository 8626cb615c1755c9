import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRuleset, type ModeratedArticle } from '../../../src/index.ts';
import { PAGE_LIMITS } from '../../../src/moderation/model/page-limits.ts';
import { type ModerationThreads, startModerationThreads } from '../../../src/service/processing/moderation-threads.ts';

/** Several times what they take, for machines that are busy. */
const SECONDS = 120;
const TEXT = 'The ferry sailed at six for the outer isles, and nobody knew when it would be back.';

/** Parts up to the length. */
function fill(length: number, write: (index: number) => string): string {
  const parts: string[] = [];
  for (let written = 0; written < length; written += parts.at(-1)?.length ?? 0) parts.push(write(parts.length));
  return parts.join('').slice(0, length);
}

const TEN_MB = 10_000_000;

/** Pages that take most memory, and the blocks that are at least read of them. */
const PAGES: readonly (readonly [name: string, text: string, blocks: number])[] = [
  ['blocks', fill(PAGE_LIMITS.source, (at) => `<div>The ferry number ${at} sailed at six for the isles.</div>`), 190_000],
  ['short paragraphs', fill(TEN_MB, (at) => `<p>The ferry number ${at} sailed at six for the outer isles today.</p>`), 140_000],
  ['rows', `<p>${TEXT}</p><table>${fill(TEN_MB, (at) => `<tr><td>Day ${at}</td><td>${at % 7} metres</td></tr>`)}</table>`, 2],
  [
    'references',
    fill(PAGE_LIMITS.source, (at) => `<p>Caf&eacute; &amp; tide ${at}: &ldquo;ferries sail&rdquo; today.</p>`),
    150_000,
  ],
  ['one paragraph', `<p>${fill(TEN_MB, (at) => `${TEXT} It was day ${at}. `)}`, 1],
  ['depth', `<p>${TEXT}</p>${'<div>'.repeat(TEN_MB / 5)}`, 1],
];

let threads: ModerationThreads;

beforeAll(async () => {
  const models = { ruleset: loadRuleset(), taxonomy: undefined, entities: undefined };
  threads = startModerationThreads({ threads: 1, deadlineSeconds: SECONDS, models }, () => undefined);
  await threads.ready();
});

afterAll(() => threads.close());

describe('a thread of a worker', () => {
  it.each(PAGES)(
    'moderates the largest page of %s in its memory and time',
    { timeout: SECONDS * 1000 },
    async (_, text, blocks) => {
      const findMatches = async () => ({ recurringLines: {}, articles: [] });
      const { json } = await threads.moderate({ id: 'large', format: 'html', text }, findMatches);
      // The thread wrote it.
      const result = JSON.parse(json) as ModeratedArticle;
      expect(result.incomplete).not.toContain('extract');
      expect(result.blocks.length).toBeGreaterThanOrEqual(blocks);
    },
  );
});
