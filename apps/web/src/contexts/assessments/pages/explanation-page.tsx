import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answers } from '../components/answers.tsx';
import { Gains } from '../components/gains.tsx';
import { LineTable } from '../components/line-table.tsx';
import { PointsLines } from '../components/points-lines.tsx';
import { RecordsDrawer } from '../components/records-drawer.tsx';
import { RunTags } from '../components/run-tags.tsx';
import { ScoreHead } from '../components/score-head.tsx';
import { Siblings } from '../components/siblings.tsx';
import { SixInPlace } from '../components/six-in-place.tsx';
import { TrendPanel } from '../components/trend-panel.tsx';
import { type Explanation, explanationQuery } from '../queries.ts';
import type { ExplanationSearch } from '../search.ts';
import { useScheme } from '../use-run.ts';
import { periodWords, schemeName } from '../words.ts';
import '../assessments.css';

const route = getRouteApi('/desk/assessments/runs/$runId/units/$unitId');

/** 得分的由来: from the total to the indicators, to the records, to the photo. */
export function ExplanationPage() {
  const { runId, unitId } = route.useParams();
  const result = useQuery(explanationQuery(runId, unitId));
  return (
    <Loaded query={result} rows={14}>
      {(found) => <Whole key={`${runId} ${unitId}`} result={found} />}
    </Loaded>
  );
}

function Whole({ result }: { readonly result: Explanation }) {
  const { t } = useTranslation('assessments');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { scheme, words } = useScheme(result.scheme);
  const fullMarks = scheme?.fullMarks ?? '100';
  const open = (next: ExplanationSearch) => void navigate({ search: next, resetScroll: false });
  const pick = (unitId: string) => void navigate({ params: { runId: result.runId, unitId }, search: {} });
  return (
    <>
      <Head result={result} />
      <div className="explanation">
        <div>
          <Panel>
            <ScoreHead result={result} words={words} fullMarks={fullMarks} />
          </Panel>
          <Panel
            title={t('desk.explanation.indicators')}
            lead={<span className="assessment-hint">{t('desk.explanation.indicatorsLead')}</span>}
          >
            <LineTable of={result} lines={result.lines} words={words} compared={result.last !== null} onOpen={open} />
          </Panel>
          <PointsLines result={result} scheme={scheme} words={words} />
          <Panel title={t('inPlace.title')} lead={t('inPlace.lead')}>
            <SixInPlace six={result.sixInPlace} inScheme={result.lines.map(({ line }) => line.code)} />
          </Panel>
        </div>
        <div>
          <Panel title={t('desk.explanation.gains')} lead={t('desk.explanation.gainsLead')}>
            <Gains gains={result.gains} words={words} onOpen={open} />
          </Panel>
          <Panel title={t('desk.explanation.answers')}>
            <Answers result={result} words={words} />
          </Panel>
        </div>
      </div>
      <div className="explanation__charts">
        <Panel title={t('desk.explanation.trend')} lead={t('desk.explanation.trendLead')}>
          <TrendPanel result={result} words={words} fullMarks={fullMarks} />
        </Panel>
        <Panel title={t('desk.explanation.siblings')} lead={t('desk.explanation.siblingsLead')}>
          <Siblings result={result} words={words} fullMarks={fullMarks} onPick={pick} />
        </Panel>
      </div>
      <RecordsDrawer of={result} search={search} lines={result.lines} words={words} onChange={open} />
    </>
  );
}

function Head({ result }: { readonly result: Explanation }) {
  const { t } = useTranslation('assessments');
  return (
    <PageHeader
      title={result.unit}
      aside={<RunTags run={{ stage: result.stage, kind: result.runKind, supersededById: null }} />}
      lead={`${periodWords(result.period, t)} · ${schemeName(result.scheme)} · ${t('desk.version', { version: result.scheme.version })}`}
      actions={
        <>
          <Link className="assessment-link" to="/assessments/runs/$runId" params={{ runId: result.runId }}>
            {t('desk.ranking.back')}
          </Link>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('desk.explanation.print')}
          </Button>
        </>
      }
    />
  );
}
