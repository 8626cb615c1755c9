import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDataScript } from '../../../../../src/moderation/read/html/metadata/parse-data-script.ts';

describe('parseDataScript', () => {
  it.each([
    ['plain', '{"name":"Ada"}'],
    ['with a comment around it', '\n<!--\n{"name":"Ada"}\n-->\n'],
    ['with CDATA around it', '<![CDATA[{"name":"Ada"}]]>'],
    ['with CDATA in line comments', '\n//<![CDATA[\n{"name":"Ada"}\n//]]>\n'],
    ['with CDATA in block comments', '/*<![CDATA[*/{"name":"Ada"}/*]]>*/'],
    ['with a comma behind the last member', '{"name":"Ada", }'],
    ['with a semicolon behind it', '<!-- {"name":"Ada"} -->;'],
  ])('reads data %s', (_, text) => {
    expect(parseDataScript(text)).toEqual({ name: 'Ada' });
  });

  it('reads strings over several lines, and leaves commas in strings', () => {
    expect(parseDataScript('{"a":"one\ntwo, ]","b":["\\",}",1,\n],}')).toEqual({ a: 'one two, ]', b: ['",}', 1] });
  });

  it.each(['', 'Ada', '{', '{"a":', '{"a":"', '{"a":"\\', '[1,,2]', '{a:1}'])('takes %j for no data', (text) => {
    expect(parseDataScript(text)).toBeUndefined();
  });

  it('never fails', () => {
    const signs = fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', 'a', '1', '\n', '<!--', '-->', ']]>');
    fc.assert(
      fc.property(fc.array(signs), (parts) => {
        parseDataScript(parts.join(''));
      }),
    );
  });
});
