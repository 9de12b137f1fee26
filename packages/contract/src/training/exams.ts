import { id } from '@changming/domain/kernel';
import {
  addSittersInput,
  cancelExamInput,
  drawRule,
  examFilter,
  excuseSeatInput,
  seatFilter,
  seatStates,
  setExamInput,
  trainingCategories,
  trainingLevels,
} from '@changming/domain/training';
import { z } from 'zod';

import { body, done, json, route } from '../route.ts';
import { guarded, maybeInstant, paged, words, workbook } from './shared.ts';

const ofExam = z.strictObject({ examId: id });
const told = {
  id,
  unitId: id,
  unit: z.string(),
  title: z.string(),
  category: z.enum(trainingCategories),
  level: z.enum(trainingLevels).nullable(),
  sessionId: id.nullable(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  cancelledAt: maybeInstant,
  minutes: z.int(),
  attempts: z.int(),
  passMark: z.int(),
  waitHours: z.int(),
  version: z.int(),
  seats: z.int(),
  passed: z.int(),
  failed: z.int(),
  missed: z.int(),
};
export const exam = z.object(told).meta({ id: 'Exam' });
export type Exam = z.infer<typeof exam>;
export const examDetail = z
  .object({ ...told, paper: words, draw: z.array(drawRule), cancelReason: words, may: z.object({ edit: z.boolean() }) })
  .meta({ id: 'ExamDetail' });
export type ExamDetail = z.infer<typeof examDetail>;
export const examSeat = z
  .object({
    id,
    personId: id,
    name: z.string(),
    staffNo: words,
    unit: z.string(),
    state: z.enum(seatStates),
    used: z.int(),
    best: z.int().nullable(),
    takenAt: maybeInstant,
  })
  .meta({ id: 'ExamSeat' });
export type ExamSeat = z.infer<typeof examSeat>;
const seated = z.object({ id, seats: z.int() });

export const listExams = route({
  method: 'get',
  path: '/training/exams',
  tags: ['training'],
  summary: '考试与参加、通过人数',
  access: 'training.read',
  request: { query: examFilter },
  responses: { 200: json('考试', paged(exam)), ...guarded },
});

export const readExam = route({
  method: 'get',
  path: '/training/exams/{examId}',
  tags: ['training'],
  summary: '一场考试',
  access: 'training.read',
  request: { params: ofExam },
  responses: { 200: json('考试', examDetail), ...guarded },
});

export const listSeats = route({
  method: 'get',
  path: '/training/exams/{examId}/seats',
  tags: ['training'],
  summary: '成绩：每个应考人员',
  access: 'training.read',
  request: { params: ofExam, query: seatFilter },
  responses: { 200: json('成绩', paged(examSeat)), ...guarded },
});

export const exportResults = route({
  method: 'post',
  path: '/training/exams/{examId}/documents',
  tags: ['training'],
  summary: '导出成绩',
  access: 'training.export',
  request: { params: ofExam },
  responses: { ...workbook, ...guarded },
});

export const setExam = route({
  method: 'post',
  path: '/training/exams',
  tags: ['training'],
  summary: '安排考试，批量选人',
  access: 'training.setExams',
  request: { body: body(setExamInput) },
  responses: { 201: json('已安排', seated), ...guarded },
});

export const addSitters = route({
  method: 'post',
  path: '/training/exams/{examId}/seats',
  tags: ['training'],
  summary: '增加应考人员',
  access: 'training.setExams',
  request: { params: ofExam, body: body(addSittersInput.omit({ examId: true })) },
  responses: { 200: json('已增加', seated), ...guarded },
});

export const excuseSeat = route({
  method: 'post',
  path: '/training/exams/{examId}/seats/{seatId}/excuse',
  tags: ['training'],
  summary: '免考',
  access: 'training.setExams',
  request: { params: z.strictObject({ examId: id, seatId: id }), body: body(excuseSeatInput.omit({ examId: true, seatId: true })) },
  responses: { 204: done('已免考'), ...guarded },
});

export const cancelExam = route({
  method: 'post',
  path: '/training/exams/{examId}/cancellation',
  tags: ['training'],
  summary: '取消考试（还没有人作答时）',
  access: 'training.setExams',
  request: { params: ofExam, body: body(cancelExamInput.omit({ examId: true })) },
  responses: { 200: json('已取消', z.object({ id, version: z.int() })), ...guarded },
});
