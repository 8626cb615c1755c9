-- When somebody should have decided, by the database's clock. In whole minutes, so that `priority` tells among those that came together. What was
-- found stands beside, because a queue is filtered by it; kinds and rules name no text.
ALTER TABLE copydesk.tenants ADD COLUMN review_hours integer NOT NULL DEFAULT 24 CHECK (review_hours BETWEEN 1 AND 8760);
ALTER TABLE copydesk.articles
  ADD COLUMN flagged_at timestamptz,
  ADD COLUMN due_at timestamptz,
  ADD COLUMN decided_at timestamptz,
  ADD COLUMN priority integer NOT NULL DEFAULT 0,
  ADD COLUMN kinds text[] NOT NULL DEFAULT '{}',
  ADD COLUMN rules text[] NOT NULL DEFAULT '{}',
  ADD COLUMN reasons text[] NOT NULL DEFAULT '{}';

-- What came to the desk before. Kinds and rules are known of results that are made from now on.
UPDATE copydesk.articles a SET flagged_at = a.changed_at, due_at = date_trunc('minute', a.changed_at + interval '24 hours'),
  priority = CASE a.review WHEN 'appealed' THEN 2 WHEN 'escalated' THEN 1 ELSE 0 END
 WHERE a.review IN ('flagged', 'escalated', 'appealed');
UPDATE copydesk.articles SET decided_at = date_trunc('milliseconds', changed_at) WHERE review = 'decided';
UPDATE copydesk.articles a SET reasons = ARRAY(SELECT jsonb_array_elements_text(e.data -> 'reasons'))
  FROM copydesk.events e WHERE e.tenant = a.tenant AND e.article_id = a.article_id AND e.revision = a.revision
   AND e.name = 'article.flagged' AND a.review <> 'none'
   AND e.number = (SELECT max(number) FROM copydesk.events f WHERE f.tenant = a.tenant AND f.article_id = a.article_id
                      AND f.revision = a.revision AND f.name = 'article.flagged');

-- The queue in its order, and what was decided, newest first.
CREATE INDEX articles_desk ON copydesk.articles (tenant, due_at, (-priority), seq) WHERE status = 'flagged';
CREATE INDEX articles_decided ON copydesk.articles (tenant, decided_at, seq) WHERE review = 'decided';

-- Who does not want an article now: it comes to others first.
CREATE TABLE copydesk.skips (
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  person text NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (tenant, article_id, revision, person),
  FOREIGN KEY (tenant, article_id, revision) REFERENCES copydesk.articles ON DELETE CASCADE
);
CREATE INDEX skips_until ON copydesk.skips (until);

-- Who has an article open. Written every few seconds and worth nothing after a crash.
CREATE UNLOGGED TABLE copydesk.looking (
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  person text NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, article_id, revision, person),
  FOREIGN KEY (tenant, article_id, revision) REFERENCES copydesk.articles ON DELETE CASCADE
);
CREATE INDEX looking_seen ON copydesk.looking (seen_at);
