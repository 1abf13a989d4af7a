// @ts-check
/**
 * Loaded before the command (`NODE_OPTIONS=--import=…`): brings its process to a true end once an answer of the token
 * endpoint has come, so that whatever the command holds by then is in its memory.
 *   CRASH=heap      the heap is full: V8 gives up, and no JavaScript runs any more
 *   CRASH=uncaught  an error that nobody catches
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
    if (how === 'uncaught') throw new Error('An error that nobody catches.');
    for (;;) held.push(held.join(''));
  });
  return answer;
};
