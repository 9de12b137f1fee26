import { z } from 'zod';

/** A decimal as schemes write it: text, so that no binary fraction comes between (`'0.7'`, `'-0.5'`, `'100'`). */
export const decimalInput = z.string().regex(/^-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/);

/** The same, 0 or more. */
export const amountInput = z.string().regex(/^(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/);

/** A share of the whole, 0 to 1. */
export const shareInput = z.string().regex(/^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/);
