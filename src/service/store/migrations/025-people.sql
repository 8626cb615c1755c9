-- Who may also sign in at an OpenID provider. `email` is in small letters and ASCII; `issuer` and `subject` are the account that first proved it to
-- be theirs: from then on the address alone no longer suffices, because addresses are given to others.
ALTER TABLE copydesk.people
  ADD COLUMN email text,
  ADD COLUMN issuer text,
  ADD COLUMN subject text,
  ADD CONSTRAINT people_account CHECK ((issuer IS NULL) = (subject IS NULL));
CREATE UNIQUE INDEX people_email ON copydesk.people (email);
CREATE UNIQUE INDEX people_subject ON copydesk.people (issuer, subject);
CREATE INDEX people_tenant ON copydesk.people (tenant, lower(login));

-- What was done to people and settings. Append only, one chain of hashes for each tenant; tenant '' is the chain of what belongs to none. Ids only: no
-- name, login or address.
CREATE TABLE copydesk.desk_events (
  tenant text NOT NULL,
  number integer NOT NULL,
  name text NOT NULL,
  time timestamptz NOT NULL,
  data jsonb NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (tenant, number)
);
-- The end of each chain; its row is held while events are appended.
CREATE TABLE copydesk.desk_chains (
  tenant text PRIMARY KEY,
  number integer NOT NULL,
  head text NOT NULL
);

-- What a person wants to see of the queue, under a name. `owner` is a person's id, or `key:…`.
CREATE TABLE copydesk.views (
  id text PRIMARY KEY,
  tenant text NOT NULL REFERENCES copydesk.tenants,
  owner text NOT NULL,
  name text NOT NULL,
  filter jsonb NOT NULL,
  is_shared boolean NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX views_name ON copydesk.views (tenant, owner, lower(name));

ALTER TABLE copydesk.tenants
  ADD COLUMN IF NOT EXISTS review_hours integer NOT NULL DEFAULT 24 CHECK (review_hours BETWEEN 1 AND 8760),
  ADD COLUMN IF NOT EXISTS second_review_share numeric NOT NULL DEFAULT 0.05 CHECK (second_review_share BETWEEN 0 AND 1);
