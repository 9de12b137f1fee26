import { id } from '@changming/domain/kernel';
import { unitKinds } from '@changming/domain/units';
import {
  absenceInput,
  appointInput,
  appointmentFilter,
  endAbsenceInput,
  endAppointmentInput,
  responsibilityFilter,
  withoutFirstFilter,
} from '@changming/domain/workforce';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { objection } from './gates.ts';
import { appointment, guarded, onPerson, responsibility } from './shapes.ts';

export const appoint = route({
  method: 'post',
  path: '/workforce/appointments',
  tags: ['workforce'],
  summary: '登记任职；to 为不再任职的第一天',
  access: 'workforce.edit',
  request: { body: body(appointInput) },
  responses: { 201: json('已登记', z.object({ id, warnings: z.array(objection) })), ...guarded },
});

export const endAppointment = route({
  method: 'post',
  path: '/workforce/appointments/{appointmentId}/ending',
  tags: ['workforce'],
  summary: '结束任职',
  access: 'workforce.edit',
  request: { params: z.strictObject({ appointmentId: id }), body: body(endAppointmentInput.omit({ appointmentId: true })) },
  responses: { 200: json('已结束', z.object({ id })), ...guarded },
});

export const listAppointments = route({
  method: 'get',
  path: '/workforce/units/{unitId}/appointments',
  tags: ['workforce'],
  summary: '单位某日的任职名单',
  access: 'workforce.read',
  request: { params: z.strictObject({ unitId: id }), query: appointmentFilter },
  responses: { 200: json('任职名单', z.object({ items: z.array(appointment) })), ...guarded },
});

export const recordAbsence = route({
  method: 'post',
  path: '/workforce/persons/{personId}/absences',
  tags: ['workforce'],
  summary: '登记请假',
  access: 'workforce.edit',
  request: { params: onPerson, body: body(z.strictObject(absenceInput.shape).omit({ personId: true })) },
  responses: { 201: json('已登记', z.object({ id })), ...guarded },
});

export const endAbsence = route({
  method: 'post',
  path: '/workforce/absences/{absenceId}/ending',
  tags: ['workforce'],
  summary: '结束请假',
  access: 'workforce.edit',
  request: { params: z.strictObject({ absenceId: id }), body: body(endAbsenceInput.omit({ absenceId: true })) },
  responses: { 200: json('已结束', z.object({ id })), ...guarded },
});

export const whoWasResponsible = route({
  method: 'get',
  path: '/workforce/responsibility',
  tags: ['workforce'],
  summary: '某时某处由谁负责',
  access: 'workforce.read',
  request: { query: responsibilityFilter },
  responses: { 200: json('负责人', responsibility), ...guarded },
});

export const listUnitsWithoutFirst = route({
  method: 'get',
  path: '/workforce/units-without-first',
  tags: ['workforce'],
  summary: '没有第一责任人的单位',
  access: 'workforce.read',
  request: { query: withoutFirstFilter },
  responses: {
    200: json(
      '单位',
      z.object({
        items: z.array(z.object({ id, code: z.string(), name: z.string(), kind: z.enum(unitKinds), path: z.string() })),
        next: z.string().nullable(),
      }),
    ),
    ...guarded,
  },
});
