import * as contract from '@changming/contract/training';
import type { FoundPerson } from '@changming/contract/training';
import { useEffect, useState } from 'react';

import { call } from '../../../api/call.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { useLearningWords } from './learning-words.ts';

type WhoFieldProps = {
  readonly label: string;
  readonly chosen: FoundPerson | null;
  readonly onChoose: (person: FoundPerson | null) => void;
  readonly typed: string;
  readonly onType: (typed: string) => void;
};

/** Finds somebody of one's own people by name, initials or 工号; without a network what was typed is looked up when it is sent. */
export function WhoField({ label, chosen, onChoose, typed, onType }: WhoFieldProps) {
  const t = useLearningWords();
  const found = useFound(typed);
  if (chosen !== null)
    return (
      <Card title={chosen.name} note={noteOf(chosen, t)}>
        <Button look="plain" onPress={() => onChoose(null)}>
          {t('record.change')}
        </Button>
      </Card>
    );
  return (
    <div className="stack">
      <Field label={label} value={typed} hint={t('record.whoHint')} maxLength={40} onChange={onType} />
      {found === 'unreached' && <p role="status">{t('record.unreached')}</p>}
      {found !== null && found.length === 0 && <p>{t('record.nobody')}</p>}
      {(found === 'unreached' ? [] : (found ?? [])).map((person) => (
        <Card key={person.id} title={person.name} note={noteOf(person, t)} onPress={() => onChoose(person)} />
      ))}
    </div>
  );
}

/** 工号 and unit; who has left is marked, with the day. */
function noteOf({ staffNo, unit, leftOn }: FoundPerson, t: ReturnType<typeof useLearningWords>): string {
  const left = typeof leftOn === 'string' ? t('record.left', { on: leftOn }) : null;
  return [staffNo, unit, left].filter((each) => each !== null).join(' · ');
}

const pause = 250;

type Found = readonly FoundPerson[] | 'unreached' | null;

/** Whom the typed words mean, once one has stopped typing; null as long as nothing was asked. */
function useFound(typed: string): Found {
  const [found, setFound] = useState<Found>(null);
  const q = typed.trim();
  useEffect(() => {
    if (q === '') return setFound(null);
    const control = new AbortController();
    const timer = setTimeout(() => {
      call(contract.findPeople, { query: { q }, signal: control.signal }).then(
        ({ items }) => setFound(items),
        () => {
          if (!control.signal.aborted) setFound('unreached');
        },
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [q]);
  return found;
}
