import { describe, expect, it } from 'vitest';
import { htmlTexts } from './html-texts.ts';

const newTab = '(opens in a new tab)';

describe('the texts of the HTML in another language', () => {
  it('are found by the English text as the browser shows it', () => {
    expect(htmlTexts({ copy: 'Copy' }, { copy: 'Kopieren' })).toEqual({ Copy: 'Kopieren' });
  });

  it('reuse the elements of the English text, in their own order', () => {
    const english = { newTab, how: 'In [the dashboard](dashboard) press **Save** and `**`, **Add**.' };
    const german = {
      newTab: '(neuer Tab)',
      how: 'Drücke **Speichern** und `**`, **Hinzufügen** im [Dashboard](dashboard).',
    };
    expect(htmlTexts(english, german)).toEqual({
      [newTab]: '(neuer Tab)',
      [`In the dashboard ${newTab} press Save and **, Add.`]: [
        'Drücke ',
        [1, 'Speichern'],
        ' und ',
        [2, '**'],
        ', ',
        [3, 'Hinzufügen'],
        ' im ',
        [0, 'Dashboard'],
        '.',
      ],
    });
  });

  it.each([
    ['a link that English does not have', 'Press **Save**', '[Speichern](apps)', 'does not have: Speichern'],
    ['no bold where English has one', 'Press **Save**', 'Speichern', 'lacks markup of the English text: Save'],
    ['another code', 'Run `npm start`', '`npm stop`', 'does not have: npm stop'],
  ])('stop the build at %s', (_, english, german, message) => {
    expect(() => htmlTexts({ text: english }, { text: german })).toThrow(message);
  });

  it('stop the build if the same English text has two translations', () => {
    expect(() => htmlTexts({ a: 'Copy', b: 'Copy' }, { a: 'Kopieren', b: 'Kopie' })).toThrow('has two translations');
  });
});
