-- Stores of the first version knew claims of the outbox, which became `told_at`: an article that was claimed and never recorded as queued
-- is told to the queue anew.
UPDATE copydesk.outbox o SET told_at = NULL FROM copydesk.articles a
 WHERE a.tenant = o.tenant AND a.article_id = o.article_id AND a.revision = o.revision
   AND o.told_at IS NOT NULL AND a.processing = 'received';
