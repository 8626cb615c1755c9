-- An answer with `Prefer: wait` is not known when its article is committed. Until `settles_at` whoever made it may still put the
-- awaited answer in the place of the first one; from then on the first one is the answer. Null: it is final.
-- The awaited result is not copied: it stays the result of this run, and goes with it when the article is purged.
ALTER TABLE copydesk.idempotency
  ADD COLUMN settles_at timestamptz,
  ADD COLUMN article_id text,
  ADD COLUMN revision integer,
  ADD COLUMN run integer;
