import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeWant } from '../../src/faults/describe-want.ts';
import { amendmentsSchema } from '../../src/schema/amendments-schema.ts';
import { articleSchema } from '../../src/schema/article-schema.ts';

const ARTICLE = { id: 'a', text: 'Words.' };

describe('what is wanted', () => {
  it.each([
    ['a field that is missing', articleSchema, { id: 'a' }, 'missing; text is wanted'],
    ['a number in place of text', articleSchema, { id: 'a', text: 1 }, 'text is wanted, not a number'],
    ['a list in place of text', articleSchema, { id: 'a', text: [] }, 'text is wanted, not a list'],
    ['part of a number', articleSchema, { ...ARTICLE, revision: 1.5 }, 'a whole number is wanted, not a number'],
    ['text in place of an article', articleSchema, 'words', 'an object with named fields is wanted, not text'],
    ['nothing in place of a list', z.array(z.string()), null, 'a list is wanted, not null'],
    ['a date that is none', articleSchema, { ...ARTICLE, publishedAt: 'soon' }, 'Invalid ISO date, or Invalid ISO datetime'],
    ['a date that is a number', articleSchema, { ...ARTICLE, publishedAt: 5 }, 'text is wanted, not a number'],
    ['a field of another name', articleSchema, { ...ARTICLE, body: '' }, 'unknown field "body"'],
    [
      'a part of one kind of several',
      amendmentsSchema,
      [{ id: 'a', kind: 'restore', start: '5', end: 9 }],
      'start: a number is wanted, not text',
    ],
    ['too little', articleSchema, { ...ARTICLE, id: '' }, 'Too small: expected string to have >=1 characters'],
  ])('is told of %s', (_, schema, value, message) => {
    const issue = schema.safeParse(value).error?.issues[0];
    expect(issue && describeWant(issue)).toBe(message);
  });
});
