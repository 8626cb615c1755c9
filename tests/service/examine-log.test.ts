import { describe, expect, it } from 'vitest';
import { exampleLine } from '../log-report/example-lines.ts';
import { listLogFaults } from './check-process-logs.ts';
import { CANARY, examineLog, findLeaks } from './examine-log.ts';

const LINE = exampleLine('article.received');
const with_ = (fields: object): string => `${exampleLine('article.received', { ...fields })}\n`;

describe('examineLog', () => {
  it('finds nothing in lines that keep the contract', () => {
    expect(examineLog(`${LINE}\n${exampleLine('delivery.failed')}\n`)).toEqual({ lines: 2, broken: [], leaks: [], torn: 0 });
    expect(examineLog('')).toEqual({ lines: 0, broken: [], leaks: [], torn: 0 });
  });

  it.each([
    ['a field more', with_({ text: 'The council met.' })],
    ['a field less', with_({ characters: undefined })],
    ['a field of another kind', with_({ characters: 'many' })],
    ['an event that is none', LINE.replace('article.received', 'article.dreamt')],
    ['words', 'The desk is up\n'],
    ['two lines in one', `${LINE.slice(0, 40)}${LINE}\n`],
    ['half a line of a process that was not killed', LINE.slice(0, 40)],
  ])('finds %s', (_, log) => {
    expect(examineLog(log).broken).toHaveLength(1);
  });

  it('lets only the last line of a killed process be torn', () => {
    expect(examineLog(`${LINE}\n${LINE.slice(0, 40)}`, { isKilled: true })).toEqual({ lines: 1, broken: [], leaks: [], torn: 1 });
    expect(examineLog(`${LINE.slice(0, 40)}\n${LINE}\n`, { isKilled: true }).broken).toHaveLength(1);
  });

  it.each([
    ['a canary', CANARY],
    ['a canary in capitals and without its hyphen', 'CANARY9F2E77'],
    ['the address of a page', 'https://gazette.example/a'],
    ['the address of a database', 'postgres://copydesk:secret@db/copydesk'],
    ['a key', `ck_0a1b2c_${'d3'.repeat(32)}`],
    ['the secret of a webhook', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  ])('finds %s, in a torn line too', (_, secret) => {
    expect(examineLog(with_({ tenant: secret })).leaks.length).toBeGreaterThan(0);
    expect(examineLog(`{"code":"${secret}`, { isKilled: true }).leaks.length).toBeGreaterThan(0);
  });

  it('finds what it is told to look for', () => {
    expect(findLeaks(LINE, ['harbour-feed'])).toHaveLength(1);
    expect(findLeaks(LINE, ['nowhere'])).toEqual([]);
  });
});

describe('listLogFaults', () => {
  it('takes of what a process says the lines of its log', () => {
    const broken = LINE.replace('"characters"', '"words"');
    expect(listLogFaults([`The desk is up\n${LINE}\nBye\n`, ''], {})).toEqual([]);
    expect(listLogFaults([`The desk is up\n${broken}\nBye\n`, ''], {})).toHaveLength(1);
  });
});
