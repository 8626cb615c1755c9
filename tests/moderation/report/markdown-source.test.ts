import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../src/index.ts';
import { editMarkdownSource } from '../../../src/moderation/report/markdown-source/edit-markdown-source.ts';
import { toMarkdown } from '../../../src/moderation/report/to-markdown.ts';

const ruleset = loadRuleset();
const check = (text: string) => moderate({ id: 'a', text, format: 'markdown' }, { ruleset });

const TOKEN = 'kJ8sdf9sKJHsd8f7sdKJHsdf87sdfkjhSDF87sd';
const SHARE = 'Share this article on Facebook';
const HEAD = '# The night ferry sails again\n\n';
const FIRST = 'The harbour master said on Monday that the ferry would leave at noon and that nobody in Merrow minded.';
const LAST = 'Passengers waited on the quay until the evening, when the rain had stopped and the lamps were lit.';

/** Markdown out of `body` between two paragraphs, without them. */
function clean(body: string): string | undefined {
  const source = `${HEAD}${FIRST}\n\n${body}\n\n${LAST}\n`;
  const before = `${HEAD}${FIRST}\n\n`;
  const out = editMarkdownSource(check(source), source);
  if (!out?.startsWith(before) || !out.endsWith(`${LAST}\n`)) return out;
  return out.slice(before.length, -LAST.length - 1);
}

describe('editMarkdownSource', () => {
  it.each([
    [
      'nothing',
      'All was **well** with [it](/x "y"), `she  said`, &amp; more\\!',
      'All was **well** with [it](/x "y"), `she  said`, &amp; more\\!\n\n',
    ],
    ['a paragraph with its blank line', SHARE, ''],
    ['a paragraph of emphasis', `***${SHARE}***`, ''],
    ['a link', `[${SHARE}](https://x.example "y")`, ''],
    ['a heading', `## ${SHARE}`, ''],
    ['an underlined heading', `${SHARE}\n---`, ''],
    [
      'a heading between lines without blank lines',
      `All was well.\n## ${SHARE}\nAnd so it stayed.`,
      'All was well.\n\nAnd so it stayed.\n\n',
    ],
    ['a list item', `- one of them\n- ${SHARE}\n- two of them`, '- one of them\n- two of them\n\n'],
    ['the first item', `1. **${SHARE}**\n2. two of them`, '2. two of them\n\n'],
    [
      'the last item of an inner list',
      `- one of them\n  - two of them\n  - ${SHARE}\n- three of them`,
      '- one of them\n  - two of them\n- three of them\n\n',
    ],
    ['a whole list', `- ${SHARE}\n- *${SHARE}*`, ''],
    ['a line of a quote', `> one of them\n>\n> ${SHARE}\n>\n> two of them`, '> one of them\n>\n> two of them\n\n'],
    ['a whole quote', `> ${SHARE}`, ''],
    ['a block of HTML', `<div class="x">\n${SHARE}\n</div>`, ''],
    ['emphasis in a line', `All **${TOKEN}** was *well* that day.`, 'All was *well* that day.\n\n'],
    ['a link in a line', `All [${TOKEN}](/x) was *well* that day.`, 'All was *well* that day.\n\n'],
    ['code in a line', `All \`${TOKEN}\` was *well* that day.`, 'All was *well* that day.\n\n'],
    ['the beginning of emphasis', `All **${TOKEN} was well** that day.`, 'All **was well** that day.\n\n'],
    ['the end of emphasis', `All **was well ${TOKEN}** that day.`, 'All **was well** that day.\n\n'],
    [
      'a line of a paragraph in a quote',
      `> All was well.\n> ${TOKEN}\n> And so it stayed.`,
      '> All was well.\n> And so it stayed.\n\n',
    ],
    ['what stood before something like a list', `${TOKEN} - all was well that day.`, '\\- all was well that day.\n\n'],
    ['a note and what refers to it', `All was well.[^1]\n\n[^1]: ${SHARE}`, 'All was well.\n\n'],
    ['pictures stay', `![a](b.png)\n\n${SHARE}`, '![a](b.png)\n\n'],
  ])('takes out %s', (_, body, expected) => {
    expect(clean(body)).toBe(expected);
  });

  it('gives what reads as the cleaned text and is cleaned no further', () => {
    const noise = fc.constantFrom(SHARE, TOKEN, `[${SHARE}](https://x.example)`, '© 2024 Merrow Herald. All rights reserved.');
    const good = fc.constantFrom(
      FIRST,
      LAST,
      'The price is 5 \\* 3 &lt; 20, as the `clerk` wrote in her book~~let~~.',
      `**Two hundred** came to see the [ship](/b "t").`,
    );
    const marked = fc.tuple(fc.constantFrom('', '*', '**', '~~', '`'), noise).map(([mark, text]) => mark + text + mark);
    const lines = fc
      .array(fc.oneof({ weight: 3, arbitrary: good }, marked), { minLength: 1, maxLength: 3 })
      .chain((parts) => fc.constantFrom(' ', '\n').map((by) => parts.join(by)));
    const indent = (text: string, by: string) => text.replaceAll('\n', `\n${by}`);
    const { block } = fc.letrec<{ block: string }>((tie) => {
      const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 });
      return {
        block: fc.oneof(
          { maxDepth: 2 },
          lines,
          noise.map((text) => `## ${text}`),
          fc.constantFrom('***', '![a](b "t")', `\`\`\`\n${SHARE}\n\`\`\``, `| a | b |\n|---|---|\n| ${TOKEN} | c |`),
          blocks.map((inner) => `> ${indent(inner.join('\n\n'), '> ')}`),
          blocks.map((inner) => inner.map((item) => `- ${indent(item, '  ')}`).join('\n')),
        ),
      };
    });
    const article = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => `${HEAD}${blocks.join('\n\n')}\n`);
    fc.assert(
      fc.property(article, (source) => {
        const result = check(source);
        const out = toMarkdown(result, source);
        const again = check(out);
        expect(again.text).toBe(result.text);
        expect(toMarkdown(again, out)).toBe(out);
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it('gives back a source in which nothing is cleaned', () => {
    const source = `${HEAD}${FIRST}\n\n* * *\n\n${LAST}`;
    expect(editMarkdownSource(check(source), source)).toBe(source);
  });
});
