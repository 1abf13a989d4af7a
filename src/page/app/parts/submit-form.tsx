import type { ComponentChildren } from 'preact';

/** A form that calls `send` instead of leaving the page. The page itself marks what is missing. */
export const SubmitForm = ({
  send,
  children,
  ...more
}: {
  send: () => Promise<void>;
  children: ComponentChildren;
  class?: string;
}) => (
  <form
    {...more}
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      void send();
    }}
  >
    {children}
  </form>
);
