import { onChange } from './signal.ts';
import { render, type ComponentChildren } from 'preact';
import type { PageContext } from '../shared/page-context.ts';
import { appText } from '../text/app-text.ts';
import { alert, AlertAt } from './parts/alert.tsx';
import { Consent } from './practice/consent.tsx';
import { CheckForm } from './check/check-form.tsx';
import { DeadEndQuestion } from './callback/dead-end.tsx';
import { Heading, titleOf } from './heading.tsx';
import { ResultBody } from './result/result-body.tsx';
import { SecretStep } from './callback/secret-step.tsx';
import { isPractice, view, type View } from './view.ts';
import { WrongAddress } from './callback/wrong-address.tsx';

/** Renders the view into the three places of the page (alert, heading, body) and its title, without delay. */
export function renderApp(page: PageContext): void {
  const { document } = page.window;
  const into = (id: string, children: ComponentChildren) => {
    const place = document.getElementById(id);
    if (place) render(children, place);
  };
  let shownTitle: string | undefined;
  onChange(() => {
    const now = view.value;
    into('heading-app', <Heading view={now} page={page} />);
    into('app', body(now, page));
    into(
      'alert',
      <>
        <AlertAt place="page" page={page} />
        <DeadEndQuestion page={page} />
      </>,
    );
    const title =
      titleWith(alert.value, isPractice(now) || page.mode() === 'practice') ?? titleOf(now, page) ?? page.title();
    // The form changes the title too, so only a change of the view or the alert does here.
    if (title !== shownTitle) document.title = shownTitle = title;
  });
}

/** The document title while an alert is shown. */
function titleWith(raised: typeof alert.value, practising: boolean): string | undefined {
  if (!raised) return undefined;
  const title = practising ? appText.title.practice(raised.text.title) : raised.text.title;
  return (raised.text.isNotice ? appText.title.of : appText.title.error)(title);
}

function body(now: View, page: PageContext): ComponentChildren {
  switch (now.kind) {
    case 'consent':
      return <Consent address={now.address} page={page} />;
    case 'secret':
      return <SecretStep verified={now.verified} page={page} />;
    case 'result':
      return <ResultBody result={now.result} page={page} />;
    case 'check':
      return <CheckForm page={page} />;
    case 'wrong-address':
      return <WrongAddress page={page} />;
    default:
      return null;
  }
}
