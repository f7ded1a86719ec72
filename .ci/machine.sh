# Sourced by .ci/run: what the tests need of the machine.

postgres_folder=
apt_is_fresh=

install() {
  if [ -z "$apt_is_fresh" ]; then
    apt-get update -qq
    apt_is_fresh=1
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

ensure_chromium() {
  command -v chromium >/dev/null || install chromium fonts-liberation
  chromium --version
}

answers() {
  psql "$1" -Atc 'SELECT current_setting($$server_version$$)' 2>/dev/null
}

# PostgreSQL that takes us without a password and lets us create databases: one that is there, or our own.
ensure_postgres() {
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || install postgresql
  export TEST_DATABASE_URL=${TEST_DATABASE_URL:-postgresql://root@127.0.0.1:5432/postgres}
  local version
  if ! version=$(answers "$TEST_DATABASE_URL"); then
    local cluster
    for cluster in $(ls /etc/postgresql 2>/dev/null); do
      pg_ctlcluster --skip-systemctl-redirect "$cluster" main start 2>/dev/null || true
    done
    wait_for_postgres 10 || start_private_postgres
    version=$(answers "$TEST_DATABASE_URL")
  fi
  echo "PostgreSQL $version"
}

wait_for_postgres() {
  local turn
  for ((turn = 0; turn < $1; turn++)); do
    answers "$TEST_DATABASE_URL" >/dev/null && return 0
    sleep 1
  done
  return 1
}

# The server refuses to run as root, so it runs as its own user.
start_private_postgres() {
  postgres_folder=$(mktemp -d)
  postgres_bin=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | tail -1)")
  chown postgres "$postgres_folder"
  runuser -u postgres -- "$postgres_bin/initdb" -D "$postgres_folder/data" -U root -A trust -E UTF8 --locale=C >/dev/null
  runuser -u postgres -- "$postgres_bin/pg_ctl" -D "$postgres_folder/data" -l "$postgres_folder/log" -w \
    -o "-p 54329 -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_folder -c fsync=off" start >/dev/null
  export TEST_DATABASE_URL=postgresql://root@127.0.0.1:54329/postgres
  wait_for_postgres 10
}

stop_private_postgres() {
  [ -n "$postgres_folder" ] || return 0
  runuser -u postgres -- "$postgres_bin/pg_ctl" -D "$postgres_folder/data" -m immediate stop >/dev/null || true
  rm -rf "$postgres_folder"
}
