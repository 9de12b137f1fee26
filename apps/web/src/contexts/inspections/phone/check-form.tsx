import { useRef } from 'react';

import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { CheckItem } from './check-item.tsx';
import { addPhoto, handInCheck, keepCheck } from './check-store.ts';
import { type Check, type Given, givenTo, type Item, settled, unsetItems, withGiven, wrongWith } from './check.ts';
import { placeOf } from './place-of.ts';
import { useWrongWords } from './wrong-words.ts';
import { useCheckWords } from './words.ts';

type CheckFormProps = { readonly check: Check; readonly refusal: string | null };

/** Item by item, unset to begin with; after a tap the next unset one comes into view. */
export function CheckForm({ check, refusal }: CheckFormProps) {
  const t = useCheckWords();
  const list = useRef<HTMLOListElement>(null);
  const { items } = check.checklist;
  const unset = unsetItems(check);
  const show = (code: string | undefined) => {
    const card = code === undefined ? null : list.current?.querySelector(`[data-item="${code}"]`);
    card?.scrollIntoView({ block: 'start', behavior: still() ? 'auto' : 'smooth' });
  };
  const answer = (item: Item, next: Given) => {
    const after = withGiven(check, next);
    keepCheck(after);
    if (isFinished(item, next, check)) show(nextUnset(after, item.code));
  };
  return (
    <Screen title={placeOf(check.task)} back="/m/checks" act={<Act check={check} onShow={show} />}>
      <p className="check-progress" aria-live="polite">
        <progress max={items.length} value={items.length - unset.length} />
        {t('phone.progress', { done: items.length - unset.length, of: items.length })}
      </p>
      {refusal !== null && (
        <p className="refused" role="alert">
          {refusal}
        </p>
      )}
      <ol className="check-items" ref={list}>
        {items.map((item, at) => (
          <CheckItem
            key={item.code}
            number={at + 1}
            item={item}
            given={givenTo(check, item.code)}
            last={check.last}
            ownerId={check.ownerId}
            onGive={(next) => answer(item, next)}
            onPhoto={(photo) => addPhoto(check.id, item.code, photo)}
          />
        ))}
      </ol>
      <Area label={t('phone.checkNote')} value={check.note} onChange={(note) => keepCheck({ ...check, note })} />
    </Screen>
  );
}

/** One tap settled it, and nothing more is owed: on to the next. A number that is being typed is not hurried away. */
function isFinished(item: Item, next: Given, { last, ...check }: Check): boolean {
  const before = settled(item, givenTo(check, item.code));
  return item.answer.kind === 'passFail' && before === null && settled(item, next) === 'pass' && wrongWith(item, next, last) === null;
}

function nextUnset(check: Check, after: string): string | undefined {
  const unset = unsetItems(check).map(({ code }) => code);
  const order = check.checklist.items.map(({ code }) => code);
  return unset.find((code) => order.indexOf(code) > order.indexOf(after)) ?? unset[0];
}

function still(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** 提交, or the way to what is still missing. */
function Act({ check, onShow }: { readonly check: Check; readonly onShow: (code: string) => void }) {
  const t = useCheckWords();
  const sayWrong = useWrongWords();
  const { items } = check.checklist;
  const [unset] = unsetItems(check);
  if (unset !== undefined) {
    return (
      <Button look="plain" onPress={() => onShow(unset.code)}>
        {t('phone.unset', { count: unsetItems(check).length })}
      </Button>
    );
  }
  const at = items.findIndex((item) => wrongWith(item, givenTo(check, item.code), check.last) !== null);
  const item = items[at];
  if (item !== undefined) {
    const why = sayWrong(wrongWith(item, givenTo(check, item.code), check.last)) ?? '';
    return (
      <Button look="plain" onPress={() => onShow(item.code)}>
        {t('phone.wrongItem', { number: at + 1, why })}
      </Button>
    );
  }
  return <Button onPress={() => void handInCheck(check)}>{t('phone.submit')}</Button>;
}
