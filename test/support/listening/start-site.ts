import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SiteOptions } from './site-process.mjs';

const program = fileURLToPath(new URL('site-process.mjs', import.meta.url));

/** What a visitor reads. */
interface Seen {
  readonly state: string;
  readonly items: readonly unknown[];
}

/** A site in a process of its own. */
export interface Site {
  readonly name: string;
  /** @throws TypeError if the site is gone */
  view(list?: string): Promise<Seen>;
  /** Moves its clock to this many milliseconds after the real time. */
  move(ahead: number): Promise<void>;
  /** Will kill it at this step outside, counted from now. */
  killAtStep(step: number): void;
  kill(): Promise<void>;
}

export async function startSite(options: SiteOptions): Promise<Site> {
  const child = fork(program, [JSON.stringify(options)]);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const kill = async () => {
    if (isGone()) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return {
    name: options.name,
    async view(list = 'recently-played') {
      const answer = await fetch(`http://127.0.0.1:${port}/${list}.json`);
      if (answer.status !== 200) throw new Error(`${options.name} answered ${answer.status}.`);
      return (await answer.json()) as Seen;
    },
    async move(ahead) {
      const moved = new Promise<void>((done) => {
        const listen = (message: { moved?: true }) => {
          if (!message.moved) return;
          child.off('message', listen);
          done();
        };
        child.on('message', listen);
      });
      child.send({ ahead });
      await moved;
    },
    killAtStep(step) {
      let left = step;
      child.on('message', (message: { step?: true }) => {
        if (message.step && --left === 0) child.kill('SIGKILL');
      });
    },
    kill,
  };
}
