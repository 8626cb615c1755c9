import { describe, expect, it } from 'vitest';
import { detect } from '../../../src/moderation/detect/detect.ts';
import { nearDuplicate } from '../../../src/moderation/detect/near-duplicate.ts';
import type { DetectionContext } from '../../../src/moderation/model/detector.ts';
import type { Document } from '../../../src/moderation/model/document.ts';
import type { Detection } from '../../../src/moderation/model/finding.ts';
import { parse } from '../../../src/moderation/parse/parse.ts';
import { openDocumentNotes } from '../../../src/moderation/text/create-document-note.ts';
import { loadRuleset } from '../../../src/rules/load-ruleset.ts';
import { measureGrowth } from '../../measure-growth.ts';
import { CLOSING, OPENING } from './detect-text.ts';

const ruleset = loadRuleset();
const threshold = (name: string): number => ruleset.thresholds[name] ?? Number.NaN;
const context: DetectionContext = { ruleset, corpus: { recurringLines: {}, articles: [] }, threshold };
const TITLE = 'Pilots of Merrow vote on the winter tide';
const COPIES = new Set(['duplicate', 'near_duplicate']);

function detectCopies(blocks: readonly string[]): readonly Detection[] {
  const text = [TITLE, ...blocks].join('\n\n');
  const document = parse(text, { id: 'a', text });
  return detect(document, ruleset, { recurringLines: {}, articles: [] }).filter(({ kind }) => COPIES.has(kind));
}

/** What is found in a story that has `earlier` and, two paragraphs on, `later`: `[rule, the index of the block]`. */
function compare(earlier: string, later: string): readonly (readonly [string, string])[] {
  const text = [TITLE, earlier, OPENING, CLOSING, later].join('\n\n');
  return detectCopies([earlier, OPENING, CLOSING, later]).map(({ rule, start }) => [
    rule,
    start === text.lastIndexOf(later) ? 'later' : 'earlier',
  ]);
}

const CAPTION =
  'Pilot Jorun Weck brings the training ship Ternen past the broken lighthouse on Sunday morning, as hundreds watch.';

describe('near-duplicate', () => {
  it.each([
    ['a word left out', CAPTION, CAPTION.replace('broken ', '')],
    [
      'cut, with the label of a button',
      CAPTION,
      'Pilot Jorun Weck brings the training ship Ternen past the broken lighthouse on … more',
    ],
    ['a part added that is shorter than it', CAPTION, `${CAPTION} (Odd Ternes, Stig Moe)`],
    ['one sentence of a longer paragraph', `The festival began with fog. ${CAPTION} Nobody slept.`, CAPTION],
    [
      'a figure brought up to date in a long sentence',
      'At least 12 of the crews that had signed the letter to the council went back to work before the end of the long week.',
      'At least 14 of the crews that had signed the letter to the council went back to work before the end of the long week.',
    ],
    [
      'in German',
      'Der Hafenrat hat am Montag beschlossen, die alte Fähre nach Aldane noch einen Winter lang fahren zu lassen.',
      'Der Hafenrat hat beschlossen, die alte Fähre nach Aldane noch einen Winter lang fahren zu lassen.',
    ],
  ])('flags %s', (_, earlier, later) => {
    expect(compare(earlier, later)).toEqual([['duplicate.near@2', 'later']]);
  });

  it.each([
    [
      'a paragraph that begins with the words of the teaser above it',
      'The ice has closed the northern channel for the ninth winter in a row',
      'The ice has closed the northern channel for the ninth winter in a row. Nine tugs lie idle. The council counts the days until the coal is gone, and the bakers have begun to burn the old piles of the quay.',
    ],
    [
      'a quotation in its context',
      '"You will hear a number of sounds from the ice that no instrument can record," says Ilse Brandow, keeper of the observatory.',
      '"The station was built from the ground up to listen to the sea," Ilse Brandow, keeper of the observatory, tells the Quay Gazette. "You will hear a number of sounds from the ice that no instrument can record."',
    ],
    [
      'rows of results',
      'Merrow Pilots beat Aldane Rovers 3-1 at the Old Quay before 4,200 people on Saturday.',
      'Merrow Pilots beat Aldane Rovers 2-0 at the Old Quay before 3,900 people on Saturday.',
    ],
    [
      'entries of a listing',
      'Monday, 8 pm: open rehearsal of the choir of the dockers in the cold store, free.',
      'Thursday, 8 pm: open rehearsal of the choir of the dockers in the cold store, free.',
    ],
    [
      'entries of a register',
      'Pelle Andvik: mooring without a permit, leaving a jetty unlit, released on payment of 700 crowns.',
      'Rut Osterby: mooring without a permit, leaving a jetty unlit, released on payment of 950 crowns.',
    ],
    [
      'steps of a recipe',
      'Stir 200 g of flour into the butter and let it rest for 10 minutes.',
      'Stir 300 g of flour into the butter and let it rest for 20 minutes.',
    ],
    [
      'clauses of a contract',
      'Whoever leaves a boat at the northern jetty for longer than 14 days pays the harbour office 30 crowns for each day.',
      'Whoever leaves a boat at the southern jetty for longer than 21 days pays the harbour office 45 crowns for each day.',
    ],
  ])('leaves %s', (_, earlier, later) => {
    expect(compare(earlier, later)).toEqual([]);
  });

  it('leaves the lead of an agency that repeats the summary above it, and flags the next copy', () => {
    const summary = 'The ferry company has sold both of its last steamers to a museum, its owners said in Aldane on Wednesday.';
    const lead = `MERROW, Quayside — ${summary.replace('has sold', 'sold')}`;
    expect(compare(summary, lead)).toEqual([]);
    expect(detectCopies([summary, lead, OPENING, lead.replace('both', 'two')]).map(({ rule }) => rule)).toEqual([
      'duplicate.near@2',
    ]);
  });

  it('flags a paragraph half of which is a sentence that was said', () => {
    const later = `${CAPTION} The picture was taken from the roof of the customs shed.`;
    expect(compare(`${CAPTION} (Taken on Sunday by the crew of the pilot boat.)`, later)).toEqual([
      ['duplicate.restated@2', 'later'],
    ]);
  });

  it('never takes out a paragraph whose phrases were all said, but not its sentences', () => {
    const said = [
      'The pilots want more coal for the tugs before the ice comes to the bay.',
      'The council wants more coal for the ferries before the ice comes to the quay.',
      'The pilots want less noise for the swans before the fog comes to the bay.',
    ];
    const again =
      'The pilots want more coal for the ferries before the ice comes to the bay. The council wants more coal for the tugs before the ice comes to the quay. The pilots want less noise for the swans before the fog comes to the bay. The pilots want more coal for the ferries before the ice comes to the quay. The council wants more coal for the tugs before the ice comes to the bay. It refuses.';
    const removed = detectCopies([...said, OPENING, again, CLOSING]).filter(({ action }) => action === 'removed');
    expect(removed).toEqual([]);
  });

  it('says how the copy differs', () => {
    const [found] = detectCopies([OPENING, CLOSING, OPENING.replace('noon', 'midday')]);
    expect(found?.evidence).toEqual({
      containment: 0.833,
      jaccard: 0.714,
      shingles_seen: 0.833,
      difference: 'The harbour council met at [-noon-] {+midday+} to hear what …',
    });
  });

  it('shows of a long paragraph what lies around the copy', () => {
    const many = Array.from({ length: 300 }, (_, at) => `berth${at}`).join(' ');
    const [found] = detectCopies([`${many} ${CAPTION} ${many}.`, OPENING, CAPTION.replace('broken ', '')]);
    expect(found?.evidence.difference).toMatch(/^… \[-berth29\d .*\[-broken-\] .* …$/u);
  });
});

describe('ten thousand near copies', () => {
  const words = `${CAPTION} ${OPENING}`.split(' ');
  const copies = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, at) => words.with(at % words.length, `tide${at}`).join(' '));
  const unique = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, at) => words.map((word, place) => `${word}${at * place}`).join(' '));
  const equal = (count: number): readonly string[] => Array.from({ length: count }, () => CAPTION);

  const read = (paragraphs: readonly string[]): Document => {
    const text = paragraphs.join('\n\n');
    return parse(text, { id: 'a', text });
  };
  // A copy, for which nothing is remembered.
  const search = (document: Document): unknown =>
    nearDuplicate.detect({ ...document, notes: openDocumentNotes(document.blocks) }, context);

  it.each([
    ['nearly alike', copies, 1_000, 10_000],
    // Of fewer it is told without an index that none repeats another, in a quarter of the time.
    ['all different', unique, 10_000, 40_000],
    // They are found so fast that fewer take no time that could be measured.
    ['all equal', equal, 5_000, 50_000],
  ])('%s take time in proportion to their number', { timeout: 240_000 }, async (_, make, few, many) => {
    search(read(make(few)));
    const { factor } = await measureGrowth(
      (count) => read(make(count)),
      search,
      [few, many],
      (growth) => growth.factor < 2,
    );
    expect(factor).toBeLessThan(2);
  });

  it('all different take time in proportion to their number, where that is told without an index', {
    timeout: 240_000,
  }, async () => {
    const [few, many, all] = [400, 4_000, 40_000];
    // So often that both come to the same number of paragraphs: a single search takes no time that could be measured.
    const searchAll = (document: Document): void => {
      for (let done = 0; done < all; done += document.blocks.length) search(document);
    };
    searchAll(read(unique(few)));
    // The words of many do not fit into the caches of a processor, and each takes more than twice as long.
    const growth = await measureGrowth(
      (count) => read(unique(count)),
      searchAll,
      [few, many],
      ({ small, large }) => large < 3 * small,
    );
    expect(growth.large).toBeLessThan(3 * growth.small);
  });

  it('are all found but the first', () => {
    const found = detectCopies(copies(3_000));
    expect(found.length).toBeGreaterThan(2_900);
    expect(found.every(({ action, kind }) => action === 'flagged' && kind === 'near_duplicate')).toBe(true);
    expect(detectCopies(copies(3_000))).toEqual(found);
  });
});
