-- What people do with articles. `claimant` is the person who has claimed one, `fence` counts its claims, `decision` is what was decided while it stands.
ALTER TABLE copydesk.articles
  ADD COLUMN claimant text,
  ADD COLUMN fence integer NOT NULL DEFAULT 0,
  ADD COLUMN decision text CHECK (decision IN ('accepted', 'rejected'));
