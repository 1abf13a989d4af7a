import { onChange } from './signal.ts';
import { render, type ComponentChildren } from 'preact';
import type { PageContext } from '../shared/page-context.ts';
import { appText } from '../text/app-text.ts';
import { alert, AlertAt } from './parts/alert.tsx';
import { ConsentPage } from './practice/consent.tsx';
import { CheckForm } from './check/check-form.tsx';
import { DeadEndQuestion } from './callback/dead-end.tsx';
import { Heading, titleOf } from './heading.tsx';
import { ResultBody } from './result/result-body.tsx';
import { SecretStep } from './callback/secret-step.tsx';
import { isPractice, view, type View } from './view.ts';
import { WrongAddress } from './callback/wrong-address.tsx';

/** Renders the alert, the heading, the body and the title of the page, now and whenever a signal changes. */
export function renderApp(page: PageContext): void {
  const { document } = page.window;
  const renderInto = (id: string, children: ComponentChildren) => {
    const place = document.getElementById(id);
    if (place) render(children, place);
  };
  let shownTitle: string | undefined;
  onChange(() => {
    const current = view.value;
    renderInto('heading-app', <Heading view={current} page={page} />);
    renderInto('app', renderBody(current, page));
    renderInto(
      'alert',
      <>
        <AlertAt place="page" page={page} />
        <DeadEndQuestion page={page} />
      </>,
    );
    const isInPractice = isPractice(current) || page.mode() === 'practice';
    const title = alertTitle(alert.value, isInPractice) ?? titleOf(current, page) ?? page.title();
    // The form sets the title too, so keep its title until the view or the alert needs another.
    if (title !== shownTitle) document.title = shownTitle = title;
  });
}

/** The document title while an alert is shown; undefined if there is none. */
function alertTitle(shown: typeof alert.value, isInPractice: boolean): string | undefined {
  if (!shown) return undefined;
  const title = isInPractice ? appText.title.practice(shown.text.title) : shown.text.title;
  return (shown.text.isNotice ? appText.title.of : appText.title.error)(title);
}

function renderBody(current: View, page: PageContext): ComponentChildren {
  switch (current.kind) {
    case 'consent':
      return <ConsentPage address={current.address} pending={current.pending} page={page} />;
    case 'secret':
      return <SecretStep verified={current.verified} page={page} />;
    case 'result':
      return <ResultBody result={current.result} page={page} />;
    case 'check':
      return <CheckForm page={page} />;
    case 'wrong-address':
      return <WrongAddress page={page} />;
    default:
      return null;
  }
}
