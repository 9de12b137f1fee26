import { z } from 'zod';

/** An amount as schemes write it: decimal text of 0 or more, so that no binary fraction comes between (`'0.7'`, `'100'`). */
export const amountInput = z.string().regex(/^(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/);

/** A share of the whole, 0 to 1. */
export const shareInput = z.string().regex(/^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/);

/** Points that persons give, take or correct, with their sign: kept to hundredths. */
export const pointsInput = z.string().regex(/^-?(?:0|[1-9]\d{0,5})(?:\.\d{1,2})?$/);
