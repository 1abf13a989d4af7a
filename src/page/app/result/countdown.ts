/**
 * What is left of a token, in words: `59 min 48 s`, `1 h 0 min`, `over`; `hour unknown` where no lifetime came that
 * can be believed. Both times epoch milliseconds.
 */
export function countdownText(expiresAt: number | undefined, now: number): string {
  if (expiresAt === undefined) return 'hour unknown';
  const seconds = Math.ceil((expiresAt - now) / 1000);
  if (seconds <= 0) return 'over';
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
