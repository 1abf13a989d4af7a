import * as v from 'valibot';

/** An invalid input to the controls. The message names the field and what it accepts. */
export class ControlError extends TypeError {
  override readonly name = 'ControlError';
  /** The HTTP status. */
  readonly status: 400 | 404 | 415;

  constructor(message: string, status: 400 | 404 | 415 = 400) {
    super(message);
    this.status = status;
  }
}

/** Checks an input. @throws ControlError that names each wrong field */
export function parseInput<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  if (Array.isArray(input)) throw new ControlError('input: must be an object, not a list.');
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const fields = Object.keys((schema as { entries?: object }).entries ?? {});
  const issues = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'input'}: ${describeIssue(issue, fields)}`);
  throw new ControlError(issues.join('; '));
}

/** Valibot says of an unknown field that it "expected never". @param fields those that there are */
function describeIssue({ type, path, received, message }: v.BaseIssue<unknown>, fields: readonly string[]): string {
  if (type !== 'strict_object' || !path) return message;
  return received === 'undefined' ? 'is missing.' : `There is no such field. There are ${fields.join(', ')}.`;
}
