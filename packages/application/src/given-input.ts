import type { z } from 'zod';

/**
 * What was handed to a verb does not fit it. Apart from Zod's own error, so that a stored value which does not parse deeper down stays
 * what it is: a fault of the program.
 */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  override readonly cause: z.ZodError;
  /** Out of sight of whoever logs the error: what was given may hold numbers of people. */
  readonly #given: unknown;

  constructor(cause: z.ZodError, given: unknown) {
    super(cause.message, { cause });
    this.cause = cause;
    this.#given = given;
  }

  get given(): unknown {
    return this.#given;
  }
}

/** The input as its schema reads it. Throws InvalidInput. */
export function givenInput<Input extends z.ZodType>(input: Input, raw: z.input<Input>): z.output<Input> {
  const read = input.safeParse(raw);
  if (!read.success) throw new InvalidInput(read.error, raw);
  return read.data;
}
