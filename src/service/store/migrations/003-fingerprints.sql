-- What an article's text is found again by, one row for each revision. `paragraphs` holds hashes of words and their places, never
-- text. `stored_at` is when the revision became known: text belongs to the article that had it first.
CREATE TABLE copydesk.fingerprints (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  stored_at timestamptz NOT NULL DEFAULT now(),
  external_id text NOT NULL,
  source text NOT NULL,
  published_at text,
  words integer NOT NULL,
  paragraphs bytea NOT NULL,
  -- The keys of its rows below, so that they can be deleted without an index of their own.
  keys bigint[] NOT NULL,
  UNIQUE (tenant, article_id, revision),
  FOREIGN KEY (tenant, article_id, revision) REFERENCES copydesk.articles
);
CREATE INDEX fingerprints_stored ON copydesk.fingerprints (stored_at, id);

-- A key stands for a paragraph's words, a band of its MinHash signature, or a line of a source, each within a tenant or among the
-- tenants that compare with each other. The primary key is all there is to look up: newest holders of a key first.
CREATE TABLE copydesk.fingerprint_keys (
  key bigint NOT NULL,
  fingerprint bigint NOT NULL,
  PRIMARY KEY (key, fingerprint)
);
