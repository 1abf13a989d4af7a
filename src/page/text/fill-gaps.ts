type Texts = Readonly<Record<string, unknown>>;

/** English fills the gaps of a language that is not complete yet. */
export function fillGaps<Text extends object>(english: Text, texts: object | undefined): Text {
  const own = (texts ?? {}) as Texts;
  const filled = Object.entries(english).map(([key, text]) => {
    const isSection = typeof text === 'object' && text !== null;
    return [key, isSection ? fillGaps(text as object, own[key] as object | undefined) : (own[key] ?? text)];
  });
  return Object.fromEntries(filled) as Text;
}
