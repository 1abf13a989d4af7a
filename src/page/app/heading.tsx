import type { ComponentChildren } from 'preact';
import { clockTime, longDate } from '../../text/dates.ts';
import { RepeatSign } from './parts/notation.tsx';
import type { Result } from './result/result.ts';
import { isPractice, type View } from './view.ts';

interface Words {
  readonly heading: string;
  readonly promise?: ComponentChildren;
  readonly title: string;
  readonly less?: boolean;
}

/** The heading that stands instead of the form's. *Practice* is in it for as long as it is practice. */
export function Heading({ view }: { view: View }) {
  const words = wordsOf(view);
  if (!words) return null;
  return (
    <div class="title">
      <p class="name">
        <span aria-hidden="true">
          <RepeatSign />
        </span>
        Refrain
      </p>
      <h1 key={words.heading} tabIndex={-1} class={words.less ? 'said less' : 'said'}>
        {isPractice(view) && 'Practice: '}
        {words.heading}
      </h1>
      {words.promise && <p class="promise">{words.promise}</p>}
    </div>
  );
}

/** The document's title for a view; undefined for the form, which has its own. */
export function titleOf(view: View): string | undefined {
  const words = wordsOf(view);
  return words && `${isPractice(view) ? 'Practice: ' : ''}${words.title}. Refrain`;
}

function wordsOf(view: View): Words | undefined {
  switch (view.kind) {
    case 'form':
      return undefined;
    case 'dead-end':
      return undefined;
    case 'waiting':
      return {
        heading: 'Spotify said yes',
        title: 'Fetching your token',
        promise: 'Exchanging the code for your token.',
        less: true,
      };
    case 'secret':
      return {
        heading: 'Spotify said yes',
        title: 'One more step',
        less: true,
      };
    case 'check':
      return {
        heading: 'Does your token live?',
        title: 'Check a refresh token',
        promise: 'Paste a refresh token, and Spotify says whether it lives, what it may do, and whose it is.',
      };
    case 'wrong-address':
      return view.words;
    case 'result':
      return { ...resultWords(view.result), less: true };
  }
}

function resultWords({ origin, tokens, replaced }: Result): Words {
  const { refreshToken, refreshTokenExpiresAt, accessTokenExpiresAt } = tokens.value;
  if (origin === 'checked') {
    const heading = replaced.value ? 'Spotify sent a new refresh token' : 'Your refresh token lives';
    return { heading, title: heading };
  }
  if (refreshToken === undefined) {
    const until = accessTokenExpiresAt === undefined ? '' : `, until ${clockTime(accessTokenExpiresAt)}`;
    return { heading: 'You have an access token', title: `Your token${until}` };
  }
  const until = refreshTokenExpiresAt === undefined ? '' : `, until ${longDate(refreshTokenExpiresAt)}`;
  return { heading: 'You have a refresh token', title: `Your token${until}` };
}
