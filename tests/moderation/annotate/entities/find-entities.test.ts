import { describe, expect, it } from 'vitest';
import { findEntities } from '../../../../src/moderation/annotate/entities/find-entities.ts';
import type { BlockKind } from '../../../../src/moderation/model/block.ts';
import type { CleanedText } from '../../../../src/moderation/model/cleaned-text.ts';

function toCleaned(blocks: readonly (readonly [BlockKind, string])[]): CleanedText {
  let at = 0;
  const placed = blocks.map(([kind, text]) => {
    const start = at;
    at += text.length + 2;
    return { kind, start, end: start + text.length, sourceStart: start, sourceEnd: start + text.length };
  });
  return { text: blocks.map(([, text]) => text).join('\n\n'), edits: [], blocks: placed, toSource: (span) => span };
}

const read = (...paragraphs: readonly string[]) =>
  findEntities(toCleaned(paragraphs.map((text) => ['paragraph', text]))).entities;
const list = (...paragraphs: readonly string[]) => read(...paragraphs).map(({ type, name }) => `${type} ${name}`);

describe('findEntities, names', () => {
  it.each([
    ['a role is evidence and no part of the name', 'They met General Abdel Merrowan at noon.', ['PER Abdel Merrowan']],
    ['a role with its portfolio', 'It was led by the Deputy Minister of Defense Tamas-Bek Orlukov.', ['PER Tamas-Bek Orlukov']],
    ['a role before a comma', 'The Minister of State for National Defense, Selif Oddy, left early.', ['PER Selif Oddy']],
    ['a role in lower case', 'On the quay stood harbourmaster Tibor Fennick.', ['PER Tibor Fennick']],
    ['a role in the midst of a run', 'We asked Wexford Group President Ilse Quarrow.', ['ORG Wexford Group', 'PER Ilse Quarrow']],
    ['an honorific', 'Later Mrs Quarrow declined.', ['PER Quarrow']],
    ['speech', 'The tide is late, Oskar Venn said.', ['PER Oskar Venn']],
    ['particles', 'We spoke with Maria van der Holm there.', ['PER Maria van der Holm']],
    ['initials', 'We spoke with Tibor J. Fennick there.', ['PER Tibor J. Fennick']],
    ['an organisation with "of"', 'A memo from the Ministry of Inland Waters arrived.', ['ORG Ministry of Inland Waters']],
    ['an organisation with "and"', 'The Department of Tides and Harbours paid.', ['ORG Department of Tides and Harbours']],
    ['an organisation by its last word', 'The ferries belong to Merrow Holdings now.', ['ORG Merrow Holdings']],
    ['a country and its possessive', 'It is France’s oldest ferry.', ['LOC France']],
    ['a place after a preposition', 'The ferries moored in Aldane until May.', ['LOC Aldane']],
    ['a place by its noun', 'Pilots know the Aldane region well.', ['LOC Aldane']],
    ['a place by its last word', 'It sank off Fennick Island at dawn.', ['LOC Fennick Island']],
    ['a compound', 'An Oslo-based crew rowed.', ['LOC Oslo']],
    ['a people', 'The Norwegian crew rowed.', ['MISC Norwegian']],
    ['an event', 'Crews rowed for the Merrow Cup again.', ['MISC Merrow Cup']],
    [
      'a role with "of" before a name',
      'Secretary of State Ada Quill met Foreign Minister Oskar Venn.',
      ['PER Ada Quill', 'PER Oskar Venn'],
    ],
    [
      'a legal suffix with its full stop',
      'Merrow Ferries Inc. bought Wexholm Corp. for cash.',
      ['ORG Merrow Ferries Inc.', 'ORG Wexholm Corp.'],
    ],
    ['a firm with a hyphen', 'The Hewlett-Packard Co. plant closed.', ['ORG Hewlett-Packard Co.']],
    [
      'places of places',
      'He moved from Portland, Oregon to Paris, France.',
      ['LOC Portland', 'LOC Oregon', 'LOC Paris', 'LOC France'],
    ],
    ['a dateline', 'NAIROBI - Police in Kenya said on Friday that two men were held.', ['LOC NAIROBI', 'LOC Kenya']],
    ['a sentence in capitals', 'NATO AND RUSSIA SIGN DEAL', ['ORG NATO', 'LOC RUSSIA']],
  ])('%s', (_, text, expected) => {
    expect(list(text)).toEqual(expected);
  });

  it.each([
    ['sentence openings', 'Ferries stopped. Nobody came. However, crews waited. Meanwhile it rained.'],
    ['days and months', 'They met on Monday and again in July.'],
    ['the pronoun I', 'Then I left and I’m glad.'],
    ['abbreviations that are words', 'The CEO watched TV.'],
    ['shouting', 'THE WINTER TIDE IS HERE TODAY'],
    ['domain names and handles', 'Write to @Fennick or see Aldane.example for more.'],
    ['roles alone', 'The President spoke to the Deputy Minister of Defense.'],
  ])('%s are no names', (_, text) => {
    expect(list(text)).toEqual([]);
  });

  it('does not join names over a comma or the end of a sentence', () => {
    expect(list('They left Norway, Sweden and Denmark. France stayed.').sort()).toEqual([
      'LOC Denmark',
      'LOC France',
      'LOC Norway',
      'LOC Sweden',
    ]);
  });

  it('trusts a capital at the start of a sentence when the name stands elsewhere too', () => {
    expect(list('Pilots moored in Aldane. Aldane was quiet.')).toEqual(['LOC Aldane']);
    expect(read('Pilots moored in Aldane. Aldane was quiet.')[0]?.mentions).toHaveLength(2);
  });
});

describe('findEntities, headings', () => {
  const body = 'The crew met Oskar Venn in Aldane before the European Union replied.';

  it('finds in titles only what the body confirms', () => {
    const cleaned = toCleaned([
      ['title', 'Aldane Crew Revokes Ferry Deals, Looks to Oskar Venn for Tide Partnership'],
      ['paragraph', body],
    ]);
    const { entities } = findEntities(cleaned);
    expect(entities.map(({ name, mentions }) => `${name} ${mentions.length}`).sort()).toEqual([
      'Aldane 2',
      'European Union 1',
      'Oskar Venn 2',
    ]);
  });

  it('takes the plain name of a title for the numbered one of the body', () => {
    const cleaned = toCleaned([
      ['title', 'Oskar Venn wins the prize'],
      ['paragraph', 'Oskar Venn Jr. won the prize on Monday. Venn said he was glad.'],
    ]);
    const { entities } = findEntities(cleaned);
    expect(entities.map(({ name, aliases }) => [name, ...aliases])).toEqual([['Oskar Venn Jr.', 'Oskar Venn', 'Venn']]);
  });

  it('reads no names in code', () => {
    expect(findEntities(toCleaned([['code', 'new General("Oskar Venn")']])).entities).toEqual([]);
  });
});

describe('findEntities, aliases', () => {
  it.each([
    ['defined by the text', 'The Merrow Tide Union (MTU) met. Later the MTU voted.', 'Merrow Tide Union', ['MTU']],
    ['a bare acronym', 'The Merrow Tide Union met. Later the MTU voted.', 'Merrow Tide Union', ['MTU']],
    ['a surname', 'We met Oskar Venn at noon. Then Venn left.', 'Oskar Venn', ['Venn']],
    ['a firm without its suffix', 'They sued Fennick Corporation. Then Fennick paid.', 'Fennick Corporation', ['Fennick']],
  ])('%s', (_, text, name, aliases) => {
    const [entity, ...others] = read(text);
    expect(others).toEqual([]);
    expect(entity?.name).toBe(name);
    expect(entity?.aliases).toEqual(aliases);
    expect(entity?.mentions.length).toBeGreaterThan(1);
  });

  it('leaves a surname alone that two persons bear', () => {
    const names = list('We met Oskar Venn and then Maria Venn. Later Venn left.');
    expect(names.sort()).toEqual(['PER Maria Venn', 'PER Oskar Venn', 'PER Venn']);
  });

  it('gives a surname behind a title to the one whom it fits', () => {
    const entities = read('We met Oskar Venn and then Maria Venn. Later Mrs Venn left.');
    const mentions = entities.map(({ name, mentions }) => `${name} ${mentions.length}`);
    expect(mentions.sort()).toEqual(['Maria Venn 2', 'Oskar Venn 1']);
  });
});

describe('findEntities, result', () => {
  const text = 'The crew met Oskar Venn in Aldane. Aldane’s mayor thanked Venn. Aldane rests.';

  it('numbers entities by salience and sorts mentions', () => {
    const entities = read(text);
    expect(entities.map(({ id }) => id)).toEqual(entities.map((_, index) => `e${index + 1}`));
    expect(entities[0]?.name).toBe('Aldane');
    for (const { mentions, salience } of entities) {
      expect(mentions.map(({ start }) => start)).toEqual(mentions.map(({ start }) => start).sort((a, b) => a - b));
      expect(salience).toBeGreaterThan(0);
      expect(salience).toBeLessThanOrEqual(1);
    }
  });

  it('gives the same result each time', () => {
    expect(JSON.stringify(read(text))).toBe(JSON.stringify(read(text)));
  });

  it('says when a text is too long to be read to its end', () => {
    const block = 'The crew met Oskar Venn in Aldane. '.repeat(300).trim();
    const short = findEntities(toCleaned([['paragraph', block]]));
    expect(short.complete).toBe(true);
    const long = findEntities(toCleaned(Array.from({ length: 40 }, () => ['paragraph', block] as const)));
    expect(long.complete).toBe(false);
    expect(Math.max(...long.entities.flatMap(({ mentions }) => mentions.map(({ end }) => end)))).toBeLessThanOrEqual(300_000);
    const huge = findEntities(toCleaned([['paragraph', 'The crew met Oskar Venn in Aldane. '.repeat(20_000)]]));
    expect(huge.complete).toBe(false);
    expect(huge.entities.length).toBe(2);
  }, 60_000);
});
