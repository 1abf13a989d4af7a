export const spanishHtml: Readonly<Record<string, string>> = {};
