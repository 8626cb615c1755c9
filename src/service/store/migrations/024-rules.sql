-- Rules that people learned from spans of articles. `content` is the rule as JSON text, with its examples; `sha256` is that of the text. The state
-- is the fold of `rule_events`.
CREATE TABLE copydesk.learned_rules (
  id text PRIMARY KEY,
  tenant text NOT NULL REFERENCES copydesk.tenants,
  name text NOT NULL,
  version integer NOT NULL,
  state text NOT NULL CHECK (state IN ('proposed', 'shadow', 'active', 'retired')),
  content text NOT NULL,
  sha256 text NOT NULL,
  -- The span that it was learned from; offsets into the original.
  article_id text NOT NULL,
  revision integer NOT NULL,
  start_at integer NOT NULL,
  end_at integer NOT NULL,
  proposed_by text NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  UNIQUE (tenant, name, version)
);
-- One rule of a name is live; what comes after a retired one is its next version.
CREATE UNIQUE INDEX learned_rules_live ON copydesk.learned_rules (tenant, name) WHERE state <> 'retired';
CREATE INDEX learned_rules_state ON copydesk.learned_rules (tenant, state, changed_at);

-- The log of a tenant's rules: append-only, each event with the hash of the one before it. No event holds a text.
CREATE TABLE copydesk.rule_events (
  tenant text NOT NULL REFERENCES copydesk.tenants,
  number integer NOT NULL,
  rule text NOT NULL REFERENCES copydesk.learned_rules,
  name text NOT NULL,
  time timestamptz NOT NULL,
  data jsonb NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (tenant, number)
);
CREATE INDEX rule_events_rule ON copydesk.rule_events (rule, number);

-- `rules_version` is the number of the last event of that log: workers read it with the work, and know by it whether the rules they hold are
-- still those of the tenant. `rules_head` is the hash of that event.
ALTER TABLE copydesk.tenants
  ADD COLUMN rules_version integer NOT NULL DEFAULT 0,
  ADD COLUMN rules_head text NOT NULL DEFAULT '';

-- Where a rule matched in articles that came while it was in shadow or active; offsets into the original. `flips`: the rule changes the verdict.
CREATE TABLE copydesk.rule_hits (
  rule text NOT NULL REFERENCES copydesk.learned_rules,
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  run integer NOT NULL,
  start_at integer NOT NULL,
  end_at integer NOT NULL,
  state text NOT NULL CHECK (state IN ('shadow', 'active')),
  flips boolean NOT NULL,
  found_at timestamptz NOT NULL,
  PRIMARY KEY (rule, article_id, revision, run, start_at, end_at),
  FOREIGN KEY (tenant, article_id, revision) REFERENCES copydesk.articles ON DELETE CASCADE
);
CREATE INDEX rule_hits_found ON copydesk.rule_hits (rule, state, found_at);
CREATE INDEX rule_hits_article ON copydesk.rule_hits (tenant, article_id, revision);

-- The newest back-test of a rule. `hits` and `near` are places in articles, never their text.
CREATE TABLE copydesk.rule_backtests (
  rule text PRIMARY KEY REFERENCES copydesk.learned_rules,
  run text NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'done', 'failed')),
  started_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  report jsonb NOT NULL
);
