-- A submission with a key, its answer with it, in one way to the database. `key_taken`: somebody has sent the request before, or sends it
-- now. `known`: an article is no new one; then nothing stands there, the key neither.
CREATE FUNCTION copydesk.insert_once(tenant_in text, key_in text, request_in text, status_in integer, headers_in jsonb, body_in text,
  settle_ms integer, patience_ms integer, names_in text[], tenants_in text[], sources_in text[], external_ids_in text[], rows_in json,
  at_in timestamptz) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('lock_timeout', patience_ms::text, true);
  INSERT INTO copydesk.idempotency (tenant, key, request_sha256, started_at, status, headers, body, settles_at)
    VALUES (tenant_in, key_in, request_in, at_in, status_in, headers_in, body_in,
      CASE WHEN settle_ms > 0 THEN clock_timestamp() + settle_ms * interval '1 millisecond' END)
    ON CONFLICT (tenant, key) DO NOTHING;
  IF NOT FOUND THEN
    RETURN 'key_taken';
  END IF;
  IF NOT copydesk.insert_unknown(names_in, tenants_in, sources_in, external_ids_in, rows_in, at_in) THEN
    DELETE FROM copydesk.idempotency WHERE tenant = tenant_in AND key = key_in;
    RETURN 'known';
  END IF;
  RETURN 'inserted';
END $$;
