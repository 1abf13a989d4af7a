import { InvalidArgumentError } from 'commander';

/** Reads a port from a flag: 0 to 65535; 0 means any free port. */
export function portFrom(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError('It must be a number from 0 to 65535.');
}
