-- Who has a bulk decision taken back; `person`, `person_tenant` and `role` are those of whoever began it.
ALTER TABLE copydesk.bulk_jobs
  ADD COLUMN undone_by text;

-- Whether somebody is to look at an article without knowing its decision is asked whenever they read one.
CREATE INDEX checks_offered ON copydesk.checks (tenant, offered_to) WHERE checked_at IS NULL AND offered_to IS NOT NULL;
