import type { CommandContext } from '../context/context.ts';
import { fold } from './text.ts';

/** Breaks sentences for standard error: at the screen's edge, or not at all where there is no screen. */
export function foldFor({
  stderr,
  stderrIsTerminal,
}: Pick<CommandContext, 'stderr' | 'stderrIsTerminal'>): (text: string) => string {
  const columns = stderrIsTerminal ? (stderr.columns ?? 80) : undefined;
  return (text) => fold(text, columns);
}
