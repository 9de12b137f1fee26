import { shiftRoundKinds, type ShiftRoundKind } from '@changming/domain/inspections';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';

import { DayPicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { BoardBranches } from './board-branches.tsx';
import { BoardHead } from './board-head.tsx';
import { BoardTiles } from './board-tiles.tsx';
import { type LightsOut, lightsOutQuery, type LightsOutSearch } from './lights-out-query.ts';
import './lights-out.css';

const route = getRouteApi('/desk/inspections/lights-out');

/** 班后看板: who has confirmed the end of the shift, who has not, and who was chased; the same page on a wall and on a phone. */
export function LightsOutPage() {
  const { t } = useTranslation('inspections');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = (next: LightsOutSearch) => void navigate({ search: next, resetScroll: false });
  const board = useQuery(lightsOutQuery(search));
  return (
    <>
      <PageHeader title={t('lightsOut.title')} lead={t('lightsOut.lead')} />
      <Choices search={search} on={board.data?.on ?? null} go={go} />
      <Loaded query={board} rows={8}>
        {(found) => <Board board={found} search={search} go={go} />}
      </Loaded>
    </>
  );
}

type BoardProps = { readonly board: LightsOut; readonly search: LightsOutSearch; readonly go: (next: LightsOutSearch) => void };

function Board({ board, search, go }: BoardProps) {
  const { t } = useTranslation('inspections');
  const down = (unitId: string | undefined) => go({ ...search, unitId });
  return (
    <>
      <Panel>
        <BoardHead board={board} onTop={search.unitId === undefined ? null : () => down(undefined)} />
        <BoardBranches board={board} onDown={down} />
      </Panel>
      {board.lines.length === 0 ? (
        <Panel>
          <EmptyState title={t('lightsOut.empty')} next={t('lightsOut.emptyNext')} />
        </Panel>
      ) : (
        <BoardTiles board={board} />
      )}
    </>
  );
}

type ChoicesProps = { readonly search: LightsOutSearch; readonly on: string | null; readonly go: (next: LightsOutSearch) => void };

/** Which of the two rounds, and the day. */
function Choices({ search, on, go }: ChoicesProps) {
  const { t } = useTranslation('inspections');
  return (
    <div className="lights-out__choices">
      <Segmented<ShiftRoundKind>
        aria-label={t('lightsOut.kindsLabel')}
        options={shiftRoundKinds.map((value) => ({ value, label: t(`lightsOut.kinds.${value}`) }))}
        value={search.kind ?? 'lightsOut'}
        onChange={(kind) => go({ ...search, kind })}
      />
      <DayPicker value={search.on ?? on} placeholder={t('lightsOut.on')} onChange={(day) => go({ ...search, on: day ?? undefined })} />
    </div>
  );
}
