-- Ages are reckoned by the clock of the database alone: when an article came, when it last changed, since when it waits. The clock of a
-- process stands only in the events, whose hashes it belongs to.
CREATE OR REPLACE FUNCTION copydesk.insert_articles(rows_in json, at_in timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH n AS MATERIALIZED (
    SELECT n.* FROM json_to_recordset(rows_in) AS n(tenant text, article_id text, revision integer, external_id text, source text,
      title text, format text, characters integer, search text, input text, input_sha256 text, trace_id text, processing text,
      review text, delivery text, attempt integer, version integer, status text, head text, name text, data jsonb)
  ), stored AS (
    INSERT INTO copydesk.articles (tenant, article_id, revision, external_id, source, title, format, characters, search, input,
      input_sha256, trace_id, received_at, changed_at, processing, review, delivery, attempt, version, status, head)
    SELECT tenant, article_id, revision, external_id, source, title, format, characters, to_tsvector('simple', search), input,
      input_sha256, trace_id, now(), now(), processing, review, delivery, attempt, version, status, head FROM n
  ), told AS (
    INSERT INTO copydesk.events (tenant, article_id, revision, number, name, time, data, hash)
    SELECT tenant, article_id, revision, version, name, at_in, data, head FROM n
  )
  INSERT INTO copydesk.outbox (tenant, article_id, revision, created_at) SELECT n.tenant, n.article_id, n.revision, now() FROM n;
END $$;

-- Content that is old enough to go, oldest first. What waits for a person stays longer, and is not passed over again and again before then.
DROP INDEX copydesk.articles_retained;
CREATE INDEX articles_retained ON copydesk.articles (tenant, received_at) WHERE NOT purged AND status NOT IN ('pending', 'flagged');
CREATE INDEX articles_waiting ON copydesk.articles (tenant, received_at) WHERE NOT purged AND status = 'flagged';
