#!/bin/sh
# Run once, when the primary's data directory is new: the database, its roles, and what replicas log in as.
set -eu

psql --set ON_ERROR_STOP=1 --no-psqlrc --quiet --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  --set owner="$DETENTE_OWNER_PASSWORD" \
  --set writer="$DETENTE_WRITER_PASSWORD" \
  --set reader="$DETENTE_READER_PASSWORD" \
  --set replica="$DETENTE_REPLICA_PASSWORD" <<'SQL'
CREATE ROLE detente_owner LOGIN CREATEROLE PASSWORD :'owner';
CREATE ROLE detente_writer LOGIN NOINHERIT PASSWORD :'writer';
CREATE ROLE detente_reader LOGIN NOINHERIT PASSWORD :'reader';
GRANT detente_writer, detente_reader TO detente_owner WITH ADMIN OPTION, INHERIT FALSE, SET FALSE;
CREATE ROLE detente_replica LOGIN REPLICATION PASSWORD :'replica';
CREATE DATABASE detente OWNER detente_owner;
SELECT pg_create_physical_replication_slot('replica');
SQL

# From the networks this server stands in, and from nowhere else.
echo "host replication detente_replica samenet scram-sha-256" >>"$PGDATA/pg_hba.conf"
