/** UTF-16 code units: commands that an article shows are no longer. */
const MAX_LINE = 400;
const PROMPT = /^(?:(?:[$>%#]|PS>|C:\\>) {1,3})?(?:sudo )?/u;
/** What the commands have that the words of a sentence have not: an option, a pipe, a pattern, a variable, a path. */
const SIGN = /(?:^| )--?[a-zA-Z]|\w \| \w| && | >>? ?[\w./]|\*\.\w|\.\.?\/|(?:^| )\/\w|\$[A-Za-z_{(]|\\$/u;
/** Openings of lines that pages do not leave over: loops of a shell, questions to a database, imports, definitions. */
const OPENINGS =
  /^(?:for \w{1,20} in [*$({.\w]|while (?:true|read|\[)|if \[{1,2} |#!\/|(?:SELECT [\w*"`(].{0,300} FROM|INSERT INTO|DELETE FROM|CREATE TABLE|ALTER TABLE|DROP TABLE) |UPDATE \w{1,60} SET |#include ?[<"]|from [\w.]{1,60} import |import [\w.]{1,60}(?: as \w{1,30}|;)$|def \w{1,60}\(.{0,200}:$|class \w{1,60}(?:\(.{0,100}\))?:$|print\(.{0,200}\)$|package \w{1,30};?$|func \w{1,60}\(|fn \w{1,60}[(<]|public (?:static|class) |[\w.]{1,40} <- \S)/u;
/** "for f in the" is no loop: what is gone through is a pattern, a variable, a call, or a single word. */
const PROSE_LOOP = /^for \w{1,20} in \p{L}{1,30} \p{L}/u;

/**
 * Is this line typed into a shell, a database or a program as an example? `commands` are words that are nothing else,
 * `ordinary` words that need an option, a pipe or a path beside them. Such lines are never left over by a page.
 */
export function isCommandLine(text: string, commands: ReadonlySet<string>, ordinary: ReadonlySet<string>): boolean {
  if (text.length > MAX_LINE) return false;
  const line = text.replace(PROMPT, '');
  if (OPENINGS.test(line) && !PROSE_LOOP.test(line)) return true;
  const [word = '', rest = ''] = line.split(/ (.*)/su, 2);
  if (rest === '' || /\p{L}{2}[.!?…]$/u.test(rest)) return false;
  return commands.has(word) || (ordinary.has(word) && SIGN.test(rest));
}
