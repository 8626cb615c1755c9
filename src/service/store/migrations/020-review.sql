-- What people do with articles. `claimant` is the person who has claimed one, `fence` counts its claims, `decision` is what was decided while
-- it stands.
ALTER TABLE copydesk.articles
  ADD COLUMN claimant text,
  ADD COLUMN fence integer NOT NULL DEFAULT 0,
  ADD COLUMN decision text CHECK (decision IN ('accepted', 'rejected'));

-- How long a claim lasts unless it is renewed. Renewals are no events, so they are written here and not to the article.
CREATE TABLE copydesk.leases (
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  person text NOT NULL,
  fence integer NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (tenant, article_id, revision),
  FOREIGN KEY (tenant, article_id, revision) REFERENCES copydesk.articles ON DELETE CASCADE
);
CREATE INDEX leases_until ON copydesk.leases (until);

-- What people say of an article. A purge empties the text; the event that tells of it stays.
CREATE TABLE copydesk.notes (
  id text PRIMARY KEY,
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  person text NOT NULL,
  text text NOT NULL,
  created_at timestamptz NOT NULL,
  FOREIGN KEY (tenant, article_id, revision) REFERENCES copydesk.articles ON DELETE CASCADE
);
CREATE INDEX notes_article ON copydesk.notes (tenant, article_id, revision, created_at);
