import { App, Button, Space, Table } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { CorrectCredit } from './correct-credit.tsx';
import './roll.css';
import { markAttendance, type SessionDetail, type SessionPerson, useTrainingAct } from './queries.ts';

/** 点名 while the session is open; afterwards the hours that everybody was given. */
export function Roll({ session }: { readonly session: SessionDetail }) {
  const { t } = useTranslation('training');
  const { message } = App.useApp();
  const [wrong, setWrong] = useState<SessionPerson | null>(null);
  const mark = useTrainingAct(markAttendance);
  const open = session.may.hold && session.state === 'planned';
  const tick = (people: readonly SessionPerson[], over: Partial<Mark>) =>
    mark.mutate(
      { sessionId: session.id, body: { marks: people.map((person) => ({ ...markOf(person), ...over })) } },
      { onError: (error) => void message.error(sentenceOf(error)) },
    );
  return (
    <div className="roll">
      {open && session.people.length > 0 && (
        <Button size="small" loading={mark.isPending} onClick={() => tick(session.people, { present: true })}>
          {t('held.session.tickAll')}
        </Button>
      )}
      <Table<SessionPerson>
        size="small"
        rowKey="personId"
        pagination={false}
        dataSource={session.people}
        columns={columnsOf(session, { t, tick: open ? tick : null, onWrong: setWrong })}
        scroll={{ x: 'max-content' }}
      />
      {wrong !== null && <CorrectCredit person={wrong} most={session.classHours} onClose={() => setWrong(null)} />}
    </div>
  );
}

type Mark = { readonly personId: string; readonly present: boolean; readonly result: 'passed' | 'failed' | null };
type Acts = {
  readonly t: TFunction<'training'>;
  readonly tick: ((people: readonly SessionPerson[], over: Partial<Mark>) => void) | null;
  readonly onWrong: (person: SessionPerson) => void;
};

function markOf({ personId, way, result, score }: SessionPerson) {
  return { personId, present: way !== null, result, score };
}

function columnsOf(session: SessionDetail, { t, tick, onWrong }: Acts) {
  const closed = session.state === 'closed';
  return [
    { title: t('held.session.name'), render: (_: unknown, person: SessionPerson) => <Who person={person} /> },
    { title: t('held.session.way'), render: (_: unknown, person: SessionPerson) => wayOf(person, t) },
    ...(session.assessed
      ? [
          {
            title: t('held.session.result'),
            render: (_: unknown, { result }: SessionPerson) => t(`held.session.results.${result ?? 'none'}`),
          },
        ]
      : []),
    ...(closed
      ? [{ title: t('held.session.hours'), render: (_: unknown, { classHours }: SessionPerson) => classHours ?? t('held.none') }]
      : []),
    {
      title: t('held.acts'),
      render: (_: unknown, person: SessionPerson) => (
        <Space size="small">
          {tick !== null && <TickButtons {...{ session, person, tick }} />}
          {closed && session.may.correct && person.creditId !== null && (
            <Button size="small" type="link" onClick={() => onWrong(person)}>
              {t('held.session.correct')}
            </Button>
          )}
        </Space>
      ),
    },
  ];
}

function Who({ person }: { readonly person: SessionPerson }) {
  const { t } = useTranslation('training');
  return (
    <>
      {nameOf(person, t)}
      <small>{person.unit}</small>
    </>
  );
}

type TickProps = { readonly session: SessionDetail; readonly person: SessionPerson; readonly tick: NonNullable<Acts['tick']> };

function TickButtons({ session, person, tick }: TickProps) {
  const { t } = useTranslation('training');
  const present = person.way !== null;
  const label = t(present ? 'held.session.untick' : 'held.session.tick');
  const absent = { present: false, result: null } as const;
  return (
    <Space size={4}>
      <Button size="small" aria-label={`${person.name} ${label}`} onClick={() => tick([person], present ? absent : { present: true })}>
        {label}
      </Button>
      {session.assessed && (
        <>
          <Button
            size="small"
            aria-label={`${person.name} ${t('held.session.pass')}`}
            onClick={() => tick([person], { present: true, result: 'passed' })}
          >
            {t('held.session.pass')}
          </Button>
          <Button
            size="small"
            aria-label={`${person.name} ${t('held.session.fail')}`}
            onClick={() => tick([person], { present: true, result: 'failed' })}
          >
            {t('held.session.fail')}
          </Button>
        </>
      )}
    </Space>
  );
}

function nameOf({ name, staffNo, expected, corrected }: SessionPerson, t: TFunction<'training'>): string {
  const marks = [staffNo, expected ? null : t('held.session.notExpected'), corrected ? t('held.session.wasCorrected') : null];
  const told = marks.filter((each) => each !== null);
  return told.length === 0 ? name : `${name}（${told.join(' · ')}）`;
}

function wayOf({ way, signedInAt, signedOutAt }: SessionPerson, t: TFunction<'training'>): string {
  if (way === null || signedInAt === null) return t('held.session.ways.none');
  if (way === 'sheet') return t('held.session.ways.sheet');
  const times = [signedInAt, signedOutAt].filter((each) => each !== null).map((at) => instantText(at).slice(11));
  return `${t(`held.session.ways.${way}`)} ${times.join('—')}`;
}
