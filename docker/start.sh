#!/bin/sh
# Serves the releases in the folder RELEASE. Where that has none yet, it gets the one that comes with the program: the database of
# a release wants to open its files for writing, which the user of the container may do in the volume only.
set -eu
if [ ! -e "$RELEASE/current" ] && [ ! -e "$RELEASE/manifest.json" ]; then
  mkdir -p "$RELEASE"
  cp -r --preserve=timestamps "$APP/releases/." "$RELEASE/"
fi
exec java -XX:AOTCache="$APP/banggiao.aot" -Xlog:disable -Xlog:all=warning:stderr -XX:MaxRAMPercentage=70 \
  -Dbanggiao.home="$APP/home" --enable-native-access=ALL-UNNAMED \
  -jar "$APP/banggiao.jar" serve --release "$RELEASE" --address "${ADDRESS:-0.0.0.0}" --port "${PORT:-8080}"
