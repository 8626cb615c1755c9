import { describe, expect, it } from 'vitest';
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
    ['leftover.lorem-ipsum@1', 'Lorem ipsum dolor sit amet, consectetur.'],
  ])('%s takes the line %j', (rule, line) => {
    expect(detectLine(line)).toContainEqual([rule, 'removed', line]);
  });

  it('sees through width, case and zero-width characters', () => {
    const line = 'Ｊｏｉｎ our Tele\u200bgram now';
    expect(detectLine(line)).toContainEqual(['spam.messenger-invite@1', 'removed', line]);
  });

  it('never takes the title', () => {
    expect(detectText(`Subscribe now\n\n${OPENING}`, 'Subscribe now')).toEqual([]);
  });

  it('flags what a language model says about itself, by the sentence', () => {
    const line = 'As an AI language model, I cannot know prices. The fish market opened at six and closed again at noon.';
    const sentence = 'As an AI language model, I cannot know prices.';
    expect(detectLine(line)).toEqual([['leftover.assistant-disclaimer@1', 'flagged', sentence]]);
  });

  it('respects the zone of a rule', () => {
    const line = 'Terms of service';
    expect(detectText(`${OPENING}\n\n${line}\n\n${CLOSING}`)).toEqual([]);
    expect(detectText(`${OPENING}\n\n${line}`)).toContainEqual(['boilerplate.cookie-notice@1', 'removed', line]);
  });
});
