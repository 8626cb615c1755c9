import { describe, expect, it } from 'vitest';
import { errorCode } from '../../../src/service/telemetry/error-code.ts';

describe('errorCode', () => {
  it.each([
    [Object.assign(new Error('the article says …'), { code: 'deadline' }), 'deadline'],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'econnrefused'],
    [Object.assign(new Error('x'), { code: '57P01' }), '57p01'],
    [Object.assign(new Error('x'), { code: 'the buried words of an article' }), 'error'],
    [Object.assign(new Error('x'), { code: 'no-hyphens' }), 'error'],
    [new TypeError('the text "…" is bad'), 'typeerror'],
    ['a string with text of an article', 'unknown'],
    [undefined, 'unknown'],
  ])('of %s is %s', (error, code) => {
    expect(errorCode(error)).toBe(code);
  });
});
