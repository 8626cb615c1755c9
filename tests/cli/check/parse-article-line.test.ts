import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticleLine } from '../../../src/cli/check/parse-article-line.ts';

const parse = (line: string) => parseArticleLine(new TextEncoder().encode(line));
const isJson = (line: string): boolean => {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
};

describe('a line that is not JSON', () => {
  it.each([
    ['{"id":"x","text": PRIVATEWORDS}', 'not JSON: fault at character 19 of the line'],
    ['{"id":"x","text":"one" "PRIVATE" "WORDS"}', 'not JSON: fault at character 24 of the line'],
    ['{"id":"x","text":"PRIVATE\\WORDS"}', 'not JSON: fault at character 27 of the line'],
    ['{"id":"x","text":"PRIVATEWORDS', 'not JSON: fault at character 31 of the line'],
    ['{"id":"x","text":["PRIVATEWORDS",]}', 'not JSON: fault at character 34 of the line'],
    ['{"id":"x"} PRIVATEWORDS', 'not JSON: fault at character 12 of the line'],
    ['PRIVATEWORDS in JSON at position 7', 'not JSON: fault at character 1 of the line'],
    ['[object Object]', 'not JSON: fault at character 2 of the line'],
    ['{"id":"x","text":', 'not JSON: it breaks off'],
  ])('is told by its place and not by its words: %s', (line, message) => {
    expect(parse(line)).toEqual({ code: 'bad_json', message });
  });

  it('never has a word of it in the message', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]":,\\Ω 1-') }), (line) => {
        fc.pre(!isJson(line));
        expect(parse(line)).toMatchObject({
          message: expect.stringMatching(/^not JSON: (?:it breaks off|fault at character \d+ of the line)$/u),
        });
      }),
    );
  });
});
