import { InvalidArgumentError } from 'commander';

/** A port as a flag gives it: 0 to 65535, 0 for any that is free. */
export function portFrom(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError('It takes a number from 0 to 65535.');
}
