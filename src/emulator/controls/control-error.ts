import * as v from 'valibot';

/** An input to the controls that makes no sense; the message names the field and what it may be. */
export class ControlError extends TypeError {
  override readonly name = 'ControlError';
  /** What it is over HTTP. */
  readonly status: 400 | 404 | 415;

  constructor(message: string, status: 400 | 404 | 415 = 400) {
    super(message);
    this.status = status;
  }
}

/** The input, checked. @throws ControlError that names each field at fault */
export function parsed<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  if (Array.isArray(input)) throw new ControlError('input: An object is wanted, not a list.');
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const issues = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'input'}: ${issue.message}`);
  throw new ControlError(issues.join('; '));
}
