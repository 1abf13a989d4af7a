import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PageContext } from '../../shared/page-context.ts';

/** The page's time, epoch milliseconds, moving on each second until `until`. */
export function useClock(page: PageContext, until: number | undefined): number {
  const now = useSignal(page.now());
  useEffect(() => {
    now.value = page.now();
    if (until === undefined) return undefined;
    const timer = page.window.setInterval(() => {
      now.value = page.now();
      if (now.value >= until) page.window.clearInterval(timer);
    }, 1000);
    return () => page.window.clearInterval(timer);
  }, [until]);
  return now.value;
}
