-- Who has a bulk decision taken back; `person`, `person_tenant` and `role` are those of whoever began it.
ALTER TABLE copydesk.bulk_jobs
  ADD COLUMN undone_by text;
