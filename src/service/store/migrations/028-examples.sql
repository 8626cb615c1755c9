-- Texts that a learned rule was proven on, and the revision of the article that each is from; null: a person wrote it when that was gone already. The
-- text is a JSON string, so that it may hold every character, and empty when the article's content went: the rule's sha256 is of all it was proven on.
CREATE TABLE copydesk.rule_examples (
  rule text NOT NULL REFERENCES copydesk.learned_rules,
  list text NOT NULL CHECK (list IN ('match', 'allow')),
  place integer NOT NULL,
  content text NOT NULL,
  tenant text NOT NULL,
  article_id text,
  revision integer,
  PRIMARY KEY (rule, list, place)
);
CREATE INDEX rule_examples_article ON copydesk.rule_examples (tenant, article_id, revision);

-- PostgreSQL unpacks no U+0000: it becomes U+FFFD.
-- Of rules that there are, it is not known which other article an example is from: all go with the one that the rule was learned from.
INSERT INTO copydesk.rule_examples (rule, list, place, content, tenant, article_id, revision)
  SELECT r.id, l.list, e.place - 1, CASE WHEN a.purged THEN '' ELSE e.content::text END, r.tenant, r.article_id, r.revision
    FROM copydesk.learned_rules r
    CROSS JOIN (VALUES ('match'), ('allow')) AS l (list)
    CROSS JOIN LATERAL json_array_elements(replace(r.content, '\u0000', '\ufffd')::json -> 'examples' -> l.list) WITH ORDINALITY AS e (content, place)
    LEFT JOIN copydesk.articles a ON a.tenant = r.tenant AND a.article_id = r.article_id AND a.revision = r.revision;
UPDATE copydesk.learned_rules SET content = (SELECT json_object_agg(f.key, f.value) FROM json_each(replace(content, '\u0000', '\ufffd')::json) f WHERE f.key <> 'examples')::text;
