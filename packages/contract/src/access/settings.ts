import { accessSettingsInput, passwordProfileNames } from '@changming/domain/access';
import { z } from 'zod';

import { body, json, refused, route } from '../route.ts';

export const accessSettings = z.object({ passwordProfile: z.enum(passwordProfileNames), version: z.int() }).meta({ id: 'AccessSettings' });

export const readAccessSettings = route({
  method: 'get',
  path: '/access/settings',
  tags: ['access'],
  summary: '密码规则',
  access: 'access.configure',
  responses: { 200: json('密码规则', accessSettings), 401: refused, 403: refused },
});

export const configureAccess = route({
  method: 'put',
  path: '/access/settings',
  tags: ['access'],
  summary: '选择密码规则；带 If-Match',
  access: 'access.configure',
  request: { body: body(accessSettingsInput) },
  responses: { 200: json('密码规则', accessSettings), 401: refused, 403: refused, 412: refused, 422: refused, 428: refused },
});
