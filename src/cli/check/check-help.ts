/** The text of `copydesk check --help`. */
export const CHECK_HELP = `copydesk check: moderate files, folders or standard input without a queue

Usage: copydesk check [options] <file|folder|-> ...

  A folder is searched to its depth for .txt, .text, .md, .markdown, .html, .htm, .xhtml,
  .ndjson and .jsonl files, in the order of their names; links are not followed. A file is
  one article, its id the path as given. NDJSON is one article a line:
    {"id","text","format","title","url","source","byline","site","publishedAt","revision"}
  with id and text required, format text, markdown or html, and no unknown field. Output
  keeps the order of the input; what cannot be read is reported in its place and the rest
  goes on.

Options:
  --format FORMAT   report    a page to read (default)
                    json      one document; a list for several files, a folder or NDJSON
                    ndjson    one document a line
                    text      the cleaned text
                    markdown  the cleaned article as CommonMark
                    html      the cleaned article as HTML, an <article> without a page
                    page      an HTML page with the cleaned article and what was found
                    diff      what cleaning changed, line by line
  --input FORMAT    auto      by the name of the file; standard input and files of other
                              names by how they begin; a whole HTML page saved as .txt is
                              read as a page (default)
                    text, markdown, html, ndjson. What is a JSON object, or a list of
                    them, as a whole is refused (65) unless it is told to be one of these
  --rules FOLDER    rules to use instead of the ones that come with copydesk; without it
                    the folder in COPYDESK_RULES, if set
  --entities FOLDER a recogniser of names to use instead of the built-in one: a folder
                    with recogniser.json, or an ONNX model as exported (model.onnx,
                    tokenizer.json, config.json; needs npm install onnxruntime-node);
                    without it the folder in COPYDESK_ENTITIES, if set. When it fails on
                    an article, the built-in one is used and the result says so
  --topics FILE     your own topics in place of IPTC Media Topics: YAML with a list topics, each
                    with code, label, broader, and words in strong, terms, weak and not;
                    copydesk train topics writes one; without it the
                    file in COPYDESK_TOPICS, if set
  --amendments FILE what people change about the result of the one article that is checked: a
                    JSON list of {"id","kind",...} (schemas/amendments-1.schema.json), kind
                    restore, remove, replace, reclassify, reject_entity, reject_topic
                    or add_topic; the result says what became of each
  --output FILE     write there instead of standard output; the file appears when whole,
                    so it may be the file that is checked
  --threads N       how many threads moderate many articles at most; without it as many as
                    there are cores. Output is the same with any number. A few articles are
                    moderated without further threads, and with 1 there are never any.
                    Files that are an article each have no more than one thread for 16 of
                    them or for 256 KB, and never two for one
  --quiet           print no results, only set the exit code; faults are still told
  --help            this text

The encoding of a file is told by its byte order mark, by being UTF-8, by the charset an
HTML page declares, or else by what it looks like; "original.encoding" of the result says
which it was, how sure that is and how many places could not be read. A byte order mark is
no part of the text: offsets in a result count UTF-16 code units from the first character
behind it. NDJSON is UTF-8.
Limits: 64 MiB a file, 16 MiB a line of NDJSON, 500,000 lines an article, 12,000,000
characters of HTML. However many articles there are, at most 64 for each thread and 8
million characters (and one article more) are read and not yet written; each thread
takes some 400 MB. One page of 10 to 12 MB takes the whole process to .7 to .9 GB, two at a
time to 1.1 GB. An article that uses up the memory of its thread becomes a fault, and the
others go on; one of a few articles, moderated without threads, ends the run.

Exit code: the highest of
  0 publish   1 review   2 reject
  64 usage   65 bad data, such as a PDF or a picture   66 no such file
  70 internal error   74 input or output failed   78 bad ruleset or recogniser
`;
