-- By which key a token's present value was signed, so that a key is retired when nothing of its is left.
-- Of tokens that are older than this column it is not known.
alter table token add column key_id text;
create index token_by_key on token (key_id, expires_at) where revoked_at is null;

update store set schema_version = 3;
