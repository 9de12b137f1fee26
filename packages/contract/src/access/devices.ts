import { deviceFilter, deviceInput } from '@changming/domain/access';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, done, json, refused, route } from '../route.ts';

export const sharedDevice = z
  .object({
    id,
    name: z.string(),
    unitId: id,
    unit: z.string(),
    createdAt: z.iso.datetime(),
    pairedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'SharedDevice' });
export type SharedDevice = z.infer<typeof sharedDevice>;

const usual = { 401: refused, 403: refused, 404: refused, 422: refused } as const;

export const listDevices = route({
  method: 'get',
  path: '/shared-devices',
  tags: ['access'],
  summary: '共用手机',
  access: 'access.pairDevices',
  request: { query: deviceFilter },
  responses: { 200: json('共用手机', z.object({ items: z.array(sharedDevice) })), ...usual },
});

export const addDevice = route({
  method: 'post',
  path: '/shared-devices',
  tags: ['access'],
  summary: '登记共用手机，得到十分钟内有效的配对码',
  access: 'access.pairDevices',
  request: { body: body(deviceInput) },
  responses: { 201: json('配对码', z.object({ id, pairing: z.string(), pairingUntil: z.iso.datetime() })), ...usual },
});

export const endDevice = route({
  method: 'delete',
  path: '/shared-devices/{deviceId}',
  tags: ['access'],
  summary: '停用共用手机',
  access: 'access.pairDevices',
  request: { params: z.strictObject({ deviceId: id }) },
  responses: { 204: done('已停用'), ...usual },
});
