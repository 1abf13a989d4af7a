// @ts-check
/** @param {import('node:http').IncomingMessage} request @returns {Promise<string>} */
export async function readBody(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}
