/** The text of `copydesk train entities --help`. */
export const TRAIN_ENTITIES_HELP = `copydesk train entities: learn the names of your own texts

Usage: copydesk train entities --data FILE [--data FILE ...] --out FOLDER [options]

  FILE is UTF-8 in CoNLL format: one token a line, its tag in the last column, columns parted
  by tabs or blanks, a blank line after each sentence. The token comes first, or second after
  a count of the words (1, 2, 3). Tags are O, B-TYPE and I-TYPE (or those of BILOU and IOBES).
  Types are PER, LOC, ORG and MISC; PERSON, LOCATION, GPE, FAC, ORGANIZATION, CORPORATION,
  GROUP, NORP, EVENT, PRODUCT, WORK_OF_ART and the like are read as these, values (DATE, TIME,
  MONEY, ...) as no names; any other type is refused with its line. Lines that begin with "# "
  or -DOCSTART- are passed over. At least 50 sentences with 20 names are needed.

  Training goes on from the model that comes with copydesk. The last fifth of the sentences
  is held out first: the figures printed are of those, for the model as it comes and for one
  trained without them. The model written is trained on all. The same data gives the same
  model. Nothing leaves this machine.

  FOLDER gets recogniser.json and model.json; copydesk check --entities FOLDER uses it. Its
  weights hold those of the model that comes with copydesk (CC BY-SA 4.0). model.json names
  the files by name, SHA-256 and --licence, and what ours was made of, as that licence asks.

Options:
  --data FILE       labelled sentences (required)
  --out FOLDER      where the model goes; made if there is none (required)
  --name NAME       what results state of it; the name of FOLDER by default
  --licence TEXT    the licence and owner of your data, stated in model.json; "not stated" by default
  --help            this text

Exit code: 0 when the model is written
  64 usage   65 data not as expected   66 no such data   70 internal error   74 output failed
`;
