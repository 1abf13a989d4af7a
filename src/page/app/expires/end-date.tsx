import { sizeOfDate } from './date-size.ts';

/** The largest text on the page: a date or a time, on one line in any language. `time` is for machines. */
export function EndDate({ time, text }: { time: string; text: string }) {
  const { letters, isPlain } = sizeOfDate(text);
  return (
    <p class={isPlain ? 'date plain' : 'date'} style={{ '--ch': letters }}>
      <time dateTime={time} dir="auto">
        {text}
      </time>
    </p>
  );
}
