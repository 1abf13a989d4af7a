// @ts-check
/**
 * @param {Record<string, number>} figures
 * @param {readonly { kind: string, total: number, moments: Record<string, number> }[]} faults
 */
export function tableOf(figures, faults) {
  const width = Math.max(...Object.keys(figures).map((name) => name.length)) + 2;
  const number = (/** @type {number} */ value) => value.toLocaleString('en').padStart(8);
  return [
    ...Object.entries(figures).map(([name, value]) => `${name.padEnd(width)}${number(value)}`),
    '',
    'faults inside their window',
    ...faults.map(({ kind, total, moments }) => {
      const where = Object.entries(moments).map(([moment, count]) => `${moment} ${count}`);
      return `${kind.padEnd(width)}${number(total)}  ${where.join(', ')}`;
    }),
  ].join('\n');
}
