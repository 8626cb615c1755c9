import { describe, expect, it } from 'vitest';
import { CLOSING, detectText, OPENING } from '../detect-text.ts';

const found = (...lines: readonly string[]): readonly (readonly [string, string, string])[] =>
  detectText([OPENING, ...lines, CLOSING].join('\n\n')).filter(([rule]) => rule.startsWith('leftover.'));

const SCRIPT = "const berth = 'north';";

describe('an article about code', () => {
  it.each([
    'git checkout -b berths',
    '$ npm install quay-board',
    'for f in *.jpg',
    'for pier in $(cat piers)',
    "find . -name '*.log' | xargs rm",
    'cat piers.txt | sort | uniq',
    'make --jobs 4',
    'SELECT name, tide FROM piers',
    'from quay.board import tide',
    'def tide(hour):',
    '#include <quay.h>',
    'tides <- read.csv("tides.csv")',
  ])('keeps a line of a script beside the command %s', (command) => {
    expect(found(command, 'The board then shows the berth.', SCRIPT)).toEqual([]);
    expect(found('The berth is written down first.', `${command}\n${SCRIPT}`)).toEqual([]);
  });

  it.each([
    'go on to the next pier',
    'find the ferry at the quay',
    'for pilots in the harbour',
    'make - or break',
    'git is what the pilots call it.',
    'cat and dog on board',
    'top 10 ferries',
  ])('is not told by the words "%s"', (line) => {
    expect(found(line, SCRIPT)).toContainEqual(['leftover.script-line@1', 'removed', SCRIPT]);
  });

  it('keeps code under sentences that end with a colon, and what stands further down', () => {
    const lines = [
      'The berth is set first:',
      SCRIPT,
      'Then the tide is set:',
      "let tide = 'low';",
      'Both are shown.',
      'var a = [];',
    ];
    expect(found(...lines)).toEqual([]);
    expect(found(...lines.slice(0, 2), ...lines.slice(4))).toEqual([['leftover.script-line@1', 'removed', 'var a = [];']]);
  });

  it.each([
    'On the board &nbsp; is the entity for a space that does not break.',
    'Whoever needs a bracket must type &lt; instead.',
    'The template of the office shows {{message}} where the words will stand.',
    'The placeholder {first_name} stands for the passenger.',
    'Die Vorlage {{anrede}} kommt aus dem Hafenamt.',
    'Der Platzhalter {{anrede}} steht für den Namen.',
    'La balise <strong> met le mot en gras.',
    'La plantilla muestra {{nombre}} en el lugar del pasajero.',
    'Templates open with [Your Name] and close with the date.',
  ])('is told by a sentence that speaks of what it shows: %s', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  it.each([
    ['The type of ticket costs 12&nbsp;crowns at the quay.', 'leftover.entity@1'],
    ['The pilots type &mdash; and then delete.', 'leftover.entity@1'],
    ['They read and type &quot;no&quot; all day.', 'leftover.entity@1'],
    ['Dear {{name}}, the ferry leaves at noon.', 'leftover.template-text@1'],
  ])('is not told by %s', (sentence, rule) => {
    expect(found(sentence).map(([one]) => one)).toContain(rule);
  });

  it.each([
    'Write the following line above the others.',
    'After that this little loop walks around the table.',
    'Schreiben Sie die folgende Zeile über die anderen.',
    'Écrivez la ligne suivante au-dessus des autres.',
    'Escriba la siguiente línea sobre las demás.',
    'Scrivete la riga seguente sopra le altre.',
  ])('is told by a sentence above or below that points at the line: %s', (sentence) => {
    expect(found(sentence, SCRIPT, 'Guests like it.', 'var a = [];')).toEqual([]);
    expect(found(SCRIPT, sentence)).toEqual([]);
  });

  it('is not told by a line of people, nor by words that stand far from what is shown', () => {
    expect(found('The line at the quay was long.', SCRIPT)).toHaveLength(1);
    expect(found('This line is long.', OPENING, SCRIPT)).toHaveLength(1);
    expect(found('This is what the pilots told the council in the line.', SCRIPT)).toHaveLength(1);
  });

  it('keeps placeholders on lines of their own when it speaks of templates', () => {
    expect(found('Templates are filled at night.', '{{ title }}', 'The hole above takes the name.')).toEqual([]);
    expect(found('The boards are filled at night.', '{{ title }}')).toEqual([
      ['leftover.template-line@1', 'removed', '{{ title }}'],
    ]);
  });

  it('flags a template in one piece', () => {
    const lines = ['{% if late %}', 'The ferry is late today.', '{{ title }}', '{% endif %}'];
    expect(found(...lines).map(([, action]) => action)).toEqual(['flagged', 'flagged', 'flagged']);
  });
});
