import { AsOf } from '../../../phone/snapshot/as-of.tsx';
import type { ScreenProps } from '../../../phone/screens.ts';
import { useSession } from '../../../phone/session.tsx';
import { Failure, Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { beginLook } from './begin-look.ts';
import { useFireAt } from './fire-at.ts';
import type { FirePlate } from './look.ts';
import { leftAt } from './left-at.ts';
import { useLooks } from './look-store.ts';
import { PieceCard } from './piece-card.tsx';
import { useEquipmentWords } from './words.ts';

/** 扫码点检: the fire equipment at a point, one after the other, with a network or without. */
export function FireScreen({ parts }: ScreenProps) {
  const t = useEquipmentWords();
  const { me } = useSession();
  const code = parts['code'] ?? '';
  const asked = useFireAt(code, me.account.id);
  return (
    <Screen title={t('phone.title')} back={`/m/p/${code}`}>
      {asked.state === 'waiting' && <Waiting />}
      {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
      {asked.state === 'ready' && <Found plate={asked.answer} asOf={asked.asOf} ownerId={me.account.id} />}
    </Screen>
  );
}

type FoundProps = { readonly plate: FirePlate; readonly asOf: number | null; readonly ownerId: string };

function Found({ plate, asOf, ownerId }: FoundProps) {
  const { point, items } = plate;
  const t = useEquipmentWords();
  const records = useLooks(ownerId);
  if (records === null) return <Waiting />;
  if (items.length === 0) return <Notice title={t('phone.none')} next={t('phone.noneNext')} />;
  const left = leftAt(plate, records);
  return (
    <div className="stack">
      <div className="plate">
        <p className="plate__unit">{point.unit}</p>
        <h2>{point.name}</h2>
        <p className="plate__code">{left === 0 ? t('phone.allDone') : t('phone.left', { count: left })}</p>
      </div>
      <AsOf at={asOf} />
      {items.map((piece) => (
        <PieceCard key={piece.id} piece={piece} records={records} onPress={() => beginLook({ piece, point, ownerId }, records)} />
      ))}
    </div>
  );
}
