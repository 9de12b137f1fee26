import { draftCampaignInput, editCampaignInput } from '@changming/domain/responsibilities';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { day, guarded, saved, tags } from './shapes.ts';

export const campaign = z
  .object({
    id,
    unitId: id,
    year: z.int(),
    name: z.string(),
    template: z.string(),
    fromOn: day,
    signByOn: day,
    state: z.enum(['draft', 'open', 'closed']),
    version: z.int(),
    mayRun: z.boolean(),
  })
  .meta({ id: 'LetterCampaign' });
export type LetterCampaign = z.infer<typeof campaign>;

const one = z.strictObject({ campaignId: id });

export const listCampaigns = route({
  method: 'get',
  path: '/responsibilities/campaigns',
  tags,
  summary: '年度责任书签订工作',
  access: 'responsibilities.read',
  request: {},
  responses: { 200: json('年度签订', z.object({ items: z.array(campaign), template: z.string(), today: day })), ...guarded },
});

export const draftCampaign = route({
  method: 'post',
  path: '/responsibilities/campaigns',
  tags,
  summary: '筹备年度责任书签订',
  access: 'responsibilities.runCampaign',
  request: { body: body(draftCampaignInput) },
  responses: { 201: saved, ...guarded },
});

export const editCampaign = route({
  method: 'put',
  path: '/responsibilities/campaigns/{campaignId}',
  tags,
  summary: '修改文本与期限（启动前）',
  access: 'responsibilities.runCampaign',
  request: { params: one, body: body(editCampaignInput.omit({ campaignId: true })) },
  responses: { 200: saved, ...guarded },
});

export const openCampaign = route({
  method: 'post',
  path: '/responsibilities/campaigns/{campaignId}/opening',
  tags,
  summary: '启动签订',
  access: 'responsibilities.runCampaign',
  request: { params: one },
  responses: { 200: saved, ...guarded },
});

export const closeCampaign = route({
  method: 'post',
  path: '/responsibilities/campaigns/{campaignId}/closing',
  tags,
  summary: '结束年度签订（年度结束后）',
  access: 'responsibilities.runCampaign',
  request: { params: one },
  responses: { 200: json('已结束', z.object({ id, expired: z.int() })), ...guarded },
});
