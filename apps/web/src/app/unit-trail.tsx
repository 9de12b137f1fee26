import { mayAnywhere } from '../api/may.ts';
import { useMe } from '../api/me.ts';
import { Panel } from '../ui/panel.tsx';
import { RecordTrail } from '../ui/record-trail.tsx';

/** 操作留痕 on the page of a unit. */
export function UnitTrail({ unitId }: { readonly unitId: string }) {
  if (!mayAnywhere(useMe(), 'audit.readRecordTrail')) return null;
  return (
    <Panel>
      <RecordTrail subjectId={unitId} />
    </Panel>
  );
}
