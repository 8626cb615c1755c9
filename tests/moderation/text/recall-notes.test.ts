import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../src/index.ts';
import { parse } from '../../../src/moderation/parse/parse.ts';
import { recallNotes } from '../../../src/moderation/text/recall-notes.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const line = (number: number): string => `Line ${number} of the harbour ledger says what was paid that day.`;

describe('recallNotes', () => {
  it('gives the notes on a text that stood in another article', () => {
    const notes = recallNotes('Subscribe to the Merrow Gazette.');
    expect(notes?.text).toBe('Subscribe to the Merrow Gazette.');
    expect(recallNotes('Subscribe to the Merrow Gazette.')).toBe(notes);
  });

  it('keeps none of a text that is too long to come again', () => {
    expect(recallNotes('tide '.repeat(500))).toBeUndefined();
  });

  it('forgets what did not come again, and keeps what did', () => {
    const once = recallNotes('A line that comes once.');
    const often = recallNotes('A line that comes often.');
    for (let at = 0; at < 12_000; at++) {
      recallNotes(line(at));
      if (at % 1_000 === 0) recallNotes('A line that comes often.');
    }
    expect(recallNotes('A line that comes often.')).toBe(often);
    expect(recallNotes('A line that comes once.')).not.toBe(once);
  });

  it('holds a few megabytes, however short the texts are', () => {
    for (let at = 0; at < 20_000; at++) recallNotes(`0${at}`);
    const before = heapUsed();
    for (let at = 0; at < 200_000; at++) recallNotes(`${at}`);
    expect(heapUsed() - before).toBeLessThan(8e6);
  });

  it('does not hold the articles in which the texts stood', () => {
    const article = (number: number): string => `${line(number)}\n\n${`${number} crews. `.repeat(100_000)}`;
    const read = (number: number): void => {
      const text = article(number);
      parse(text, { id: 'a', text });
    };
    read(0);
    const before = heapUsed();
    for (let number = 1; number <= 60; number++) read(number);
    // Together the articles have some 60 MB.
    expect(heapUsed() - before).toBeLessThan(15e6);
  });

  it('does not hold an article of which a paragraph was compared with another one', () => {
    const ruleset = loadRuleset();
    const words = (number: number, count: number): string =>
      Array.from({ length: count }, (_, at) => `w${(at * (number + 3)) % 487}`).join(' ');
    const read = (number: number): void => {
      const head = words(number, 40);
      // The long paragraph is not copied for its notes: it is a view of the article.
      const text = `Harbour ledger\n\n${head} ${words(number, 400)}.\n\n${'So it went on. '.repeat(60_000)}\n\n${head} and so on.`;
      expect(moderate({ id: 'a', text }, { ruleset }).findings.map(({ rule }) => rule)).toContain('duplicate.near@2');
    };
    read(0);
    const before = heapUsed();
    for (let number = 1; number <= 20; number++) read(number);
    // Together the articles have some 18 MB.
    expect(heapUsed() - before).toBeLessThan(8e6);
  }, 60_000);
});
