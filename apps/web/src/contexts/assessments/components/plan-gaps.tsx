import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { majorsFallenShort } from '../plan-gaps.ts';
import { planGapsQuery } from '../queries.ts';
import type { ExplainedLine, OfUnit, OpenRecords } from './line-table.tsx';

type PlanGapsProps = { readonly of: OfUnit; readonly explained: ExplainedLine; readonly onOpen: OpenRecords };

/** 五落实不全 n 项: why majors that were handed in by their deadlines did not count, counted in the records themselves. */
export function PlanGaps({ of: { runId, unitId }, explained, onOpen }: PlanGapsProps) {
  const { t } = useTranslation('assessments');
  const measure = majorsFallenShort(explained);
  const indicator = explained.line.code;
  const { data: found } = useQuery({ ...planGapsQuery({ runId, unitId, indicator }, measure ?? ''), enabled: measure !== null });
  if (measure === null || found === undefined || found.count === 0) return null;
  return (
    <span className="line-table__formula">
      {t('desk.explanation.planGaps', { count: found.count })}
      <Button type="link" size="small" onClick={() => onOpen({ indicator, measure })}>
        {t('desk.explanation.planGapsOpen')}
      </Button>
    </span>
  );
}
