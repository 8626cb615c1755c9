-- What people change about the machine's result. `content` is the amendment as JSON text, without half surrogates or NUL, and empty after a purge; the event
-- that tells of it has its SHA-256. `discarded`: a newer revision or a replay took its place.
CREATE TABLE copydesk.amendments (
  id text PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  run integer NOT NULL,
  person text NOT NULL,
  content text NOT NULL,
  sha256 text NOT NULL,
  created_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'live' CHECK (state IN ('live', 'withdrawn', 'discarded')),
  FOREIGN KEY (tenant, article_id, revision) REFERENCES copydesk.articles ON DELETE CASCADE
);
CREATE INDEX amendments_article ON copydesk.amendments (tenant, article_id, revision, seq);

-- The result with the live amendments of an article; there is one exactly when there are such. `list` is SHA-256 of their list.
CREATE TABLE copydesk.drafts (
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  run integer NOT NULL,
  list text NOT NULL,
  json text NOT NULL,
  sha256 text NOT NULL,
  outcome text NOT NULL,
  score numeric NOT NULL,
  ruleset text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, article_id, revision),
  FOREIGN KEY (tenant, article_id, revision) REFERENCES copydesk.articles ON DELETE CASCADE
);

-- The amended result that a person decided on, by the delivery that tells of the decision: what the publisher gets, whatever becomes of the draft.
CREATE TABLE copydesk.decided (
  delivery text PRIMARY KEY REFERENCES copydesk.deliveries ON DELETE CASCADE,
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  run integer NOT NULL,
  json text NOT NULL,
  sha256 text NOT NULL,
  outcome text NOT NULL,
  score numeric NOT NULL
);
CREATE INDEX decided_article ON copydesk.decided (tenant, article_id, revision);

-- What a publisher or a person says against a decision. A purge empties the text.
CREATE TABLE copydesk.appeals (
  id text PRIMARY KEY,
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  person text NOT NULL,
  text text NOT NULL,
  created_at timestamptz NOT NULL,
  decided_at timestamptz,
  upheld boolean,
  FOREIGN KEY (tenant, article_id, revision) REFERENCES copydesk.articles ON DELETE CASCADE
);
CREATE INDEX appeals_article ON copydesk.appeals (tenant, article_id, revision, created_at);

-- The share of decisions that a second person looks at without knowing of them.
ALTER TABLE copydesk.tenants
  ADD COLUMN second_review_share numeric NOT NULL DEFAULT 0.05 CHECK (second_review_share BETWEEN 0 AND 1);

-- Decisions of the sample; `number` is that of the event. `offered_*`: who has it before them now.
CREATE TABLE copydesk.checks (
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  number integer NOT NULL,
  decider text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('accepted', 'rejected')),
  decided_at timestamptz NOT NULL,
  offered_to text,
  offered_until timestamptz,
  checker text,
  checked_decision text CHECK (checked_decision IN ('accepted', 'rejected')),
  reason text,
  checked_at timestamptz,
  PRIMARY KEY (tenant, article_id, revision, number),
  FOREIGN KEY (tenant, article_id, revision) REFERENCES copydesk.articles ON DELETE CASCADE
);
CREATE INDEX checks_waiting ON copydesk.checks (tenant, decided_at) WHERE checked_at IS NULL;
CREATE INDEX checks_done ON copydesk.checks (tenant, checked_at) WHERE checked_at IS NOT NULL;

-- Decisions on many articles at once, one by one. `undoing`: they are taken back, one by one.
CREATE TABLE copydesk.bulk_jobs (
  id text PRIMARY KEY,
  tenant text NOT NULL REFERENCES copydesk.tenants,
  person text NOT NULL,
  person_tenant text,
  role text NOT NULL,
  filter jsonb NOT NULL,
  decision text NOT NULL CHECK (decision IN ('accepted', 'rejected')),
  reason text,
  state text NOT NULL CHECK (state IN ('running', 'done', 'stopped', 'undoing', 'undone')),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX bulk_jobs_open ON copydesk.bulk_jobs (created_at) WHERE state IN ('running', 'undoing');

-- `waiting`: it is to be decided; `done` with its delivery; `undone`; `refused` and `kept` (not undone) with the code of the reason; `left`: stopped before.
CREATE TABLE copydesk.bulk_items (
  job text NOT NULL REFERENCES copydesk.bulk_jobs ON DELETE CASCADE,
  place integer NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  run integer NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'refused', 'left', 'undone', 'kept')),
  code text,
  delivery text,
  PRIMARY KEY (job, place)
);
CREATE INDEX bulk_items_state ON copydesk.bulk_items (job, state, place);
