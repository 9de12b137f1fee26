import { getRouteApi } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import type { DraftHold } from '../draft/use-draft.ts';
import type { ImportDetail, Verdict } from '../queries.ts';
import { GroupsList } from './groups-list.tsx';
import { RowsTable } from './rows-table.tsx';

const route = getRouteApi('/desk/imports/$id');
const verdicts = ['ready', 'ask', 'wrong', 'skip'] as const satisfies readonly Verdict[];
type Counts = NonNullable<ImportDetail['counts']>;

type VerdictTabsProps = {
  readonly batch: ImportDetail;
  readonly counts: Counts;
  readonly hold: DraftHold;
  /** Whether questions can be answered: not in a batch that is over. */
  readonly edits: boolean;
};

/** The four numbers of an import; each opens its rows. */
export function VerdictTabs({ batch, counts, hold, edits }: VerdictTabsProps) {
  const { t } = useTranslation('imports');
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  const shown = show ?? mostUrgent(counts);
  const open = (verdict: Verdict) => void navigate({ search: { show: verdict }, replace: true, resetScroll: false });
  return (
    <section className="imports__verdicts" aria-label={t('desk.ofRows', { count: counts.rows })}>
      <div role="tablist" className="imports__numbers" onKeyDown={(event) => step(event, shown, open)}>
        {verdicts.map((verdict) => (
          <NumberTab key={verdict} verdict={verdict} count={counts[verdict]} chosen={verdict === shown} onOpen={open} />
        ))}
      </div>
      <p className="imports__total">
        {t('desk.ofRows', { count: counts.rows })}
        {counts.warned > 0 && <span>{t('desk.warned', { count: counts.warned })}</span>}
      </p>
      <div role="tabpanel" id="imports-rows" aria-labelledby={`imports-${shown}`}>
        {shown !== 'skip' && <GroupsList key={shown} batch={batch} verdict={shown} hold={hold} edits={edits} />}
        {(shown === 'ready' || shown === 'skip') && <RowsTable key={`rows-${shown}`} batch={batch} verdict={shown} />}
      </div>
    </section>
  );
}

function mostUrgent({ ask, wrong }: Counts): Verdict {
  if (ask > 0) return 'ask';
  return wrong > 0 ? 'wrong' : 'ready';
}

/** The arrows move between the tabs, as in every tab list. */
function step(event: KeyboardEvent, shown: Verdict, open: (verdict: Verdict) => void): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by === undefined) return;
  const next = verdicts[(verdicts.indexOf(shown) + by + verdicts.length) % verdicts.length] ?? shown;
  open(next);
  document.getElementById(`imports-${next}`)?.focus();
}

type NumberTabProps = {
  readonly verdict: Verdict;
  readonly count: number;
  readonly chosen: boolean;
  readonly onOpen: (verdict: Verdict) => void;
};

function NumberTab({ verdict, count, chosen, onOpen }: NumberTabProps) {
  const { t } = useTranslation('imports');
  return (
    <button
      type="button"
      role="tab"
      id={`imports-${verdict}`}
      aria-selected={chosen}
      aria-controls="imports-rows"
      tabIndex={chosen ? 0 : -1}
      className={`imports__number imports__number--${count === 0 ? 'none' : verdict}`}
      onClick={() => onOpen(verdict)}
    >
      <span className="imports__word">{t(`desk.verdicts.${verdict}`)}</span>
      <span className="imports__figure">{count.toLocaleString('en-US')}</span>
      <span className="imports__gloss">{t(`desk.verdictNotes.${verdict}`)}</span>
    </button>
  );
}
