-- An outbox row now lives as long as its article is on its way: the relay marks it when it tells the queue, and whoever ends the
-- article deletes it. So what should be on the queue can be read at once, however many articles wait. A row that was told and
-- whose job is gone is told again.
DELETE FROM copydesk.outbox o USING copydesk.outbox later
  WHERE later.tenant = o.tenant AND later.article_id = o.article_id AND later.revision = o.revision AND later.id > o.id;
DELETE FROM copydesk.outbox o USING copydesk.articles a
  WHERE a.tenant = o.tenant AND a.article_id = o.article_id AND a.revision = o.revision AND a.status <> 'pending';
ALTER TABLE copydesk.outbox RENAME COLUMN claimed_at TO told_at;
DROP INDEX copydesk.outbox_article;
CREATE UNIQUE INDEX outbox_article ON copydesk.outbox (tenant, article_id, revision);
INSERT INTO copydesk.outbox (tenant, article_id, revision, created_at)
  SELECT tenant, article_id, revision, received_at FROM copydesk.articles WHERE status = 'pending' ORDER BY seq
  ON CONFLICT DO NOTHING;
-- Waiting rows by tenant, for turns; told rows, for the reconciler.
CREATE INDEX outbox_waiting ON copydesk.outbox (tenant, id) WHERE told_at IS NULL;
CREATE INDEX outbox_told ON copydesk.outbox (id) WHERE told_at IS NOT NULL;

-- Steps on the way change no indexed column, and pages have room beside each row: such an update leaves the indexes alone.
DROP INDEX copydesk.articles_unfinished;
CREATE INDEX articles_pending ON copydesk.articles (seq) WHERE status = 'pending';
ALTER TABLE copydesk.articles SET (fillfactor = 70);
ALTER TABLE copydesk.outbox SET (fillfactor = 70);

-- Content that is old enough to go, oldest first.
CREATE INDEX articles_retained ON copydesk.articles (tenant, received_at) WHERE NOT purged;

-- How many articles a worker takes at a time, for the relay's window; null for other roles.
ALTER TABLE copydesk.processes ADD COLUMN concurrency integer;

-- Whoever waits for the outbox is told at the commit, once for each statement, whoever inserts.
CREATE FUNCTION copydesk.tell_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('copydesk_outbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_told AFTER INSERT ON copydesk.outbox FOR EACH STATEMENT EXECUTE FUNCTION copydesk.tell_outbox();
