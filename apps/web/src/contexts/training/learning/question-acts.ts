import * as contract from '@changming/contract/training';

import { call } from '../../../api/call.ts';
import type { BodyOf } from './queries.ts';

export function addQuestion(body: BodyOf<typeof contract.addQuestion> & { readonly id: string }) {
  return call(contract.addQuestion, { body, idempotencyKey: body.id });
}

export function reviseQuestion({
  questionId,
  body,
}: {
  readonly questionId: string;
  readonly body: BodyOf<typeof contract.reviseQuestion>;
}) {
  return call(contract.reviseQuestion, { params: { questionId }, body });
}

export function retireQuestion({ questionId, ...body }: { readonly questionId: string; readonly version: number; readonly on: string }) {
  return call(contract.retireQuestion, { params: { questionId }, body });
}
