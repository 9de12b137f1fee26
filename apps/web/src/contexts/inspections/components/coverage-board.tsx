import { doneRate, pointRate } from '@changming/domain/inspections';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '../../../ui/empty-state.tsx';
import type { Coverage, CoverageLine } from '../check-queries.ts';
import type { CoverageAsked, TasksSearch } from '../search.ts';
import { percentText } from './percent.ts';

type CoverageBoardProps = { readonly coverage: Coverage; readonly search: CoverageAsked; readonly go: (next: CoverageAsked) => void };

const heads = ['unit', 'settled', 'owed', 'done', 'late', 'missed', 'madeUp', 'open', 'failed', 'doneRate', 'points', 'pointRate'] as const;

/** One line a unit: a press on the unit goes below it, a press on a number opens its tasks. */
export function CoverageBoard({ coverage, search, go }: CoverageBoardProps) {
  const { t } = useTranslation('inspections');
  const owing = coverage.units.filter(({ owed }) => owed > 0);
  if (owing.length === 0) return <EmptyState title={t('desk.coverage.empty')} next={t('desk.coverage.emptyNext')} />;
  return (
    <div className="coverage">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head === 'settled' ? <Legend /> : t(`desk.coverage.heads.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {owing.map((line) => (
            <Line key={`${line.unitId} ${line.withBelow}`} line={line} coverage={coverage} search={search} go={go} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('desk.coverage.total')}</th>
            <Numbers counts={coverage.total} tasks={{ unitId: coverage.unitId, ...daysOf(coverage), kind: search.kind }} />
          </tr>
        </tfoot>
      </table>
      <Idle count={coverage.units.length - owing.length} />
    </div>
  );
}

/** Units that owe nothing take no line each. */
function Idle({ count }: { readonly count: number }) {
  const { t } = useTranslation('inspections');
  return count === 0 ? null : <p className="inspections-quiet coverage__idle">{t('desk.coverage.idle', { count })}</p>;
}

function daysOf({ from, to }: Coverage) {
  return { from, to };
}

function Line({ line, coverage, search, go }: CoverageBoardProps & { readonly line: CoverageLine }) {
  const { t } = useTranslation('inspections');
  const { unitId, unit, withBelow, hasBelow } = line;
  const tasks = { unitId, ...daysOf(coverage), kind: search.kind, ...(withBelow ? {} : { withBelow: false }) };
  return (
    <tr>
      <th scope="row">
        {withBelow && hasBelow ? (
          <button type="button" className="coverage__down" onClick={() => go({ ...search, unitId })}>
            {unit}
          </button>
        ) : (
          <>{withBelow ? unit : t('desk.coverage.itself', { unit })}</>
        )}
      </th>
      <Numbers counts={line} tasks={tasks} />
    </tr>
  );
}

type Counts = Coverage['total'];

function Numbers({ counts, tasks }: { readonly counts: Counts; readonly tasks: TasksSearch }) {
  return (
    <>
      <td className="coverage__bar-cell">
        <Bar counts={counts} />
      </td>
      <Number count={counts.owed} tasks={tasks} />
      <Number count={counts.done} tasks={{ ...tasks, state: ['done'] }} />
      <Number count={counts.late} tasks={{ ...tasks, late: true }} />
      <Number count={counts.missed} tasks={{ ...tasks, state: ['missed'] }} alert />
      <td>{counts.madeUp.toLocaleString('zh-CN')}</td>
      <Number count={counts.open} tasks={{ ...tasks, state: ['open'] }} />
      <Number count={counts.failed} tasks={{ ...tasks, failed: true }} />
      <td>{percentText(doneRate(counts))}</td>
      <td>
        {counts.pointsChecked}/{counts.pointsOwed}
      </td>
      <td>{percentText(pointRate(counts))}</td>
    </>
  );
}

type NumberProps = { readonly count: number; readonly tasks: TasksSearch; readonly alert?: boolean };

function Number({ count, tasks, alert = false }: NumberProps) {
  if (count === 0) return <td className="inspections-quiet">0</td>;
  return (
    <td className={alert ? 'coverage__missed' : undefined}>
      <Link to="/inspections" search={tasks}>
        {count.toLocaleString('zh-CN')}
      </Link>
    </td>
  );
}

const partNames = ['done', 'late', 'missed', 'open'] as const;

/** Which length of the bar is what. */
function Legend() {
  const { t } = useTranslation('inspections');
  return (
    <span className="coverage__legend">
      {partNames.map((part) => (
        <span key={part}>
          <span className={`coverage__key coverage__part--${part}`} aria-hidden="true" />
          {t(`desk.coverage.parts.${part}`)}
        </span>
      ))}
    </span>
  );
}

/** Done, late, missed and still open as lengths; the numbers beside it say the same. */
function Bar({ counts: { owed, done, late, missed, open } }: { readonly counts: Counts }) {
  const parts = [
    ['done', done - late],
    ['late', late],
    ['missed', missed],
    ['open', open],
  ] as const;
  return (
    <span className="coverage__bar" aria-hidden="true">
      {parts.map(([part, count]) =>
        count <= 0 ? null : <span key={part} className={`coverage__part coverage__part--${part}`} style={{ flexGrow: count / owed }} />,
      )}
    </span>
  );
}
