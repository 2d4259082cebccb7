#!/bin/sh
# Adds a report to a case, asks for a verdict and reads the reason. Nothing but a shell and proviso: no other program reads the JSON.
# usage: add-report.sh CASE
set -eu
case_folder=$1

# value NAME: the first value of that name in the JSON on the standard input, without its quotes.
value() {
  while IFS= read -r line; do
    case $line in
      *"\"$1\": "*)
        line=${line#*"\"$1\": "}
        line=${line%,}
        line=${line#\"}
        printf '%s\n' "${line%\"}"
        return 0
        ;;
    esac
  done
  printf 'there is no %s\n' "$1" >&2
  return 1
}

printf '%s\n' '{"sentence":"report","name":"osprey-north","thing":"osprey","with":{"operator":"north"},"state":"present","in":"north-shore","on":"2024-04-05","by":"observer","said":"2024-04-06","grade":"inspection","source":"Finding of the observer"}' >seen.jsonl

proviso status "$case_folder" --clause 1 --region lake --view common --on 2024-04-05 --json >before.json
proviso import seen.jsonl --into "$case_folder/seen.proviso" --json >import.json
proviso status "$case_folder" --clause 1 --region lake --view common --on 2024-04-05 --json >after.json
proviso why "$case_folder" --clause 1 --region lake --view common --on 2024-04-05 --json >why.json

printf 'before: %s\n' "$(value label <before.json)"
printf 'written: %s\n' "$(value written <import.json)"
printf 'after: %s, since %s\n' "$(value label <after.json)" "$(value since <after.json)"
while IFS= read -r line; do
  case $line in
    *'Shown by the report osprey-north'*)
      line=${line#*\"}
      printf 'because: %s\n' "${line%%. Shown by*}, by the report osprey-north"
      ;;
  esac
done <why.json
