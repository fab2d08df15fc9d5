#!/bin/sh
# Starts a streaming replica: the first time it copies the primary, then it is an ordinary start of Postgres.
set -eu

export PGPASSWORD="$DETENTE_REPLICA_PASSWORD"

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p -m 0700 "$PGDATA"
  echo "Copying $PRIMARY_HOST:${PRIMARY_PORT:-5432} …"
  # What it copied so far, pg_basebackup removes itself when it fails.
  until pg_basebackup --pgdata "$PGDATA" --write-recovery-conf --slot "${REPLICA_SLOT:-replica}" --wal-method stream \
    --checkpoint fast --no-password \
    --host "$PRIMARY_HOST" --port "${PRIMARY_PORT:-5432}" --username detente_replica; do
    echo "The primary cannot be copied yet; trying again in 2 seconds …" >&2
    sleep 2
  done
fi

exec postgres "$@"
