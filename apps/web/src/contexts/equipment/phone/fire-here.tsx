import { go } from '../../../phone/path.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { useFireAt } from './fire-at.ts';
import { leftAt } from './left-at.ts';
import { useLooks } from './look-store.ts';
import { useEquipmentWords } from './words.ts';

type FireHereProps = { readonly code: string; readonly ownerId: string };

/** The way from a plate to the look-over of what stands there; nothing where no fire equipment does. */
export function FireHere({ code, ownerId }: FireHereProps) {
  const t = useEquipmentWords();
  const asked = useFireAt(code, ownerId);
  const records = useLooks(ownerId) ?? [];
  if (asked.state !== 'ready' || asked.answer.items.length === 0) return null;
  const left = leftAt(asked.answer, records);
  return (
    <Button look="plain" onPress={() => go(`/m/fire/${code}`)}>
      {left === 0 ? `${t('phone.open')} · ${t('phone.allDone')}` : `${t('phone.open')} · ${t('phone.left', { count: left })}`}
    </Button>
  );
}
