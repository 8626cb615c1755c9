-- Places in the feed are given out before their transactions are committed, so a lower place may come into sight after a higher one.
-- Whoever inserts says by a lock, which goes with the transaction, that places above the last one given out may still come into use; readers
-- look at these locks (`readFeedHorizon`). The trigger is one of the statement: those of a row come after the place was taken.
CREATE FUNCTION copydesk.hold_feed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(1129270349, ((last_value - (NOT is_called)::integer) & 2147483647)::integer)
     FROM copydesk.deliveries_seq_seq;
  RETURN NULL;
END $$;
CREATE TRIGGER deliveries_hold_feed BEFORE INSERT ON copydesk.deliveries FOR EACH STATEMENT EXECUTE FUNCTION copydesk.hold_feed();

-- What is due, tenant by tenant, so that nobody waits behind another's.
DROP INDEX copydesk.deliveries_due;
CREATE INDEX deliveries_due ON copydesk.deliveries (tenant, due_at) WHERE state IN ('held', 'pending', 'retrying', 'delivering');
