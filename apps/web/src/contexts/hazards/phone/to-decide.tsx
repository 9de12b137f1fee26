import type { RequestPage } from '@changming/contract/hazards';
import { listRequests } from '@changming/contract/hazards/reads';

import { call } from '../../../api/call.ts';
import { Countdown, StatusTag } from '../../../phone/ui/tags.tsx';
import { Paged } from './paged.tsx';
import { TaskCard } from './task-card.tsx';
import { useHazardWords } from './words.ts';

/** 待我审批, what is due first before the rest; each opens the page of its hazard, where it is decided. */
export function ToDecide() {
  const t = useHazardWords();
  return (
    <Paged
      load={load}
      empty={{ title: t('requests.empty'), next: t('requests.emptyNext') }}
      row={(requested) => <Request key={requested.request.id} requested={requested} />}
    />
  );
}

function Request({ requested }: { readonly requested: RequestPage['items'][number] }) {
  const t = useHazardWords();
  const { request, unit, point, place, photoId } = requested;
  const due = (
    <>
      <StatusTag tone="waiting">{t(`requests.kinds.${request.kind}`)}</StatusTag>
      <Countdown dueOn={request.dueOn} />
    </>
  );
  return <TaskCard hazard={requested} where={[unit, point ?? place, request.askedBy]} photoId={photoId} due={due} />;
}

function load(after: string | undefined, signal?: AbortSignal) {
  const query = { limit: 20, ...(after === undefined ? {} : { after }) };
  return call(listRequests, { query, ...(signal === undefined ? {} : { signal }) });
}
