-- One row for each revision of an article. `input` is the article as JSON text: it keeps NUL and lone surrogates, which
-- PostgreSQL's text cannot hold unescaped. The state columns are the fold of the article's events and nothing else.
CREATE TABLE copydesk.articles (
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL CHECK (revision > 0),
  input text NOT NULL,
  input_sha256 text NOT NULL,
  trace_id text NOT NULL,
  received_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  processing text NOT NULL,
  review text NOT NULL,
  delivery text NOT NULL,
  attempt integer NOT NULL,
  version integer NOT NULL,
  job_id text,
  PRIMARY KEY (tenant, article_id, revision)
);
CREATE INDEX articles_unfinished ON copydesk.articles (changed_at) WHERE processing NOT IN ('cleaned', 'dead');

-- Append only. `number` counts an article's events from 1.
CREATE TABLE copydesk.events (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  number integer NOT NULL,
  name text NOT NULL,
  time timestamptz NOT NULL,
  data jsonb NOT NULL,
  UNIQUE (tenant, article_id, revision, number),
  FOREIGN KEY (tenant, article_id, revision) REFERENCES copydesk.articles
);

-- What has to be told to the queue. A relay claims rows, adds the jobs, then deletes the rows; a claim that is too old
-- belonged to a relay that died, and adding the same job again changes nothing.
CREATE TABLE copydesk.outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  created_at timestamptz NOT NULL,
  claimed_at timestamptz,
  FOREIGN KEY (tenant, article_id, revision) REFERENCES copydesk.articles
);
CREATE INDEX outbox_article ON copydesk.outbox (tenant, article_id, revision);

-- The primary key is the promise: one result for a revision, whoever finishes first. `json` is kept as text because the
-- same input has to give the same bytes; jsonb would reorder them.
CREATE TABLE copydesk.results (
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  json text NOT NULL,
  outcome text NOT NULL,
  score numeric(5, 2) NOT NULL,
  ruleset text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, article_id, revision),
  FOREIGN KEY (tenant, article_id, revision) REFERENCES copydesk.articles
);
