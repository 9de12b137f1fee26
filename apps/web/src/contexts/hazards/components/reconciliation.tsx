import { type Account, accounts } from '@changming/domain/hazards';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { Loaded } from '../../../ui/loaded.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { type HazardBalance, type HazardUnitBalance, reconciliationQuery } from '../list-queries.ts';
import { listsQueryOf, type ListsSearch } from '../lists-search.ts';
import './three-lists.css';

type ReconciliationProps = { readonly search: ListsSearch };

/** 对账销号: one line a unit. Every number is a link to its records in the list below. */
export function Reconciliation({ search }: ReconciliationProps) {
  const { t } = useTranslation('hazards');
  const answer = useQuery(reconciliationQuery(listsQueryOf(search)));
  return (
    <Panel title={t('desk.threeLists.reconciliation')} lead={t('desk.threeLists.reconciliationLead')}>
      <Loaded query={answer} rows={4}>
        {({ total, units }) => <Balances search={search} total={total} units={units} />}
      </Loaded>
    </Panel>
  );
}

type BalancesProps = ReconciliationProps & { readonly total: HazardBalance; readonly units: readonly HazardUnitBalance[] };

function Balances({ search, total, units }: BalancesProps) {
  const { t } = useTranslation('hazards');
  const heads = ['unit', 'problems', ...accounts, 'difference', 'fundsPlanned', 'fundsSpent'] as const;
  const own = units.find(({ withBelow }) => !withBelow)?.unitId;
  return (
    <div className="reconciliation">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`desk.threeLists.heads.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={`${unit.unitId} ${unit.withBelow}`}>
              <th scope="row">{unit.unitId === own && units.length > 1 ? t('desk.threeLists.itself', { name: unit.name }) : unit.name}</th>
              <Figures balance={unit} search={{ ...search, unitId: unit.unitId, withBelow: unit.withBelow ? undefined : false }} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('paper.total')}</th>
            <Figures balance={total} search={search} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Figures({ balance, search }: { readonly balance: HazardBalance; readonly search: ListsSearch }) {
  return (
    <>
      <Figure count={balance.problems} search={{ ...search, account: undefined }} />
      {accounts.map((account: Account) => (
        <Figure key={account} count={balance[account]} search={{ ...search, account }} />
      ))}
      <td>
        <StatusTag tone={balance.difference === 0 ? 'done' : 'alert'}>{balance.difference}</StatusTag>
      </td>
      <td>{stated(balance.fundsPlanned)}</td>
      <td>{stated(balance.fundsSpent)}</td>
    </>
  );
}

/** Money that no record states is a dash: nothing was said, which is not ¥0. */
function stated(fen: number | null): string {
  return fen === null ? '—' : (fen / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 });
}

function Figure({ count, search }: { readonly count: number; readonly search: ListsSearch }) {
  if (count === 0) return <td className="hazard-quiet">0</td>;
  return (
    <td>
      <Link to="/hazards/lists" search={{ ...search, hazard: undefined }} resetScroll={false}>
        {count.toLocaleString('zh-CN')}
      </Link>
    </td>
  );
}
