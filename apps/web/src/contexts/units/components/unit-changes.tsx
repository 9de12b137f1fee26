import type { UnitChange } from '@changming/contract/units';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Loaded } from '../../../ui/loaded.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import type { Tone } from '../../../ui/tokens.ts';
import { changesQuery } from '../queries.ts';

const tones = {
  create: 'done',
  rename: 'moving',
  move: 'moving',
  merge: 'neutral',
  split: 'moving',
  close: 'neutral',
  retype: 'moving',
  recode: 'moving',
} as const satisfies Record<UnitChange['act'], Tone>;

/** 变更记录: what was done to the unit, from when, why and by whom. */
export function UnitChanges({ unitId }: { readonly unitId: string }) {
  const { t } = useTranslation('units');
  const changes = useQuery(changesQuery(unitId));
  return (
    <Loaded small rows={3} query={changes}>
      {({ items }) =>
        items.length === 0 ? (
          t('desk.noChanges')
        ) : (
          <Timeline
            entries={items.map(({ id, act, on, reason, recordedAt, otherName, by }) => ({
              id,
              at: recordedAt,
              tone: tones[act],
              title: `${t(`desk.change.${act}`, { other: otherName ?? '—' })} · ${t('desk.effective', { on })}`,
              ...(by === null ? {} : { by }),
              detail: reason,
            }))}
          />
        )
      }
    </Loaded>
  );
}
