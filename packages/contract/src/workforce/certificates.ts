import { id } from '@changming/domain/kernel';
import {
  certificateFilter,
  certificateKinds,
  certificatePhotoInput,
  certificateStandings,
  correctCertificateInput,
  dueRules,
  recordCertificateInput,
  renewCertificateInput,
  reviewCertificateInput,
  revokeCertificateInput,
} from '@changming/domain/workforce';
import { z } from 'zod';

import { body, json, refused, route } from '../route.ts';
import { guarded } from './shapes.ts';

export const day = z.iso.date();
export const item = { item: z.string(), itemName: z.string(), itemNameEn: z.string() } as const;
export const holder = { personId: id, name: z.string(), staffNo: z.string().nullable(), unitId: id, unit: z.string() } as const;

export const certificate = z
  .object({
    id,
    ...holder,
    kind: z.enum(certificateKinds),
    ...item,
    /** Masked. */
    no: z.string().nullable(),
    issuedOn: day.nullable(),
    /** Null: 长期. */
    validUntil: day.nullable(),
    reviewDueOn: day.nullable(),
    reviewDoneOn: day.nullable(),
    revokedOn: day.nullable(),
    next: z.object({ rule: z.enum(dueRules), dueOn: day }).nullable(),
    standing: z.enum(certificateStandings),
    version: z.int(),
  })
  .meta({ id: 'Certificate' });
export type Certificate = z.infer<typeof certificate>;

const onCertificate = z.strictObject({ certificateId: id });
export const made = z.object({ id });
export const next = z.string().nullable();
const unitFilter = z.strictObject({ unitId: id.optional() });
const workbook = {
  200: {
    description: 'Excel 文件',
    content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: { type: 'string', format: 'binary' } } },
  },
} as const;

export const listCertificates = route({
  method: 'get',
  path: '/workforce/certificates',
  tags: ['workforce'],
  summary: '证书台账（编号已遮盖）；due 为到期清单',
  access: 'workforce.read',
  request: { query: certificateFilter },
  responses: { 200: json('证书', z.object({ items: z.array(certificate), next, tooMany: z.boolean() })), ...guarded },
});

export const certificateDetail = z
  .object({
    id,
    apply: z.object({ from: day, until: day }).nullable(),
    issues: z.array(
      certificate.extend({
        revokedWhy: z.string().nullable(),
        /** 发证机关 */
        issuer: z.string().nullable(),
        hasPhoto: z.boolean(),
        origin: z.enum(['recorded', 'opening']),
        current: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'CertificateDetail' });
export type CertificateDetail = z.infer<typeof certificateDetail>;

export const readCertificate = route({
  method: 'get',
  path: '/workforce/certificates/{certificateId}',
  tags: ['workforce'],
  summary: '证书详情与历次发证',
  access: 'workforce.read',
  request: { params: onCertificate },
  responses: { 200: json('证书', certificateDetail), ...guarded },
});

export const recordCertificate = route({
  method: 'post',
  path: '/workforce/certificates',
  tags: ['workforce'],
  summary: '登记证书；有效期和复审日期不填则按规则推算',
  access: 'workforce.edit',
  request: { body: body(recordCertificateInput) },
  responses: { 201: json('已登记', made), ...guarded },
});

export const reviewCertificate = route({
  method: 'post',
  path: '/workforce/certificates/{certificateId}/review',
  tags: ['workforce'],
  summary: '登记复审',
  access: 'workforce.edit',
  request: { params: onCertificate, body: body(reviewCertificateInput.omit({ certificateId: true })) },
  responses: { 200: json('已登记', made), ...guarded },
});

export const renewCertificate = route({
  method: 'post',
  path: '/workforce/certificates/{certificateId}/renewal',
  tags: ['workforce'],
  summary: '换证',
  access: 'workforce.edit',
  request: { params: onCertificate, body: body(renewCertificateInput.omit({ certificateId: true })) },
  responses: { 201: json('已换证', made), ...guarded },
});

export const revokeCertificate = route({
  method: 'post',
  path: '/workforce/certificates/{certificateId}/revocation',
  tags: ['workforce'],
  summary: '注销证书',
  access: 'workforce.edit',
  request: { params: onCertificate, body: body(revokeCertificateInput.omit({ certificateId: true })) },
  responses: { 200: json('已注销', made), ...guarded },
});

export const correctCertificate = route({
  method: 'post',
  path: '/workforce/certificates/{certificateId}/correction',
  tags: ['workforce'],
  summary: '更正登记错的证书，写明原因；编号不填则不变，null 为没有编号',
  access: 'workforce.edit',
  request: { params: onCertificate, body: body(correctCertificateInput.omit({ certificateId: true })) },
  responses: { 200: json('已更正', made.extend({ version: z.int() })), ...guarded },
});

export const keepCertificatePhoto = route({
  method: 'post',
  path: '/workforce/certificates/{certificateId}/photo',
  tags: ['workforce'],
  summary: '放上、更换证书照片（先以证书为 subject 上传到 /evidence），null 为撤下',
  access: 'workforce.edit',
  request: { params: onCertificate, body: body(certificatePhotoInput.omit({ certificateId: true })) },
  responses: { 200: json('已保存', made), ...guarded },
});

const photoOf = z.strictObject({ certificateId: id, size: z.enum(['thumb', 'view']) });
const photo = { 200: { description: '照片', content: { 'image/webp': {} } }, ...guarded } as const;

export const readCertificatePhoto = route({
  method: 'get',
  path: '/workforce/certificates/{certificateId}/photo/{size}',
  tags: ['workforce'],
  summary: '证书照片（编号完整可见，只给管证书的人）',
  access: 'workforce.readPhoto',
  request: { params: photoOf },
  responses: photo,
});

export const readOwnCertificatePhoto = route({
  method: 'get',
  path: '/workforce/own-certificates/{certificateId}/photo/{size}',
  tags: ['workforce'],
  summary: '我的证书的照片',
  access: 'workforce.follow',
  request: { params: photoOf },
  responses: photo,
});

export const listCertificateItems = route({
  method: 'get',
  path: '/workforce/certificate-items',
  tags: ['workforce'],
  summary: '证书项目',
  access: 'workforce.read',
  request: {},
  responses: {
    200: json(
      '证书项目',
      z.object({
        items: z.array(
          z.object({ code: z.string(), kind: z.enum(certificateKinds), name: z.string(), nameEn: z.string(), certified: z.boolean() }),
        ),
      }),
    ),
    401: refused,
    403: refused,
  },
});

export const countCertificates = route({
  method: 'get',
  path: '/workforce/certificate-counts',
  tags: ['workforce'],
  summary: '临期和失效的证书数',
  access: 'workforce.read',
  request: { query: unitFilter },
  responses: { 200: json('证书数', z.object({ dueSoon: z.int(), expired: z.int(), reviewMissed: z.int() })), ...guarded },
});

export const exportCertificates = route({
  method: 'post',
  path: '/workforce/certificates/documents',
  tags: ['workforce'],
  summary: '导出证书台账（列与花名册导入相同，编号已遮盖）',
  access: 'workforce.export',
  request: { query: unitFilter },
  responses: { ...workbook, ...guarded, 503: refused },
});

const ownCertificate = certificate.extend({ hasPhoto: z.boolean() }).meta({ id: 'OwnCertificate' });
export type OwnCertificate = z.infer<typeof ownCertificate>;

export const listOwnCertificates = route({
  method: 'get',
  path: '/workforce/own-certificates',
  tags: ['workforce'],
  summary: '我的证书',
  access: 'workforce.follow',
  request: {},
  responses: { 200: json('证书', z.object({ items: z.array(ownCertificate) })), 401: refused, 403: refused },
});
