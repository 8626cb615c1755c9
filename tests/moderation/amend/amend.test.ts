import { describe, expect, it } from 'vitest';
import { type Amendment, loadRuleset, moderate, moderateWith } from '../../../src/index.ts';
import { amendArticle, amendedFindings, spanOf } from './amend-article.ts';

const TITLE = 'Pilots of Merrow vote on the winter tide';
const MEETING =
  'The harbour council of Merrow met on Monday at noon to hear what the pilots wanted, and most of them stayed until the evening.';
const ADVERT = 'Use code TOWER20 at checkout to get 20% off your first order at lampshop.example/?ref=882!';
const PILOTS =
  'Oskar Lindeval, who leads the pilots, said that the winter tide had taken two boats, and that nobody had asked the crews about it.';
const QUAY =
  'The council will vote in March on a new quay, which the ministry has promised to pay for, and on the price of a berth.';
const join = (...blocks: readonly string[]): string => blocks.join('\n\n');

const TEXT = join(TITLE, MEETING, ADVERT, PILOTS, PILOTS, QUAY);
const MARKDOWN = join(`# ${TITLE}`, MEETING, `*${ADVERT}*`, `**${PILOTS}**`, PILOTS, QUAY);
const PAGE = [
  '<html><body><nav><a href="/">Home</a> <a href="/x">Harbour</a></nav><article>',
  `<h1>${TITLE}</h1><p>${MEETING}</p><p>${ADVERT}</p>`,
  `<p>${PILOTS.replace('Oskar', '<b>Oskar</b>')}</p><p>${PILOTS}</p><p>${QUAY} Fish &amp; chips.</p>`,
  '</article></body></html>',
].join('\n');

describe.each([
  { format: 'text', source: TEXT, end: QUAY },
  { format: 'markdown', source: MARKDOWN, end: QUAY },
  { format: 'html', source: PAGE, end: `${QUAY} Fish & chips.` },
] as const)('amendments in $format', ({ format, source, end }) => {
  const amend = (...amendments: readonly Amendment[]) => amendArticle(source, format, amendments);
  const applied = (kind: string) => [{ id: 'a', kind, effect: 'applied' }];
  const advert = spanOf(source, ADVERT);
  const copy = spanOf(source, PILOTS, true);

  it('are absent from a result without them', () => {
    const { before, after } = amend();
    expect(before.text).toBe(join(TITLE, MEETING, PILOTS, end));
    expect(JSON.stringify(after)).toBe(JSON.stringify(before));
    expect('amendments' in after).toBe(false);
  });

  it('restore what was taken out, at no points', () => {
    const { before, after, original } = amend({ id: 'a', kind: 'restore', ...advert });
    expect(after.text).toBe(join(TITLE, MEETING, ADVERT, PILOTS, end));
    expect(after.amendments).toEqual(applied('restore'));
    expect(amendedFindings({ before, after, original })).toEqual([
      { kind: 'spam_insert', action: 'flagged', points: 0, text: ADVERT, as: 'kept', by: 'a' },
    ]);
    expect(after.findings.find(({ amended }) => amended)?.amended?.was).toEqual({ kind: 'spam_insert', action: 'removed' });
    expect(after.quality.score).toBe(before.quality.score + 4);
  });

  it('restore a whole finding by a part of it', () => {
    const { after } = amend({ id: 'a', kind: 'restore', ...spanOf(source, 'at checkout') });
    expect(after.text).toBe(join(TITLE, MEETING, ADVERT, PILOTS, end));
  });

  it('restore a copy', () => {
    const { after } = amend({ id: 'a', kind: 'restore', ...copy });
    expect(after.text).toBe(join(TITLE, MEETING, PILOTS, PILOTS, end));
    expect(after.amendments).toEqual(applied('restore'));
  });

  it('remove what the machine left, whole blocks and parts', () => {
    const whole = amend({ id: 'a', kind: 'remove', ...spanOf(source, MEETING) });
    expect(whole.after.text).toBe(join(TITLE, PILOTS, end));
    expect(whole.after.amendments).toEqual(applied('remove'));
    expect(amendedFindings(whole)).toEqual([
      { kind: 'editor_removal', action: 'removed', points: 0, text: MEETING, as: 'removed', by: 'a' },
    ]);
    expect(whole.after.quality.score).toBe(whole.before.quality.score);
    const part = amend({ id: 'a', kind: 'remove', ...spanOf(source, ' at noon') });
    expect(part.after.text).toBe(join(TITLE, MEETING.replace(' at noon', ''), PILOTS, end));
  });

  it('remove over what the machine removed, from one block to another', () => {
    const start = source.indexOf(', and most of them');
    const { after } = amend({ id: 'a', kind: 'remove', start, end: source.indexOf('The council will') });
    expect(after.text).toBe(join(TITLE, MEETING.replace(', and most of them stayed until the evening.', ''), end));
    // The machine's own findings stand beside the editor's.
    expect(after.findings.filter(({ action }) => action === 'removed').map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['editor_removal', 'spam_insert', 'duplicate']),
    );
  });

  it('do not bring a copy back when the first one is taken out', () => {
    const first = spanOf(source, format === 'html' ? '<b>Oskar</b> Lindeval' : 'Oskar Lindeval');
    const { after } = amend({ id: 'a', kind: 'remove', start: first.start, end: first.start + PILOTS.length });
    expect(after.text).not.toContain('Oskar');
  });

  it('write text anew, and leave it alone', () => {
    const text = 'at dusk, with promo code HARBOUR15,';
    const replaced = amend({ id: 'a', kind: 'replace', ...spanOf(source, 'at noon'), text });
    expect(replaced.after.text).toBe(join(TITLE, MEETING.replace('at noon', text), PILOTS, end));
    expect(replaced.after.amendments).toEqual(applied('replace'));
    expect(amendedFindings(replaced)[0]).toEqual({
      kind: 'editor_change',
      action: 'repaired',
      points: 0,
      text: 'at noon',
      as: 'changed',
      by: 'a',
    });
    const line = amend({ id: 'a', kind: 'replace', ...spanOf(source, MEETING), text: ADVERT });
    expect(line.after.text).toBe(join(TITLE, ADVERT, PILOTS, end));
    expect(line.after.quality.score).toBe(line.before.quality.score);
  });

  it('write the title anew in the header, too', () => {
    const { after } = amend({ id: 'a', kind: 'replace', ...spanOf(source, 'winter tide'), text: 'spring tide' });
    expect(after.article.title).toBe('Pilots of Merrow vote on the spring tide');
    expect(after.blocks[0]?.kind).toBe('title');
  });

  it('restore a span and write a part of it anew', () => {
    const { after } = amend(
      { id: 'a', kind: 'restore', ...advert },
      { id: 'b', kind: 'replace', ...spanOf(source, 'TOWER20'), text: 'LAMP' },
    );
    expect(after.text).toBe(join(TITLE, MEETING, ADVERT.replace('TOWER20', 'LAMP'), PILOTS, end));
    expect(after.amendments?.map(({ effect }) => effect)).toEqual(['applied', 'applied']);
  });

  it('restore a span and take it out: nothing is flagged on what is gone', () => {
    const { after } = amend({ id: 'a', kind: 'restore', ...advert }, { id: 'b', kind: 'remove', ...advert });
    expect(after.text).toBe(join(TITLE, MEETING, PILOTS, end));
    expect(after.findings.filter(({ action }) => action === 'flagged')).toEqual([]);
    expect(after.amendments?.map(({ effect }) => effect)).toEqual(['applied', 'applied']);
  });

  it('write once what stands for parts of several blocks, which stay blocks', () => {
    const start = source.indexOf(' at noon');
    const until = source.indexOf(', which the ministry');
    const { after } = amend({ id: 'a', kind: 'replace', start, end: until, text: ' at dusk' });
    expect(after.text).toBe(
      join(TITLE, 'The harbour council of Merrow met on Monday at dusk', end.slice(end.indexOf(', which the ministry'))),
    );
  });

  it('reclassify a finding: the points are those of its new kind', () => {
    const rule = 'promo.line@2';
    const { before, after } = amend({ id: 'a', kind: 'reclassify', ...advert, rule, to: 'boilerplate' });
    expect(after.text).toBe(before.text);
    const finding = after.findings.find((found) => found.rule === rule);
    expect(finding).toMatchObject({ kind: 'boilerplate', action: 'removed', points: 0.5, amended: { as: 'reclassified' } });
    expect(after.quality.score).toBe(before.quality.score + 3.5);
  });

  it('call a finding wrong: its text comes back', () => {
    const { before, after } = amend({ id: 'a', kind: 'reclassify', ...advert, rule: 'promo.line@2', to: 'fine' });
    expect(after.text).toBe(join(TITLE, MEETING, ADVERT, PILOTS, end));
    expect(after.findings.find(({ amended }) => amended)).toMatchObject({
      action: 'flagged',
      points: 0,
      amended: { as: 'fine' },
    });
    expect(after.quality.score).toBe(before.quality.score + 4);
  });

  it('reject an entity by its name, or by the place of one mention', () => {
    const { before, after } = amend({ id: 'a', kind: 'reject_entity', name: 'Oskar Lindeval', type: 'PER' });
    expect(before.entities.map(({ name }) => name)).toContain('Oskar Lindeval');
    expect(after.entities).toEqual(before.entities.filter(({ name }) => name !== 'Oskar Lindeval'));
    expect(after.amendments).toEqual(applied('reject_entity'));
    const mention = before.entities.find(({ name }) => name === 'Oskar Lindeval')?.mentions[0];
    const place = { start: mention?.sourceStart ?? 0, end: mention?.sourceEnd ?? 0 };
    expect(amend({ id: 'a', kind: 'reject_entity', ...place }).after.entities).toEqual(after.entities);
  });
});

describe('amendments of topics', () => {
  const amend = (...amendments: readonly Amendment[]) => amendArticle(TEXT, 'text', amendments);
  const { before } = amend();
  const [told, other] = before.topics;
  const code = told?.code ?? '';
  const HEALTH = 'medtop:07000000';

  it('are tried on an article with two topics at least', () => {
    expect(told).toBeDefined();
    expect(other).toBeDefined();
    expect(before.topics.map((topic) => topic.code)).not.toContain(HEALTH);
  });

  it('leave out what is rejected, and nothing else', () => {
    const { after } = amend({ id: 'a', kind: 'reject_topic', code });
    expect(after.topics).toEqual(before.topics.slice(1));
    expect(after.amendments).toEqual([{ id: 'a', kind: 'reject_topic', effect: 'applied', label: told?.label }]);
    const { amendments: _, topics, ...rest } = after;
    const { topics: __, ...others } = before;
    expect(rest).toEqual(others);
    expect(topics).toHaveLength(before.topics.length - 1);
  });

  it('put what is added first, once', () => {
    const { after } = amend({ id: 'a', kind: 'add_topic', code: HEALTH }, { id: 'b', kind: 'add_topic', code: HEALTH });
    expect(after.topics).toEqual([{ code: HEALTH, label: 'health', score: 1, broader: [], evidence: [] }, ...before.topics]);
    expect(after.amendments?.map(({ effect, label }) => [effect, label])).toEqual([
      ['applied', 'health'],
      ['applied', 'health'],
    ]);
  });

  it.each([
    ['rejects a code that is none', { kind: 'reject_topic', code: 'medtop:1' }, 'unknown_topic'],
    ['adds a code that is none', { kind: 'add_topic', code: 'health' }, 'unknown_topic'],
    ['rejects a topic that was not told', { kind: 'reject_topic', code: HEALTH }, 'nothing_there'],
    ['adds a topic that was told', { kind: 'add_topic', code }, 'already_told'],
  ] as const)('have no effect: one that %s', (_, amendment, reason) => {
    const { after } = amend({ id: 'a', ...amendment });
    expect(after.topics).toEqual(before.topics);
    expect(after.amendments).toEqual([{ id: 'a', kind: amendment.kind, effect: 'none', reason }]);
  });

  it('count for neither side when they contradict each other', () => {
    const { after } = amend({ id: 'a', kind: 'reject_topic', code }, { id: 'b', kind: 'add_topic', code });
    expect(after.topics).toEqual(before.topics);
    expect(after.amendments?.map(({ reason }) => reason)).toEqual(['conflict', 'conflict']);
  });

  it("know a publisher's own topics alone, where there are such", () => {
    const taxonomy = { version: 'own/1', concepts: [{ code: 'own:1', label: 'Own', broader: [], terms: [], not: [] }] };
    const article = { id: 'a', text: TEXT };
    const amendments: readonly Amendment[] = [
      { id: 'a', kind: 'add_topic', code: 'own:1' },
      { id: 'b', kind: 'add_topic', code: HEALTH },
    ];
    const result = moderate(article, { ruleset: loadRuleset(), taxonomy, amendments });
    expect(result.topics.map(({ label }) => label)).toEqual(['Own']);
    expect(result.amendments?.map(({ reason }) => reason)).toEqual([undefined, 'unknown_topic']);
  });
});

describe('an amendment without effect', () => {
  const none = (format: 'text' | 'html', source: string, ...amendments: readonly Amendment[]) => {
    const { before, after } = amendArticle(source, format, amendments);
    expect({ ...after, amendments: [] }).toEqual({ ...before, amendments: [] });
    return after.amendments?.map(({ id, effect, reason }) => `${id} ${effect} ${reason}`);
  };
  const here = spanOf(TEXT, 'at noon');

  it.each([
    ['restores what stands', { kind: 'restore', ...here }, 'nothing_there'],
    ['removes what is gone', { kind: 'remove', ...spanOf(TEXT, ADVERT) }, 'nothing_there'],
    ['writes what is gone', { kind: 'replace', ...spanOf(TEXT, ADVERT), text: 'tide' }, 'nothing_there'],
    ['has an empty span', { kind: 'remove', start: 5, end: 5 }, 'out_of_range'],
    ['ends before it begins', { kind: 'restore', start: 5, end: 4 }, 'out_of_range'],
    ['begins before the text', { kind: 'remove', start: -1, end: 4 }, 'out_of_range'],
    ['ends behind the text', { kind: 'remove', start: 5, end: TEXT.length + 1 }, 'out_of_range'],
    ['has no whole offsets', { kind: 'remove', start: 0.5, end: 4 }, 'out_of_range'],
    ['has no numbers', { kind: 'remove', start: Number.NaN, end: Number.POSITIVE_INFINITY }, 'out_of_range'],
    ['names no finding', { kind: 'reclassify', ...here, rule: 'promo.line@2', to: 'fine' }, 'nothing_there'],
    ['names another rule', { kind: 'reclassify', ...spanOf(TEXT, ADVERT), rule: 'promo.x@1', to: 'fine' }, 'nothing_there'],
    ['names an entity of another type', { kind: 'reject_entity', name: 'Oskar Lindeval', type: 'ORG' }, 'nothing_there'],
    ['names no mention', { kind: 'reject_entity', ...here }, 'nothing_there'],
    ['writes half a character', { kind: 'replace', ...here, text: '\ud83d' }, 'ill_formed_text'],
    ['writes NUL', { kind: 'replace', ...here, text: '\0' }, 'ill_formed_text'],
  ] as const)('%s', (_, amendment, reason) => {
    expect(none('text', TEXT, { id: 'a', ...amendment })).toEqual([`a none ${reason}`]);
  });

  it('splits a character', () => {
    const text = `${TEXT}\n\nThe crews lit a 🔥 at the quay in the evening, as they do in every winter of this harbour.`;
    const at = text.indexOf('🔥') + 1;
    expect(none('text', text, { id: 'a', kind: 'remove', start: at, end: at + 5 })).toEqual(['a none splits_character']);
    expect(none('text', text, { id: 'a', kind: 'restore', start: 0, end: at })).toEqual(['a none splits_character']);
  });

  it.each([
    ['a tag', '<b>'],
    ['a part of a tag', 'href="/x"'],
    ['the beginning of a reference', 'Fish &am'],
    ['the end of a reference', 'mp; chips'],
    ['the inside of a reference', 'am'],
  ])('names %s', (_, words) => {
    const place = words === 'am' ? spanOf(PAGE, '&amp;') : spanOf(PAGE, words);
    const span = words === 'am' ? { start: place.start + 1, end: place.end - 2 } : place;
    expect(none('html', PAGE, { id: 'a', kind: 'remove', ...span })).toEqual(['a none inside_markup']);
  });

  it('contradicts another one: neither counts', () => {
    const text = spanOf(TEXT, 'on Monday at noon');
    expect(
      none('text', TEXT, { id: 'b', kind: 'remove', ...here }, { id: 'a', kind: 'replace', ...text, text: 'at dusk' }),
    ).toEqual(['a none conflict', 'b none conflict']);
    const advert = { ...spanOf(TEXT, ADVERT), rule: 'promo.line@2' };
    expect(
      none(
        'text',
        TEXT,
        { id: 'a', kind: 'reclassify', ...advert, to: 'fine' },
        { id: 'b', kind: 'reclassify', ...advert, to: 'boilerplate' },
      ),
    ).toEqual(['a none conflict', 'b none conflict']);
  });

  it('contradicts one that it does not touch at its end', () => {
    const inside = ['Monday', 'noon', 'evening'].map((word, index): Amendment => {
      return { id: `${index}`, kind: 'remove', ...spanOf(TEXT, word) };
    });
    const all: Amendment = { id: 'a', kind: 'remove', ...spanOf(TEXT, MEETING) };
    expect(none('text', TEXT, all, ...inside)).toEqual(['0', '1', '2', 'a'].map((id) => `${id} none conflict`));
  });

  it('reclassifies what an editor does', () => {
    const { after } = amendArticle(TEXT, 'text', [
      { id: 'a', kind: 'remove', ...here },
      { id: 'b', kind: 'reclassify', ...here, rule: 'editor.removal@1', to: 'profanity' },
    ]);
    expect(after.amendments?.map(({ reason }) => reason)).toEqual([undefined, 'nothing_there']);
    expect(after.findings.map(({ kind }) => kind)).not.toContain('profanity');
  });

  it('has the id of another one', () => {
    const twice: readonly Amendment[] = [
      { id: 'a', kind: 'remove', ...here },
      { id: 'a', kind: 'restore', ...spanOf(TEXT, ADVERT) },
    ];
    expect(none('text', TEXT, ...twice)).toEqual(['a none duplicate_id', 'a none duplicate_id']);
  });
});

describe('the limits of amendments', () => {
  it('leave out what is beyond, and say so', () => {
    const many = Array.from({ length: 10_001 }, (_, index): Amendment => {
      return { id: String(index).padStart(5, '0'), kind: 'restore', ...spanOf(TEXT, ADVERT) };
    });
    const { after } = amendArticle(TEXT, 'text', many);
    expect(after.amendments).toHaveLength(10_001);
    expect(after.amendments?.filter(({ effect }) => effect === 'none')).toEqual([
      { id: '10000', kind: 'restore', effect: 'none', reason: 'too_many' },
    ]);
    expect(after.incomplete).toEqual(['amendments']);
    expect(after.verdict.reasons).toContain('the stage amendments is incomplete');
  });

  it('refuse a text that is too long, and texts that are too long together', () => {
    const replace = (id: string, words: string, length: number): Amendment => {
      return { id, kind: 'replace', ...spanOf(TEXT, words), text: 'x'.repeat(length) };
    };
    const one = amendArticle(TEXT, 'text', [replace('a', 'noon', 100_001), replace('b', 'Monday', 6)]).after;
    expect(one.amendments?.map(({ effect, reason }) => reason ?? effect)).toEqual(['too_large', 'applied']);
    expect(one.incomplete).toEqual(['amendments']);
    const words = ['noon', 'Monday', 'evening', 'harbour', 'pilots', 'boats', 'crews', 'March', 'quay', 'ministry', 'berth'];
    const all = amendArticle(
      TEXT,
      'text',
      words.map((word, index) => replace(String.fromCharCode(97 + index), word, 100_000)),
    ).after;
    expect(all.amendments?.map(({ effect, reason }) => reason ?? effect)).toEqual([...Array(10).fill('applied'), 'too_large']);
  });
});

describe('what a page has beside its article', () => {
  const asked = 'Subscribe to our newsletter and never miss a tide of the harbour again.';
  const hidden = 'Some hidden words that no reader of this page was meant to see at all.';
  const page = PAGE.replace(
    '<p>The council',
    `<div class="newsletter"><p>${asked}</p></div><p hidden>${hidden}</p><p>The council`,
  );
  const amend = (...amendments: readonly Amendment[]) => amendArticle(page, 'html', amendments);

  it('is restored block by block, the rest of it is left out', () => {
    const result = amend({ id: 'a', kind: 'restore', ...spanOf(page, 'never miss') });
    expect(result.before.text).not.toContain(asked);
    expect(result.after.text).toContain(asked);
    expect(result.after.text).not.toContain('Home');
    expect(result.after.amendments).toEqual([{ id: 'a', kind: 'restore', effect: 'applied' }]);
    expect(amendedFindings(result).every((finding) => 'points' in finding && finding.points === 0)).toBe(true);
    expect(result.after.quality.score).toBe(result.before.quality.score);
  });

  it('asks for a person no more when hidden text was looked at', () => {
    const place = spanOf(page, hidden);
    const { before, after } = amend({ id: 'a', kind: 'restore', ...place });
    expect(before.verdict.reasons).toContain('hidden_text always asks for a person');
    expect(after.verdict.reasons).not.toContain('hidden_text always asks for a person');
    expect(after.text).toContain(hidden);
    const fine = amend({ id: 'a', kind: 'reclassify', ...place, rule: 'hidden.markup@1', to: 'fine' }).after;
    expect(fine.text).toBe(after.text);
    expect(fine.findings.find(({ rule }) => rule === 'hidden.markup@1')).toMatchObject({ points: 0, amended: { as: 'fine' } });
  });

  it('is restored out of the midst of others, which stay left out', () => {
    const more = page.replace('</p></div>', '</p><p>Two letters a week, written by hand.</p></div>');
    const { before, after } = amendArticle(more, 'html', [{ id: 'a', kind: 'restore', ...spanOf(more, asked) }]);
    expect(before.text).not.toContain('Two letters');
    expect(after.text).not.toContain('Two letters');
    const found = after.findings.filter(({ rule, start }) => rule === 'page.left-out@1' && start >= more.indexOf(asked));
    expect(found.map(({ action, start, end }) => [action, more.slice(start, end)])).toEqual([
      ['flagged', asked],
      ['removed', 'Two letters a week, written by hand.'],
    ]);
  });

  it('takes the points of the kind that people give it', () => {
    const place = { ...spanOf(page, asked), rule: 'page.left-out@1' };
    const { before, after } = amend({ id: 'a', kind: 'reclassify', ...place, to: 'spam_insert' });
    expect(after.quality.score).toBe(before.quality.score - 4);
  });

  it('can be restored and written anew at once', () => {
    const { after } = amend(
      { id: 'a', kind: 'restore', ...spanOf(page, asked) },
      { id: 'b', kind: 'replace', ...spanOf(page, 'newsletter and'), text: '<i>tide</i> &' },
    );
    expect(after.text).toContain('Subscribe to our <i>tide</i> & never miss');
  });
});

describe('an article of which the machine took nothing, because it would be too much', () => {
  const adverts = ['TOWER20', 'LAMP15', 'QUAY30', 'TIDE40'].map((code) => ADVERT.replace('TOWER20', code).replace('882', code));
  const text = join(TITLE, ...adverts, QUAY);

  it('keeps what a person left when he takes some out', () => {
    const removals = adverts.slice(1).map((advert, index): Amendment => {
      return { id: `${index}`, kind: 'remove', ...spanOf(text, advert) };
    });
    const { before, after } = amendArticle(text, 'text', removals);
    expect(before.text).toBe(text);
    expect(after.text).toBe(join(TITLE, ...adverts.slice(0, 1), QUAY));
    // By itself the machine would take out what is left of them.
    expect(amendArticle(after.text, 'text', []).before.text).not.toBe(after.text);
  });
});

describe('amendments of an article that came as bytes, or with another recogniser', () => {
  const amendments: readonly Amendment[] = [{ id: 'a', kind: 'restore', ...spanOf(TEXT, ADVERT) }];

  it('count offsets of its text, whatever its encoding', () => {
    const encoding = { name: 'windows-1252', from: 'detected', confidence: 0.8, replaced: 0 } as const;
    const plain = amendArticle(TEXT, 'text', amendments).after;
    const { after } = amendArticle(TEXT, 'text', amendments, { encoding });
    expect(after).toEqual({ ...plain, original: { ...plain.original, encoding } });
  });

  it('reject what the recogniser found', async () => {
    const recogniser = {
      name: 'test',
      recognise: async (passages: readonly { readonly text: string }[]) =>
        passages.map(({ text }) => (text.includes('Oskar') ? [{ start: 0, end: 5, type: 'ORG' as const, confidence: 0.9 }] : [])),
    };
    const rejected: Amendment = { id: 'b', kind: 'reject_entity', name: 'Oskar', type: 'ORG' };
    const context = { ruleset: loadRuleset(), recogniser };
    const before = await moderateWith({ id: 'a', text: TEXT }, { ...context, amendments });
    expect(before.entities.map(({ name }) => name)).toEqual(['Oskar']);
    const after = await moderateWith({ id: 'a', text: TEXT }, { ...context, amendments: [...amendments, rejected] });
    expect(after.text).toContain(ADVERT);
    expect(after.entities).toEqual([]);
    expect(after.amendments?.map(({ effect }) => effect)).toEqual(['applied', 'applied']);
  });
});
