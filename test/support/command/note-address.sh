#!/bin/sh
# Stands for the program that opens a browser: writes down what it was given.
printf '%s\n' "$@" >> "$NOTED"
