import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { assessmentsKey, runQuery } from '../queries.ts';
import { periodWords } from '../words.ts';

type ComputingProps = { readonly runId: string; readonly onClose: () => void };

/** Tries to be patient for: ms between looks, and how many before it says that it takes long. */
const pause = 1500;
const patience = 60;

/** A run that was ordered: the worker computes it; as soon as it can be read, the lists show it. */
export function Computing({ runId, onClose }: ComputingProps) {
  const { t } = useTranslation('assessments');
  const client = useQueryClient();
  const run = useQuery({ ...runQuery(runId), retry: false, refetchInterval: ({ state }) => (state.data === undefined ? pause : false) });
  const found = run.data;
  useEffect(() => {
    if (found !== undefined) void client.invalidateQueries({ queryKey: [...assessmentsKey, 'runs'] });
  }, [client, found]);
  if (found === undefined) {
    const slow = run.failureCount + run.errorUpdateCount > patience;
    return (
      <Alert
        showIcon
        type={slow ? 'warning' : 'info'}
        className="assessment-notice"
        title={t(slow ? 'desk.runs.slow' : 'desk.runs.computing')}
      />
    );
  }
  const period = periodWords(found.period, t);
  return (
    <Alert
      showIcon
      closable={{ onClose }}
      type="success"
      className="assessment-notice"
      title={t('desk.runs.computed', { period })}
      action={
        <Link to="/assessments/runs/$runId" params={{ runId }}>
          {t('desk.run.toRanking')}
        </Link>
      }
    />
  );
}
