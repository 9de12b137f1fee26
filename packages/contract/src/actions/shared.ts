import { actionStates } from '@changming/domain/actions';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { refused } from '../route.ts';

export const oneAction = z.strictObject({ actionId: id });
export const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;
/** What a step answers. */
export const taken = z.object({ id, state: z.enum(actionStates) });
