-- Audit and revocations are only ever added to, at the end, and without a gap. Triggers are the one
-- thing that SQLite and PostgreSQL write in two ways, so this migration is there twice.

create trigger audit_at_the_end before insert on audit
when new.position <> (select coalesce(max(position), 0) + 1 from audit)
begin
  select raise(abort, 'audit is append-only');
end;

create trigger audit_no_update before update on audit
begin
  select raise(abort, 'audit is append-only');
end;

create trigger audit_no_delete before delete on audit
begin
  select raise(abort, 'audit is append-only');
end;

create trigger revocation_at_the_end before insert on revocation
when new.position <> (select coalesce(max(position), 0) + 1 from revocation)
begin
  select raise(abort, 'revocation is append-only');
end;

create trigger revocation_no_update before update on revocation
begin
  select raise(abort, 'revocation is append-only');
end;

create trigger revocation_no_delete before delete on revocation
begin
  select raise(abort, 'revocation is append-only');
end;

update store set schema_version = 2;
