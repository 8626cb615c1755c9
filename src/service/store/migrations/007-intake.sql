-- Taking an article in is one statement and so one way to the database: row, first event and outbox row of each article. The outbox
-- tells whoever waits for it. Functions in this language keep their plans for as long as the connection lives.
CREATE FUNCTION copydesk.insert_articles(rows_in json, at_in timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH n AS MATERIALIZED (
    SELECT n.* FROM json_to_recordset(rows_in) AS n(tenant text, article_id text, revision integer, external_id text, source text,
      title text, format text, characters integer, search text, input text, input_sha256 text, trace_id text, processing text,
      review text, delivery text, attempt integer, version integer, status text, head text, name text, data jsonb)
  ), stored AS (
    INSERT INTO copydesk.articles (tenant, article_id, revision, external_id, source, title, format, characters, search, input,
      input_sha256, trace_id, received_at, changed_at, processing, review, delivery, attempt, version, status, head)
    SELECT tenant, article_id, revision, external_id, source, title, format, characters, to_tsvector('simple', search), input,
      input_sha256, trace_id, at_in, at_in, processing, review, delivery, attempt, version, status, head FROM n
  ), told AS (
    INSERT INTO copydesk.events (tenant, article_id, revision, number, name, time, data, hash)
    SELECT tenant, article_id, revision, version, name, at_in, data, head FROM n
  )
  INSERT INTO copydesk.outbox (tenant, article_id, revision, created_at) SELECT n.tenant, n.article_id, n.revision, at_in FROM n;
END $$;

-- One submission of an article at a time, so that two at once cannot both become the next revision; in one order, so that none wait in a
-- circle.
CREATE FUNCTION copydesk.lock_names(names_in text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(lock)
     FROM (SELECT DISTINCT hashtextextended(name, 0) AS lock FROM unnest(names_in) AS n(name) ORDER BY 1) AS locks;
END $$;

-- Inserts articles when all of them are unknown, else none, and says which. Each statement of a function in this language sees what was
-- committed before it began, so what is looked for after the lock includes what those before had written.
CREATE FUNCTION copydesk.insert_unknown(names_in text[], tenants_in text[], sources_in text[], external_ids_in text[], rows_in json,
  at_in timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM copydesk.lock_names(names_in);
  IF EXISTS (SELECT FROM unnest(tenants_in, sources_in, external_ids_in) AS w(tenant, source, external_id)
               JOIN copydesk.articles a ON a.tenant = w.tenant AND a.source = w.source AND a.external_id = w.external_id) THEN
    RETURN false;
  END IF;
  PERFORM copydesk.insert_articles(rows_in, at_in);
  RETURN true;
END $$;
