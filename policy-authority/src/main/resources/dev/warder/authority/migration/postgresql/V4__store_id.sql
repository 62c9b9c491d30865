-- The identity of a store: random, made with it, the same in each copy of it. Each database draws it in
-- its own way, so this migration is there twice.
alter table store add column id text not null default '';
update store set id = replace(gen_random_uuid()::text, '-', ''), schema_version = 4;
