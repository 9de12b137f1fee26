import { useCallback } from 'react';

import { go } from '../../../phone/path.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { fireAt } from './fire-at.ts';
import { useEquipmentWords } from './words.ts';

/** The way from a plate to the look-over of what stands there; nothing where no fire equipment does, or without a network. */
export function FireHere({ code }: { readonly code: string }) {
  const t = useEquipmentWords();
  const asked = useAsk(useCallback((signal: AbortSignal) => fireAt(code, signal), [code]));
  if (asked.state !== 'ready' || asked.answer.items.length === 0) return null;
  const left = asked.answer.items.filter(({ checkedOn }) => checkedOn === null).length;
  return (
    <Button look="plain" onPress={() => go(`/m/fire/${code}`)}>
      {left === 0 ? `${t('phone.open')} · ${t('phone.allDone')}` : `${t('phone.open')} · ${t('phone.left', { count: left })}`}
    </Button>
  );
}
