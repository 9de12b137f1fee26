import { type MyInspections, readOccurrence } from '@changming/contract/inspections/occurrences';
import { useCallback } from 'react';

import { call } from '../../../api/call.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { mayReopen } from '../../../phone/outbox/passage.ts';
import { useSession } from '../../../phone/session.tsx';
import { readPart } from '../../../phone/snapshot/part-store.ts';
import { Failure, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { CheckForm } from './check-form.tsx';
import { CheckReceipt } from './check-receipt.tsx';
import { type CheckRecord, useChecks } from './check-store.ts';
import type { Checklist, Task } from './check.ts';
import { myChecks } from './snapshot.ts';
import { StartScreen } from './start-screen.tsx';
import { useCheckWords } from './words.ts';
import './checks.css';

/** One check: where to begin, the items, the receipt. */
export function CheckScreen({ parts }: ScreenProps) {
  const { me } = useSession();
  const occurrenceId = parts['occurrenceId'] ?? '';
  const records = useChecks(me.account.id);
  if (records === null) return <Waiting />;
  const record = latest(records.filter(({ content }) => content.task.id === occurrenceId));
  return record === undefined ? <NotBegun occurrenceId={occurrenceId} ownerId={me.account.id} /> : <Begun record={record} />;
}

function latest(records: readonly CheckRecord[]): CheckRecord | undefined {
  return records.toSorted((one, other) => other.at - one.at)[0];
}

function Begun({ record }: { readonly record: CheckRecord }) {
  const { passage, content } = record;
  const { standing } = passage;
  if (standing.is === 'draft') return <CheckForm check={content} refusal={null} />;
  if (standing.is === 'refused' && mayReopen(passage) && standing.code !== 'inspections.already_done')
    return <CheckForm check={content} refusal={standing.said} />;
  return <CheckReceipt record={record} />;
}

type NotBegunProps = { readonly occurrenceId: string; readonly ownerId: string };

function NotBegun({ occurrenceId, ownerId }: NotBegunProps) {
  const t = useCheckWords();
  const find = useCallback((signal: AbortSignal) => found(occurrenceId, ownerId, signal), [occurrenceId, ownerId]);
  const asked = useAsk(find);
  if (asked.state === 'ready') return <StartScreen {...asked.answer} ownerId={ownerId} />;
  return (
    <Screen title={t('phone.title')} back="/m/checks">
      {asked.state === 'waiting' ? <Waiting /> : <Failure error={asked.error} onRetry={asked.again} />}
    </Screen>
  );
}

export type Found = { readonly task: Task; readonly checklist: Checklist };

/** As this phone holds it; else as the server knows it, for whoever was led here by a notice. */
async function found(occurrenceId: string, ownerId: string, signal: AbortSignal): Promise<Found> {
  const kept = (await readPart<MyInspections>(ownerId, myChecks.name))?.value;
  const task = kept?.items.find(({ id }) => id === occurrenceId);
  const checklist = kept?.checklists.find(({ versionId }) => versionId === task?.versionId);
  if (task !== undefined && checklist !== undefined) return { task, checklist };
  const read = await call(readOccurrence, { params: { occurrenceId }, signal });
  return { task: { ...read, versionId: read.checklist.versionId }, checklist: read.checklist };
}
