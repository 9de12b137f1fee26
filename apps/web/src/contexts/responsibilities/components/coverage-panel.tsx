import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { coverageQuery, issueLetters, type LetterCoverage, type LetterSearch, useResponsibilityAct } from '../queries.ts';
import { BoardTable, share } from './board-table.tsx';

type CoveragePanelProps = { readonly search: LetterSearch; readonly onDown: (unitId: string) => void };

const heads = ['unit', 'required', 'signed', 'issued', 'draft', 'overdue', 'rate'] as const;

/** 签订率 of a unit and each below it, and the act that sends the year one level down. */
export function CoveragePanel({ search: { unitId, year }, onDown }: CoveragePanelProps) {
  const { t } = useTranslation('responsibilities');
  const asked = useQuery(coverageQuery({ unitId, year }));
  return (
    <Loaded query={asked} rows={4}>
      {(coverage) => (
        <Panel title={`${t('desk.letters.coverage')} · ${coverage.unit}`}>
          {coverage.year === null ? (
            <EmptyState small title={t('desk.letters.noCampaign')} next={t('desk.letters.noCampaignNext')} />
          ) : (
            <Counted coverage={coverage} onDown={onDown} />
          )}
        </Panel>
      )}
    </Loaded>
  );
}

type Counts = LetterCoverage['total'];

function cellsOf({ required, signed, issued, draft, overdue }: Counts) {
  return [required, signed, issued, draft, overdue, share(signed, required)];
}

function Counted({ coverage, onDown }: { readonly coverage: LetterCoverage; readonly onDown: (unitId: string) => void }) {
  const { t } = useTranslation('responsibilities');
  return (
    <>
      <BoardTable
        heads={heads.map((head) => t(`desk.letters.heads.${head}`))}
        lines={coverage.units
          .filter(({ required }) => required > 0)
          .map(({ unitId, unit, withBelow, ...counts }) => ({ unitId, unit, withBelow, cells: cellsOf(counts) }))}
        total={{ title: t('desk.letters.total'), cells: cellsOf(coverage.total) }}
        onDown={onDown}
      />
      {coverage.state === 'open' && coverage.total.draft > 0 && <Issue coverage={coverage} />}
    </>
  );
}

function Issue({ coverage: { unitId, unit, year } }: { readonly coverage: LetterCoverage }) {
  const { t } = useTranslation('responsibilities');
  const { message } = App.useApp();
  const act = useResponsibilityAct(issueLetters);
  if (!mayAnywhere(useMe(), 'responsibilities.issue')) return null;
  const issue = async () => {
    const { issued, waiting } = await act.mutateAsync({ unitId, ...(year === null ? {} : { year }) });
    void message.success(t('desk.letters.issued', { issued, waiting }));
  };
  return (
    <ConfirmAct type="primary" ask={t('desk.letters.issueAsk', { unit })} note={t('desk.letters.issueNote')} onAct={issue}>
      {t('desk.letters.issue')}
    </ConfirmAct>
  );
}
