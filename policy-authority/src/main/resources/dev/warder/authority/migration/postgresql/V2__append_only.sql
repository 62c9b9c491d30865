-- Audit and revocations are only ever added to, at the end, and without a gap. Triggers are the one
-- thing that SQLite and PostgreSQL write in two ways, so this migration is there twice.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end
$$;

create function audit_at_the_end() returns trigger language plpgsql as $$
begin
  if new.position <> (select coalesce(max(position), 0) + 1 from audit) then
    raise exception 'audit is append-only';
  end if;
  return new;
end
$$;

create function revocation_at_the_end() returns trigger language plpgsql as $$
begin
  if new.position <> (select coalesce(max(position), 0) + 1 from revocation) then
    raise exception 'revocation is append-only';
  end if;
  return new;
end
$$;

create trigger audit_at_the_end before insert on audit
  for each row execute function audit_at_the_end();
create trigger audit_no_change before update or delete on audit
  for each row execute function refuse_change();
create trigger audit_no_truncate before truncate on audit
  for each statement execute function refuse_change();

create trigger revocation_at_the_end before insert on revocation
  for each row execute function revocation_at_the_end();
create trigger revocation_no_change before update or delete on revocation
  for each row execute function refuse_change();
create trigger revocation_no_truncate before truncate on revocation
  for each statement execute function refuse_change();

update store set schema_version = 2;
