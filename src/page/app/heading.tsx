import { appText } from '../text/app-text.ts';
import { clockTime, longDate } from '../text/locale.ts';
import { RepeatSign } from './parts/notation.tsx';
import type { Result } from './result/result.ts';
import { isPractice, type View, type ViewText } from './view.ts';

/** The heading that replaces the form's. In practice it says so. */
export function Heading({ view }: { view: View }) {
  const text = textOf(view);
  if (!text) return null;
  const isLarge = view.kind === 'check' || view.kind === 'wrong-address';
  return (
    <div class="title">
      <p class="name">
        <span aria-hidden="true">
          <RepeatSign />
        </span>
        Refrain
      </p>
      <h1 key={text.heading} tabIndex={-1} class={isLarge ? 'said' : 'said less'}>
        {withPractice(view, text.heading)}
      </h1>
      {text.subtitle && <p class="promise">{text.subtitle}</p>}
    </div>
  );
}

/** The document title of a view; undefined for the form, which has its own. */
export function titleOf(view: View): string | undefined {
  const text = textOf(view);
  return text && appText.title.of(withPractice(view, text.title));
}

const withPractice = (view: View, title: string) => (isPractice(view) ? appText.title.practice(title) : title);

function textOf(view: View): ViewText | undefined {
  switch (view.kind) {
    case 'form':
    case 'dead-end':
      return undefined;
    case 'waiting':
      return appText.waiting;
    case 'secret':
      return appText.secretStep;
    case 'check':
      return { ...appText.check, title: appText.check.heading };
    case 'wrong-address':
      return view.text;
    case 'result':
      return resultText(view.result);
  }
}

function resultText({ origin, tokens, replaced }: Result): ViewText {
  const text = appText.result;
  const { refreshToken, refreshTokenExpiresAt, accessTokenExpiresAt } = tokens.value;
  if (origin === 'checked') {
    return replaced.value
      ? { heading: text.replaced, title: text.replacedTitle }
      : { heading: text.works, title: text.worksTitle };
  }
  if (refreshToken === undefined) {
    const title = accessTokenExpiresAt === undefined ? text.yourToken : text.until(clockTime(accessTokenExpiresAt));
    return { heading: text.accessToken, title };
  }
  const title = refreshTokenExpiresAt === undefined ? text.yourToken : text.until(longDate(refreshTokenExpiresAt));
  return { heading: text.refreshToken, title };
}
