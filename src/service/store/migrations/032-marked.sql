-- Whether the marks of an article's results stand, and all else that the queue wants of them. False: they were stored before, or by a process of an
-- earlier version; the relay role writes them, some articles at a time, and until it has, a queue of the tenant is filtered by the rows alone. No work
-- is done on the rows here, where all would wait for it.
ALTER TABLE copydesk.articles ADD COLUMN marked boolean NOT NULL DEFAULT false;
DROP INDEX IF EXISTS copydesk.articles_unfilled;
