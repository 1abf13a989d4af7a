export { quoteDotenv } from '../../quote.ts';
