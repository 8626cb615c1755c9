-- An answer with `Prefer: wait` is not known when its article is committed. Until `settles_at` whoever made it may still put the
-- awaited answer in the place of the first one; from then on the first one is the answer. Null: it is final.
-- The awaited result is not copied: it stays the result of this run, and goes with it when the article is purged.
ALTER TABLE copydesk.idempotency
  ADD COLUMN settles_at timestamptz,
  ADD COLUMN article_id text,
  ADD COLUMN revision integer,
  ADD COLUMN run integer;

-- Lists are ordered by time, newest first, and by `seq` within it: so one index serves a filter, its times and its order.
DROP INDEX copydesk.articles_listed;
DROP INDEX copydesk.articles_since;
CREATE INDEX articles_listed ON copydesk.articles (tenant, received_at, seq);
DROP INDEX copydesk.articles_status;
CREATE INDEX articles_status ON copydesk.articles (tenant, status, received_at, seq);
DROP INDEX copydesk.articles_source;
CREATE INDEX articles_source ON copydesk.articles (tenant, source, received_at, seq);
DROP INDEX copydesk.articles_score;
CREATE INDEX articles_score ON copydesk.articles (tenant, score, received_at, seq);
CREATE INDEX articles_named ON copydesk.articles (tenant, external_id, received_at, seq);
CREATE INDEX api_keys_tenant ON copydesk.api_keys (tenant, created_at);
