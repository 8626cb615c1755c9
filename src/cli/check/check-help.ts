/** The text of `copydesk check --help`. */
export const CHECK_HELP = `copydesk check: moderate files, folders or standard input without a queue

Usage: copydesk check [options] <file|folder|-> ...

  A folder is searched to its depth for .txt, .text, .ndjson and .jsonl files, in the
  order of their names; links are not followed. A text file is one article, its id the
  path as given. NDJSON is one article a line:
    {"id","text","format","title","url","source","byline","site","publishedAt","revision"}
  with id and text required and no other field allowed. Output keeps the order of the
  input; what cannot be read is reported in its place and the rest goes on.

Options:
  --format FORMAT   report    a page to read (default)
                    json      one document; a list for several files, a folder or NDJSON
                    ndjson    one document a line
                    text      the cleaned text
                    markdown  the cleaned article as CommonMark
                    html      a page with the cleaned article and what was found
                    diff      what cleaning changed, line by line
  --input FORMAT    auto      by the name of the file; standard input by its first line
                              (default)
                    text, ndjson
                    markdown, html: not supported yet
  --rules FOLDER    rules to use instead of the ones that come with copydesk; without it
                    the folder in COPYDESK_RULES, if set
  --output FILE     write there instead of standard output; the file appears when whole,
                    so it may be the file that is checked
  --quiet           print no results, only set the exit code; faults are still told
  --help            this text

Text is UTF-8, or UTF-16 with a byte order mark. The mark is no part of the text: offsets
in a result count UTF-16 code units from the first character behind it.
Limits: 64 MiB a text file, 16 MiB a line of NDJSON, 500,000 lines an article.

Exit code: the highest of
  0 publish   1 review   2 reject
  64 usage or a format not supported yet   65 bad data   66 no such file
  70 internal error   74 input or output failed   78 bad ruleset
`;
