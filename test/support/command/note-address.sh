#!/bin/sh
# Replaces the program that opens a browser: writes its arguments to $NOTED.
printf '%s\n' "$@" >> "$NOTED"
