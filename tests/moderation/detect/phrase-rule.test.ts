import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../src/index.ts';
import { CLOSING, detectLine, detectText, OPENING } from './detect-text.ts';

describe('phrase rules', () => {
  it.each([
    ['spam.exchange-discount@1', '▶ [Coinbay] Transaction fee 0% discount CODE◀'],
    ['spam.buy-now@1', 'Buy now and save on every rope!'],
    ['spam.messenger-invite@1', '🔥 Join our Telegram for signals'],
    ['spam.advert-label@1', 'ADVERTISEMENT'],
    ['boilerplate.view-all@1', 'View all'],
    ['boilerplate.share-line@1', 'Share this article'],
    ['boilerplate.related-posts@1', 'You may also like'],
    ['spam.advert-label@1', 'Article continues after this ad'],
    ['boilerplate.share-line@1', 'Print this page'],
    ['boilerplate.view-all@1', 'Click here to read the full story'],
    ['boilerplate.newsletter-prompt@1', 'Abonnez-vous à notre newsletter pour lire nos nouvelles du port.'],
    ['boilerplate.cookie-notice-inside@1', 'Wir verwenden Cookies, um diese Seite zu verbessern.'],
    ['leftover.lorem-ipsum@1', 'Lorem ipsum dolor sit amet, consectetur.'],
    ['leftover.lorem-ipsum-line@1', 'Lorem ipsum dolor sit amet.'],
  ])('%s takes the line %j', (rule, line) => {
    expect(detectLine(line)).toContainEqual([rule, 'removed', line]);
  });

  it('sees through width, case and zero-width characters', () => {
    const line = 'Ｊｏｉｎ our Tele\u200bgram now';
    expect(detectLine(line)).toContainEqual(['spam.messenger-invite@1', 'removed', line]);
  });

  it('leaves rights that a clause reserves, and takes the notice of a page', () => {
    expect(detectLine('All rights reserved under the third section of the charter pass to the pilots.')).toEqual([]);
    const notice = 'Quay Media Ltd. All rights reserved.';
    expect(detectLine(notice)).toEqual([['boilerplate.rights-inside@1', 'removed', notice]]);
  });

  it('never takes the title', () => {
    expect(detectText(`Subscribe now\n\n${OPENING}`, 'Subscribe now')).toEqual([]);
  });

  it('flags what a language model says about itself, by the sentence', () => {
    const line = 'As an AI language model, I cannot know prices. The fish market opened at six and closed again at noon.';
    const sentence = 'As an AI language model, I cannot know prices.';
    expect(detectLine(line)).toEqual([['leftover.assistant-disclaimer@1', 'flagged', sentence]]);
  });

  it.each([
    'The letter read: “Double your pay in a week! Join our Telegram channel for signals of the tide.” Forty crews did.',
    'The letter read: "Double your pay in a week! Join our Telegram channel for signals of the tide." Forty crews did.',
    'Im Brief stand: „Mehr Lohn in einer Woche! Join our Telegram channel for signals of the tide.“ Vierzig taten es.',
    'La lettre disait : « Plus d’argent ! Join our Telegram channel for signals of the tide. » Quarante l’ont fait.',
  ])('flags what a quotation of several sentences tells: %j', (line) => {
    expect(detectLine(line).map(([rule, action]) => [rule, action])).toContainEqual(['spam.inserted-sentence@1', 'flagged']);
  });

  it('leaves a sentence about filler text to a person', () => {
    const line = 'Lorem ipsum dolor sit amet is what printers set when they have no text.';
    expect(detectLine(line)).toEqual([['leftover.lorem-ipsum-inside@1', 'flagged', line]]);
  });

  it('takes an advert behind a quotation that has ended', () => {
    const advert = 'Join our Telegram channel for signals of the tide today.';
    expect(detectLine(`“The tide is late,” said the harbour master. ${advert} The ferry came.`)).toContainEqual([
      'spam.inserted-sentence@1',
      'removed',
      advert,
    ]);
  });

  it('shows the beginning of a match that has no end', () => {
    const text = `${OPENING}\n\nTransaction fee ${'9'.repeat(30_000)}% discount\n\n${CLOSING}`;
    const found = moderate({ id: 'a', text }, { ruleset: loadRuleset() }).findings;
    const matched = found.find(({ rule }) => rule === 'spam.exchange-discount@1')?.evidence.matched;
    expect(matched).toMatch(/^Transaction fee 9{100,110}…$/u);
  });

  it('respects the zone of a rule', () => {
    const line = 'Terms of service';
    expect(detectText(`${OPENING}\n\n${line}\n\n${CLOSING}`)).toEqual([]);
    expect(detectText(`${OPENING}\n\n${line}`)).toContainEqual(['boilerplate.cookie-notice@1', 'removed', line]);
  });
});
