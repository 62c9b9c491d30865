create table if not exists note (id text primary key, account text not null, content text not null);
insert or ignore into note values ('1', 'A', 'Buy milk'), ('2', 'B', 'Call home');
