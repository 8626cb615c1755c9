/** The text of `copydesk eval --help`. */
export const EVAL_HELP = `copydesk eval: measure the detectors and annotators on labelled data

Usage: copydesk eval <set> --data FOLDER [options]

Sets, and the files they read below FOLDER:
  garbage    garbage tokens                garbage/tokens.jsonl
  spam       spam inserts                  spam/messages.jsonl
  lines      noise lines of web pages      pages/*.json
  seed       checks of one whole article   seed/article.txt, gold.json, cleaned.txt
  clean      losses where nothing is wrong pages/*.json, entities/wikigold.jsonl.gz,
                                           entities/gum-wikified.jsonl.gz
  entities   names in sentences            entities/wikigold.jsonl.gz,
                                           wnut17.dev.jsonl.gz, uner-ewt.dev.jsonl.gz,
                                           and to train on wnut17.train, btc, gum-wikified
  aliases    names of one thing, linked    entities/gum-wikified.jsonl.gz, and to train on
                                           wikigold, wnut17.train, btc, uner-ewt.dev
  topics     four classes of news, read    topics/agnews.dev.jsonl.gz
             from topics
  html       articles of HTML pages        html/segments.json and the pages it names
  encoding   mojibake                      encoding/*.json, pages/*.json, entities/*.jsonl.gz,
                                           garbage/tokens.jsonl, html/segments.json
  cross-article  copies among articles     none: 2,000 articles are written for it

  tp, fp and fn count what was found rightly, found wrongly, and missed. Precision is
  tp / (tp + fp), recall tp / (tp + fn), F1 their harmonic mean. "false/10k words" counts
  removals of what should have stayed, for 10,000 words of such text; "chars lost" its
  characters without white space. Baselines are measured in the same run.

Options:
  --data FOLDER     where the labelled data lies (required where files are named)
  --seed NUMBER     write the same articles again, for cross-article
  --format FORMAT   table (default) or json
  --compare FILE    show the change of each figure against an earlier run's JSON
  --wrong [N]       list N wrong items with what was found (20 without a number)
  --rules FOLDER    rules to use instead of the ones that come with copydesk; without it
                    the folder in COPYDESK_RULES, if set
  --output FILE     write there instead of standard output; the file appears when whole
  --help            this text

Exit code: 0 whatever the figures are
  64 usage   65 data or FILE not as expected   66 no such data   70 internal error
  74 output failed   78 bad ruleset
`;
