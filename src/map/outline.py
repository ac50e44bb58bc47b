"""Makes outline-50m.txt from world-atlas 2.0.2 (land-50m.json and countries-50m.json): python3 outline.py FOLDER > outline-50m.txt

Each line is a ring of land (L) or a line of a border between two states (B): x and y in fiftieths of a degree east of 180 W and
south of the north pole, the first point as it is, each further one as its distance from the one before. Rings are cut where the
map is, at 180 degrees.
"""

import json
import sys

UNIT = 50


def arcs(topology):
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x += dx
            y += dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def write(kind, points, closed):
    last = None
    numbers = []
    count = 0
    for lon, lat in points:
        p = (round((lon + 180) * UNIT), round((90 - lat) * UNIT))
        if p == last:
            continue
        numbers += p if last is None else (p[0] - last[0], p[1] - last[1])
        last = p
        count += 1
    if count > (3 if closed else 1):
        print(kind, *numbers)


def ring(points):
    unrolled = [points[0]]
    off = 0
    for a, b in zip(points, points[1:]):
        off += -360 if b[0] - a[0] > 180 else 360 if b[0] - a[0] < -180 else 0
        unrolled.append((b[0] + off, b[1]))
    if off:
        pole = -90 if unrolled[0][1] < 0 else 90
        unrolled += [(unrolled[-1][0], pole), (unrolled[0][0], pole)]
    write("L", unrolled, True)
    if max(x for x, _ in unrolled) > 180.05:
        write("L", [(x - 360, y) for x, y in unrolled], True)
    if min(x for x, _ in unrolled) < -180.05:
        write("L", [(x + 360, y) for x, y in unrolled], True)


folder = sys.argv[1]
land = json.load(open(folder + "/land-50m.json"))
parts = list(arcs(land))
for polygon in land["objects"]["land"]["geometries"][0]["arcs"]:
    for indices in polygon:
        points = []
        for i in indices:
            part = parts[i] if i >= 0 else parts[~i][::-1]
            points += part[1:] if points else part
        ring(points)
countries = json.load(open(folder + "/countries-50m.json"))
parts = list(arcs(countries))
users = {}
for country in countries["objects"]["countries"]["geometries"]:
    for polygon in [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]:
        for indices in polygon:
            for i in indices:
                users.setdefault(i if i >= 0 else ~i, set()).add(id(country))
for i in sorted(users):
    if len(users[i]) > 1:
        write("B", parts[i], False)
