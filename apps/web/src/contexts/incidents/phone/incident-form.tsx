import { DraftPhotos } from '../../../phone/photos/draft-photos.tsx';
import { useSession } from '../../../phone/session.tsx';
import { Area } from '../../../phone/ui/area.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Chips } from '../../../phone/ui/chips.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { Switch } from '../../../phone/ui/switch.tsx';
import { counted, type IncidentDraft, objectionTo } from './draft.ts';
import { changeDraft } from './draft-store.ts';
import { useIncidentWords } from './words.ts';
import './incidents.css';

type FormProps = {
  readonly draft: IncidentDraft;
  /** Why the API would not take it, in its own words. */
  readonly refusal: string | null;
  readonly onChange: (draft: IncidentDraft) => void;
  readonly onSend: () => void;
};

/** What, where, when, who is hurt: a minute, and only the sentence must be typed. */
export function IncidentForm({ draft, refusal, onChange, onSend }: FormProps) {
  const t = useIncidentWords();
  const missing = objectionTo(draft);
  const send = (
    <Button look="alert" onPress={onSend} objection={missing === null ? null : t(missing)}>
      {t('phone.send')}
    </Button>
  );
  return (
    <Screen title={t('phone.title')} back="/m" act={send}>
      <div className="stack">
        {refusal !== null && (
          <p className="refused" role="alert">
            {refusal}
          </p>
        )}
        <p className="incident-first">{t('phone.lead')}</p>
        <Area label={t('phone.text')} value={draft.text} rows={3} onChange={(text) => onChange({ ...draft, text })} />
        <Where draft={draft} onChange={onChange} />
        <Hurt draft={draft} onChange={onChange} />
        <Circumstances draft={draft} onChange={onChange} />
        <DraftPhotos
          ownerId={draft.ownerId}
          photos={draft.photos}
          label={t('phone.photo')}
          removal={t('phone.removePhoto')}
          onChange={(change) => changeDraft(draft, (now) => ({ ...now, photos: change(now.photos) }))}
        />
      </div>
    </Screen>
  );
}

type PartProps = Pick<FormProps, 'draft' | 'onChange'>;

function Where({ draft, onChange }: PartProps) {
  const t = useIncidentWords();
  const { me } = useSession();
  const own = me.person === null ? [] : [{ id: me.person.unitId, name: me.person.unit }];
  const units = [...own, ...me.units.filter(({ id }) => id !== me.person?.unitId)].slice(0, 4);
  const choose = (unitId: string) => onChange({ ...draft, unitId, unit: units.find(({ id }) => id === unitId)?.name ?? '' });
  return (
    <>
      {units.length > 1 && (
        <Chips
          label={t('phone.unit')}
          chips={units.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={draft.unitId}
          onChoose={choose}
        />
      )}
      <Field
        label={t('phone.place')}
        hint={t('phone.placeHint')}
        value={draft.place}
        maxLength={80}
        onChange={(place) => onChange({ ...draft, place })}
      />
      <Field label={t('phone.when')} type="datetime-local" value={draft.when} onChange={(when) => onChange({ ...draft, when })} />
    </>
  );
}

function Hurt({ draft, onChange }: PartProps) {
  const t = useIncidentWords();
  return (
    <>
      <Switch label={t('phone.hurt')} on={draft.hurt} onTurn={(hurt) => onChange({ ...draft, hurt })} />
      {draft.hurt && (
        <div className="incident-people">
          {counted.map((name) => (
            <Field
              key={name}
              label={t(`phone.${name}`)}
              inputMode="numeric"
              maxLength={3}
              value={draft.people[name]}
              onChange={(typed) => onChange({ ...draft, people: { ...draft.people, [name]: typed.replaceAll(/\D/g, '') } })}
            />
          ))}
        </div>
      )}
    </>
  );
}

function Circumstances({ draft, onChange }: PartProps) {
  const t = useIncidentWords();
  return (
    <>
      <Switch label={t('phone.fire')} on={draft.fire} onTurn={(fire) => onChange({ ...draft, fire })} />
      {draft.fire && (
        <Switch
          label={t('phone.fireBrigadeCalled')}
          on={draft.fireBrigadeCalled}
          onTurn={(fireBrigadeCalled) => onChange({ ...draft, fireBrigadeCalled })}
        />
      )}
      <Switch label={t('phone.relatedParty')} on={draft.relatedParty} onTurn={(relatedParty) => onChange({ ...draft, relatedParty })} />
    </>
  );
}
