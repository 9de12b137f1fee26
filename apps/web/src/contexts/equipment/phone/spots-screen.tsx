import type { FireSpots } from '@changming/contract/equipment';

import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { AsOf } from '../../../phone/snapshot/as-of.tsx';
import { useKept } from '../../../phone/snapshot/use-kept.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { leftAt } from './left-at.ts';
import { useLooks } from './look-store.ts';
import { MissesLink } from './misses-link.tsx';
import { fireSpots } from './snapshot.ts';
import { useEquipmentWords } from './words.ts';

/** 本期待点检, point by point. The walk goes by the plates; this says where it still leads. */
export function SpotsScreen() {
  const t = useEquipmentWords();
  const asked = useKept(fireSpots);
  return (
    <Screen title={t('phone.title')} back="/m/tasks">
      {asked.state === 'waiting' && <Waiting />}
      {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
      {asked.state === 'ready' && <Points spots={asked.answer} asOf={asked.asOf} />}
      {asked.state === 'ready' && <MissesLink />}
    </Screen>
  );
}

function Points({ spots: { plates, cut }, asOf }: { readonly spots: FireSpots; readonly asOf: number | null }) {
  const t = useEquipmentWords();
  const { me } = useSession();
  const records = useLooks(me.account.id) ?? [];
  const open = plates.map((plate) => ({ ...plate, left: leftAt(plate, records) })).filter(({ left }) => left > 0);
  return (
    <div className="stack stack--near">
      <AsOf at={asOf} />
      {open.length === 0 && <Notice title={t('phone.empty')} next={t('phone.emptyNext')} />}
      {open.map(({ point, left, items }) => (
        <Card
          key={point.id}
          title={point.name}
          note={[point.unit, t('phone.left', { count: left }), t('phone.dueBy', { on: dueAt(items) ?? '' })].join(' · ')}
          onPress={() => go(`/m/fire/${point.code}`)}
        />
      ))}
      {cut && <p className="stack__lead">{t('phone.cut')}</p>}
    </div>
  );
}

/** The first of the days by which something here is owed; nothing where nothing is. */
function dueAt(items: FireSpots['plates'][number]['items']): string | undefined {
  return items.flatMap(({ checkDueOn, checkedOn }) => (checkDueOn === null || checkedOn !== null ? [] : [checkDueOn])).toSorted()[0];
}
