-- A rotation brings a key's end forward. The key in its place ends when the old one was meant to, however often it is rotated.
ALTER TABLE copydesk.api_keys ADD COLUMN issued_until timestamptz;
UPDATE copydesk.api_keys SET issued_until = expires_at;
