import * as contract from '@changming/contract/training';

import { call } from '../../../api/call.ts';
import type { BodyOf } from './queries.ts';

export function setExam(body: BodyOf<typeof contract.setExam> & { readonly id: string }) {
  return call(contract.setExam, { body, idempotencyKey: body.id });
}

export function addPaper(body: BodyOf<typeof contract.addPaper> & { readonly id: string }) {
  return call(contract.addPaper, { body, idempotencyKey: body.id });
}

export function cancelExam({ examId, ...body }: { examId: string; version: number; reason: string }) {
  return call(contract.cancelExam, { params: { examId }, body });
}

export function excuseSeat({ examId, seatId, reason }: { examId: string; seatId: string; reason: string }) {
  return call(contract.excuseSeat, { params: { examId, seatId }, body: { reason } });
}

export function addSitters({ examId, body }: { readonly examId: string; readonly body: BodyOf<typeof contract.addSitters> }) {
  return call(contract.addSitters, { params: { examId }, body });
}

export function revisePaper({ paperId, body }: { readonly paperId: string; readonly body: BodyOf<typeof contract.revisePaper> }) {
  return call(contract.revisePaper, { params: { paperId }, body });
}

export function retirePaper({ paperId, ...body }: { readonly paperId: string; readonly version: number; readonly on: string }) {
  return call(contract.retirePaper, { params: { paperId }, body });
}
