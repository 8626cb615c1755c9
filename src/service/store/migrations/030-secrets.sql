-- What the desk itself must keep secret, made once: the key that signs audit exports, and the one of flows of sign-in.
CREATE TABLE copydesk.secrets (
  name text PRIMARY KEY,
  secret text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- Whoever adds people of one tenant is not to learn who there is elsewhere, nor to stand in anybody's way: a login is somebody's within a tenant. People of
-- all tenants have a room of their own.
DROP INDEX copydesk.people_login;
CREATE UNIQUE INDEX people_login ON copydesk.people (coalesce(tenant, ''), lower(login));

-- Whether an admin of all tenants, or whoever has the store, says that the address is this person's. Only then it suffices at the first sign-in at the provider.
ALTER TABLE copydesk.people ADD COLUMN vouched boolean NOT NULL DEFAULT false;
UPDATE copydesk.people p SET vouched = true
  WHERE p.email IS NOT NULL AND (p.tenant IS NULL OR (
    EXISTS (SELECT FROM copydesk.desk_events e WHERE e.name = 'people.added' AND e.data ->> 'person' = p.id)
    AND NOT EXISTS (SELECT FROM copydesk.desk_events e
      WHERE e.data ->> 'person' = p.id AND (e.name = 'people.added' OR (e.name = 'people.changed' AND e.data -> 'changed' ? 'email'))
        AND e.data ->> 'by' <> 'cli' AND e.data ->> 'by' NOT IN (SELECT id FROM copydesk.people WHERE tenant IS NULL))));
DROP INDEX copydesk.people_email;
CREATE UNIQUE INDEX people_email ON copydesk.people (email) WHERE vouched;
