import { mayAnywhere } from '../../../api/may.ts';
import { newId } from '../../../api/new-id.ts';
import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { newIncident } from './draft.ts';
import { keepDraft } from './draft-store.ts';
import { useIncidentWords } from './words.ts';

/** The way to a quick report, one tap from the first screen. */
export function IncidentLink() {
  const t = useIncidentWords();
  const { me } = useSession();
  if (!mayAnywhere(me, 'incidents.report')) return null;
  const begin = () => {
    const own = me.person === null ? me.units[0] : { id: me.person.unitId, name: me.person.unit };
    const id = newId();
    keepDraft(newIncident({ id, ownerId: me.account.id, unit: own ?? null }));
    go(`/m/incident/${id}`);
  };
  return <Card title={t('phone.link')} note={t('phone.linkHint')} onPress={begin} />;
}

/** The way to what one has reported. */
export function OwnIncidentsLink() {
  const t = useIncidentWords();
  const { me } = useSession();
  return mayAnywhere(me, 'incidents.follow') ? <Card title={t('phone.mineLink')} onPress={() => go('/m/incidents')} /> : null;
}
