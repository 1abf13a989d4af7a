import type { CommandContext } from '../context/context.ts';
import { wrap } from './text.ts';

/** Breaks sentences for standard error: at the screen's edge, or not at all where there is no screen. */
export function wrapFor({
  stderr,
  stderrIsTerminal,
}: Pick<CommandContext, 'stderr' | 'stderrIsTerminal'>): (text: string) => string {
  const columns = stderrIsTerminal ? (stderr.columns ?? 80) : undefined;
  return (text) => wrap(text, columns);
}
