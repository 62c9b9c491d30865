-- Pages of one account's audit and of its tokens that expire, at a cost that does not depend on other accounts.
create index audit_by_account on audit (account_id, position) where account_id is not null;
create index audit_of_no_account on audit (position) where account_id is null;

drop index token_by_expiry;
create index token_by_account_and_expiry on token (account_id, expires_at, id) where revoked_at is null;

update store set schema_version = 5;
