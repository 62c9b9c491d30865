-- How often what signs was deleted since the write-ahead log was last cut to nothing: until then it is there.
alter table store add column erasures_due bigint not null default 0;

update store set schema_version = 6;
