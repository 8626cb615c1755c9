-- What people's decisions say of all rules and sources of a tenant since a day, the newest first.
CREATE INDEX span_verdicts_time ON copydesk.span_verdicts (tenant, decided_at) WHERE replaced_by IS NULL;
