// @ts-check
/**
 * Loaded before the command (`NODE_OPTIONS=--import=…`). It crashes the process after an answer of the token endpoint,
 * when the new tokens are in memory.
 *   CRASH=heap      the heap is full: V8 ends the process, and no more JavaScript runs
 *   CRASH=uncaught  an uncaught error
 */
const how = process.env['CRASH'];
const original = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const answer = await original(input, init);
  const url = input instanceof Request ? input.url : String(input);
  if (!url.endsWith('/api/token')) return answer;
  const held = [await answer.clone().text()];
  setImmediate(() => {
    process.stderr.write('crashing\n');
    if (how === 'uncaught') throw new Error('An uncaught error.');
    for (;;) held.push(held.join(''));
  });
  return answer;
};
