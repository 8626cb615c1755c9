/** The text of `copydesk train topics --help`. */
export const TRAIN_TOPICS_HELP = `copydesk train topics: learn the words of your topics from articles that have them

Usage: copydesk train topics --data FILE --out FILE

  FILE is NDJSON, one article a line:
    {"text", "title", "codes", "labels"}
  text is required; codes is a topic or a list of topics, labels names them in the same
  order. Without codes the labels are codes as well, blanks turned into hyphens. Other
  fields are passed over. Each topic needs five articles at least, and two topics are
  needed. A topic's words are those that are commoner in its articles than chance allows.

  Every fifth article is held out first: the figures printed are of those, and of topics
  learned without them. The file written is learned from all articles. It is a taxonomy as
  copydesk check --topics reads it: YAML with code, label and terms with their weights;
  write "broader: CODE" into a topic to put it below another.

Options:
  --data FILE       labelled articles (required)
  --out FILE        where the taxonomy goes; it appears when whole (required)
  --help            this text

Exit code: 0 when the taxonomy is written
  64 usage   65 data not as expected   66 no such data   70 internal error   74 output failed
`;
