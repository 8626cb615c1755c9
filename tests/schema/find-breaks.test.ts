import { describe, expect, it } from 'vitest';
import { findBreaks, type LineSchema } from './find-breaks.ts';

const line = (event: string, properties: Record<string, LineSchema>, required: readonly string[] = []): LineSchema => ({
  type: 'object',
  properties: { event: { type: 'string', const: event }, ...properties },
  required: ['event', ...required],
});
const schema = (...lines: readonly LineSchema[]): LineSchema => ({ anyOf: lines });

const BEFORE = schema(
  line(
    'a.b',
    {
      count: { type: 'integer' },
      word: { type: 'string', enum: ['one', 'two'] },
      list: { type: 'array', items: { type: 'string' } },
      byName: { type: 'object', additionalProperties: { type: 'integer' } },
    },
    ['count'],
  ),
);
const [KNOWN = {}] = BEFORE.anyOf ?? [];
const { properties = {} } = KNOWN;
const change = (changed: Record<string, LineSchema>, required = KNOWN.required ?? []) =>
  schema({ ...KNOWN, properties: { ...properties, ...changed }, required });

describe('findBreaks', () => {
  it.each<[string, LineSchema, readonly string[]]>([
    ['nothing new', BEFORE, []],
    ['a new event', schema(KNOWN, line('c.d', {})), []],
    ['a new field', change({ more: { type: 'string' } }), []],
    ['a new word', change({ word: { type: 'string', enum: ['one', 'two', 'three'] } }), []],
    ['a field that is always there now', change({}, ['event', 'count', 'word']), []],
    ['an event that is gone', schema(line('c.d', {})), ['a.b: is gone']],
    [
      'a field that is gone',
      schema(line('a.b', {}, ['count'])),
      ['count', 'word', 'list', 'byName'].map((name) => `a.b.${name}: is gone`),
    ],
    ['another type', change({ count: { type: 'string' } }), ['a.b.count: was integer, is string']],
    ['a field that may be absent', change({}, ['event']), ['a.b.count: may be absent now']],
    ['a word that is gone', change({ word: { type: 'string', enum: ['one'] } }), ['a.b.word: "two" is gone']],
    ['a list of words that is none any more', change({ word: { type: 'string' } }), ['a.b.word: is no list of words any more']],
    ['other items', change({ list: { type: 'array', items: { type: 'number' } } }), ['a.b.list[]: was string, is number']],
    [
      'other values by name',
      change({ byName: { type: 'object', additionalProperties: { type: 'number' } } }),
      ['a.b.byName{}: was integer, is number'],
    ],
  ])('finds in %s what breaks a reader', (_, after, breaks) => {
    expect(findBreaks(BEFORE, after)).toEqual(breaks);
  });
});
