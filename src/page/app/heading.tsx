import type { PageContext } from '../shared/page-context.ts';
import { appText } from '../text/app-text.ts';
import { RepeatSign } from './parts/notation.tsx';
import { leaveForForm, StartOverLink } from './parts/start-over.tsx';
import { resultText } from './result/result-text.ts';
import { isPractice, type View, type ViewText } from './view.ts';

/** The heading that replaces the form's: the name, a link to the form, the headline. In practice it says so. */
export function Heading({ view, page }: { view: View; page: PageContext }) {
  const text = textOf(view, page);
  if (!text) return null;
  const back = formLinkText(view);
  return (
    <>
      <div class="head">
        <StartOverLink page={page} class="name">
          <span aria-hidden="true">
            <RepeatSign />
          </span>
          Refrain
        </StartOverLink>
        {back && (
          <nav key={back} class="bars" aria-label={appText.otherWays}>
            {view.kind === 'check' && !view.practice && <PracticeButton page={page} />}
            <StartOverLink page={page}>{back}</StartOverLink>
          </nav>
        )}
      </div>
      <h1 key={text.heading} tabIndex={-1} class="said">
        {withPractice(view, text.heading)}
      </h1>
      {text.subtitle && <p class="proof">{text.subtitle}</p>}
    </>
  );
}

/** Back to the form, with practice open in it. */
const PracticeButton = ({ page }: { page: PageContext }) => (
  <button
    type="button"
    class="link"
    onClick={() => {
      if (leaveForForm(page)) page.window.document.getElementById('practice')?.click();
    }}
  >
    {appText.practise}
    <span class="x"> {appText.practiseRest}</span>
  </button>
);

/** The document title of a view; undefined for the form, which has its own. */
export function titleOf(view: View, page: PageContext): string | undefined {
  const text = textOf(view, page);
  return text && appText.title.of(withPractice(view, text.title));
}

const withPractice = (view: View, title: string) => (isPractice(view) ? appText.title.practice(title) : title);

/** The text of the link to the form. At an address that Spotify refuses there is none, because the form cannot work. */
function formLinkText({ kind }: View): string | undefined {
  if (kind === 'wrong-address') return undefined;
  if (kind === 'result') return appText.getAnother;
  return kind === 'check' ? appText.getToken : appText.startAgain;
}

function textOf(view: View, page: PageContext): ViewText | undefined {
  switch (view.kind) {
    case 'form':
    case 'dead-end':
      return undefined;
    case 'consent':
      return appText.practice.consent;
    case 'waiting':
      return appText.waiting;
    case 'secret':
      return appText.secretStep;
    case 'check':
      return { ...appText.check, title: appText.check.heading };
    case 'wrong-address':
      return view.text;
    case 'result':
      return resultText(view.result, page.now());
  }
}
