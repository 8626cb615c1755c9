-- A publisher names an article by its source and its own id; `article_id` is ours, and stands in addresses, jobs and logs.
-- `run` counts how often moderation was asked for: 1, and one more for each replay. `unended` counts starts in a row that came
-- to no end. `head` is the hash of the article's last event. `status` is the state in one word, for lists.
ALTER TABLE copydesk.articles
  ADD COLUMN external_id text NOT NULL DEFAULT '',
  ADD COLUMN source text NOT NULL DEFAULT '',
  ADD COLUMN title text NOT NULL DEFAULT '',
  ADD COLUMN format text NOT NULL DEFAULT 'text',
  ADD COLUMN characters integer NOT NULL DEFAULT 0,
  ADD COLUMN search tsvector NOT NULL DEFAULT '',
  ADD COLUMN run integer NOT NULL DEFAULT 1,
  ADD COLUMN unended integer NOT NULL DEFAULT 0,
  ADD COLUMN superseded boolean NOT NULL DEFAULT false,
  ADD COLUMN purged boolean NOT NULL DEFAULT false,
  ADD COLUMN status text NOT NULL DEFAULT 'pending',
  ADD COLUMN score numeric(5, 2),
  ADD COLUMN head text NOT NULL DEFAULT '';
UPDATE copydesk.articles SET external_id = article_id,
  status = CASE WHEN processing = 'dead' THEN 'dead' WHEN review = 'flagged' THEN 'flagged' WHEN processing = 'cleaned' THEN 'accepted' ELSE 'pending' END,
  score = (SELECT r.score FROM copydesk.results r
            WHERE r.tenant = articles.tenant AND r.article_id = articles.article_id AND r.revision = articles.revision);
CREATE UNIQUE INDEX articles_external ON copydesk.articles (tenant, source, external_id, revision);
CREATE INDEX articles_listed ON copydesk.articles (tenant, seq);
CREATE INDEX articles_status ON copydesk.articles (tenant, status, seq);
CREATE INDEX articles_source ON copydesk.articles (tenant, source, seq);
CREATE INDEX articles_score ON copydesk.articles (tenant, score, seq);
CREATE INDEX articles_since ON copydesk.articles (tenant, received_at, seq);
CREATE INDEX articles_search ON copydesk.articles USING gin (search);
DROP INDEX copydesk.articles_unfinished;
CREATE INDEX articles_unfinished ON copydesk.articles (changed_at) WHERE status = 'pending';

-- Each event holds the hash of the one before it and of itself: a changed or missing event breaks the chain.
-- Null only for events written before there were chains.
ALTER TABLE copydesk.events ADD COLUMN hash text;

-- One result for each run of a revision; the newest counts, the others are its history.
ALTER TABLE copydesk.results ADD COLUMN run integer NOT NULL DEFAULT 1;
ALTER TABLE copydesk.results DROP CONSTRAINT results_pkey;
ALTER TABLE copydesk.results ADD PRIMARY KEY (tenant, article_id, revision, run);

-- The rulesets that results were made with, so that each result can be explained later.
CREATE TABLE copydesk.rulesets (version text PRIMARY KEY, json text NOT NULL, first_used_at timestamptz NOT NULL);

CREATE TABLE copydesk.tenants (
  id text PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- Submissions a second on the average, and how many at once. Null: the defaults of the settings.
  rate_per_second numeric(10, 3) CHECK (rate_per_second > 0),
  burst integer CHECK (burst > 0),
  -- Share of the workers while several tenants wait, in proportion to the others'.
  weight integer NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 100),
  -- Content older than this is purged. Null: the default of the settings.
  retention_days integer CHECK (retention_days > 0),
  -- Whether its paragraphs may be compared with those of other tenants that allow it too.
  shares_fingerprints boolean NOT NULL DEFAULT false,
  -- Where decisions are sent. Null: they wait to be fetched.
  webhook_url text,
  -- Newest first, at most two, so that a secret can be exchanged without a gap.
  webhook_secrets text[] NOT NULL DEFAULT '{}',
  CHECK (webhook_url IS NULL OR cardinality(webhook_secrets) BETWEEN 1 AND 2)
);
INSERT INTO copydesk.tenants (id) VALUES ('default');
INSERT INTO copydesk.tenants (id) SELECT DISTINCT tenant FROM copydesk.articles ON CONFLICT DO NOTHING;

-- `hash` is SHA-256 of the secret half, which has 256 random bits and is shown once. Tenant null: an operator's key, for all tenants.
CREATE TABLE copydesk.api_keys (
  id text PRIMARY KEY,
  tenant text REFERENCES copydesk.tenants,
  name text NOT NULL,
  hash bytea NOT NULL,
  scopes text[] NOT NULL CHECK (scopes <@ ARRAY['submit', 'read', 'review', 'admin'] AND cardinality(scopes) > 0),
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz
);

-- The first answer to a request with an Idempotency-Key, byte for byte. `status` null: it is still in flight.
CREATE TABLE copydesk.idempotency (
  tenant text NOT NULL REFERENCES copydesk.tenants,
  key text NOT NULL,
  request_sha256 text NOT NULL,
  started_at timestamptz NOT NULL,
  status integer,
  headers jsonb,
  body text,
  PRIMARY KEY (tenant, key)
);
CREATE INDEX idempotency_started ON copydesk.idempotency (started_at);

-- What has to be told to publishers: one row for each decision, made in the transaction that decides. `id` is the webhook-id.
-- `after` is the place in the feed for those who fetch.
CREATE TABLE copydesk.deliveries (
  id text PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  run integer NOT NULL,
  type text NOT NULL,
  created_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('held', 'pending', 'delivering', 'retrying', 'delivered', 'dead', 'available', 'cancelled')),
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  give_up_at timestamptz NOT NULL,
  -- Who is sending it, and until when nobody else may.
  lease text,
  lease_until timestamptz,
  last_code text,
  last_status integer,
  last_attempt_at timestamptz,
  FOREIGN KEY (tenant, article_id, revision) REFERENCES copydesk.articles
);
CREATE INDEX deliveries_due ON copydesk.deliveries (due_at) WHERE state IN ('held', 'pending', 'retrying', 'delivering');
CREATE INDEX deliveries_feed ON copydesk.deliveries (tenant, seq);
CREATE INDEX deliveries_state ON copydesk.deliveries (tenant, state, seq);
CREATE INDEX deliveries_article ON copydesk.deliveries (tenant, article_id, revision);

-- Who is up: each process says so every few seconds.
CREATE TABLE copydesk.processes (
  id text PRIMARY KEY,
  roles text[] NOT NULL,
  started_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL
);
