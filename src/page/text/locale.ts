import { dateText } from '../../text/dates.ts';
import { currentLocale } from './language.ts';

/** Dates and times as the page writes them: in its language, with the browser's clock of 12 or 24 hours. */
export const { longDate, dayAndMonth, shortMonth, clockTime } = dateText(currentLocale);
