import { lightsOutStandings } from '@changming/domain/inspections';
import { useTranslation } from 'react-i18next';

import type { LightsOut, LightsOutBranch } from './lights-out-query.ts';

type BoardBranchesProps = { readonly board: LightsOut; readonly onDown: (unitId: string) => void };

/** One line a unit below, as lengths and the number that is dark; a press goes below it. */
export function BoardBranches({ board, onDown }: BoardBranchesProps) {
  const { t } = useTranslation('inspections');
  if (board.branches.length < 2) return null;
  return (
    <section aria-label={t('lightsOut.bars')}>
      <ul className="lights-out__branches">
        {board.branches.map((branch) => (
          <li key={branch.unitId}>
            <Name branch={branch} isTop={branch.unitId === board.unitId} onDown={onDown} />
            <Bar branch={branch} />
            <Said branch={branch} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type NameProps = { readonly branch: LightsOutBranch; readonly isTop: boolean; readonly onDown: (unitId: string) => void };

function Name({ branch: { unitId, unit, hasBelow }, isTop, onDown }: NameProps) {
  if (isTop || !hasBelow) return <span className="lights-out__branch">{unit}</span>;
  return (
    <button type="button" className="lights-out__branch lights-out__link" onClick={() => onDown(unitId)}>
      {unit}
    </button>
  );
}

/** What the lengths say stands beside them in words. */
function Bar({ branch }: { readonly branch: LightsOutBranch }) {
  return (
    <span className="lights-out__bar" aria-hidden="true">
      {lightsOutStandings.map((standing) =>
        branch[standing] === 0 ? null : (
          <span key={standing} className={`lights-out__part lights-out__part--${standing}`} style={{ flexGrow: branch[standing] }} />
        ),
      )}
    </span>
  );
}

function Said({ branch }: { readonly branch: LightsOutBranch }) {
  const { t } = useTranslation('inspections');
  const told = lightsOutStandings.filter((standing) => branch[standing] > 0);
  return (
    <span className="lights-out__said">
      {told.map((standing) => (
        <span key={standing} className={standing === 'unconfirmed' ? 'lights-out__dark' : undefined}>
          {`${t(`lightsOut.standings.${standing}`)} ${branch[standing]}`}
        </span>
      ))}
    </span>
  );
}
