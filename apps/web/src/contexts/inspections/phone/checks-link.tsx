import { mayAnywhere } from '../../../api/may.ts';
import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { useKept } from '../../../phone/snapshot/use-kept.ts';
import { isHandedIn, useChecks } from './check-store.ts';
import { toDo } from './due.ts';
import { myChecks } from './snapshot.ts';
import { useCheckWords } from './words.ts';
import './checks.css';

/** 今日检查, with how many wait: on the way to whatever else one came for. */
export function ChecksLink() {
  const { me } = useSession();
  return mayAnywhere(me, 'inspections.perform') ? <Link /> : null;
}

function Link() {
  const t = useCheckWords();
  const { me } = useSession();
  const asked = useKept(myChecks);
  const records = useChecks(me.account.id) ?? [];
  const owed = asked.state === 'ready' ? toDo(asked.answer.items, new Date()) : [];
  const count = owed.filter(({ id }) => !isHandedIn(id, records)).length;
  if (count === 0) return null;
  return (
    <a
      className="checks-link"
      href="/m/checks"
      onClick={(event) => {
        event.preventDefault();
        go('/m/checks');
      }}
    >
      {t('phone.tab')}
      <span className="checks-link__count">{t('phone.toDo', { count })}</span>
    </a>
  );
}
