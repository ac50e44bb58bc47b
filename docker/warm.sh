#!/bin/sh
# Makes the AOT cache in the folder of the unpacked program: starts the service on the release in releases/, asks it for some
# pages (with health.jar, for want of curl), and ends it, upon which the JVM writes what it has kept.
set -eu
app=$1
port=${2:-18080}
cd "$app"

java -XX:AOTCacheOutput="$app/banggiao.aot" -Dbanggiao.home="$app/home" --enable-native-access=ALL-UNNAMED \
  -Dbanggiao.permanent-queries.enabled=false -jar "$app/banggiao.jar" serve --release "$app/releases" --port "$port" &
service=$!
tries=0
until java -cp health.jar Health "http://127.0.0.1:$port/health/ready"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 60 ] || ! kill -0 "$service" 2>/dev/null; then
    echo "The service did not answer on port $port: see the lines above." >&2
    kill "$service" 2>/dev/null || true
    exit 1
  fi
  sleep 1
done
for path in / /dataset /browse/event /ontology /search '/sparql?query=ASK%7B%7D'; do
  java -cp health.jar Health "http://127.0.0.1:$port$path" || echo "$path did not answer with 200" >&2
done
kill -TERM "$service"
# 143: ended by the signal, as it was asked to.
wait "$service" || [ $? -eq 143 ]
test -s "$app/banggiao.aot"
