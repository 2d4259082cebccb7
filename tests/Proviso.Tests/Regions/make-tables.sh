#!/usr/bin/env bash
# Makes the two tables beside it with GeodSolve (Debian package geographiclib-tools). The tests read the tables only.
#   geodesics.txt    latitude, longitude, latitude, longitude, metres between the two
#   from-lines.txt   line (meridian or parallel), its degree, where on it, latitude, longitude, metres to the line
# A way that leaves a meridian eastward, or a parallel northward or southward, leaves it at a right angle, so that the line is nowhere
# nearer to its end than where the way began (as long as the way is short against the distance to the pole).
set -euo pipefail
cd "$(dirname "$0")"
export LC_ALL=C

starts="0 0
0 179.99
12.345678 -98.765432
-33.9 18.4
45 7
54.71 20.51
59.3755 28.2005
67 180
-77.85 166.67
89.9 45
90 0
-90 0"

# Direct problem: from each start, in several directions, over several lengths; then the inverse problem over the rounded result, so that
# the length belongs to the figures as printed.
for metres in 1 300 5000 25000 123456.789 500000 1000000 4000000 9000000; do
  for azimuth in 0 37 90 158 270; do
    while read -r latitude longitude; do
      end=$(GeodSolve -p 3 <<<"$latitude $longitude $azimuth $metres" | cut -d ' ' -f 1,2)
      length=$(GeodSolve -i -p 6 <<<"$latitude $longitude $end" | cut -d ' ' -f 3)
      printf '%s %s %s %s\n' "$latitude" "$longitude" "$end" "$length"
    done <<<"$starts"
  done
done >geodesics.txt

for metres in 1 300 5000 100000 400000 1000000; do
  for latitude in -60 -20.5 0 33.3 54.7 70; do
    for meridian in -170 0 28.2; do
      end=$(GeodSolve -p 4 <<<"$latitude $meridian 90 $metres" | cut -d ' ' -f 1,2)
      printf 'meridian %s %s %s %s\n' "$meridian" "$latitude" "$end" "$metres"
    done
    for azimuth in 0 180; do
      end=$(GeodSolve -p 4 <<<"$latitude 11.1 $azimuth $metres" | cut -d ' ' -f 1,2)
      printf 'parallel %s %s %s %s\n' "$latitude" 11.1 "$end" "$metres"
    done
  done
done >from-lines.txt
