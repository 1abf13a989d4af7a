/** Colours for words on a terminal, or none. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  /** The one accent: for what needs a person. */
  accent(text: string): string;
}

const styled = (open: number, close: number) => (text: string) => `\u001B[${open}m${text}\u001B[${close}m`;
const plain = (text: string) => text;

const colours: Paint = { bold: styled(1, 22), dim: styled(2, 22), accent: styled(33, 39) };
const none: Paint = { bold: plain, dim: plain, accent: plain };

/** @param colour a terminal, and no NO_COLOR */
export function paint(colour: boolean): Paint {
  return colour ? colours : none;
}
