import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EDITOR_KINDS, FINDING_ACTIONS, FINDING_KINDS } from '../../src/moderation/model/finding.ts';
import { deskArticleShape } from '../../src/service/api/desk/shapes/desk-article-shape.ts';
import { PROBLEMS } from '../../src/service/api/problems.ts';
import { REVIEW_REASONS } from '../../src/service/review/review-reasons.ts';
import { messages } from '../../web/src/messages/en.ts';
import { say, sayNamed, sayReason } from '../../web/src/messages/say.ts';
import { sayAppeal } from '../../web/src/parts/say-appeal.ts';
import { sayCount } from '../../web/src/parts/say-count.ts';

const FOLDER = join(import.meta.dirname, '../../web/src');
const sources = globSync('**/*.{ts,tsx}', { cwd: FOLDER }).filter((path) => !path.includes('messages'));
const code = sources.map((path) => readFileSync(join(FOLDER, path), 'utf8')).join('\n');
/** Prefixes of keys that are made when the page runs. */
const MADE = [...code.matchAll(/say(?:Named)?\((?:`([a-z_]+)[._]\$\{|'([a-z_]+)', )/gu)].map(([, a, b]) => a ?? b ?? '');

describe('texts of the page', () => {
  it('are all used', () => {
    const unused = Object.keys(messages).filter((key) => {
      const [prefix = ''] = key.split('.');
      return !code.includes(`'${key}'`) && !MADE.includes(prefix) && !code.includes(`\`${prefix}.`);
    });
    expect(unused).toEqual([]);
  });

  it('stand in their file, not in the parts of the page', () => {
    const parts = sources.filter((path) => path.endsWith('.tsx'));
    expect(parts.length).toBeGreaterThan(20);
    const words = parts.flatMap((path) => {
      const text = readFileSync(join(FOLDER, path), 'utf8');
      const between = [
        ...text.matchAll(/^\s+([A-Z][a-z]+(?: [a-z]+)+\.?)$/gmu),
        ...text.matchAll(/<[a-z][^<>]*>\s*([A-Za-z][a-z ]+)\s*<\//gu),
      ];
      const attributes = [...text.matchAll(/(?:aria-label|title|placeholder|alt)="([^"]+)"/gu)];
      return [...between, ...attributes].map(([, found]) => `${path}: ${found}`);
    });
    expect(words).toEqual([]);
  });

  it('name every kind of finding and what was done about it', () => {
    for (const kind of [...FINDING_KINDS, ...EDITOR_KINDS]) expect(Object.keys(messages)).toContain(`kind.${kind}`);
    for (const action of FINDING_ACTIONS) expect(Object.keys(messages)).toContain(`action.${action}`);
  });

  it('say of every problem that a route of the desk names what to do', () => {
    const folder = join(import.meta.dirname, '../../src/service/api/desk');
    const routes = globSync('**/*.ts', { cwd: folder }).map((path) => readFileSync(join(folder, path), 'utf8'));
    const named = Object.keys(PROBLEMS).filter((problem) => routes.some((text) => text.includes(`'${problem}'`)));
    expect(named.length).toBeGreaterThan(30);
    // Of any request.
    const always = ['invalid', 'internal', 'forbidden', 'signed_out', 'bad_csrf', 'busy', 'closing', 'store_unavailable'];
    const silent = [...always, ...named].filter((problem) => !Object.hasOwn(messages, `problem.${problem}`));
    expect(silent).toEqual([]);
  });

  it('name every reason', () => {
    for (const reason of Object.values(REVIEW_REASONS).flat()) expect(Object.keys(messages)).toContain(`reason.${reason}`);
  });

  it('say of every closed appeal that it was closed, and why', () => {
    const { closedReason } = deskArticleShape.shape.appeals.element.shape;
    const reasons = [...closedReason.unwrap().options, null];
    const at = '2026-01-01T00:00:00.000Z';
    const said = reasons.map((reason) => sayAppeal({ endedAt: at, upheld: null, closedReason: reason }));
    expect([new Set(said).size, said.filter((text) => text.startsWith('Closed: '))]).toEqual([4, said]);
    expect(sayAppeal({ endedAt: null, upheld: null, closedReason: null })).toBe('Nobody has decided it yet.');
    expect([true, false].map((upheld) => sayAppeal({ endedAt: at, upheld, closedReason: null }))).toEqual([
      'Upheld.',
      'Dismissed.',
    ]);
  });

  it('take values and choose their form', () => {
    expect(say('queue.loaded', { count: 1 })).toBe('1 article');
    expect(say('queue.loaded', { count: 1200 })).toBe('1,200 articles');
    expect([sayCount(9999), sayCount(10_000)]).toEqual(['9,999', '10,000+']);
    expect(say('keys.taken', { key: 'a', act: 'Accept' })).toBe('a is taken by “Accept”.');
    expect(sayNamed('event', 'never.heard')).toBe('never heard');
    expect(sayReason('hidden_text always asks for a person')).toBe('hidden text always asks for a person');
  });
});
