import {
  assessLettersInput,
  coverageFilter,
  issueLettersInput,
  letterCauses,
  letterFilter,
  letterStates,
  letterVerdicts,
  responsibilityRefusals,
  signLetterInput,
} from '@changming/domain/responsibilities';
import { id } from '@changming/domain/kernel';
import { posts } from '@changming/domain/workforce';
import { z } from 'zod';

import { body, json, refused, route } from '../route.ts';
import { day, guarded, maybeDay, maybeInstant, tags, words } from './shapes.ts';

const shown = {
  id,
  year: z.int(),
  unitId: id,
  unit: z.string(),
  personId: id,
  person: z.string(),
  staffNo: words,
  post: z.enum(posts),
  issuerId: id.nullable(),
  issuer: words,
  issuerPost: z.enum(posts).nullable(),
  state: z.enum(letterStates),
  cause: z.enum(letterCauses),
  owedFrom: day,
  dueOn: day,
  issuedAt: maybeInstant,
  signedAt: maybeInstant,
  signedOn: maybeDay,
  assessedAt: maybeInstant,
  verdict: z.enum(letterVerdicts).nullable(),
  verdictNote: words,
  endedOn: maybeDay,
  endWhy: z.enum(['moved', 'left', 'yearOver']).nullable(),
};
export const letter = z.object(shown).meta({ id: 'Letter' });
export type Letter = z.infer<typeof letter>;

const objection = z.enum(responsibilityRefusals).nullable();

export const letterDetail = z
  .object({
    ...shown,
    text: words,
    sha256: words,
    own: z.boolean(),
    /** Why it cannot be signed or handed down by the caller now; null when it can. */
    sign: objection,
    issue: objection,
    mayIssue: z.boolean(),
    mayAssess: z.boolean(),
  })
  .meta({ id: 'LetterDetail' });
export type LetterDetail = z.infer<typeof letterDetail>;

const one = z.strictObject({ letterId: id });
const listed = json('责任书', z.object({ items: z.array(letter), next: words, today: day }));

export const listLetters = route({
  method: 'get',
  path: '/responsibilities/letters',
  tags,
  summary: '责任书名单',
  access: 'responsibilities.read',
  request: { query: letterFilter },
  responses: { 200: listed, ...guarded },
});

export const listOwnLetters = route({
  method: 'get',
  path: '/responsibilities/letters/mine',
  tags,
  summary: '我的责任书',
  access: 'responsibilities.follow',
  request: {},
  responses: { 200: json('我的责任书', z.object({ items: z.array(letter), today: day })), ...guarded },
});

export const readLetter = route({
  method: 'get',
  path: '/responsibilities/letters/{letterId}',
  tags,
  summary: '责任书全文',
  access: 'responsibilities.follow',
  request: { params: one },
  responses: { 200: json('责任书', letterDetail), ...guarded },
});

const file = { type: 'string', format: 'binary' } as const;

export const printLetter = route({
  method: 'get',
  path: '/responsibilities/letters/{letterId}/letter.docx',
  tags,
  summary: '责任书（Word）',
  access: 'responsibilities.follow',
  request: { params: one },
  responses: {
    200: {
      description: '文件',
      content: { 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { schema: file } },
    },
    ...guarded,
    503: refused,
  },
});

export const printLetterPdf = route({
  method: 'get',
  path: '/responsibilities/letters/{letterId}/letter.pdf',
  tags,
  summary: '责任书（PDF）',
  access: 'responsibilities.follow',
  request: { params: one },
  responses: {
    200: {
      description: '文件',
      content: { 'application/pdf': { schema: file } },
    },
    ...guarded,
    503: refused,
  },
});

export const issueLetters = route({
  method: 'post',
  path: '/responsibilities/letters/issuing',
  tags,
  summary: '下达责任书（指定的，或单位以下所有可以下达的）',
  access: 'responsibilities.issue',
  request: { body: body(issueLettersInput) },
  responses: { 200: json('已下达', z.object({ issued: z.int(), waiting: z.int() })), ...guarded },
});

export const signLetter = route({
  method: 'post',
  path: '/responsibilities/letters/{letterId}/signature',
  tags,
  summary: '签订本人的责任书（附所读文本的哈希值）',
  access: 'responsibilities.sign',
  request: { params: one, body: body(signLetterInput.omit({ letterId: true })) },
  responses: { 200: json('已签订', z.object({ id, signedOn: maybeDay })), ...guarded },
});

export const assessLetters = route({
  method: 'post',
  path: '/responsibilities/letters/assessment',
  tags,
  summary: '考核责任书',
  access: 'responsibilities.assess',
  request: { body: body(assessLettersInput) },
  responses: { 200: json('已考核', z.object({ assessed: z.int() })), ...guarded },
});

const counts = { required: z.int(), signed: z.int(), issued: z.int(), draft: z.int(), overdue: z.int() };

export const coverage = z
  .object({
    unitId: id,
    unit: z.string(),
    year: z.int().nullable(),
    state: z.enum(['draft', 'open', 'closed']).nullable(),
    signByOn: maybeDay,
    total: z.object(counts),
    units: z.array(z.object({ unitId: id, unit: z.string(), withBelow: z.boolean(), ...counts })),
    today: day,
  })
  .meta({ id: 'LetterCoverage' });
export type LetterCoverage = z.infer<typeof coverage>;

export const readCoverage = route({
  method: 'get',
  path: '/responsibilities/letters/coverage',
  tags,
  summary: '责任书签订率：本单位和各下级',
  access: 'responsibilities.read',
  request: { query: coverageFilter },
  responses: { 200: json('签订率', coverage), ...guarded },
});

/** An act and not a reading: the trail says who took what. */
export const exportLetters = route({
  method: 'post',
  path: '/responsibilities/letters/document',
  tags,
  summary: '导出责任书签订情况（Excel，最多 20,000 行）',
  access: 'responsibilities.export',
  request: { query: letterFilter.omit({ after: true, limit: true }) },
  responses: {
    200: {
      description: '文件',
      content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: file } },
    },
    ...guarded,
    503: refused,
  },
});
