-- One text for SQLite and PostgreSQL: text, and bigint for numbers, for instants (milliseconds since
-- 1970-01-01T00:00:00Z) and for truth (0 or 1). Bytes are base64url.

-- The one row that says which schema this is. PostgreSQL locks it for each change: one writer at a time.
create table store (
  singleton bigint not null primary key check (singleton = 1),
  schema_version bigint not null
);
insert into store (singleton, schema_version) values (1, 1);

create table account (
  id text not null primary key,
  name text not null,
  created_at bigint not null
);

create table member (
  account_id text not null references account (id),
  user_id text not null,
  role text not null check (role in ('owner', 'admin', 'developer', 'billing')),
  primary key (account_id, user_id)
);
create index member_by_user on member (user_id, account_id);

-- ordinal: 1, 2, 3 ... within the account, in the order in which tokens were created.
create table token (
  id text not null primary key,
  account_id text not null references account (id),
  ordinal bigint not null,
  name text not null,
  created_by text not null,
  created_at bigint not null,
  capabilities text not null,
  issuer text not null,
  value_id text not null,
  issued_at bigint not null,
  expires_at bigint,
  revoked_at bigint,
  last_used_at bigint,
  unique (account_id, ordinal),
  unique (issuer, value_id)
);
create index token_by_expiry on token (expires_at, id) where revoked_at is null;

-- instant: the expiry of a value, or before when an account's or a user's tokens were issued, as the
-- link has it: ISO 8601, to the nanosecond.
create table revocation (
  position bigint not null primary key check (position >= 1),
  at bigint not null,
  kind text not null check (kind in ('value', 'token', 'account', 'user')),
  issuer text not null,
  name text not null,
  instant text,
  link text not null
);

create table audit (
  position bigint not null primary key check (position >= 1),
  at bigint not null,
  actor text not null,
  action text not null,
  account_id text,
  token_id text,
  detail text not null,
  mac text not null
);

create table signing_key (
  id text not null primary key,
  algorithm text not null,
  material text not null,
  is_encrypted bigint not null check (is_encrypted in (0, 1)),
  created_at bigint not null,
  signs_from bigint not null,
  retired_at bigint
);
