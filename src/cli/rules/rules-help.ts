import { DESK_HELP } from '../access/with-desk.ts';

const FOLDER = `  FOLDER is a folder of rule files; "shipped" stands for the rules that come with Copydesk.
  Without it: the folder in COPYDESK_RULES, if set, else the rules shipped.`;

/** The text of `copydesk rules --help`. */
export const RULES_HELP = `copydesk rules: look at rules, test them, and see what a change of them would flip

Usage: copydesk rules <list|test|explain|shadow|copy|learned> [options]

  list [FOLDER]                     every rule, threshold, word list and price
  test [FOLDER]                     every example against all rules, all rules against clean articles
  explain <finding|rule|threshold>  where it stands, what it decides by, how its points came about
  shadow OLD NEW <article> ...      verdicts, scores and edits that flip from one folder to another
  copy FOLDER                       the rules shipped, to be changed into rules of your own
  learned [list|show|retire]        rules that people of a desk learned from articles

  copydesk rules <part> --help      the options of a part

Exit code: 0, or 1 where something failed (test) or flips (shadow); 64 and above for usage and
input errors.
`;

/** The text of `copydesk rules copy --help`. */
export const COPY_HELP = `copydesk rules copy: the rules shipped, to be changed into rules of your own

Usage: copydesk rules copy [options] FOLDER

  Writes the files of rules that come with Copydesk to FOLDER, which is empty or is yet to be.
  A folder of rules is whole: what is not in it does not count. docs/rules.md goes on from here.

Options:
  --help            this text

Exit code: 0   64 usage, or the folder is not empty   74 it cannot be written
`;

/** The text of `copydesk rules list --help`. */
export const LIST_HELP = `copydesk rules list: every rule with its kind, action, points, zones, phrases and place

Usage: copydesk rules list [options] [FOLDER]

${FOLDER}
  Rules that detectors have in their code are listed too, and the thresholds, word lists,
  signals and prices of kinds, each with the file and line that states it.

Options:
  --format FORMAT   table (default) or json
  --output FILE     write there instead of standard output
  --help            this text

Exit code: 0   64 usage   74 output failed   78 bad ruleset
`;

/** The text of `copydesk rules test --help`. */
export const TEST_HELP = `copydesk rules test: do the rules hold to their own examples, and leave clean articles alone?

Usage: copydesk rules test [options] [FOLDER]

${FOLDER}

  1. Each text under examples.match is found by its rule, alone and among all rules.
  2. Each text under examples.allow is found by no rule at all.
  3. Nothing is found in clean articles: those that come with Copydesk, and those named with
     --clean. What only moves to the metadata (bylines, the name of the site) does not count.

  What fails is printed with the file and line of the rule.

Options:
  --clean PATH      a clean article (.txt), a file of them (.ndjson) or a folder; may be repeated
  --format FORMAT   text (default) or json
  --output FILE     write there instead of standard output
  --help            this text

Exit code: 0 all hold   1 something fails
  64 usage   65 bad data   66 no such file   74 output failed   78 bad ruleset
`;

/** The text of `copydesk rules explain --help`. */
export const EXPLAIN_HELP = `copydesk rules explain: what a rule is, or how the points of a finding came about

Usage: copydesk rules explain [options] <finding|rule|threshold|list|signal|kind>

  A finding such as f3 belongs to a result. Hand the result in on standard input, or name the
  article, which is then moderated again:
    copydesk check --format json article.txt | copydesk rules explain f3
    copydesk rules explain f3 --article article.txt
  A result does not hold the words that were taken out: with both --result and --article the
  result is explained and the article is quoted from.

  A rule is named as findings name it, with or without its version; its last part is enough
  where no other rule ends so: spam.exchange-discount@1, spam.exchange-discount,
  exchange-discount. With --article the places where it speaks in the article are shown.

Options:
  --article FILE    the article: a text file, or NDJSON
  --result FILE     the result: what check --format json or ndjson wrote; - is standard input
  --id ID           the article of an NDJSON file or list of results, when it holds several
  --rules FOLDER    rules to use instead of the ones that come with copydesk; without it
                    the folder in COPYDESK_RULES, if set
  --format FORMAT   text (default) or json
  --help            this text

Exit code: 0   64 usage, or no such rule   65 bad data, or no such finding   66 no such file
  70 internal error   74 output failed   78 bad ruleset
`;

/** The text of `copydesk rules shadow --help`. */
export const SHADOW_HELP = `copydesk rules shadow: what would flip if the rules changed

Usage: copydesk rules shadow [options] OLD NEW <file|folder|-> ...

  OLD and NEW are folders of rule files; "shipped" stands for the rules that come with
  Copydesk. Each article is moderated with both, as \`copydesk check\` would, and listed when
  its verdict, its score or its cleaned text differs: the verdict before and after, and every
  edit and flag that is gone, new, or made by another rule or at another price.

  Articles are text, Markdown, HTML or NDJSON files, folders of them, or - for standard input.

Options:
  --format FORMAT   report    a page to read (default)
                    json      one document: both rulesets, counts, the articles that flip
                    ndjson    one line for each article that flips
  --input FORMAT    auto (default), text, markdown, html or ndjson, as in copydesk check
  --output FILE     write there instead of standard output
  --help            this text

Exit code: 0 nothing flips   1 something flips
  64 usage   65 bad data   66 no such file   70 internal error   74 output failed
  78 bad ruleset
`;

/** The text of `copydesk rules learned --help`. */
export const LEARNED_HELP = `copydesk rules learned: rules that people of a desk learned from spans of articles

Usage: copydesk rules learned [list|show|retire] [options]

  list              rules of a tenant with their states (default)
  show ID           a rule with its examples, counts, precision and history
  retire ID         take it out of the ruleset; articles that come later are moderated without it

Options:
  --tenant NAME     whose rules, or COPYDESK_TENANT (default: that of the key, or default)
${DESK_HELP}
`;
