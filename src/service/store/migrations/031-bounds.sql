-- On how many articles of a tenant its rules in shadow were tried, ever; and of each rule, at which count it came into shadow and left it, and what it
-- found in between. Counted as it happens, so that nothing is counted when it is read.
CREATE TABLE copydesk.shadow_tries (tenant text PRIMARY KEY REFERENCES copydesk.tenants, articles bigint NOT NULL);
CREATE TABLE copydesk.shadow_counts (
  rule text PRIMARY KEY REFERENCES copydesk.learned_rules,
  tries_from bigint NOT NULL,
  tries_until bigint,
  matched integer NOT NULL DEFAULT 0,
  hits integer NOT NULL DEFAULT 0,
  flips integer NOT NULL DEFAULT 0
);
-- Of rules that were in shadow before, as many articles as were told of them then: those that came meanwhile, at most 10,000.
INSERT INTO copydesk.shadow_counts (rule, tries_from, tries_until, matched, hits, flips)
  SELECT s.rule, -(SELECT count(*) FROM (SELECT FROM copydesk.articles a WHERE a.tenant = s.tenant AND a.received_at >= s.time
                     AND a.received_at < coalesce(n.time, 'infinity') LIMIT 10000) came),
         CASE WHEN n.time IS NOT NULL THEN 0 END, h.matched, h.hits, h.flips
    FROM copydesk.rule_events s
    CROSS JOIN LATERAL (SELECT min(e.time) AS time FROM copydesk.rule_events e WHERE e.rule = s.rule AND e.number > s.number) n
    CROSS JOIN LATERAL (SELECT count(*)::integer AS hits, count(DISTINCT (article_id, revision))::integer AS matched,
             (count(DISTINCT (article_id, revision)) FILTER (WHERE flips))::integer AS flips
        FROM copydesk.rule_hits h WHERE h.rule = s.rule AND h.state = 'shadow') h
   WHERE s.name = 'rule.shadowed';

-- A back-test waits for those of its tenant before it.
ALTER TABLE copydesk.rule_backtests
  DROP CONSTRAINT rule_backtests_state_check,
  ADD CONSTRAINT rule_backtests_state_check CHECK (state IN ('waiting', 'running', 'done', 'failed'));

-- When a bulk decision was worked on last: they take turns, by tenant first. `tries`: how often an article of one failed by a fault of ours.
ALTER TABLE copydesk.bulk_jobs ADD COLUMN stepped_at timestamptz;
ALTER TABLE copydesk.bulk_items ADD COLUMN tries integer NOT NULL DEFAULT 0;
DROP INDEX copydesk.bulk_items_state;
CREATE INDEX bulk_items_state ON copydesk.bulk_items (job, state, tries, place);
-- What was searched for is nobody's business once the list stands.
UPDATE copydesk.bulk_jobs SET filter = filter - 'q';

-- Kinds (`k:…`) and rules (`r:…`) of the results of an article, for a queue that is filtered by one that is rare. Written once with a result, never with
-- the steps of an article: so it costs less than an index of the arrays, which each change of the row would write anew. Marks of an earlier run stay;
-- whoever looks an article up by its marks looks at its row too.
CREATE TABLE copydesk.marks (
  tenant text NOT NULL,
  mark text NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (tenant, mark, seq)
);

-- What people's decisions say of what rules found, written with the decision: `removed` (taken out, and left so), `kept` (only flagged, and left so) or
-- `restored` (brought back, or called wrong), and how many spans. Of accepted articles only. `number` is that of the decision's event; `replaced_by`
-- names the later one, on an appeal, whose undoing lets it stand again. Rules and kinds name no text; a purge takes the rows nevertheless.
CREATE TABLE copydesk.span_verdicts (
  tenant text NOT NULL,
  article_id text NOT NULL,
  revision integer NOT NULL,
  number integer NOT NULL,
  rule text NOT NULL,
  kind text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('removed', 'kept', 'restored')),
  spans integer NOT NULL,
  source text NOT NULL,
  decided_at timestamptz NOT NULL,
  replaced_by integer,
  PRIMARY KEY (tenant, article_id, revision, number, rule, kind, verdict),
  FOREIGN KEY (tenant, article_id, revision) REFERENCES copydesk.articles ON DELETE CASCADE
);
CREATE INDEX span_verdicts_rule ON copydesk.span_verdicts (tenant, rule, decided_at) WHERE replaced_by IS NULL;
CREATE INDEX span_verdicts_source ON copydesk.span_verdicts (tenant, source, decided_at) WHERE replaced_by IS NULL;
