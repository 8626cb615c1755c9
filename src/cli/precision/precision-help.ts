import { PRECISION_LIMITS } from '../../service/rules/precision/precision-limits.ts';

const percent = (share: number): string => `${Math.round(100 * share)} %`;

const { decisions, compared, retire, narrow, falseDiscoveries, windows, verdicts, articles, groups, change } = PRECISION_LIMITS;

export const PRECISION_HELP = `copydesk precision: how often people bring back what rules took out

Usage: copydesk precision [options]

By rule, by source, and by rule on a source: findings whose text was removed, that were kept as flagged, and that were
restored, which is brought back or called wrong, in articles that people accepted; and in how many of the accepted articles in
which there were such findings something was restored, with the interval of 95 % of that share (Wilson). The report of the log
and the metrics count the same. An undone decision says nothing, nor does a rejected article, nor one that nobody decided on.

Proposals for rules that are active now, in this version, from ${decisions} decisions on; articles are those that people accepted and
in which the rule found something:
  retire    the rule is surely wrong in ${percent(retire)} of the articles or more
  narrow    the rule is surely wrong in ${percent(narrow)} of the articles or more, or in ${percent(retire)} of those of one source
Changes of what people bring back: rules and sources of which the last window is unlike the one before (test of two
proportions, from ${compared} decisions in each), or that go up or down over all windows (Cochran and Armitage).
Sources that bring other things than before: of all their articles, decided on or not, in how many something of a kind was
found; the last window against all before, and the trend (the later half of the windows against the earlier), if the share
differs by ${100 * change.points} points or the factor ${change.factor}. How often it was found in an article does not count. A change of the ruleset shows here
too: many sources that change at once, in the window in which the rules did.
Both at a false discovery rate of ${percent(falseDiscoveries)} over all tests of the list (Benjamini and Hochberg: q).

Options:
  --tenant NAME   whose decisions (or COPYDESK_TENANT; default: default)
  --since SPAN    how far to look back, in days or weeks, such as 30d or 4w (default: 30d)
  --window SPAN   how long a window is (default: 7d); at most ${windows} windows
  --format FORM   text, json or markdown (default: text); json is one object, the same as GET /v1/desk/precision answers
  --top N         entries of each list, 1 to 200 (default: 20); what is left out is counted
  --data FOLDER   where the embedded store lies (default: .copydesk, or COPYDESK_DATA); the desk must not run
  --help          this text

At most the newest ${verdicts} verdicts are read, ${articles} articles, as many of each window, the newest of it, and the ${groups} rules,
sources and pairs with the most that was restored; the report says so when there are more. The rules are those of
COPYDESK_RULES, or those shipped, and what the tenant learned. The store is that of the settings, DATABASE_URL or the embedded
store, if it is there. No desk is asked: COPYDESK_URL does not count here.

Exit code: 0 whatever the report says   64 usage   65 no such tenant   74 a server went away   78 a setting or a server that
cannot be used
`;
