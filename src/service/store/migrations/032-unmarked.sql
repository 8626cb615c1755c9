-- By which they are found. Of each tenant by itself, and empty when all are done. In a file of its own: readers go on while it is made.
CREATE INDEX articles_unmarked ON copydesk.articles (tenant, seq) WHERE processing = 'cleaned' AND NOT purged AND NOT marked;
