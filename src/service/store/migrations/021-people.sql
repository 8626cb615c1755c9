-- Whoever works at the desk. Tenant null: all tenants. `password` holds the parameters of its hash; null until the person has joined, or when they
-- sign in elsewhere. People are disabled, never deleted: events name them.
CREATE TABLE copydesk.people (
  id text PRIMARY KEY,
  tenant text REFERENCES copydesk.tenants,
  login text NOT NULL,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('publisher', 'moderator', 'lead', 'admin')),
  password text,
  created_at timestamptz NOT NULL,
  disabled_at timestamptz
);
CREATE UNIQUE INDEX people_login ON copydesk.people (lower(login));

-- A link that lets a person choose a password, once. `hash` is SHA-256 of 256 random bits.
CREATE TABLE copydesk.invitations (
  hash bytea PRIMARY KEY,
  person text NOT NULL REFERENCES copydesk.people ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);

-- `hash` is SHA-256 of the cookie, which has 256 random bits. `csrf` is what the page sends back in a header.
CREATE TABLE copydesk.sessions (
  hash bytea PRIMARY KEY,
  person text NOT NULL REFERENCES copydesk.people ON DELETE CASCADE,
  csrf text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_person ON copydesk.sessions (person);
CREATE INDEX sessions_expires ON copydesk.sessions (expires_at);
