import { id } from '@changming/domain/kernel';
import { findPeopleFilter } from '@changming/domain/training';
import { z } from 'zod';

import { json, route } from '../route.ts';
import { guarded, maybeDay, words } from './shared.ts';

const found = z.object({ id, name: z.string(), staffNo: words, unit: z.string(), leftOn: maybeDay.optional() }).meta({ id: 'FoundPerson' });
export type FoundPerson = z.infer<typeof found>;

export const findPeople = route({
  method: 'get',
  path: '/training/people',
  tags: ['training'],
  summary: '登记三违时找人：姓名、拼音首字母或工号',
  access: 'training.recordViolation',
  request: { query: findPeopleFilter },
  responses: { 200: json('人员', z.object({ items: z.array(found) })), ...guarded },
});
